// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// The runs that the templates of ViewModel make of functors. Not to be used by itself.

#include <aside/run.h>
#include <aside/taskresult.h>

#include <QException>
#include <QFuture>
#include <QFutureWatcher>

#include <exception>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>

namespace Aside::Detail {

template<typename Functor>
constexpr bool takesContext = std::is_invocable_v<Functor &, TaskContext &>;

template<typename Functor>
    requires(std::is_invocable_v<Functor &> || takesContext<Functor>)
decltype(auto) callTask(Functor &functor, TaskContext &context)
{
    if constexpr (takesContext<Functor>)
        return functor(context);
    else
        return functor();
}

template<typename T>
struct ValueOfFuture { using Type = T; };
template<typename T>
struct ValueOfFuture<QFuture<T>> { using Type = T; };

template<typename Functor, typename Derived, typename Base>
class FunctorRun;

/// Whether a functor that returns such a thing is a coroutine; see coroutines.h.
template<typename T>
constexpr bool isCoroutineType = false;

/// How functors of a kind are run; coroutines.h adds another kind.
template<typename Functor>
struct FunctorKind;

template<typename Functor>
concept PlainFunctor = requires(Functor &functor, TaskContext &context) { callTask(functor, context); }
    && !isCoroutineType<std::decay_t<decltype(callTask(std::declval<Functor &>(), std::declval<TaskContext &>()))>>;

template<PlainFunctor Functor>
struct FunctorKind<Functor>
{
    static constexpr bool hasContext = takesContext<Functor>;
    using Return = std::decay_t<decltype(callTask(std::declval<Functor &>(), std::declval<TaskContext &>()))>;
    /// What a run of it ends with: what it returns, or what the future holds that it returns.
    using Result = typename ValueOfFuture<Return>::Type;
    template<typename Derived, typename Base>
    using Runner = FunctorRun<Functor, Derived, Base>;
};

template<typename Functor>
concept TaskFunctor = requires { typename FunctorKind<std::decay_t<Functor>>::Result; };

template<TaskFunctor Functor>
using ResultOf = typename FunctorKind<std::decay_t<Functor>>::Result;

/// The base of a run of the functor.
template<typename Functor, typename Derived, typename Base = Run>
using RunnerOf = typename FunctorKind<Functor>::template Runner<Derived, Base>;

/// A functor that assignAsync takes.
template<typename Functor>
concept AssignsFunctor = TaskFunctor<Functor> && std::is_convertible_v<ResultOf<Functor>, Assigns>;

/// A functor that background takes.
template<typename Functor>
concept BackgroundFunctor = TaskFunctor<Functor> && FunctorKind<std::decay_t<Functor>>::hasContext
    && std::is_void_v<ResultOf<Functor>>;

/// A future that a functor has returned, and who waits for it. Any thread, but for watch(), take() and drop(): those on the one that watches it.
template<typename T>
class PendingFuture
{
public:
    ~PendingFuture() { drop(); }

    void set(QFuture<T> future)
    {
        const std::lock_guard lock(m_mutex);
        m_future = std::move(future);
    }
    void cancel()
    {
        if (std::optional<QFuture<T>> future = copy())
            future->cancel(); // out of the lock: it may call others
    }
    void watch(std::function<void()> done)
    {
        const std::optional<QFuture<T>> future = copy();
        if (!future || future->isFinished()) {
            done();
            return;
        }
        // Not by then(): up to Qt 6.4 at least, that may call twice.
        m_watcher = new QFutureWatcher<T>;
        QObject::connect(m_watcher, &QFutureWatcherBase::finished, m_watcher, std::move(done));
        m_watcher->setFuture(*future);
    }
    std::optional<QFuture<T>> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_future, std::nullopt);
    }
    void drop()
    {
        take();
        if (m_watcher)
            std::exchange(m_watcher, nullptr)->deleteLater(); // its signal may be on the stack
    }

private:
    std::optional<QFuture<T>> copy()
    {
        const std::lock_guard lock(m_mutex);
        return m_future;
    }

    std::mutex m_mutex;
    std::optional<QFuture<T>> m_future;
    QFutureWatcher<T> *m_watcher = nullptr;
};

/// Throws what a future holds that has finished, if that is an exception.
template<typename T>
void throwOf(QFuture<T> &future)
{
    try {
        future.waitForFinished();
    } catch (const QUnhandledException &wrapped) {
        // So Qt Concurrent passes on what is no QException; its text would be lost.
        if (wrapped.exception())
            std::rethrow_exception(wrapped.exception());
        throw;
    }
}

/// Calls the functor, and waits for its future if it returns one. \a Derived keeps the result, by
/// `void keep(T &&)`, or by `void keep()` for functors that return nothing: on the worker, or, from a
/// future, on the thread that watches it.
template<typename Functor, typename Derived, typename Base>
class FunctorRun : public Base
{
public:
    /// \a arguments are those of the base: the name and the options.
    template<typename F, typename... Arguments>
    explicit FunctorRun(F &&functor, const Arguments &...arguments)
        : Base(arguments...)
        , m_functor(std::forward<F>(functor))
    {
        if constexpr (takesContext<Functor>)
            this->setTalkative();
    }

private:
    using Value = typename FunctorKind<Functor>::Result;
    static constexpr bool waits = !std::is_same_v<Value, typename FunctorKind<Functor>::Return>;
    struct Nothing { };

    void call(TaskContext &context) final
    {
        if constexpr (waits) {
            m_pending.set(callTask(*m_functor, context));
            this->setPending();
        } else if constexpr (std::is_void_v<Value>) {
            callTask(*m_functor, context);
            derived().keep();
        } else {
            derived().keep(callTask(*m_functor, context));
        }
    }
    void destroyFunctor() noexcept final { m_functor.reset(); }

    void watch(std::function<void()> done) final
    {
        if constexpr (waits)
            m_pending.watch(std::move(done));
    }
    bool takeFuture() final
    {
        if constexpr (waits) {
            std::optional<QFuture<Value>> future = m_pending.take();
            if (!future)
                return false;
            throwOf(*future);
            if (future->isCanceled())
                return false;
            if constexpr (std::is_void_v<Value>) {
                derived().keep();
            } else {
                if (future->resultCount() == 0)
                    throw ContractError(QStringLiteral("the future that the functor returned holds no result"));
                if constexpr (std::is_copy_constructible_v<Value>)
                    derived().keep(future->result());
                else
                    derived().keep(future->takeResult());
            }
        }
        return true;
    }
    void cancelFuture() final
    {
        if constexpr (waits)
            m_pending.cancel();
    }
    void dropFuture() final
    {
        if constexpr (waits)
            m_pending.drop();
    }

    LatestState *latestState() final
    {
        if constexpr (takesContext<Functor>)
            return &m_latest;
        else
            return nullptr;
    }

    Derived &derived() { return static_cast<Derived &>(*this); }

    std::optional<Functor> m_functor;
    [[no_unique_address]] std::conditional_t<takesContext<Functor>, LatestState, Nothing> m_latest;
    [[no_unique_address]] typename std::conditional_t<waits, std::type_identity<PendingFuture<Value>>, std::type_identity<Nothing>>::type m_pending;
};

/// Its result is what is committed.
template<typename Functor>
class AssignRun final : public RunnerOf<Functor, AssignRun<Functor>>
{
public:
    template<typename F>
    AssignRun(const QString &name, F &&functor, const TaskOptions &options)
        : RunnerOf<Functor, AssignRun>(std::forward<F>(functor), name, options)
    {
    }

    void keep(Assigns &&changes) { this->setResult(std::move(changes)); }
};

/// Its functor returns nothing, and tells what it has to tell by blocks and posts.
template<typename Functor>
class BackgroundRun final : public RunnerOf<Functor, BackgroundRun<Functor>>
{
public:
    template<typename F>
    BackgroundRun(const QString &name, F &&functor, const TaskOptions &options)
        : RunnerOf<Functor, BackgroundRun>(std::forward<F>(functor), name, options)
    {
        this->setWantsState();
    }

    void keep() { }
};

/// Its result goes to a handler, which also hears of every other outcome.
template<typename Functor, typename Handler>
class StartRun final : public RunnerOf<Functor, StartRun<Functor, Handler>>
{
public:
    using Result = TaskResult<ResultOf<Functor>>;

    template<typename F, typename H>
    StartRun(const QString &name, F &&functor, H &&handler, const TaskOptions &options)
        : RunnerOf<Functor, StartRun>(std::forward<F>(functor), name, options)
        , m_handler(std::forward<H>(handler))
    {
    }

    template<typename... T>
    void keep(T &&...value)
    {
        m_value.emplace(std::forward<T>(value)...);
    }

private:
    void dropResult() noexcept override { m_value.reset(); }
    void tell(ViewModel *viewModel) override
    {
        std::optional<Handler> handler = std::exchange(m_handler, std::nullopt);
        if (!viewModel)
            return;
        const bool isOk = this->outcome() == Outcome::Ok;
        (*handler)(Result(this->outcome(), isOk ? std::move(m_value) : std::nullopt, this->failure()));
    }

    std::optional<Handler> m_handler; // home thread
    std::optional<typename Result::Value> m_value;
};

} // namespace Aside::Detail
