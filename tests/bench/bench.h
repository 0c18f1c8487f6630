// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>
#include <vector>

namespace Bench {

/// The figures of repeated measurements, in the unit of what was measured.
struct Spread
{
    double lowest = 0;
    double median = 0;
    double highest = 0;
};

Spread spreadOf(std::vector<double> values);
/// The ratio `left / right`, round by round, so that a machine whose speed drifts disturbs it little.
Spread ratioOf(const std::vector<double> &left, const std::vector<double> &right);

/// One line of the table.
struct Figure
{
    QString key; ///< of the JSON file; empty for a line that only explains others
    QString what;
    Spread value;
    QString unit;
    QString aim; ///< empty where there is none
};

/// A line for something that is counted, and that is the same each time.
inline Figure counted(const QString &what, double value, const QString &unit)
{
    return {{}, what, {value, value, value}, unit, {}};
}

/// A way to do the same work, to be compared.
struct Way
{
    QString name;
    std::function<void()> run;
};

/// Runs the ways in turn, \a rounds times after one that warms up: microseconds, a list for each way.
std::vector<std::vector<double>> measure(const std::vector<Way> &ways, int rounds);

/// Says that the line \a key is not in the table, and \a why.
void leaveOut(const QString &key, const QString &why);

void printTable(const std::vector<Figure> &figures);
/// Throws std::runtime_error with a text for people if the file cannot be written.
void writeJson(const std::vector<Figure> &figures, const QString &fileName);

/// How large the measurements are.
struct Size
{
    int tasks = 100'000;
    int rows = 1'000'000; ///< of a stream
    int rounds = 7;
};

/// Spawn, run, and commit into a bound key: Aside against the other ways and the floor.
std::vector<Figure> roundTrip(const Size &size);
/// One task at a time: how long it takes from its start until who listens has been told.
std::vector<Figure> latency(const Size &size);
/// What a task costs while few, and while many are outstanding.
std::vector<Figure> growth(const Size &size);
/// Many updates a second of few keys: how long the window stands still at most.
std::vector<Figure> floods(const Size &size);
/// Rows of a worker into a model: how long the window stands still at most.
std::vector<Figure> streams(const Size &size);
/// Setting, making and reading keys, against QQmlPropertyMap and a property written by hand; nothing
/// without the QML module.
std::vector<Figure> store(const Size &size);
/// What an idle ViewModel, a queued task, and a sleeping coroutine take.
std::vector<Figure> memory(const Size &size);
/// How long a process takes to end.
std::vector<Figure> quit(const Size &size);
/// Starts, as what quit() measures: a process that ends itself with \a how much to do. Returns its exit code.
int leave(const QString &how, int tasks);
/// Aside's tasks while others fill the pool that all share.
std::vector<Figure> busy(const Size &size);
/// What it costs that there could be a trace.
std::vector<Figure> tracing(const Size &size);
/// The demo as a whole: its scan without a window, its start, and its rest.
std::vector<Figure> demo(const Size &size);

} // namespace Bench
