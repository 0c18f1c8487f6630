// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "backgroundmodel.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace AsideDemo {

using namespace Aside;
using namespace Qt::StringLiterals;

namespace {

const QString ReadingPrefix = u"reading "_s;

RowRoles<Reading> roles()
{
    return RowRoles<Reading>{{"instance", &Reading::instance},
                             {"steps", &Reading::steps},
                             {"stale", &Reading::stale},
                             {"fresh", &Reading::fresh}}
        .id(&Reading::instance);
}

/// One step of an instance. False once the maximum is reached.
bool countOn(TaskContext &context, int instance, int steps)
{
    const int stale = context.value<int>(u"count"_s);
    return context.modify([&](LiveState &state) {
        const int fresh = state.value<int>(u"count"_s);
        const bool isBelow = fresh < state.value<int>(u"maximum"_s);
        if (isBelow)
            state.assign(u"count"_s, fresh + 1);
        state.assign(ReadingPrefix + QString::number(instance),
                     QVariant::fromValue(Reading{instance, steps, stale, fresh}));
        return isBelow;
    });
}

} // namespace

BackgroundModel::BackgroundModel(QObject *parent)
    : ViewModel(parent)
    , m_instances(roles())
    , m_fingerprint(std::make_unique<FingerprintModel>(token()))
{
    connect(this, &ViewModel::assignsChanged, this, &BackgroundModel::showReadings);
    connect(this, &ViewModel::taskFinished, this, &BackgroundModel::dropEnded);
    connect(this, &ViewModel::taskFailed, this,
            [this](const QString &, const Failure &failure) { problem = failure.message(); });
}

void BackgroundModel::start(int instances)
{
    if (count >= maximum) {
        problem = tr("The counter is at its maximum. Reset it, or count further.");
        return;
    }
    const int room = std::max(0, allowed - running);
    const int started = std::min(instances, room);
    int number = 1;
    for (int i = 0; i < started; ++i) {
        while (m_tasks.contains(number))
            ++number;
        startOne(number);
    }
    const QLocale locale;
    assign({{u"running"_s, int(m_tasks.size())},
            {u"problem"_s, started == instances
                 ? QString()
                 : tr("%1 of %2 started: no more than %3 may run at once. Stop some, or allow more.")
                       .arg(locale.toString(started), locale.toString(instances), locale.toString(allowed))}});
}

void BackgroundModel::startOne(int instance)
{
    m_instances.upsert(Reading{instance, 0, count, count});
    const Task task = background(u"count"_s, [instance, pace = m_pace](TaskContext &context) {
        for (int steps = 1; context.sleep(pace) && countOn(context, instance, steps);)
            ++steps;
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

void BackgroundModel::dropEnded()
{
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

} // namespace AsideDemo
