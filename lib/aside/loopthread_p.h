// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "run.h"
#include "timers_p.h"

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QThread>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace Aside::Detail {

/// The thread of the coroutines, and of those who watch futures, with an event loop. It is there from the
/// first of them on.
class LoopThread
{
public:
    LoopThread();
    ~LoopThread();
    Q_DISABLE_COPY_MOVE(LoopThread)

    // Any thread.
    /// Starts the coroutine there, or has it look whether what it waits for has come; or has the run watch
    /// its future. Soon.
    void add(RunPtr run);
    /// The run has ended.
    void remove(Run &run);
    void cancelAll();
    /// Waits until no coroutine is left; false if it took longer.
    bool waitUntilIdle(std::chrono::steady_clock::time_point deadline);
    QStringList namesOfRunning();
    /// Ends the thread. Nothing runs there any more.
    void stop();

    // On that thread.
    RunTimers &timers();

private:
    class Worker;

    void drain();
    void start();
    bool isIdle() const { return m_running.isEmpty() && m_incoming.empty() && !m_draining; }
    void notifyIfIdle();

    QThread m_thread;
    std::mutex m_mutex; // guards what follows, but for what is called on that thread
    std::unique_ptr<Worker> m_worker; // lives there
    bool m_stopping = false;
    bool m_draining = false;
    std::condition_variable m_idle;
    std::vector<RunPtr> m_incoming;
    QSet<Run *> m_running; // each holds a reference
};

} // namespace Aside::Detail
