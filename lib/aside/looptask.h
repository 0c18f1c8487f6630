// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// What coroutines.h needs of the library. Not to be used by itself; it knows no coroutine library.

#include <aside/export.h>
#include <aside/livestate.h>
#include <aside/run.h>
#include <aside/timerkey.h>

#include <chrono>
#include <coroutine>
#include <exception>
#include <memory>
#include <optional>

namespace Aside::Detail {

/// What a coroutine waits for, in its frame. All on the thread that the coroutine runs on.
class ASIDE_EXPORT Suspension
{
public:
    explicit Suspension(Run &run) : m_run(run) { }
    virtual ~Suspension();
    Q_DISABLE_COPY_MOVE(Suspension)

    void suspend(std::coroutine_handle<> handle);
    /// Whether what it waits for is there; it may have been given up because of a cancellation.
    virtual bool isOver() = 0;
    void resume();

protected:
    Run &run() const { return m_run; }
    virtual void begin() = 0;

private:
    Run &m_run;
    std::coroutine_handle<> m_handle;
};

/// `co_await context.sleep(…)`
class ASIDE_EXPORT Sleeping final : public Suspension
{
public:
    Sleeping(Run &run, std::chrono::nanoseconds duration);
    ~Sleeping() override;

    bool await_ready();
    void await_suspend(std::coroutine_handle<> handle) { suspend(handle); }
    /// Throws Canceled if the run is.
    void await_resume() const;

    bool isOver() override;

private:
    void begin() override;

    const std::chrono::nanoseconds m_duration;
    std::chrono::steady_clock::time_point m_end;
    TimerKey m_timer;
};

/// `co_await context.modify(…)`, but for its value.
class ASIDE_EXPORT Modifying : public Suspension
{
public:
    explicit Modifying(Run &run);
    ~Modifying() override;

    bool await_ready();
    void await_suspend(std::coroutine_handle<> handle) { suspend(handle); }
    bool isOver() override;

protected:
    /// Throws what the block threw; StateGoneError or Canceled if it was not called.
    void finish();
    virtual void call(LiveState &state) = 0;

private:
    void begin() override;

    class Asked;
    std::unique_ptr<Asked> m_asked;
};

template<typename Block>
class ModifyingBy final : public Modifying
{
public:
    ModifyingBy(Run &run, Block block) : Modifying(run), m_block(std::move(block)) { }

    auto await_resume()
    {
        finish();
        if constexpr (!std::is_void_v<Return>)
            return std::move(*m_value);
    }

private:
    using Return = std::invoke_result_t<Block &, LiveState &>;
    struct Nothing { };

    void call(LiveState &state) override
    {
        if constexpr (std::is_void_v<Return>)
            m_block(state);
        else
            m_value.emplace(m_block(state));
    }

    Block m_block;
    std::optional<typename std::conditional_t<std::is_void_v<Return>, std::type_identity<Nothing>, std::type_identity<std::decay_t<Return>>>::type> m_value;
};

/// What sleep() returns: to be awaited, once.
struct SleepRequest
{
    Run &run;
    std::chrono::nanoseconds duration;

    Sleeping operator co_await() const { return Sleeping(run, duration); }
};

/// What modify() returns: to be awaited, once.
template<typename Block>
struct ModifyRequest
{
    Run &run;
    Block block;

    ModifyingBy<Block> operator co_await() { return ModifyingBy<Block>(run, std::move(block)); }
};

} // namespace Aside::Detail
