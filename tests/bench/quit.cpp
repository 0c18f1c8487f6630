// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "bench.h"
#include "heart.h"

#include <aside/settings.h>
#include <aside/viewmodel.h>

#include <QCoreApplication>
#include <QProcess>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <cstdio>
#include <stdexcept>
#include <thread>

using namespace Aside;
using namespace Bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Grace = 500ms;

qint64 nanoseconds(Clock::time_point time)
{
    return std::chrono::nanoseconds(time.time_since_epoch()).count();
}

/// From the moment at which a child says that it quits until it is gone. All processes share the clock.
Milliseconds timeToLeave(const QString &how, int tasks)
{
    QProcess child;
    child.setStandardErrorFile(QProcess::nullDevice()); // where it names the one that never listens
    child.start(QCoreApplication::applicationFilePath(), {u"--leave"_s, how, QString::number(tasks)});
    const bool left = child.waitForFinished(60'000) && child.exitStatus() == QProcess::NormalExit;
    const auto gone = Clock::now();
    bool isNumber = false;
    const qint64 since = child.readAllStandardOutput().trimmed().toLongLong(&isNumber);
    if (!left || !isNumber)
        throw std::runtime_error("the process that was to quit did not: " + child.errorString().toStdString());
    return gone - Clock::time_point(std::chrono::nanoseconds(since));
}

} // namespace

int Bench::leave(const QString &how, int tasks)
{
    setQuitGrace(Grace);
    ViewModel viewModel;
    // As many as there are threads, or else there would be no queue.
    const int running = how == "idle"_L1 ? 0 : std::max(2, QThread::idealThreadCount());
    const auto begun = std::make_shared<std::atomic<int>>(0);
    for (int i = 0; i < running; ++i) {
        const bool listens = i > 0 || how != "stuck"_L1;
        viewModel.assignAsync(u"running %1"_s.arg(i), [begun, listens](TaskContext &context) {
            ++*begun;
            while (!listens)
                std::this_thread::sleep_for(1h);
            while (!context.isCanceled()) { } // computes
            return Assigns();
        });
    }
    while (*begun < running)
        QThread::yieldCurrentThread();
    for (int i = 0; i < tasks && running > 0; ++i)
        viewModel.assignAsync(u"task %1"_s.arg(i), [i] { return Assigns{{u"latest"_s, i}}; });
    QTimer::singleShot(0, qApp, [] {
        std::printf("%lld\n", static_cast<long long>(nanoseconds(Clock::now())));
        std::fflush(stdout);
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}

std::vector<Figure> Bench::quit(const Size &size)
{
    std::vector<double> many, stuck, idle;
    const auto way = [&](const QString &name, const QString &how, std::vector<double> &times) {
        return Way{name, [&times, how, &size] { times.push_back(timeToLeave(how, size.tasks).count()); }};
    };
    measure({way(u"quit with tasks"_s, u"many"_s, many), way(u"quit with one that never listens"_s, u"stuck"_s, stuck),
             way(u"quit with nothing to do"_s, u"idle"_s, idle)},
            size.rounds);
    for (std::vector<double> *const times : {&many, &stuck, &idle})
        times->erase(times->begin());
    return {
        {u"quit_100k_ms"_s, u"from quit() to the end of the process, with %L1 tasks queued, and on each thread one that runs and listens"_s.arg(size.tasks),
         spreadOf(many), u"ms"_s, u"≤ 200"_s},
        {u"quit_stuck_ms"_s, u"the same if one of them never listens; it is waited for %1 ms"_s.arg(Grace.count()), spreadOf(stuck), u"ms"_s, u"≤ 700"_s},
        {{}, u"the same with no task at all"_s, spreadOf(idle), u"ms"_s, {}},
    };
}
