// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "timers_p.h"

#include <condition_variable>
#include <functional>
#include <mutex>

namespace Aside::Detail {

/// Where a thread waits for something of others: what it waits for is under the lock. Also where a
/// test steps runs, whose threads stand still then until it is their turn.
class Waiter
{
public:
    std::mutex mutex;
    /// Called by wake(), under the lock: for what waits without a thread. Set before others know of it.
    std::function<void()> onWake;

    /// Waits until \a condition holds or it is \a deadline. The thread keeps its place in its lane: see Pause.
    template<typename Condition>
    void wait(std::unique_lock<std::mutex> &lock, Clock::Time deadline, Condition condition)
    {
        while (!condition() && waitOnce(lock, deadline)) { }
    }
    /// What it waits for may be there. Under the lock.
    void wake();

private:
    /// False once it is \a deadline.
    bool waitOnce(std::unique_lock<std::mutex> &lock, Clock::Time deadline);

    std::condition_variable m_changed;
};

} // namespace Aside::Detail
