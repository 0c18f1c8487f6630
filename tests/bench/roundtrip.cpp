// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "bench.h"
#include "heap.h"
#include "targets.h"

#include <QFutureWatcher>
#include <QThread>
#include <QThreadPool>
#include <QtConcurrentRun>

#ifdef ASIDE_BENCH_QCORO
#include <QCoroFuture>
#include <QCoroTask>
#endif

#include <mutex>

using namespace Aside;
using namespace Bench;
using namespace Qt::StringLiterals;

namespace {

class RoundTrip
{
public:
    explicit RoundTrip(int tasks)
        : m_tasks(tasks)
    {
        m_pool.setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
        for (int i = 0; i < tasks; ++i)
            m_names.push_back(u"task %1"_s.arg(i));
        QObject::connect(&m_target, &ViewModel::taskFinished, &m_target, [this] { m_target.arrived(); });
    }

    void aside()
    {
        for (int i = 0; i < m_tasks; ++i)
            m_target.assignAsync(m_names[size_t(i)], [i] { return Assigns{{u"latest"_s, i}}; });
        m_target.waitFor(m_tasks);
    }

    /// Each start supersedes the one before.
    void asideOneName()
    {
        for (int i = 0; i < m_tasks; ++i)
            m_target.assignAsync(u"task"_s, [i] { return Assigns{{u"latest"_s, i}}; });
        m_target.waitFor(m_tasks);
    }

    /// As people do by hand: what comes late finds a number that is not its own.
    void thenOneName()
    {
        for (int i = 0; i < m_tasks; ++i) {
            m_newest = i;
            QtConcurrent::run(&m_pool, [i] { return i; }).then(&m_plain, [this](int value) {
                m_plain.land(value == m_newest ? value : m_plain.latest());
            });
        }
        m_plain.waitFor(m_tasks);
    }

    void futureWatcher()
    {
        for (int i = 0; i < m_tasks; ++i) {
            auto *const watcher = new QFutureWatcher<int>(&m_plain);
            QObject::connect(watcher, &QFutureWatcher<int>::finished, &m_plain, [this, watcher] {
                m_plain.land(watcher->result());
                watcher->deleteLater();
            });
            watcher->setFuture(QtConcurrent::run(&m_pool, [i] { return i; }));
        }
        m_plain.waitFor(m_tasks);
    }

    void then()
    {
        for (int i = 0; i < m_tasks; ++i)
            QtConcurrent::run(&m_pool, [i] { return i; }).then(&m_plain, [this](int value) { m_plain.land(value); });
        m_plain.waitFor(m_tasks);
    }

#ifdef ASIDE_BENCH_QCORO
    void qcoro()
    {
        for (int i = 0; i < m_tasks; ++i)
            oneCoroutine(i);
        m_plain.waitFor(m_tasks);
    }
#endif

    void floor()
    {
        for (int i = 0; i < m_tasks; ++i) {
            m_pool.start([this, i] {
                const int value = i;
                const std::lock_guard lock(m_mutex);
                m_results.push_back(value);
                if (!std::exchange(m_wakePending, true))
                    QMetaObject::invokeMethod(&m_plain, [this] { drain(); }, Qt::QueuedConnection);
            });
        }
        m_plain.waitFor(m_tasks);
    }

    /// How often who listens to the key has been told, whatever the way.
    int notified() const { return m_target.notified() + m_plain.notified(); }

private:
#ifdef ASIDE_BENCH_QCORO
    QCoro::Task<> oneCoroutine(int i)
    {
        const int value = co_await QtConcurrent::run(&m_pool, [i] { return i; });
        m_plain.land(value);
    }
#endif

    void drain()
    {
        std::vector<int> results;
        {
            const std::lock_guard lock(m_mutex);
            results.swap(m_results);
            m_wakePending = false;
        }
        for (const int value : results)
            m_plain.land(value);
    }

    const int m_tasks;
    std::vector<QString> m_names;
    QThreadPool m_pool;
    Target m_target;
    PlainTarget m_plain;
    std::mutex m_mutex;
    std::vector<int> m_results;
    bool m_wakePending = false;
    int m_newest = -1;
};

/// What explains the times: of one more round of each way.
void addCounts(std::vector<Figure> &figures, const std::vector<Way> &ways, const RoundTrip &trip, const Size &size)
{
    for (const Way &way : ways) {
        const int notified = trip.notified();
        const HeapCount heap;
        way.run();
        figures.push_back(counted(way.name + u": notifications"_s, double(trip.notified() - notified) / size.tasks, u"a task"_s));
        if (HeapCount::isAvailable())
            figures.push_back(counted(way.name + u": pieces of the heap taken"_s, double(heap.allocations()) / size.tasks, u"a task"_s));
    }
}

} // namespace

std::vector<Bench::Figure> Bench::roundTrip(const Size &size)
{
    RoundTrip trip(size.tasks);
    std::vector<Way> ways{
        {u"assignAsync"_s, [&] { trip.aside(); }},
        {u"QThreadPool::start, one wake-up a burst"_s, [&] { trip.floor(); }},
        {u"QtConcurrent::run().then(context)"_s, [&] { trip.then(); }},
        {u"QFutureWatcher"_s, [&] { trip.futureWatcher(); }},
    };
#ifdef ASIDE_BENCH_QCORO
    ways.push_back({u"QCoro"_s, [&] { trip.qcoro(); }});
#endif
    auto times = measure(ways, size.rounds);
    for (auto &way : times) {
        for (double &time : way)
            time /= size.tasks;
    }
    std::vector<Figure> figures{
        {{}, u"one assignAsync: spawn, run, commit into a bound key"_s, spreadOf(times[0]), u"µs"_s, {}},
        {u"roundtrip_vs_floor"_s, u"times slower than QThreadPool::start with one wake-up a burst"_s, ratioOf(times[0], times[1]), {}, u"≤ 1.5"_s},
        {u"roundtrip_vs_then"_s, u"times faster than QtConcurrent::run().then(context)"_s, ratioOf(times[2], times[0]), {}, u"≥ 3"_s},
        {u"roundtrip_vs_qfuturewatcher"_s, u"times faster than QFutureWatcher"_s, ratioOf(times[3], times[0]), {}, u"≥ 10"_s},
    };
    auto oneName = measure({
        {u"assignAsync, one name"_s, [&] { trip.asideOneName(); }},
        {u"then(context), the newest only"_s, [&] { trip.thenOneName(); }},
    }, size.rounds);
    figures.push_back({u"samename_vs_then"_s, u"one name, each start supersedes the one before: times faster than then(context) that minds the newest only"_s,
                       ratioOf(oneName[1], oneName[0]), {}, u"≥ 3"_s});
    if (times.size() > 4)
        figures.push_back({u"roundtrip_vs_qcoro"_s, u"times faster than QCoro"_s, ratioOf(times[4], times[0]), {}, u"≥ 10"_s});
    for (size_t i = 1; i < ways.size(); ++i)
        figures.push_back({{}, ways[i].name, spreadOf(times[i]), u"µs a task"_s, {}});
    addCounts(figures, ways, trip, size);
    return figures;
}
