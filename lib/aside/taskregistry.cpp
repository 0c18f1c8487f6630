// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "taskregistry.h"

#include "logging_p.h"
#include "mailbox_p.h"
#include "runrecord_p.h"
#include "tasktable_p.h"

#include <QCoreApplication>
#include <QMetaMethod>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <utility>

namespace Aside {

namespace Detail {

namespace {

struct Live
{
    std::mutex mutex;
    std::map<quint64, std::pair<Run *, const RunRecord *>> runs; // alive as long as they are listed
};

Live &live()
{
    static auto *const all = new Live; // home threads may outlive static destructors
    return *all;
}

template<typename Emit>
void guarded(Emit emit)
{
    try {
        emit();
    } catch (...) {
        qCWarning(lcTask) << "a slot of the TaskRegistry threw:" << Failure::fromCurrentException().message();
    }
}

} // namespace

void Books::add(Run &run, RunRecord &record)
{
    const std::lock_guard lock(live().mutex);
    live().runs.emplace(record.id, std::pair(&run, &record));
    record.isListed = true;
}

void Books::remove(RunRecord &record)
{
    const std::lock_guard lock(live().mutex);
    live().runs.erase(record.id);
    record.isListed = false;
}

void News::progress(Run &run, RunRecord &record)
{
    if (!std::exchange(record.isNews, true))
        m_progressed.emplace_back(&run);
}

void News::tell()
{
    if (isEmpty()) [[likely]]
        return;
    // Slots may start and end runs, or serve events.
    const auto started = std::exchange(m_started, {});
    const auto ended = std::exchange(m_ended, {});
    QList<TaskInfo> progressed;
    for (const RunPtr &run : std::exchange(m_progressed, {})) {
        RunRecord &record = *run->m_record.load(std::memory_order_relaxed);
        record.isNews = false;
        if (run->m_table)
            progressed.append(record.describeLive(*run));
    }
    TaskRegistry &registry = TaskRegistry::instance();
    if (!started.isEmpty())
        guarded([&] { Q_EMIT registry.started(started); });
    if (!progressed.isEmpty())
        guarded([&] { Q_EMIT registry.progressed(progressed); });
    if (!ended.isEmpty())
        guarded([&] { Q_EMIT registry.ended(ended); });
    registry.lookAway();
}

} // namespace Detail

using Detail::Watchers;

namespace {

std::atomic<bool> s_forGood = false;
std::atomic<int> s_connections = 0; // how many there were ever

} // namespace

TaskRegistry::TaskRegistry()
{
    if (const QCoreApplication *const application = QCoreApplication::instance())
        moveToThread(application->thread());
}

TaskRegistry::~TaskRegistry() = default;

TaskRegistry &TaskRegistry::instance()
{
    // Never destroyed: home threads may outlive static destructors.
    static auto *const registry = new TaskRegistry;
    return *registry;
}

QList<TaskInfo> TaskRegistry::live()
{
    look(!Watchers::has(Watchers::Listeners));
    QList<TaskInfo> tasks;
    const std::lock_guard lock(Detail::live().mutex);
    tasks.reserve(qsizetype(Detail::live().runs.size()));
    for (const auto &[id, entry] : Detail::live().runs)
        tasks.append(entry.second->describeLive(*entry.first));
    return tasks;
}

int TaskRegistry::count()
{
    look(!Watchers::has(Watchers::Listeners));
    const std::lock_guard lock(Detail::live().mutex);
    return int(Detail::live().runs.size());
}

bool TaskRegistry::cancel(qulonglong id)
{
    Detail::RunPtr run;
    Detail::Inbox *elsewhere = nullptr;
    {
        const std::lock_guard lock(Detail::live().mutex);
        const auto found = Detail::live().runs.find(id);
        if (found == Detail::live().runs.end())
            return false;
        Detail::Inbox *const inbox = Detail::Inbox::of(*found->second.first);
        if (inbox->isHome())
            run = found->second.first;
        else
            elsewhere = inbox;
    }
    if (!elsewhere)
        return Detail::TaskTable::cancelLive(*run);
    // By its id, so that this thread never is the last to hold what belongs to that one.
    elsewhere->call([id](Detail::Mailbox &) { instance().cancel(id); });
    return true;
}

void TaskRegistry::look(bool forGood)
{
    if (forGood)
        s_forGood = true;
    if (Watchers::has(Watchers::Registry))
        return;
    Watchers::add(Watchers::Registry);
    Detail::Mailbox::recordEverywhere();
}

void TaskRegistry::lookAway()
{
    const int connections = s_connections;
    if (hasListeners())
        return;
    Watchers::remove(Watchers::Listeners);
    if (!s_forGood)
        Watchers::remove(Watchers::Registry);
    if (s_connections == connections)
        return;
    // Somebody has connected meanwhile.
    Watchers::add(Watchers::Listeners);
    look(false);
}

bool TaskRegistry::hasListeners() const
{
    static const QMetaMethod signals_[] = {QMetaMethod::fromSignal(&TaskRegistry::started),
                                           QMetaMethod::fromSignal(&TaskRegistry::progressed),
                                           QMetaMethod::fromSignal(&TaskRegistry::ended)};
    return std::any_of(std::begin(signals_), std::end(signals_), [this](const QMetaMethod &signal) { return isSignalConnected(signal); });
}

void TaskRegistry::connectNotify(const QMetaMethod &signal)
{
    // Any thread.
    if (signal != QMetaMethod::fromSignal(&QObject::destroyed) && signal != QMetaMethod::fromSignal(&QObject::objectNameChanged)) {
        ++s_connections;
        Watchers::add(Watchers::Listeners);
        look(false);
    }
    QObject::connectNotify(signal);
}

} // namespace Aside
