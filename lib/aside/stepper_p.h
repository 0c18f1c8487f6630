// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "run.h"
#include "timers_p.h"

#include <condition_variable>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace Aside::Detail {

class Waiter;

/// In place of the lanes, while a test steps runs: each has a thread, but only the one whose turn it is
/// goes on, until it ends or waits for something. So there is one order only.
class Stepper
{
public:
    Stepper();
    ~Stepper();
    Q_DISABLE_COPY_MOVE(Stepper)

    /// The one that is on; null where runs go by themselves. Any thread.
    static std::shared_ptr<Stepper> active();
    static void setActive(std::shared_ptr<Stepper> stepper);
    /// Of which the calling thread is a worker; or null.
    static Stepper *ofThisWorker();

    // Any thread.
    void add(RunPtr run);
    /// Has the coroutine step again then.
    void lookAt(RunPtr run, Clock::Time time);
    /// Those that wait there are to look again.
    void wake(const Waiter &waiter);

    /// Worker: its turn is over, until somebody wakes it or it is \a deadline.
    void standBy(const Waiter &waiter, Clock::Time deadline);

    /// Lets the first that can go on do so. False if none can.
    bool step();
    /// How many could go on now.
    int ready() const;
    /// When the next one wakes that waits for a time.
    std::optional<Clock::Time> next() const;
    /// Cancels what is there, and lets it end.
    void finish();

private:
    struct Worker
    {
        RunPtr run;
        const Waiter *waiter = nullptr; // null before it starts
        Clock::Time deadline = Clock::Time::max();
        bool ready = true;
        std::thread thread = {};
    };

    void work(Worker &worker);
    void joinEnded();
    void wakeSleepers();
    /// Before it has begun.
    static bool isCanceled(const Worker &worker);
    static bool canGoOn(const Worker &worker, Clock::Time now);

    mutable std::mutex m_mutex;
    std::condition_variable m_turnChanged;
    Worker *m_turn = nullptr; // null: the test's
    std::multimap<Clock::Time, RunPtr> m_sleepers; // coroutines
    std::vector<std::thread> m_ended; // to be joined
    std::list<Worker> m_workers; // in the order of their coming, high priorities first
};

} // namespace Aside::Detail
