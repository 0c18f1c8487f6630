// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "timers_p.h"

#include <algorithm>
#include <atomic>
#include <utility>

using namespace std::chrono_literals;

namespace Aside::Detail {

namespace {

std::atomic<bool> s_stepped = false;
std::atomic<Clock::Time> s_now;

} // namespace

Clock::Time Clock::now()
{
    return isStepped() ? s_now.load() : std::chrono::steady_clock::now();
}

bool Clock::isStepped()
{
    return s_stepped.load(std::memory_order_relaxed);
}

void Clock::stop()
{
    s_now = std::chrono::steady_clock::now();
    s_stepped = true;
}

void Clock::stepTo(Time time)
{
    s_now = std::max(s_now.load(), time);
}

void Clock::goOn()
{
    s_stepped = false;
}

template<typename Call>
TimersOf<Call>::TimersOf(std::function<void()> due)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, std::move(due));
}

template<typename Call>
TimerKey TimersOf<Call>::add(Clock::Time when, Call call)
{
    const Key key{when, ++m_numbers};
    m_waiting.emplace(key, std::move(call));
    if (m_waiting.begin()->first == key)
        arm();
    return key;
}

template<typename Call>
void TimersOf<Call>::remove(Key &key)
{
    m_waiting.erase(std::exchange(key, {}));
}

template<typename Call>
Call TimersOf<Call>::takeDue()
{
    if (m_waiting.empty() || m_waiting.begin()->first.when > Clock::now())
        return {};
    return std::move(m_waiting.extract(m_waiting.begin()).mapped());
}

template<typename Call>
std::optional<Clock::Time> TimersOf<Call>::next() const
{
    return m_waiting.empty() ? std::optional<Clock::Time>() : m_waiting.begin()->first.when;
}

template<typename Call>
void TimersOf<Call>::arm()
{
    if (m_waiting.empty() || Clock::isStepped())
        return;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(m_waiting.begin()->first.when - Clock::now());
    m_timer.start(std::clamp<std::chrono::milliseconds>(wait, 0ms, 24h));
}

template class TimersOf<std::function<void()>>;
template class TimersOf<Run *>;

} // namespace Aside::Detail
