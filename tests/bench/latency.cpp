// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "bench.h"
#include "heart.h"
#include "targets.h"

#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Aside;
using namespace Bench;
using namespace Qt::StringLiterals;

namespace {

/// What each round's tasks took, from their start until who listens to the key was told.
struct Percentiles
{
    std::vector<double> half; ///< µs, p50
    std::vector<double> nearlyAll; ///< µs, p99

    void add(std::vector<double> times)
    {
        std::sort(times.begin(), times.end());
        half.push_back(times[times.size() / 2]);
        nearlyAll.push_back(times[times.size() * 99 / 100]);
    }
    void dropWarmUp()
    {
        half.erase(half.begin());
        nearlyAll.erase(nearlyAll.begin());
    }
};

/// Starts one task after the other; \a start is to change \a target's key `latest` to its argument.
template<typename Target, typename Start>
void oneAtATime(int tasks, Target &target, Percentiles &percentiles, Start start)
{
    std::vector<double> times;
    times.reserve(size_t(tasks));
    QEventLoop loop;
    Clock::time_point told;
    const auto connection = QObject::connect(&target, &Target::latestChanged, &loop, [&] {
        told = Clock::now();
        loop.quit();
    });
    for (int i = 0; i < tasks; ++i) {
        const auto began = Clock::now();
        start(i);
        if (told < began) // else it was as fast as that
            loop.exec();
        times.push_back(std::chrono::duration<double, std::micro>(told - began).count());
    }
    QObject::disconnect(connection);
    percentiles.add(std::move(times));
}

} // namespace

std::vector<Figure> Bench::latency(const Size &size)
{
    Target target;
    PlainTarget plain;
    QThreadPool pool;
    pool.setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
    const int tasks = size.tasks / 20;
    Percentiles aside;
    Percentiles then;
    measure({
        {u"assignAsync, one at a time"_s, [&] {
            target.assign(u"latest"_s, -1);
            oneAtATime(tasks, target, aside, [&](int i) {
                target.assignAsync(u"task"_s, [i] { return Assigns{{u"latest"_s, i}}; });
            });
        }},
        {u"then(context), one at a time"_s, [&] {
            plain.setLatest(-1);
            oneAtATime(tasks, plain, then, [&](int i) {
                QtConcurrent::run(&pool, [i] { return i; }).then(&plain, [&](int value) { plain.setLatest(value); });
            });
        }},
    }, size.rounds);
    aside.dropWarmUp();
    then.dropWarmUp();
    return {
        {u"latency_p99_vs_then"_s, u"one task at a time, start to notified key: the slowest of a hundred, over that of then(context)"_s,
         ratioOf(aside.nearlyAll, then.nearlyAll), {}, u"≤ 1.1"_s},
        {{}, u"the same, half of them"_s, ratioOf(aside.half, then.half), {}, u"≤ 1.1"_s},
        {{}, u"assignAsync: p50"_s, spreadOf(aside.half), u"µs"_s, {}},
        {{}, u"assignAsync: p99"_s, spreadOf(aside.nearlyAll), u"µs"_s, {}},
        {{}, u"then(context): p50"_s, spreadOf(then.half), u"µs"_s, {}},
        {{}, u"then(context): p99"_s, spreadOf(then.nearlyAll), u"µs"_s, {}},
    };
}
