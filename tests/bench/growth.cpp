// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "bench.h"
#include "targets.h"

using namespace Aside;
using namespace Bench;
using namespace Qt::StringLiterals;

namespace {

/// Tasks that are all started before any result is waited for, again and again until \a tasks have run.
void inBursts(Target &target, const std::vector<QString> &names, int burst)
{
    for (int first = 0; first < int(names.size()); first += burst) {
        for (int i = first; i < first + burst; ++i)
            target.assignAsync(names[size_t(i)], [i] { return Assigns{{u"latest"_s, i}}; });
        target.waitFor(burst);
    }
}

} // namespace

std::vector<Figure> Bench::growth(const Size &size)
{
    const int most = size.tasks * 10;
    std::vector<QString> names;
    for (int i = 0; i < most; ++i)
        names.push_back(u"task %1"_s.arg(i));
    Target target;
    QObject::connect(&target, &ViewModel::taskFinished, &target, [&] { target.arrived(); });

    std::vector<Way> ways;
    for (int burst = most / 1000; burst <= most; burst *= 10)
        ways.push_back({u"%L1 tasks outstanding"_s.arg(burst), [&, burst] { inBursts(target, names, burst); }});
    auto times = measure(ways, std::min(size.rounds, 5));
    for (auto &way : times) {
        for (double &time : way)
            time /= most;
    }
    std::vector<Figure> figures{{u"growth_1k_to_1m"_s,
                                 u"cost of a task while a thousand times as many are outstanding, over that with %L1"_s.arg(most / 1000),
                                 ratioOf(times.back(), times.front()), {}, u"≤ 1.3"_s}};
    for (size_t i = 0; i < ways.size(); ++i)
        figures.push_back({{}, ways[i].name, spreadOf(times[i]), u"µs a task"_s, {}});
    return figures;
}
