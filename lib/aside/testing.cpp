// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "testing.h"

#include "mailbox_p.h"
#include "scheduler_p.h"
#include "stepper_p.h"
#include "tasktable_p.h"
#include "viewmodel.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QMetaEnum>
#include <QPointer>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Aside::Testing {

using Detail::Clock;
using Detail::Mailbox;
using Detail::Scheduler;
using Detail::Stepper;

namespace {

constexpr std::chrono::milliseconds longestWait = 24h * 20; // timers count milliseconds in an int

Clock::Time nextTimer()
{
    return Mailbox::ofCurrentThread()->timers().next().value_or(Clock::Time::max());
}

/// Applies what has come home, and what is due without more time.
void serve()
{
    const auto mailbox = Mailbox::ofCurrentThread();
    // What is posted while others are sent, as the end of a future is, is sent in the round after.
    for (int quietRounds = 0; quietRounds < 2; ++quietRounds) {
        mailbox->fire();
        QCoreApplication::sendPostedEvents();
        if (mailbox->hasMore() || nextTimer() <= Clock::now())
            quietRounds = -1;
    }
}

/// The clock overflows at its end; no test goes on for longer than this.
template<typename Duration>
Clock::Time later(Clock::Time time, Duration duration)
{
    return time + std::min<Duration>(duration, 24h * 365 * 100);
}

Clock::Time nextDue(const Stepper &stepper)
{
    return std::min(stepper.next().value_or(Clock::Time::max()), nextTimer());
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
    // Who hears of an end may want to start again: there would be nobody to run it.
    const bool wasOpen = Scheduler::instance().close();
    Mailbox::ofCurrentThread()->cancelEverything();
    do {
        m_stepper->finish();
        serve(); // which may open a block that one of them waits for
    } while (m_stepper->ready() > 0);
    if (wasOpen)
        Scheduler::instance().open();
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
    const auto end = later(Clock::now(), duration);
    for (;;) {
        runAll();
        const auto next = nextDue(*m_stepper);
        if (next > end)
            break;
        Clock::stepTo(next); // the first step fires what is due
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
        const auto end = later(Clock::now(), deadline);
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
        }
    }
    deadline = std::clamp<std::chrono::milliseconds>(deadline, 0ms, longestWait);
    const QDeadlineTimer end(deadline);
    QTimer wakeUp; // else the loop might sleep past the deadline
    wakeUp.setTimerType(Qt::PreciseTimer); // others may be early, and sleep on then
    wakeUp.start(deadline + 1ms);
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
    QList<Failure> failures; // whose end is not told yet: who hears of one may have others end meanwhile
};

TaskSpy::TaskSpy(ViewModel &viewModel)
    : d(std::make_unique<Private>())
{
    QObject::connect(&viewModel, &ViewModel::taskFailed, d.get(),
                     [this](const QString &, const Failure &failure) { d->failures.append(failure); });
    QObject::connect(&viewModel, &ViewModel::taskFinished, d.get(), [this](const QString &name, Outcome outcome) {
        const bool failed = outcome == Outcome::Failed && !d->failures.isEmpty();
        d->ends.append({name, outcome, failed ? d->failures.takeLast() : Failure()});
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
