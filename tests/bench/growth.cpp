// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "bench.h"
#include "heart.h"
#include "targets.h"

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>

using namespace Aside;
using namespace Bench;
using namespace Qt::StringLiterals;

namespace {

/// What one of many costs, the more there are: it should stay flat.
struct Curve
{
    QString what;
    std::vector<int> sizes; ///< four
    int units; ///< that one call of run() does, whatever the size
    std::function<double(int size)> run; ///< returns what the units took, µs
    std::vector<std::vector<double>> costs = {}; ///< µs a unit, for each size
};

template<typename Work>
double timed(Work work)
{
    const auto start = Clock::now();
    work();
    return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

std::vector<int> upTo(int most)
{
    return {most / 1000, most / 100, most / 10, most};
}

std::vector<QString> numbered(const QString &text, int count)
{
    std::vector<QString> names;
    names.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        names.push_back(text.arg(i));
    return names;
}

/// Tasks that are all started before any result is waited for, again and again until each name has run.
Curve tasksOutstanding(int most)
{
    auto target = std::make_shared<Target>();
    QObject::connect(target.get(), &ViewModel::taskFinished, target.get(), [target = target.get()] { target->arrived(); });
    return {u"tasks outstanding: a task"_s, upTo(most), most, [target, names = numbered(u"task %1"_s, most)](int burst) {
        return timed([&] {
            for (int first = 0; first < int(names.size()); first += burst) {
                for (int i = first; i < first + burst; ++i)
                    target->assignAsync(names[size_t(i)], [i] { return Assigns{{u"latest"_s, i}}; });
                target->waitFor(burst);
            }
        });
    }};
}

Curve keysSet(int most)
{
    return {u"keys in a model: setting one"_s, upTo(most), most, [names = numbered(u"key%1"_s, most), most](int count) {
        ViewModel viewModel;
        Assigns all;
        for (int i = 0; i < count; ++i)
            all.set(names[size_t(i)], -1);
        viewModel.assign(std::move(all));
        return timed([&] {
            for (int i = 0; i < most; ++i)
                viewModel.assign(names[size_t(i % count)], i);
        });
    }};
}

Curve keysMade(int most)
{
    return {u"keys made in one commit: a key"_s, upTo(most), most, [names = numbered(u"key%1"_s, most), most](int count) {
        double time = 0;
        for (int made = 0; made < most; made += count) {
            ViewModel viewModel;
            Assigns all;
            for (int i = 0; i < count; ++i)
                all.set(names[size_t(i)], i);
            time += timed([&] { viewModel.assign(std::move(all)); });
        }
        return time;
    }};
}

Curve rowsStreamed(int most)
{
    struct Row
    {
        int number = 0;
    };
    return {u"rows in a stream: a row"_s, upTo(most), most, [most](int count) {
        Target target;
        double time = 0;
        for (int streamed = 0; streamed < most; streamed += count) {
            StreamModelOf<Row> model(RowRoles<Row>{{"number", &Row::number}});
            const auto connection = QObject::connect(&target, &ViewModel::taskFinished, &target, [&] { target.arrived(); });
            time += timed([&] {
                target.streamAsync(u"rows"_s, model, [count](RowStream<Row> &rows) {
                    for (int first = 0; first < count; first += 500)
                        rows.append(QList<Row>(std::min(500, count - first)));
                });
                target.waitFor(1);
            });
            QObject::disconnect(connection);
        }
        return time;
    }};
}

/// The tasks go to each of them in turn; each has run some before.
Curve viewModelsAlive(int most)
{
    return {u"view models alive: a task of one"_s, upTo(most), most, [most](int count) {
        Target loop;
        std::vector<std::unique_ptr<Target>> targets;
        for (int i = 0; i < count; ++i) {
            targets.push_back(std::make_unique<Target>());
            QObject::connect(targets.back().get(), &ViewModel::taskFinished, &loop, [&] { loop.arrived(); });
        }
        const auto names = numbered(u"task %1"_s, most);
        const auto run = [&](int tasks) {
            for (int i = 0; i < tasks; ++i)
                targets[size_t(i % count)]->assignAsync(names[size_t(i)], [i] { return Assigns{{u"latest"_s, i}}; });
            loop.waitFor(tasks);
        };
        run(count);
        return timed([&] { run(most); });
    }};
}

void printCurves(const std::vector<Curve> &curves)
{
    std::printf("Growth: what a unit costs (µs, median), the more there are\n");
    for (const Curve &curve : curves) {
        std::printf("%-34s", qPrintable(curve.what));
        for (size_t i = 0; i < curve.sizes.size(); ++i)
            std::printf("  %9s: %7.3f", qPrintable(u"%L1"_s.arg(curve.sizes[i])), spreadOf(curve.costs[i]).median);
        std::printf("\n");
    }
    std::printf("\n");
}

} // namespace

std::vector<Figure> Bench::growth(const Size &size)
{
    std::vector<Curve> curves{tasksOutstanding(size.tasks * 10), keysSet(size.tasks), keysMade(size.tasks),
                              rowsStreamed(size.rows), viewModelsAlive(size.tasks / 2)};
    std::vector<Figure> figures;
    for (Curve &curve : curves) {
        std::vector<Way> ways;
        curve.costs.resize(curve.sizes.size());
        for (size_t i = 0; i < curve.sizes.size(); ++i) {
            ways.push_back({curve.what + u", %L1"_s.arg(curve.sizes[i]), [&curve, i] {
                curve.costs[i].push_back(curve.run(curve.sizes[i]) / curve.units);
            }});
        }
        measure(ways, std::min(size.rounds, 5));
        for (auto &costs : curve.costs)
            costs.erase(costs.begin()); // the round that warms up
        const bool isFirst = figures.empty();
        figures.push_back({isFirst ? u"growth_1k_to_1m"_s : QString(),
                           curve.what + u", with %L1 its cost is so many times that with %L2"_s.arg(curve.sizes.back()).arg(curve.sizes.front()),
                           ratioOf(curve.costs.back(), curve.costs.front()), {}, isFirst ? u"≤ 1.3"_s : QString()});
    }
    printCurves(curves);
    return figures;
}
