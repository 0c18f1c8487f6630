// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// The templates of gather.h. Not to be included by itself.

#include <aside/gather.h>

#include <array>
#include <tuple>
#include <utility>
#include <variant>

namespace Aside {

namespace Detail {

/// What a part of a gather gives: std::monostate where it returns nothing.
template<typename Functor>
using PartOf = std::conditional_t<std::is_void_v<ResultOf<Functor>>, std::monostate, ResultOf<Functor>>;

template<typename Functor>
class ChildRun final : public RunnerOf<Functor, ChildRun<Functor>>
{
public:
    ChildRun(const QString &name, const Functor &functor, const TaskOptions &options)
        : RunnerOf<Functor, ChildRun>(functor, name, options)
    {
    }

    template<typename... T>
    void keep(T &&...value)
    {
        m_value.emplace(std::forward<T>(value)...);
    }
    PartOf<Functor> take() { return std::move(*m_value); }

private:
    std::optional<PartOf<Functor>> m_value;
};

template<typename... Functors>
class GatherCall
{
public:
    explicit GatherCall(Functors... functors)
        : m_functors(std::move(functors)...)
    {
    }

    std::tuple<PartOf<Functors>...> operator()(TaskContext &context)
    {
        return std::apply([&](auto &...functor) { return run(context, functor...); }, m_functors);
    }

private:
    static std::tuple<PartOf<Functors>...> run(TaskContext &context, Functors &...functor)
    {
        const TaskOptions options{.policy = Policy::Parallel, .lane = context.m_run.lane(), .priority = context.m_run.priority()};
        const QString name = context.name();
        const std::tuple children{QExplicitlySharedDataPointer(new ChildRun<Functors>(name, functor, options))...};
        std::apply([&](auto &...child) { context.m_run.gather(std::array<RunPtr, sizeof...(Functors)>{RunPtr(child.data())...}); },
                   children);
        // In braces, and so in order.
        return std::apply([](auto &...child) { return std::tuple<PartOf<Functors>...>{child->take()...}; }, children);
    }

    std::tuple<Functors...> m_functors;
};

} // namespace Detail

template<typename... Functors>
    requires(sizeof...(Functors) > 0 && (Detail::TaskFunctor<Functors> && ...))
auto gather(Functors &&...functors)
{
    return Detail::GatherCall<std::decay_t<Functors>...>(std::forward<Functors>(functors)...);
}

} // namespace Aside
