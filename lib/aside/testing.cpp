// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "testing.h"

#include "mailbox_p.h"
#include "stepper_p.h"
#include "tasktable_p.h"
#include "viewmodel.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QMetaEnum>
#include <QPointer>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Aside::Testing {

using Detail::Clock;
using Detail::Mailbox;
using Detail::Stepper;

namespace {

/// Applies what has come home.
void serve()
{
    do {
        QCoreApplication::sendPostedEvents();
    } while (Mailbox::ofCurrentThread()->hasMore());
}

Clock::Time nextDue(const Stepper &stepper)
{
    const auto sleeper = stepper.next().value_or(Clock::Time::max());
    const auto timer = Mailbox::ofCurrentThread()->timers().next().value_or(Clock::Time::max());
    return std::min(sleeper, timer);
}

} // namespace

SynchronousScope::SynchronousScope()
    : m_before(isAsync())
{
    setAsync(false);
}

SynchronousScope::~SynchronousScope()
{
    setAsync(m_before);
}

ManualScheduler::ManualScheduler()
    : m_stepper(std::make_shared<Stepper>())
{
    if (Stepper::active())
        throw Error(u"there is a ManualScheduler already"_s);
    Clock::stop();
    m_start = Clock::now();
    Stepper::setActive(m_stepper);
}

ManualScheduler::~ManualScheduler()
{
    Mailbox::ofCurrentThread()->cancelEverything();
    m_stepper->finish();
    serve();
    Stepper::setActive(nullptr);
    Clock::goOn();
    Mailbox::ofCurrentThread()->timers().arm();
}

int ManualScheduler::ready() const
{
    return m_stepper->ready();
}

bool ManualScheduler::step()
{
    serve();
    const bool stepped = m_stepper->step();
    serve();
    return stepped;
}

int ManualScheduler::runAll()
{
    int steps = 0;
    while (step())
        ++steps;
    return steps;
}

void ManualScheduler::advance(std::chrono::nanoseconds duration)
{
    const auto end = Clock::now() + duration;
    for (;;) {
        runAll();
        const auto next = nextDue(*m_stepper);
        if (next > end)
            break;
        Clock::stepTo(next);
        Mailbox::ofCurrentThread()->fire();
    }
    Clock::stepTo(end);
}

std::chrono::nanoseconds ManualScheduler::elapsed() const
{
    return Clock::now() - m_start;
}

std::chrono::nanoseconds ManualScheduler::untilNext() const
{
    const auto next = nextDue(*m_stepper);
    return next == Clock::Time::max() ? -1ns : std::max<std::chrono::nanoseconds>(0ns, next - Clock::now());
}

bool waitForIdle(ViewModel &viewModel, std::chrono::milliseconds deadline)
{
    const QPointer<ViewModel> alive(&viewModel);
    const Detail::TaskTable &tasks = Detail::TaskTable::of(viewModel);
    if (const auto stepper = Stepper::active()) {
        const auto end = Clock::now() + deadline;
        for (;;) {
            serve();
            if (!alive || tasks.isIdle())
                return true;
            if (stepper->step())
                continue;
            const auto next = nextDue(*stepper);
            if (next > end)
                return false;
            Clock::stepTo(next);
            Mailbox::ofCurrentThread()->fire();
        }
    }
    const QDeadlineTimer end(deadline);
    QTimer wakeUp; // else the loop might sleep past the deadline
    wakeUp.start(std::max<std::chrono::milliseconds>(deadline, 1ms));
    while (alive && !tasks.isIdle()) {
        if (end.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

class TaskSpy::Private : public QObject
{
public:
    QList<End> ends;
    Failure latest;
};

TaskSpy::TaskSpy(ViewModel &viewModel)
    : d(std::make_unique<Private>())
{
    QObject::connect(&viewModel, &ViewModel::taskFailed, d.get(),
                     [this](const QString &, const Failure &failure) { d->latest = failure; });
    QObject::connect(&viewModel, &ViewModel::taskFinished, d.get(), [this](const QString &name, Outcome outcome) {
        d->ends.append({name, outcome, std::exchange(d->latest, {})});
    });
}

TaskSpy::~TaskSpy() = default;

QList<TaskSpy::End> TaskSpy::ends() const
{
    return d->ends;
}

QStringList TaskSpy::log() const
{
    QStringList lines;
    for (const End &end : d->ends) {
        const QString outcome = QString::fromLatin1(QMetaEnum::fromType<Outcome>().valueToKey(int(end.outcome)));
        lines += end.name + u' ' + outcome + (end.failure ? QString(u": " + end.failure.message()) : QString());
    }
    return lines;
}

QList<Outcome> TaskSpy::outcomes(const QString &name) const
{
    QList<Outcome> outcomes;
    for (const End &end : d->ends) {
        if (end.name == name)
            outcomes.append(end.outcome);
    }
    return outcomes;
}

qsizetype TaskSpy::count() const
{
    return d->ends.size();
}

void TaskSpy::clear()
{
    d->ends.clear();
}

} // namespace Aside::Testing
