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

Timers::Timers(std::function<void()> due)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, std::move(due));
}

Timers::Key Timers::add(Clock::Time when, std::function<void()> call)
{
    const Key key{when, ++m_numbers};
    m_waiting.emplace(key, std::move(call));
    if (m_waiting.begin()->first == key)
        arm();
    return key;
}

void Timers::remove(Key &key)
{
    m_waiting.erase(std::exchange(key, {}));
}

std::function<void()> Timers::takeDue()
{
    if (m_waiting.empty() || m_waiting.begin()->first.when > Clock::now())
        return {};
    return std::move(m_waiting.extract(m_waiting.begin()).mapped());
}

std::optional<Clock::Time> Timers::next() const
{
    return m_waiting.empty() ? std::optional<Clock::Time>() : m_waiting.begin()->first.when;
}

void Timers::arm()
{
    if (m_waiting.empty() || Clock::isStepped())
        return;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(m_waiting.begin()->first.when - Clock::now());
    m_timer.start(std::clamp<std::chrono::milliseconds>(wait, 0ms, 24h));
}

} // namespace Aside::Detail
