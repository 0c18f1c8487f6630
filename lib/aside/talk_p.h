// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "gate_p.h"
#include "postbox_p.h"
#include "run.h"
#include "timers_p.h"

#include <exception>
#include <memory>
#include <span>
#include <vector>

namespace Aside::Detail {

/// The children of one gather, on the stack of who waits for them. Under the lock of the parent's talk.
struct Family
{
    std::span<const RunPtr> children;
    size_t ended = 0;
    std::exception_ptr firstFailure;
};

/// What a run needs only if it talks to others while it runs, or waits.
struct Run::Talk
{
    const std::shared_ptr<Waiter> waiter = std::make_shared<Waiter>(); // its lock guards the rest
    PostBox posts;
    QString progressText;
    std::vector<Family *> families;
};

/// What a run needs only if it has options of time. Home thread, but where it says otherwise.
struct Run::Timing
{
    explicit Timing(const TaskOptions &given) : options(given) { }

    const TaskOptions options;
    Timers::Key wait; // until it is due, or tried again
    Timers::Key timeout;
    int attempts = 1;
    std::atomic<Clock::Time> began{}; // of its first attempt; written by the worker
    std::chrono::nanoseconds slept{0}; // where it runs synchronously
    bool timedOut = false;
};

} // namespace Aside::Detail
