// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <chrono>
#include <compare>

namespace Aside::Detail {

/// Names a timer; see Timers.
struct TimerKey
{
    std::chrono::steady_clock::time_point when;
    quint64 number = 0; // 0: none

    auto operator<=>(const TimerKey &) const = default;
};

} // namespace Aside::Detail
