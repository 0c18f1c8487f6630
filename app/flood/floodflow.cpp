// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "floodflow.h"

#include "residentset.h"

#include <algorithm>
#include <limits>

namespace AsideDemo {

using namespace std::chrono_literals;

namespace {

constexpr auto BetweenMeasures = 20ms;
constexpr double LongestLag = 0.05; // seconds of updates that may be made up for

} // namespace

FloodFlow::FloodFlow(int workers, int perSecond, const std::optional<FloodGuard> &guard)
    : m_workers(std::clamp(workers, 1, MostWorkers))
    , m_guard(guard)
    , m_residentAtStart(residentBytes())
    , m_rate(perSecond)
    , m_mostResident(m_residentAtStart.value_or(0))
{
}

qint64 FloodFlow::sent() const
{
    qint64 sum = 0;
    for (const Lane &lane : m_lanes)
        sum += lane.sent.load(std::memory_order_relaxed);
    return sum;
}

qint64 FloodFlow::room(int worker, qint64 sent) const
{
    return m_guard ? m_guard->waiting / m_workers - (sent - arrived(worker)) : std::numeric_limits<qint64>::max();
}

bool FloodFlow::mayGoOn()
{
    const Clock::duration elapsed = Clock::now() - m_start;
    auto next = m_nextMeasure.load(std::memory_order_relaxed);
    // Whichever worker comes first measures for all.
    if (elapsed >= next && m_nextMeasure.compare_exchange_strong(next, elapsed + BetweenMeasures))
        measure();
    if (m_guard && elapsed >= m_guard->time) {
        End none = End::None;
        m_end.compare_exchange_strong(none, End::Time);
    }
    return m_end.load(std::memory_order_relaxed) == End::None;
}

void FloodFlow::measure()
{
    const auto resident = residentBytes();
    if (!resident || !m_residentAtStart)
        return;
    qint64 most = m_mostResident.load();
    while (*resident > most && !m_mostResident.compare_exchange_weak(most, *resident)) { }
    if (m_guard && *resident - *m_residentAtStart > m_guard->growth) {
        End none = End::None;
        m_end.compare_exchange_strong(none, End::Memory);
    }
}

std::optional<qint64> FloodFlow::takeGrowth()
{
    const auto resident = residentBytes();
    if (!resident || !m_residentAtStart)
        return {};
    const qint64 most = std::max(*resident, m_mostResident.exchange(*resident));
    return std::max<qint64>(0, most - *m_residentAtStart);
}

qint64 FloodPace::take(qint64 most, Clock::time_point now)
{
    const int rate = m_flow.rate();
    const std::chrono::duration<double> passed = now - m_last;
    m_last = now;
    if (rate == 0) {
        m_due = 0;
        return most;
    }
    const double share = double(rate) / m_flow.workers();
    m_due = std::min(m_due + share * passed.count(), std::max(1.0, share * LongestLag));
    const qint64 taken = std::clamp<qint64>(qint64(m_due), 0, most);
    m_due -= double(taken);
    return taken;
}

} // namespace AsideDemo
