// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "loopthread_p.h"

#include "settings.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Aside::Detail {

class LoopThread::Worker : public QObject
{
};

LoopThread::LoopThread()
{
    m_thread.setObjectName(u"Aside Coroutines"_s);
}

LoopThread::~LoopThread() = default;

void LoopThread::add(RunPtr run)
{
    const std::lock_guard lock(m_mutex);
    if (!m_worker)
        start();
    const bool first = m_incoming.empty();
    m_incoming.push_back(std::move(run));
    if (first)
        QMetaObject::invokeMethod(m_worker.get(), [this] { drain(); }, Qt::QueuedConnection);
}

void LoopThread::start()
{
    m_worker = std::make_unique<Worker>();
    m_worker->moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this] {
            m_timers = std::make_unique<Timers>([this] {
                while (const std::function<void()> call = m_timers->takeDue())
                    call();
                m_timers->arm();
            });
        },
        Qt::QueuedConnection);
    m_thread.start();
}

void LoopThread::drain()
{
    std::vector<RunPtr> incoming;
    {
        const std::lock_guard lock(m_mutex);
        incoming.swap(m_incoming);
        for (const RunPtr &run : incoming) {
            if (run->phase() == Run::Phase::Queued && !m_running.contains(run.data())) {
                m_running.insert(run.data());
                run->ref.ref();
            }
        }
    }
    for (RunPtr &run : incoming) {
        run->stepCoroutine();
        if (run->phase() == Run::Phase::Done)
            remove(*run);
    }
}

void LoopThread::remove(Run &run)
{
    const std::lock_guard lock(m_mutex);
    if (!m_running.remove(&run))
        return;
    run.ref.deref(); // the set's; the caller holds another
    if (m_running.isEmpty())
        m_idle.notify_all();
}

void LoopThread::cancelAll()
{
    std::vector<RunPtr> runs;
    {
        const std::lock_guard lock(m_mutex);
        for (Run *const run : std::as_const(m_running))
            runs.emplace_back(run);
        for (const RunPtr &run : m_incoming)
            runs.push_back(run);
    }
    for (const RunPtr &run : runs)
        run->cancel();
}

bool LoopThread::waitUntilIdle(std::chrono::steady_clock::time_point deadline)
{
    std::unique_lock lock(m_mutex);
    return m_idle.wait_until(lock, deadline, [this] { return m_running.isEmpty() && m_incoming.empty(); });
}

QStringList LoopThread::namesOfRunning()
{
    QStringList names;
    const std::lock_guard lock(m_mutex);
    for (const Run *const run : std::as_const(m_running))
        names.append(run->name());
    return names;
}

void LoopThread::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_worker)
            return;
        QMetaObject::invokeMethod(m_worker.get(), [this] { m_timers.reset(); }, Qt::QueuedConnection);
    }
    QMetaObject::invokeMethod(m_worker.get(), [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
    const std::lock_guard lock(m_mutex);
    m_worker.reset();
}

} // namespace Aside::Detail
