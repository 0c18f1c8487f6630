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
    bool start = false;
    {
        const std::lock_guard lock(m_mutex);
        added->m_nextQueued = nullptr;
        (m_last ? m_last->m_nextQueued : m_first) = added;
        m_last = added;
        m_queued.fetch_add(1, std::memory_order_relaxed);
        if (m_lingering) {
            m_lingering = false; // that pump is spoken for: it comes for this run
        } else if (m_working < m_limit) {
            ++m_working;
            start = true;
        }
    }
    if (start)
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
    RunPtr done; // freed outside of the lock, since what a run holds is its user's
    std::unique_lock lock(m_mutex);
    m_pumps.push_back(&self);
    // After a pause there may be more at work than the limit; the surplus leaves here.
    while (m_working <= m_limit) {
        Run *const first = takeFirst();
        if (!first && linger(lock, done))
            continue;
        if (!first)
            break;
        self.current = RunPtr(first, QAdoptSharedDataTag()); // the queue's reference
        lock.unlock();
        done.reset();
        first->execute();
        lock.lock();
        self.current.swap(done);
    }
    --m_working;
    std::erase(m_pumps, &self);
    m_idle.notify_all();
    lock.unlock();
    t_lane = nullptr;
}

Run *Lane::takeFirst()
{
    Run *const first = m_first;
    if (first) {
        m_first = first->m_nextQueued;
        if (!m_first)
            m_last = nullptr;
        m_queued.fetch_sub(1, std::memory_order_relaxed);
    }
    return first;
}

bool Lane::linger(std::unique_lock<std::mutex> &lock, RunPtr &done)
{
    // Starting a thread costs more than a short run: one pump looks around for some microseconds
    // before it leaves, so that a burst that comes a little slower than it is worked off is cheap.
    constexpr int rounds = 400;
    if (m_lingering)
        return false;
    m_lingering = true;
    lock.unlock();
    done.reset();
    for (int round = 0; round < rounds && m_queued.load(std::memory_order_relaxed) == 0; ++round)
        relax();
    lock.lock();
    const bool spokenFor = !m_lingering;
    m_lingering = false;
    return spokenFor || m_first;
}

void Lane::beginPause()
{
    bool start = false;
    {
        const std::lock_guard lock(m_mutex);
        --m_working;
        if (m_first && m_working < m_limit) {
            ++m_working;
            start = true;
        }
    }
    m_pool.releaseThread();
    if (start)
        startPump();
}

void Lane::endPause()
{
    m_pool.reserveThread();
    const std::lock_guard lock(m_mutex);
    ++m_working;
}

void Lane::cancelAll()
{
    std::vector<RunPtr> running;
    Run *queued = nullptr;
    {
        const std::lock_guard lock(m_mutex);
        queued = std::exchange(m_first, nullptr);
        m_last = nullptr;
        m_queued = 0;
        for (const Pump *pump : m_pumps) {
            if (pump->current)
                running.push_back(pump->current);
        }
    }
    while (queued) {
        const RunPtr run(queued, QAdoptSharedDataTag());
        queued = run->m_nextQueued;
        run->cancel();
    }
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
