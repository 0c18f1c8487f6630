// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// How coroutines are run. Not to be included by itself.

#include <aside/coroutines.h>

#include <QCoroTask>

#include <coroutine>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

namespace Aside::Detail {

template<typename T>
struct ValueOfCoroutine;
template<typename T>
struct ValueOfCoroutine<QCoro::Task<T>> { using Type = T; };

template<typename Functor>
constexpr bool takesCoroutineContext = std::is_invocable_v<Functor &, CoroutineContext &>;

template<typename Functor>
    requires(std::is_invocable_v<Functor &> || takesCoroutineContext<Functor>)
auto callCoroutine(Functor &functor, CoroutineContext &context)
{
    if constexpr (takesCoroutineContext<Functor>)
        return functor(context);
    else
        return functor();
}

template<typename Functor>
concept CoroutineFunctor = requires(Functor &functor, CoroutineContext &context) {
    typename ValueOfCoroutine<decltype(callCoroutine(functor, context))>::Type;
};

template<typename T>
constexpr bool isCoroutineType<QCoro::Task<T>> = true;

/// A coroutine that nobody waits for, and that throws nothing: it starts at once, and goes at its end.
struct Driver
{
    struct promise_type // NOLINT(readability-identifier-naming): the language's
    {
        Driver get_return_object() noexcept { return {}; }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() noexcept { }
        void unhandled_exception() noexcept { std::terminate(); }
    };
};

/// Runs a coroutine, of which this is the driver.
template<typename Functor, typename Derived, typename Base>
class CoroutineRun : public Base
{
public:
    template<typename F, typename... Arguments>
    explicit CoroutineRun(F &&functor, const Arguments &...arguments)
        : Base(arguments...)
        , m_context(*this)
        , m_functor(std::forward<F>(functor))
    {
        this->setTalkative();
        this->setCoroutine();
    }

private:
    void call(TaskContext &) final
    {
        m_isStarting = true;
        m_hasEnded = false;
        drive();
        m_isStarting = false;
        if (!m_hasEnded)
            this->setPending();
    }
    void destroyFunctor() noexcept final { m_functor.reset(); }
    LatestState *latestState() final { return &m_latest; }

    Driver drive()
    {
        const QExplicitlySharedDataPointer<Run> self(this);
        try {
            if constexpr (std::is_void_v<typename FunctorKind<Functor>::Result>) {
                co_await callCoroutine(*m_functor, m_context);
                static_cast<Derived *>(this)->keep();
            } else {
                static_cast<Derived *>(this)->keep(co_await callCoroutine(*m_functor, m_context));
            }
        } catch (...) {
            this->setFailure();
        }
        m_hasEnded = true;
        if (!m_isStarting)
            this->endCoroutine();
    }

    CoroutineContext m_context;
    [[no_unique_address]] LatestState m_latest; // and behind it, in its room, what is small
    bool m_isStarting = false;
    bool m_hasEnded = false;
    std::optional<Functor> m_functor;
};

template<CoroutineFunctor Functor>
struct FunctorKind<Functor>
{
    static constexpr bool hasContext = takesCoroutineContext<Functor>;
    using Result = typename ValueOfCoroutine<decltype(callCoroutine(std::declval<Functor &>(), std::declval<CoroutineContext &>()))>::Type;
    template<typename Derived, typename Base>
    using Runner = CoroutineRun<Functor, Derived, Base>;
};

} // namespace Aside::Detail
