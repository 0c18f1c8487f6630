// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "options_p.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Aside::Detail {

namespace {

constexpr std::chrono::milliseconds century = 24h * 365 * 100;

bool makesSense(const Retry &retry)
{
    return retry.times >= 0 && retry.delay >= 0ms && retry.longest >= 0ms && retry.factor >= 1
        && retry.jitter >= 0 && retry.jitter <= 1;
}

} // namespace

bool hasTiming(const TaskOptions &options)
{
    return options.timeout != 0ms || options.throttle != 0ms || options.debounce.wait != 0ms
        || options.debounce.edge != Edge::Trailing || options.retry.times != 0 || !makesSense(options.retry);
}

void checkOptions(const QString &name, const TaskOptions &options)
{
    const auto refuseIf = [&name](bool wrong, const QString &why) {
        if (wrong)
            throw Error(u"task ‘%1’: %2"_s.arg(name, why));
    };
    const Retry &retry = options.retry;
    const bool debounced = options.debounce.wait > 0ms;
    const bool throttled = options.throttle > 0ms;
    refuseIf(options.timeout < 0ms, u"a timeout cannot be negative"_s);
    refuseIf(options.debounce.wait < 0ms, u"debounce cannot be negative"_s);
    refuseIf(options.throttle < 0ms, u"throttle cannot be negative"_s);
    refuseIf(retry.times < 0, u"retry.times cannot be negative"_s);
    refuseIf(retry.delay < 0ms || retry.longest < 0ms, u"a delay of retry cannot be negative"_s);
    refuseIf(!(retry.factor >= 1), u"retry.factor cannot be less than 1"_s);
    refuseIf(!(retry.jitter >= 0 && retry.jitter <= 1), u"retry.jitter must be between 0 and 1"_s);
    refuseIf(!debounced && options.debounce.edge == Edge::Leading, u"debounce has an edge but no time"_s);
    refuseIf(debounced && throttled, u"debounce and throttle contradict each other"_s);
    const bool eachCounts = options.policy == Policy::Queue || options.policy == Policy::Parallel;
    refuseIf(eachCounts && debounced, u"debounce lets one start of a burst count, the policy each"_s);
    refuseIf(eachCounts && throttled, u"throttle leaves starts out, the policy counts each"_s);
    refuseIf(options.policy == Policy::Drop && debounced && options.debounce.edge == Edge::Trailing,
             u"debounce keeps the last start of a burst, Drop the first: use Edge::Leading"_s);
}

std::chrono::milliseconds backOff(const Retry &retry, int number)
{
    if (retry.delay == 0ms)
        return 0ms; // not a number, if the power is infinite
    const double delay = double(retry.delay.count()) * std::pow(retry.factor, number - 1);
    const double longest = double(std::min<std::chrono::milliseconds>(retry.longest, century).count());
    return std::chrono::milliseconds(std::llround(std::min(delay, longest))); // min also tames infinity
}

std::chrono::milliseconds jittered(const Retry &retry, int number, double random)
{
    const double delay = double(backOff(retry, number).count());
    return std::chrono::milliseconds(std::llround(delay * (1 - retry.jitter * random)));
}

} // namespace Aside::Detail
