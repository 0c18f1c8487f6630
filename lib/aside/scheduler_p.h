// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "loopthread_p.h"
#include "run.h"
#include "timers_p.h"

#include <QStringList>
#include <QThreadPool>

#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace Aside::Detail {

/// The workers of one lane: they run functors on a thread pool of its own, so many at a time.
///
/// Runs wait in a list here and not in the pool: a few pumps, which are what Qt Concurrent runs, take
/// one after another. So a burst of short runs costs one start of a thread, and not one each; and
/// adding a run takes no lock as long as every pump is at work.
class Workers
{
public:
    Workers(const QString &name, int limit);

    void add(RunPtr run);
    /// The thread that calls this waits: until endPause() another may work in its place.
    void beginPause();
    void endPause();

    /// A run in the queue was canceled. Now and then all of these are freed, so that a name that is
    /// started again and again while every worker is busy takes no room.
    void countCanceled();
    /// Forgets what is queued and cancels what is running.
    void cancelAll();
    /// Waits until nothing is running; false if it took longer.
    bool waitUntilIdle(std::chrono::steady_clock::time_point deadline);
    QStringList namesOfRunning();

private:
    struct Pump;
    struct Queue
    {
        Run *first = nullptr; // oldest first; each holds a reference
        Run *last = nullptr;

        void append(Run *run);
        Run *take();
    };

    void startPump();
    void startPumpIfNeeded();
    void pump();
    bool hasQueued() const { return m_waiting.load(std::memory_order_relaxed) || m_incoming.load(); }
    Run *takeFirst();
    void takeIncoming();
    /// Whether more has come while the calling pump looked around for it.
    bool linger(std::unique_lock<std::mutex> &lock, RunPtr &done);

    QThreadPool m_pool;
    const int m_limit;

    std::atomic<Run *> m_incoming = nullptr; // newest first; each holds a reference
    std::atomic<int> m_working = 0; // pumps that are started, less those that pause
    std::atomic<int> m_lingering = 0; // pumps that look around, and that nobody has spoken for
    std::atomic<bool> m_waiting = false; // there are queued runs in m_queues
    std::atomic<bool> m_anyUrgent = false; // one that came is of high priority
    std::atomic<int> m_canceledRuns = 0; // since the last sweep
    std::atomic<int> m_sweepAt = 1024; // canceled runs

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_idle;
    int m_lingerers = 0;
    std::array<Queue, 3> m_queues; // by priority
    std::vector<Pump *> m_pumps;
};

/// Where and when functors run. All that Aside knows of Qt Concurrent is behind this class.
class Scheduler
{
public:
    static Scheduler &instance();

    /// Hands it to its lane, or to who steps runs.
    void add(const RunPtr &run);
    Workers &lane(Lane lane = Lane::Compute) { return lane == Lane::Io ? m_io : m_compute; }
    /// Has the run watch its future, where no flood of them holds up a window.
    void watch(RunPtr run);
    /// Has the coroutine look whether it is time to go on, then. On its thread.
    Timers::Key lookAt(const RunPtr &run, Clock::Time time);
    void forget(Timers::Key &key);
    void coroutineEnded(const RunPtr &run) { m_loop.remove(*run); }
    /// Waits until no worker is at work, and no coroutine is left; false if it took longer.
    bool waitUntilIdle(std::chrono::steady_clock::time_point deadline);
    /// False once the application, or a test that steps runs, is leaving: nothing starts then.
    bool isOpen() const { return m_open; }
    void open()
    {
        m_open = true;
        m_leaving = false;
    }
    /// True once the application is leaving for good, and not only a test that has stepped runs.
    bool isLeaving() const { return m_leaving; }
    void setLeaving() { m_leaving = true; }
    /// False if it was closed already.
    bool close() { return m_open.exchange(false); }
    /// Cancels everything, waits for it no longer than quitGrace(), and names what goes on in the log.
    void shutDown();

private:
    Scheduler();

    std::atomic<bool> m_open = true;
    std::atomic<bool> m_leaving = false;
    Workers m_compute;
    Workers m_io;
    LoopThread m_loop;
};

/// While it lives, the calling run does not count as working, so that another may take its thread.
class Pause
{
public:
    Pause();
    ~Pause();
    Q_DISABLE_COPY_MOVE(Pause)

private:
    Workers *const m_workers;
};

} // namespace Aside::Detail
