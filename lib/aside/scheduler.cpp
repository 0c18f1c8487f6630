// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "scheduler_p.h"

#include "logging_p.h"
#include "settings.h"

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
thread_local Lane *t_lane = nullptr;

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

struct Lane::Pump
{
    RunPtr current;
};

Lane::Lane(const QString &name)
    // The GUI thread wants a core too, but with one worker a long run would hold up all others.
    : m_limit(std::max(2, QThread::idealThreadCount()))
{
    m_pool.setObjectName(name);
    m_pool.setMaxThreadCount(m_limit);
}

void Lane::add(RunPtr run)
{
    Run *const added = run.take();
    Run *newest = m_incoming.load(std::memory_order_relaxed);
    do {
        added->m_nextQueued = newest;
    } while (!m_incoming.compare_exchange_weak(newest, added));
    // All of this is sequentially consistent: a pump that lingers, pauses or leaves says so first and
    // looks for runs then, so one of both sees the other.
    for (int free = m_lingering.load(); free > 0;) {
        if (m_lingering.compare_exchange_weak(free, free - 1))
            return; // one that lingers is spoken for: it comes for this run
    }
    if (m_working.load() < m_limit)
        startPumpIfNeeded();
}

void Lane::startPumpIfNeeded()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_working >= m_limit || !hasQueued())
            return;
        ++m_working;
    }
    startPump();
}

void Lane::startPump()
{
    // A pump tells of its runs by other ways than this future.
    std::ignore = QtConcurrent::run(&m_pool, [this] { pump(); });
}

void Lane::pump()
{
    t_lane = this;
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
    t_lane = nullptr;
}

Run *Lane::takeFirst()
{
    if (!m_first)
        takeIncoming(m_first);
    Run *const first = m_first;
    if (first)
        m_first = first->m_nextQueued;
    m_waiting.store(m_first, std::memory_order_relaxed);
    return first;
}

void Lane::takeIncoming(Run *&end)
{
    Run *newest = m_incoming.exchange(nullptr);
    while (newest) {
        Run *const older = std::exchange(newest->m_nextQueued, end);
        end = std::exchange(newest, older);
    }
}

bool Lane::linger(std::unique_lock<std::mutex> &lock, RunPtr &done)
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

void Lane::beginPause()
{
    --m_working;
    m_pool.releaseThread();
    startPumpIfNeeded();
}

void Lane::endPause()
{
    m_pool.reserveThread();
    ++m_working;
}

void Lane::countCanceled()
{
    if (++m_canceledRuns < m_sweepAt.load())
        return;
    std::vector<RunPtr> canceled; // freed outside of the lock
    const std::lock_guard lock(m_mutex);
    m_canceledRuns = 0;
    int left = 0;
    Run **end = &m_first;
    for (bool more = true; more;) {
        while (Run *const run = *end) {
            if (run->phase() == Run::Phase::Done) {
                *end = run->m_nextQueued;
                canceled.emplace_back(run, QAdoptSharedDataTag());
            } else {
                end = &run->m_nextQueued;
                ++left;
            }
        }
        takeIncoming(*end);
        more = *end;
    }
    m_sweepAt = std::max(1024, left); // so that this costs no more than a few steps a run
}

void Lane::cancelAll()
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

bool Lane::waitUntilIdle(std::chrono::steady_clock::time_point deadline)
{
    std::unique_lock lock(m_mutex);
    return m_idle.wait_until(lock, deadline, [this] { return m_pumps.empty(); });
}

QStringList Lane::namesOfRunning()
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
    : m_lane(u"Aside Compute"_s)
{
}

Scheduler &Scheduler::instance()
{
    // Never destroyed: a pool's destructor waits for its threads, and one may never end.
    static auto *const scheduler = new Scheduler;
    return *scheduler;
}

void Scheduler::shutDown()
{
    m_lane.cancelAll();
    const auto grace = quitGrace();
    if (m_lane.waitUntilIdle(std::chrono::steady_clock::now() + grace))
        return;
    const QStringList stragglers = m_lane.namesOfRunning();
    for (const QString &name : stragglers) {
        qCWarning(lcTask).nospace() << "leaving without task " << name << ": it ignored its cancellation for "
                                    << grace.count() << " ms";
    }
}

Pause::Pause()
    : m_lane(t_lane)
{
    if (m_lane)
        m_lane->beginPause();
}

Pause::~Pause()
{
    if (m_lane)
        m_lane->endPause();
}

} // namespace Aside::Detail
