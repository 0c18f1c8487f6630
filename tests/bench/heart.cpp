// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "heart.h"

#include <algorithm>
#include <ctime>

#ifdef Q_OS_LINUX
#include <fstream>
#include <unistd.h>
#endif

using namespace std::chrono_literals;

namespace Bench {

Milliseconds threadTime()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
#else
    return Clock::now().time_since_epoch();
#endif
}

double residentMegabytes()
{
#ifdef Q_OS_LINUX
    std::ifstream file("/proc/self/statm");
    double size = 0;
    double resident = 0;
    if (file >> size >> resident)
        return resident * double(sysconf(_SC_PAGESIZE)) / 1e6;
#endif
    return 0;
}

Heart::Heart()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
    m_timer.start(1ms);
}

void Heart::beat()
{
    const auto now = Clock::now();
    const Milliseconds computed = threadTime();
    longest = std::max<Milliseconds>(longest, now - m_last);
    longestComputed = std::max(longestComputed, computed - m_lastComputed);
    // Asking takes longer than all else here, and memory does not go within ten milliseconds.
    if (m_beats++ % 10 == 0)
        peak = std::max(peak, residentMegabytes() - m_resident);
    m_last = now;
    m_lastComputed = computed;
}

void Measured::dropWarmUp()
{
    for (std::vector<double> *const values : {&gap, &computed, &total, &peak})
        values->erase(values->begin());
}

void Measured::add(const Heart &heart, Milliseconds time)
{
    gap.push_back(heart.longest.count());
    computed.push_back(heart.longestComputed.count());
    total.push_back(time.count());
    peak.push_back(std::max(heart.peak, 0.0));
}

} // namespace Bench
