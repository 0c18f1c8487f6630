// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace Aside {

namespace Detail {

template<typename Rep, typename Period>
constexpr std::chrono::milliseconds wholeMilliseconds(const std::chrono::duration<Rep, Period> &length);

}

/// How long, in options: made of any duration of std::chrono, and kept in whole milliseconds.
///
/// It is rounded to the nearest, but never to 0, which means "off" there: 10 µs become 1 ms. What is too
/// long to count becomes milliseconds::max(), and what is not a number is less than nothing, which
/// options refuse. A value.
///
/// \code
/// vm.assignAsync(u"fetch"_s, work, {.timeout = 1min, .throttle = 0.25s, .retry = {.times = 3, .delay = 500us}});
/// \endcode
class Duration : public std::chrono::milliseconds
{
public:
    constexpr Duration() : std::chrono::milliseconds(0) { }
    template<typename Rep, typename Period>
    constexpr Duration(const std::chrono::duration<Rep, Period> &length) // NOLINT(google-explicit-constructor)
        : std::chrono::milliseconds(Detail::wholeMilliseconds(length))
    {
    }
};

template<typename Rep, typename Period>
constexpr std::chrono::milliseconds Detail::wholeMilliseconds(const std::chrono::duration<Rep, Period> &length)
{
    using std::chrono::milliseconds;
    using Exact = long double; // which nothing overflows
    const Exact exact = std::chrono::duration<Exact, std::milli>(length).count();
    if (exact != exact)
        return milliseconds::min();
    if (exact >= Exact(milliseconds::max().count()))
        return milliseconds::max();
    if (exact <= Exact(milliseconds::min().count()))
        return milliseconds::min();
    const auto whole = static_cast<milliseconds::rep>(exact < 0 ? exact - 0.5L : exact + 0.5L);
    if (whole == 0 && exact != 0)
        return milliseconds(exact < 0 ? -1 : 1);
    return milliseconds(whole);
}

} // namespace Aside
