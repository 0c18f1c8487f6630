// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// Optional: functors that are QCoro coroutines, wherever a task takes a functor. Link Aside::Coroutines.
///
/// They run side by side on one thread of their own, which has an event loop: so they may await whatever
/// QCoro can (network replies, processes, timers, futures), and a hundred thousand of them that sleep
/// take no further thread. What computes for long holds up the others: have it run on a lane, by
/// `co_await QtConcurrent::run(…)`, or as a task of its own.
///
/// \code
/// vm.background(u"clock"_s, [](CoroutineContext &context) -> QCoro::Task<> {
///     for (;;) {
///         co_await context.sleep(1s);
///         co_await context.modify([](LiveState &state) { state.update(u"ticks"_s, [](int n) { return n + 1; }); });
///     }
/// });
/// \endcode

#include <aside/looptask.h>
#include <aside/viewmodel.h>

#include <chrono>
#include <concepts>
#include <type_traits>
#include <utility>

namespace Aside {

namespace Detail {
template<typename Functor, typename Derived, typename Base>
class CoroutineRun;
}

/// What a coroutine may do while it runs: what a TaskContext is to other functors. On the thread of the
/// coroutines only; it lives as long as the coroutine.
///
/// A canceled run is resumed: sleep() and modify() throw Canceled then, and the frame is freed as it
/// unwinds. One that awaits something else goes on when that is there, and meets its cancellation at the
/// next of these.
///
/// \code
/// vm.assignAsync(u"fetch"_s, [](CoroutineContext &context) -> QCoro::Task<Assigns> {
///     const QByteArray answer = co_await QtConcurrent::run(ask);
///     context.throwIfCanceled();
///     context.setProgress(0.5, u"asked"_s);
///     const int calls = co_await context.modify([](LiveState &state) {
///         state.update(u"calls"_s, [](int n) { return n + 1; });
///         return state.value<int>(u"calls"_s);
///     });
///     co_await context.sleep(1s);
///     co_return Assigns{{u"answer"_s, answer}, {u"call"_s, calls}};
/// });
/// \endcode
class CoroutineContext
{
public:
    // As those of TaskContext.
    QString name() const { return m_run.name(); }
    bool isCanceled() const noexcept { return m_run.isCanceled(); }
    void throwIfCanceled() const
    {
        if (isCanceled())
            throw Canceled();
    }
    void setProgress(double fraction, const QString &text = {}) { m_run.setProgress(fraction, text); }
    QVariant value(const QString &key) const { return m_run.latest().value(key); }
    template<typename T>
    T value(const QString &key, const T &fallback = T()) const
    {
        const QVariant found = value(key);
        return found.isValid() ? Detail::held<T>(key, found) : fallback;
    }

    /// To be awaited, once: goes on after \a duration. Throws Canceled if the run is canceled before or
    /// meanwhile. Where tasks run synchronously it goes on at once.
    Detail::SleepRequest sleep(std::chrono::nanoseconds duration) { return {m_run, duration}; }
    /// To be awaited, once: TaskContext::modify(), with its return value and its errors.
    template<std::invocable<LiveState &> Block>
    Detail::ModifyRequest<std::decay_t<Block>> modify(Block &&block)
    {
        return {m_run, std::forward<Block>(block)};
    }

private:
    template<typename Functor, typename Derived, typename Base>
    friend class Detail::CoroutineRun;
    explicit CoroutineContext(Detail::Run &run) : m_run(run) { }
    Q_DISABLE_COPY_MOVE(CoroutineContext)

    Detail::Run &m_run;
};

} // namespace Aside

#include <aside/coroutines_impl.h>
