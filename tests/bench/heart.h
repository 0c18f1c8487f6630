// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>

#include <chrono>
#include <vector>

namespace Bench {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

/// How long the calling thread has computed, whoever else had the processor meanwhile.
Milliseconds threadTime();
/// What the process has in memory; 0 where the system does not say.
double residentMegabytes();

/// Rings every millisecond, if it is let: what holds up a timer holds up input and painting, too.
class Heart
{
public:
    Heart();

    void beat();

    Milliseconds longest{0}; ///< between two beats
    Milliseconds longestComputed{0}; ///< of that, on the processor
    double peak = 0; ///< megabytes more than at the start

private:
    QTimer m_timer;
    int m_beats = 0;
    const double m_resident = residentMegabytes();
    Clock::time_point m_last = Clock::now();
    Milliseconds m_lastComputed = threadTime();
};

/// What a way was measured to take, round by round.
struct Measured
{
    std::vector<double> gap; ///< ms
    std::vector<double> computed; ///< ms
    std::vector<double> total; ///< ms
    std::vector<double> peak; ///< MB

    template<typename Work>
    void time(Work work)
    {
        Heart heart;
        const auto start = Clock::now();
        work();
        heart.beat();
        add(heart, Clock::now() - start);
    }
    /// Forgets the first round.
    void dropWarmUp();

private:
    void add(const Heart &heart, Milliseconds time);
};

} // namespace Bench
