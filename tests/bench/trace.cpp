// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "bench.h"

#include <QFileInfo>
#include <QProcess>

#include <algorithm>
#include <stdexcept>

using namespace Bench;
using namespace Qt::StringLiterals;

#ifdef ASIDE_BENCH_TWINS

namespace {

/// A program of the folder `twins` that waits to be told how many tasks to run.
class Twin
{
public:
    explicit Twin(const QString &name)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(fileOf(name), QStringList());
        if (!m_process.waitForStarted())
            throw std::runtime_error("cannot start " + fileOf(name).toStdString() + ": " + m_process.errorString().toStdString());
    }
    ~Twin()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Twin)

    static QString fileOf(const QString &name) { return QStringLiteral(ASIDE_BENCH_TWINS) + u'/' + name; }

    /// µs
    double trip(int tasks)
    {
        m_process.write(QByteArray::number(tasks) + '\n');
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(-1))
                throw std::runtime_error(m_process.program().toStdString() + " ended: " + m_process.errorString().toStdString());
        }
        return m_process.readLine().trimmed().toDouble();
    }

private:
    QProcess m_process;
};

/// Of each \a turns of \a times, but for the first one, which warms up.
std::vector<double> fastestOf(int turns, const std::vector<double> &times)
{
    std::vector<double> fastest;
    for (auto first = times.begin() + 1; times.end() - first >= turns; first += turns)
        fastest.push_back(*std::min_element(first, first + turns));
    return fastest;
}

} // namespace

std::vector<Figure> Bench::tracing(const Size &size)
{
    const QString with = u"bench-aside"_s;
    const QString without = u"bench-asideuntraced"_s;
    for (const QString &name : {with, without}) {
        if (!QFileInfo(Twin::fileOf(name)).isExecutable()) {
            leaveOut(u"trace_off_cost"_s, u"the library without tracing is built only by tests/bench/run and by the target aside-bench-twins"_s);
            return {};
        }
    }
    Twin traced(with);
    Twin untraced(without);
    std::vector<double> on, off;
    // Many short turns, and the fastest of some: two percent are less than what the machine makes of one.
    const int turns = 8;
    const auto way = [tasks = size.tasks / 4](const QString &name, Twin &twin, std::vector<double> &times) {
        return Way{name, [&twin, &times, tasks] { times.push_back(twin.trip(tasks) / tasks); }};
    };
    measure({way(u"tracing compiled in, and off"_s, traced, on), way(u"tracing compiled out"_s, untraced, off)}, turns * size.rounds);
    on = fastestOf(turns, on);
    off = fastestOf(turns, off);
    return {
        {u"trace_off_cost"_s, u"round trip with the code that traces compiled in, and off, over compiled out"_s, ratioOf(on, off), {}, u"≤ 1.02"_s},
        {{}, u"round trip, tracing compiled in, and off"_s, spreadOf(on), u"µs"_s, {}},
        {{}, u"round trip, tracing compiled out"_s, spreadOf(off), u"µs"_s, {}},
    };
}

#else

std::vector<Figure> Bench::tracing(const Size &)
{
    leaveOut(u"trace_off_cost"_s, u"this build has no tracing that could cost anything (ASIDE_TRACING is off)"_s);
    return {};
}

#endif
