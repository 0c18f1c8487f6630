// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/failure.h>
#include <aside/task.h>

#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace Aside {

/// How a run of ViewModel::startAsync() ended, and what it returned: a value.
///
/// \code
/// vm.startAsync(u"login"_s, logIn, [this](const TaskResult<Session> &result) {
///     if (result.isOk())
///         open(result.value());
///     else if (result.outcome() == Outcome::Failed)
///         show(result.failure().message());
/// });
/// \endcode
template<typename T>
class TaskResult
{
public:
    /// What it holds: nothing (std::monostate) for functors that return nothing.
    using Value = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

    TaskResult(Outcome outcome, std::optional<Value> value, const Failure &failure)
        : m_outcome(outcome)
        , m_value(std::move(value))
        , m_failure(failure)
    {
    }

    Outcome outcome() const { return m_outcome; }
    bool isOk() const { return m_outcome == Outcome::Ok; }
    /// What the functor returned. Only if isOk().
    const Value &value() const & { return *m_value; }
    Value value() && { return std::move(*m_value); }
    /// Why it failed; its kind is None if it did not.
    const Failure &failure() const { return m_failure; }

private:
    Outcome m_outcome;
    std::optional<Value> m_value;
    Failure m_failure;
};

} // namespace Aside
