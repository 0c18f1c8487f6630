// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "loopthread_p.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

using namespace Qt::StringLiterals;

namespace Aside::Detail {

/// Where the thread is called, by events that carry nothing: what is to be done is under the lock.
class LoopThread::Worker : public QObject
{
public:
    explicit Worker(LoopThread &owner)
        : m_owner(owner)
        , m_timers([this] { fire(); })
    {
        m_timers.moveToThread(&owner.m_thread);
        moveToThread(&owner.m_thread);
    }

    RunTimers &timers() { return m_timers; }
    void call() { QCoreApplication::postEvent(this, new QEvent(QEvent::User)); }

protected:
    void customEvent(QEvent *) override { m_owner.drain(); }

private:
    void fire()
    {
        while (Run *const run = m_timers.takeDue())
            run->stepCoroutine();
        m_timers.arm();
    }

    LoopThread &m_owner;
    RunTimers m_timers;
};

LoopThread::LoopThread()
{
    m_thread.setObjectName(u"Aside Loop"_s);
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
        m_worker->call();
}

void LoopThread::start()
{
    m_worker = std::make_unique<Worker>(*this);
    m_stopping = false;
    m_thread.start();
}

RunTimers &LoopThread::timers()
{
    return m_worker->timers();
}

void LoopThread::drain()
{
    std::vector<RunPtr> incoming;
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping) {
            m_worker->timers().disarm(); // a timer can only be stopped on its thread
            m_thread.quit();
        }
        incoming.swap(m_incoming);
        m_draining = true;
        for (const RunPtr &run : incoming) {
            if (run->isCoroutine() && run->phase() == Run::Phase::Queued && !m_running.contains(run.data())) {
                m_running.insert(run.data());
                run->ref.ref();
            }
        }
    }
    for (RunPtr &run : incoming) {
        if (!run->isCoroutine()) {
            run->watchFuture();
            continue;
        }
        run->stepCoroutine();
        if (run->phase() == Run::Phase::Done)
            remove(*run);
    }
    incoming.clear(); // out of the lock: the last to hold a run destroys its functor
    const std::lock_guard lock(m_mutex);
    m_draining = false;
    notifyIfIdle();
}

void LoopThread::notifyIfIdle()
{
    if (isIdle())
        m_idle.notify_all();
}

void LoopThread::remove(Run &run)
{
    const std::lock_guard lock(m_mutex);
    if (!m_running.remove(&run))
        return;
    run.ref.deref(); // the set's; the caller holds another
    notifyIfIdle();
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
    return m_idle.wait_until(lock, deadline, [this] { return isIdle(); });
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
        m_stopping = true;
        m_worker->call();
    }
    m_thread.wait();
    const std::lock_guard lock(m_mutex);
    m_worker.reset();
}

} // namespace Aside::Detail
