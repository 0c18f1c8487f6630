// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "backgroundmodel.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace AsideDemo {

using namespace Aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString ReadingPrefix = u"reading "_s;
constexpr auto Beat = 500ms; // between two measurements of the speed

QString readingKey(int instance)
{
    return ReadingPrefix + QString::number(instance);
}

RowRoles<Reading> roles()
{
    return RowRoles<Reading>{{"instance", &Reading::instance},
                             {"steps", &Reading::steps},
                             {"stale", &Reading::stale},
                             {"fresh", &Reading::fresh}}
        .id(&Reading::instance);
}

/// One step of an instance. Where the counter is of its maximum then; nothing once it is there.
std::optional<double> countOn(TaskContext &context, int instance, int steps)
{
    const int stale = context.value<int>(u"count"_s);
    return context.modify([&](LiveState &state) -> std::optional<double> {
        const int fresh = state.value<int>(u"count"_s);
        const int maximum = state.value<int>(u"maximum"_s);
        state.assign(readingKey(instance), QVariant::fromValue(Reading{instance, steps, stale, fresh}));
        if (fresh >= maximum)
            return {};
        state.assign(u"count"_s, fresh + 1);
        return double(fresh + 1) / double(maximum);
    });
}

} // namespace

BackgroundModel::BackgroundModel(QObject *parent)
    : ViewModel(parent)
    , m_instances(roles())
    , m_fingerprint(std::make_unique<FingerprintModel>(token()))
{
    connect(this, &ViewModel::assignsChanged, this, &BackgroundModel::showReadings);
    connect(this, &ViewModel::taskFinished, this, &BackgroundModel::dropEndedSoon);
    connect(this, &ViewModel::taskFailed, this,
            [this](const QString &, const Failure &failure) { problem = failure.message(); });
    m_clock.start();
    m_beat.setInterval(Beat);
    connect(&m_beat, &QTimer::timeout, this, &BackgroundModel::measure);
    connect(this, &BackgroundModel::runningChanged, this, [this] {
        if ((running > 0) != m_beat.isActive())
            running > 0 ? m_beat.start() : m_beat.stop();
        measure();
    });
}

void BackgroundModel::start(int instances)
{
    if (count >= maximum) {
        problem = tr("The counter is at its maximum. Reset it, or count further.");
        return;
    }
    dropEnded();
    const int started = std::min(instances, std::max(0, allowed - running));
    // What an instance of the same number has read before goes: a reading that is equal to it would not show.
    Assigns readings;
    RowChanges<Reading> rows;
    QList<int> numbers;
    for (int number = 1; numbers.size() < started; ++number) {
        if (m_tasks.contains(number))
            continue;
        const Reading none{number, 0, count, count};
        readings.set(readingKey(number), QVariant::fromValue(none));
        rows.upsert(none);
        numbers.append(number);
    }
    assign(std::move(readings));
    m_instances.apply(std::move(rows));
    for (const int number : std::as_const(numbers))
        startOne(number);
    const QLocale locale;
    assign({{u"running"_s, int(m_tasks.size())},
            {u"problem"_s, started == instances
                 ? QString()
                 : tr("%1 of %2 started: no more than %3 may run at once. Stop some, or allow more.")
                       .arg(locale.toString(started), locale.toString(instances), locale.toString(allowed))}});
}

void BackgroundModel::startOne(int instance)
{
    const Task task = background(u"count"_s, [instance, pace = m_pace](TaskContext &context) {
        for (int steps = 1; context.sleep(pace); ++steps) {
            const auto progress = countOn(context, instance, steps);
            if (!progress)
                break;
            context.setProgress(*progress);
        }
    });
    m_tasks.emplace(instance, task);
}

void BackgroundModel::stop(int instance)
{
    const auto found = m_tasks.find(instance);
    if (found != m_tasks.end())
        Task(found->second).cancel(); // a copy: the end of the run takes it out
}

void BackgroundModel::stopAll()
{
    cancelAsync(u"count"_s);
    problem = QString();
}

void BackgroundModel::reset()
{
    assign({{u"count"_s, 0}, {u"problem"_s, QString()}});
}

void BackgroundModel::changeMaximum(const QString &text)
{
    if (const int number = numberFrom(text, tr("The maximum"), HighestMaximum))
        assign({{u"maximum"_s, number}, {u"problem"_s, QString()}});
}

void BackgroundModel::changeAllowed(const QString &text)
{
    if (const int number = numberFrom(text, tr("How many may run at once"), MostInstances))
        assign({{u"allowed"_s, number}, {u"problem"_s, QString()}});
}

int BackgroundModel::numberFrom(const QString &text, const QString &what, int highest)
{
    const QLocale locale;
    bool isNumber = false;
    int number = locale.toInt(text.trimmed(), &isNumber);
    if (!isNumber)
        number = text.trimmed().toInt(&isNumber);
    if (isNumber && number >= 1 && number <= highest)
        return number;
    problem = tr("%1 is a number from 1 to %2, and not “%3”.").arg(what, locale.toString(highest), text.trimmed());
    return 0;
}

void BackgroundModel::openFingerprint()
{
    if (m_fingerprint)
        return;
    m_fingerprint = std::make_unique<FingerprintModel>(token());
    Q_EMIT fingerprintChanged();
}

void BackgroundModel::closeFingerprint()
{
    const auto closed = std::exchange(m_fingerprint, nullptr);
    Q_EMIT fingerprintChanged(); // views let go of it before it goes
}

void BackgroundModel::showReadings(const QStringList &keys)
{
    RowChanges<Reading> changes;
    for (const QString &key : keys) {
        if (!key.startsWith(ReadingPrefix))
            continue;
        const auto reading = value(key).value<Reading>();
        if (m_tasks.contains(reading.instance))
            changes.upsert(reading);
    }
    m_instances.apply(std::move(changes));
}

/// Many end at once: all of them are taken out in one go.
void BackgroundModel::dropEndedSoon()
{
    if (!std::exchange(m_isDropDue, true))
        QMetaObject::invokeMethod(this, &BackgroundModel::dropEnded, Qt::QueuedConnection);
}

void BackgroundModel::dropEnded()
{
    if (!std::exchange(m_isDropDue, false))
        return;
    RowChanges<Reading> changes;
    for (auto task = m_tasks.begin(); task != m_tasks.end();) {
        if (task->second.isActive()) {
            ++task;
        } else {
            changes.remove(task->first);
            task = m_tasks.erase(task);
        }
    }
    m_instances.apply(std::move(changes));
    running = int(m_tasks.size());
}

void BackgroundModel::measure()
{
    if (running == 0)
        m_speed.clear();
    perSecond = m_speed.add(m_clock.elapsed(), count);
}

QString BackgroundModel::progressWords(int count, int maximum, double perSecond)
{
    const QLocale locale;
    const QString share = tr("%1%").arg(qint64(count) * 100 / std::max(1, maximum));
    if (perSecond < 0.5)
        return share;
    const QString speed = tr("%1 · %2 steps/s").arg(share, locale.toString(qRound64(perSecond)));
    const qint64 left = std::llround(std::ceil(double(maximum - count) / perSecond));
    if (left <= 0)
        return speed;
    return left < 100 ? tr("%1 · %2 s left").arg(speed, locale.toString(left))
                      : tr("%1 · %2 min left").arg(speed, locale.toString((left + 59) / 60));
}

} // namespace AsideDemo
