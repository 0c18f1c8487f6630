// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/duration.h>
#include <aside/export.h>
#include <aside/failure.h>

#include <chrono>
#include <functional>

namespace Aside {

/// What becomes of a start whose name has runs already (after QtTaskTree and TanStack Query).
enum class Policy : quint8 {
    Supersede, ///< the earlier runs are canceled, and nothing of them lands
    Drop, ///< nothing starts: the handle is that of the run in the way
    Queue, ///< it starts when the earlier ones have ended, however they did
    Parallel, ///< it starts beside them
};

/// Which threads a functor runs on.
enum class Lane : quint8 {
    Compute, ///< as many as there are cores, two at least
    Io, ///< many, for functors that mostly wait for files, disks or servers
};

/// Who goes first where runs wait for a thread; among equals, who came first.
enum class Priority : quint8 { Low, Normal, High };

/// What becomes of a run whose ViewModel is destroyed. Its result is dropped either way.
enum class OnDestroyed : quint8 {
    Cancel, ///< it never starts, or sees context.isCanceled()
    Detach, ///< it is left to finish; one that waits for its time or its turn never starts
};

/// Which start of a burst counts.
enum class Edge : quint8 {
    Trailing, ///< the last one
    Leading, ///< the first one; the others start nothing
};

/// Makes one run of a burst of starts. The burst is over when none has come for \a wait, which is any
/// duration of std::chrono.
struct Debounce
{
    Debounce() = default;
    template<typename Rep, typename Period>
    Debounce(const std::chrono::duration<Rep, Period> &quiet, Edge which = Edge::Trailing) // NOLINT(google-explicit-constructor)
        : wait(quiet)
        , edge(which)
    {
    }

    Duration wait; ///< 0: off
    Edge edge = Edge::Trailing;
};

/// Runs a functor again that has failed. It is the same functor: what it keeps, it keeps. Delays are any
/// durations of std::chrono.
struct Retry
{
    int times = 0; ///< how often at most, after the first attempt
    Duration delay = std::chrono::milliseconds(200); ///< before the first retry
    double factor = 2; ///< each further delay is that many times longer: exponential back-off
    Duration longest = std::chrono::seconds(30); ///< no delay is longer
    double jitter = 0.5; ///< the random share of a delay, so that many do not come back as one: 0 to 1
    std::function<bool(const Failure &)> when = {}; ///< which failures: home thread; all if empty
};

/// How a task is to run: a value. Values that make no sense, and options that contradict each other, are
/// refused with an Error when the task starts.
///
/// \code
/// vm.assignAsync(u"search"_s, work, {.debounce = 150ms});
/// vm.assignAsync(u"save"_s, work, {.policy = Policy::Queue, .onDestroyed = OnDestroyed::Detach});
/// vm.assignAsync(u"add"_s, work, {.debounce = {1s, Edge::Leading}});
/// vm.assignAsync(u"fetch"_s, work, {.lane = Lane::Io, .timeout = 10s, .retry = {.times = 3, .when = isTemporary}});
/// \endcode
struct TaskOptions
{
    Policy policy = Policy::Supersede;
    Lane lane = Lane::Compute;
    Priority priority = Priority::Normal;
    OnDestroyed onDestroyed = OnDestroyed::Cancel;
    /// A run that takes longer fails, and its functor sees a cancellation. Counted from the moment at
    /// which the functor is first called, over all attempts. 0: none.
    Duration timeout = {};
    /// Not with Queue and Parallel, where each start counts; nor Trailing with Drop, which keeps the
    /// first; nor with throttle.
    Debounce debounce = {};
    /// Between two starts of a name at least this long: what comes sooner waits, and what waits is
    /// superseded by what comes then, so that the last one starts (with Drop: it starts nothing). The
    /// run before goes on meanwhile. Not with Queue and Parallel. 0: none.
    Duration throttle = {};
    Retry retry = {};
};

} // namespace Aside
