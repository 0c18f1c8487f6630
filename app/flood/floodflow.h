// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <array>
#include <atomic>
#include <chrono>
#include <optional>

namespace AsideDemo {

/// How far the naive way may go, so that it locks nobody out.
struct FloodGuard
{
    qint64 waiting = 100'000; ///< calls: workers rest while so many wait
    std::chrono::milliseconds time{10'000}; ///< then it ends by itself
    qint64 growth = qint64(512) << 20; ///< bytes that the process may grow by; then it ends by itself
};

/// One flood: what its workers have sent, what has arrived, and how far they may go. Workers and the home
/// thread share it, and whoever needs it last keeps it. Any thread, unless it says otherwise.
class FloodFlow
{
public:
    static constexpr int MostWorkers = 8;
    enum class End { None, Time, Memory };

    /// Without a \a guard, it may go on for ever.
    FloodFlow(int workers, int perSecond, const std::optional<FloodGuard> &guard);

    int workers() const { return m_workers; }
    /// Updates a second, of all workers together; 0: as many as they can.
    int rate() const { return m_rate.load(std::memory_order_relaxed); }
    void setRate(int perSecond) { m_rate.store(perSecond, std::memory_order_relaxed); }

    /// What the worker \a worker has sent so far: only that worker tells it.
    void setSent(int worker, qint64 sent) { m_lanes[size_t(worker)].sent.store(sent, std::memory_order_relaxed); }
    qint64 sent() const;
    /// The number of the latest update of \a worker that has arrived: only the home thread tells it.
    void setArrived(int worker, qint64 number) { m_lanes[size_t(worker)].arrived.store(number, std::memory_order_relaxed); }
    qint64 arrived(int worker) const { return m_lanes[size_t(worker)].arrived.load(std::memory_order_relaxed); }
    /// How many more calls of \a worker may wait, if it has sent \a sent.
    qint64 room(int worker, qint64 sent) const;

    /// Whether the guard lets the workers go on. Measures the memory now and then.
    bool mayGoOn();
    /// Why the guard let them go no further.
    End end() const { return m_end.load(); }
    /// How much larger the process was at most since this was asked last than it was at the beginning; nothing
    /// where the system does not tell. Home thread.
    std::optional<qint64> takeGrowth();

    /// How many workers push; each counts itself.
    std::atomic<int> pushing = 0;

private:
    using Clock = std::chrono::steady_clock;

    // A cache line for each worker: they do not slow each other down.
    struct alignas(64) Lane
    {
        std::atomic<qint64> sent = 0;
        std::atomic<qint64> arrived = 0;
    };

    void measure();

    const int m_workers;
    const std::optional<FloodGuard> m_guard;
    const Clock::time_point m_start = Clock::now();
    const std::optional<qint64> m_residentAtStart;
    std::atomic<int> m_rate;
    std::array<Lane, MostWorkers> m_lanes;
    std::atomic<Clock::duration> m_nextMeasure{};
    std::atomic<qint64> m_mostResident = 0;
    std::atomic<End> m_end = End::None;
};

/// How many updates are due at a rate. What could not be sent for long is forgotten: nobody catches up in one go.
class FloodPace
{
public:
    using Clock = std::chrono::steady_clock;

    explicit FloodPace(const FloodFlow &flow, Clock::time_point start = Clock::now()) : m_flow(flow), m_last(start) { }

    /// How many one worker may send now, at most \a most; whoever asks sends them.
    qint64 take(qint64 most, Clock::time_point now = Clock::now());

private:
    const FloodFlow &m_flow;
    Clock::time_point m_last;
    double m_due = 0;
};

} // namespace AsideDemo
