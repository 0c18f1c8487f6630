// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "timerkey.h"

#include <aside/export.h>

#include <QTimer>

#include <chrono>
#include <functional>
#include <map>
#include <optional>

namespace Aside::Detail {

class Run;

/// Time as runs know it: that of the machine, or one that a test steps. Any thread.
class ASIDE_EXPORT Clock
{
public:
    using Time = std::chrono::steady_clock::time_point;

    static Time now();
    static bool isStepped();
    /// From here on time stands still, but for stepTo().
    static void stop();
    static void stepTo(Time time);
    static void goOn();
};

/// What is to be called or looked at in time, on the thread that this lives on: earliest first; of the same
/// time, in the order of add().
template<typename Call>
class TimersOf
{
public:
    using Key = TimerKey;

    /// \a due is called when something is: it calls takeDue() then.
    explicit TimersOf(std::function<void()> due);

    void moveToThread(QThread *thread) { m_timer.moveToThread(thread); }

    Key add(Clock::Time when, Call call);
    /// Does nothing if it was taken.
    void remove(Key &key);
    /// The first whose time has come; none if there is none.
    Call takeDue();
    std::optional<Clock::Time> next() const;
    /// Waits for the first, by the machine's time; not where time is stepped.
    void arm();
    void disarm() { m_timer.stop(); }

private:
    std::map<Key, Call> m_waiting;
    quint64 m_numbers = 0;
    QTimer m_timer;
};

using Timers = TimersOf<std::function<void()>>;
/// Of coroutines that sleep: a hundred thousand of them are normal.
using RunTimers = TimersOf<Run *>;

} // namespace Aside::Detail
