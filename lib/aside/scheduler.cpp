// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "scheduler_p.h"

#include "logging_p.h"
#include "settings.h"
#include "stepper_p.h"

#include <QCoreApplication>
#include <QThread>
#include <QtConcurrentRun>

#include <algorithm>
#include <tuple>
#include <utility>

#if defined(__x86_64__) || defined(__i386__)
#include <immintrin.h>
#endif

using namespace Qt::StringLiterals;

namespace Aside::Detail {

namespace {

// Null on threads that are no workers.
thread_local Workers *t_workers = nullptr;

void relax()
{
#if defined(__x86_64__) || defined(__i386__)
    _mm_pause();
#else
    QThread::yieldCurrentThread();
#endif
}

/// Locks what others hold for some nanoseconds only: sleeping until it is free would take longer.
void lockBriefly(std::unique_lock<std::mutex> &lock)
{
    for (int round = 0; round < 200; ++round) {
        if (lock.try_lock())
            return;
        relax();
    }
    lock.lock();
}

} // namespace

struct Workers::Pump
{
    RunPtr current;
};

Workers::Workers(const QString &name, int limit)
    : m_limit(limit)
{
    m_pool.setObjectName(name);
    m_pool.setMaxThreadCount(m_limit);
}

void Workers::add(RunPtr run)
{
    Run *const added = run.take();
    const bool urgent = added->priority() == Priority::High; // once it is in the list, it may be gone
    Run *newest = m_incoming.load(std::memory_order_relaxed);
    do {
        added->m_nextQueued = newest;
    } while (!m_incoming.compare_exchange_weak(newest, added));
    if (urgent)
        m_anyUrgent.store(true, std::memory_order_relaxed);
    // All of this is sequentially consistent: a pump that lingers, pauses or leaves says so first and
    // looks for runs then, so one of both sees the other.
    for (int free = m_lingering.load(); free > 0;) {
        if (m_lingering.compare_exchange_weak(free, free - 1))
            return; // one that lingers is spoken for: it comes for this run
    }
    if (m_working.load() < m_limit)
        startPumpIfNeeded();
}

void Workers::startPumpIfNeeded()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_working >= m_limit || !hasQueued())
            return;
        ++m_working;
    }
    startPump();
}

void Workers::startPump()
{
    // A pump tells of its runs by other ways than this future.
    std::ignore = QtConcurrent::run(&m_pool, [this] { pump(); });
}

void Workers::pump()
{
    t_workers = this;
    Pump self;
    RunPtr done; // to be delivered outside of the lock
    std::unique_lock lock(m_mutex);
    m_pumps.push_back(&self);
    for (;;) {
        // After a pause there may be more at work than the limit; the surplus leaves here.
        Run *const first = m_working <= m_limit ? takeFirst() : nullptr;
        if (first) {
            self.current = RunPtr(first, QAdoptSharedDataTag()); // the queue's reference
            lock.unlock();
            Run::deliver(std::move(done));
            first->execute();
            lockBriefly(lock);
            self.current.swap(done);
            continue;
        }
        if (m_working <= m_limit && linger(lock, done))
            continue;
        --m_working;
        if (m_working >= m_limit || !hasQueued())
            break;
        ++m_working;
    }
    // Who waits for the last pump may rely on all being delivered, and on nothing of users' being called.
    lock.unlock();
    Run::deliver(std::move(done));
    lock.lock();
    std::erase(m_pumps, &self);
    m_idle.notify_all();
    lock.unlock();
    t_workers = nullptr;
}

void Workers::Queue::append(Run *run)
{
    run->m_nextQueued = nullptr;
    (first ? last->m_nextQueued : first) = run;
    last = run;
}

Run *Workers::Queue::take()
{
    Run *const taken = first;
    if (taken)
        first = taken->m_nextQueued;
    return taken;
}

Run *Workers::takeFirst()
{
    // Newcomers are looked at once those before them are gone, or if one of them is urgent.
    if (!m_waiting.load(std::memory_order_relaxed) || m_anyUrgent.load(std::memory_order_relaxed))
        takeIncoming();
    Run *taken = nullptr;
    for (size_t priority = m_queues.size(); priority-- > 0 && !taken;)
        taken = m_queues[priority].take();
    m_waiting.store(std::any_of(m_queues.begin(), m_queues.end(), [](const Queue &queue) { return queue.first; }),
                    std::memory_order_relaxed);
    return taken;
}

void Workers::takeIncoming()
{
    m_anyUrgent.store(false, std::memory_order_relaxed);
    Run *newest = m_incoming.exchange(nullptr);
    Run *oldest = nullptr;
    while (newest) {
        Run *const older = std::exchange(newest->m_nextQueued, oldest);
        oldest = std::exchange(newest, older);
    }
    while (oldest) {
        Run *const run = oldest;
        oldest = run->m_nextQueued;
        m_queues[size_t(run->priority())].append(run);
    }
}

bool Workers::linger(std::unique_lock<std::mutex> &lock, RunPtr &done)
{
    // A pump looks around for some microseconds before it leaves, so that a burst that comes a little
    // slower than it is worked off does not start a thread for every few runs. It yields meanwhile: the
    // one who would add a run may need this core.
    constexpr std::chrono::microseconds patience(50);
    ++m_lingerers;
    ++m_lingering;
    lock.unlock();
    Run::deliver(std::move(done));
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!m_incoming.load(std::memory_order_relaxed) && !m_waiting.load(std::memory_order_relaxed)
           && std::chrono::steady_clock::now() < end) {
        for (int round = 0; round < 20; ++round)
            relax();
        QThread::yieldCurrentThread();
    }
    lock.lock();
    // Of those that linger still, no more than they are can be free.
    --m_lingerers;
    for (int free = m_lingering.load(); free > m_lingerers;) {
        if (m_lingering.compare_exchange_weak(free, m_lingerers))
            break;
    }
    return hasQueued();
}

void Workers::beginPause()
{
    --m_working;
    m_pool.releaseThread();
    startPumpIfNeeded();
}

void Workers::endPause()
{
    m_pool.reserveThread();
    ++m_working;
}

void Workers::countCanceled()
{
    if (++m_canceledRuns < m_sweepAt.load())
        return;
    std::vector<RunPtr> canceled; // freed outside of the lock
    const std::lock_guard lock(m_mutex);
    m_canceledRuns = 0;
    takeIncoming();
    int left = 0;
    bool waiting = false;
    for (Queue &queue : m_queues) {
        Queue kept;
        while (Run *const run = queue.take()) {
            if (run->phase() == Run::Phase::Done) {
                canceled.emplace_back(run, QAdoptSharedDataTag());
            } else {
                kept.append(run);
                ++left;
            }
        }
        queue = kept;
        waiting |= kept.first != nullptr;
    }
    m_waiting.store(waiting, std::memory_order_relaxed);
    m_sweepAt = std::max(1024, left); // so that this costs no more than a few steps a run
}

void Workers::cancelAll()
{
    std::vector<RunPtr> running;
    std::vector<RunPtr> queued;
    {
        const std::lock_guard lock(m_mutex);
        while (Run *const first = takeFirst())
            queued.emplace_back(first, QAdoptSharedDataTag());
        for (const Pump *pump : m_pumps) {
            if (pump->current)
                running.push_back(pump->current);
        }
    }
    for (const RunPtr &run : queued)
        run->cancel();
    for (const RunPtr &run : running)
        run->cancel();
}

bool Workers::waitUntilIdle(std::chrono::steady_clock::time_point deadline)
{
    std::unique_lock lock(m_mutex);
    // A pump that was started counts as working before its thread begins with it.
    return m_idle.wait_until(lock, deadline, [this] { return m_pumps.empty() && m_working == 0; });
}

QStringList Workers::namesOfRunning()
{
    QStringList names;
    const std::lock_guard lock(m_mutex);
    for (const Pump *pump : m_pumps) {
        if (pump->current)
            names.append(pump->current->name());
    }
    return names;
}

Scheduler::Scheduler()
    // The GUI thread wants a core too, but with one worker a long run would hold up all others.
    : m_compute(u"Aside Compute"_s, std::max(2, QThread::idealThreadCount()))
    , m_io(u"Aside Io"_s, 64)
{
}

Scheduler &Scheduler::instance()
{
    // Never destroyed: a pool's destructor waits for its threads, and one may never end.
    static auto *const scheduler = new Scheduler;
    return *scheduler;
}

void Scheduler::add(const RunPtr &run)
{
    if (const auto stepper = Stepper::active()) [[unlikely]]
        stepper->add(run);
    else if (run->isCoroutine())
        m_loop.add(run);
    else
        lane(run->lane()).add(run);
}

void Scheduler::watch(RunPtr run)
{
    if (run->isCoroutine())
        return; // it says itself when it goes on
    if (Stepper::active()) [[unlikely]]
        run->sendPending();
    else if (isOpen())
        m_loop.add(std::move(run));
}

Timers::Key Scheduler::lookAt(const RunPtr &run, Clock::Time time)
{
    if (const auto stepper = Stepper::active()) {
        stepper->lookAt(run, time);
        return {};
    }
    // Without a reference: who waits forgets the timer before it goes, and a coroutine holds its run.
    return m_loop.timers().add(time, run.data());
}

void Scheduler::forget(Timers::Key &key)
{
    if (key.number != 0)
        m_loop.timers().remove(key);
}

bool Scheduler::waitUntilIdle(std::chrono::steady_clock::time_point deadline)
{
    return m_compute.waitUntilIdle(deadline) && m_io.waitUntilIdle(deadline) && m_loop.waitUntilIdle(deadline);
}

void Scheduler::shutDown()
{
    m_compute.cancelAll();
    m_io.cancelAll();
    m_loop.cancelAll();
    const auto grace = quitGrace();
    if (waitUntilIdle(std::chrono::steady_clock::now() + grace)) {
        m_loop.stop();
        return;
    }
    const QStringList stragglers = m_compute.namesOfRunning() + m_io.namesOfRunning() + m_loop.namesOfRunning();
    for (const QString &name : stragglers) {
        qCWarning(lcTask).nospace() << "leaving without task " << name << ": it ignored its cancellation for "
                                    << grace.count() << " ms";
    }
}

Pause::Pause()
    : m_workers(t_workers)
{
    if (m_workers)
        m_workers->beginPause();
}

Pause::~Pause()
{
    if (m_workers)
        m_workers->endPause();
}

} // namespace Aside::Detail
