// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "bench.h"

#include <aside/viewmodel.h>

#include <QEventLoop>
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
using namespace Qt::StringLiterals;

namespace {

/// What the results go to: a key with a listener, and a loop that ends with the last result.
class Target : public ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(int, latest, -1)

public:
    Target()
    {
        connect(this, &Target::latestChanged, this, [this] { ++m_notified; });
    }

    void waitFor(int results)
    {
        m_missing += results;
        if (m_missing > 0)
            m_loop.exec();
    }
    void arrived()
    {
        if (--m_missing == 0)
            m_loop.quit();
    }

private:
    QEventLoop m_loop;
    int m_missing = 0;
    int m_notified = 0;
};

/// The same key as people write it by hand, for the ways that know no ViewModel.
class PlainTarget : public QObject
{
    Q_OBJECT
    Q_PROPERTY(int latest READ latest WRITE setLatest NOTIFY latestChanged)

public:
    PlainTarget()
    {
        connect(this, &PlainTarget::latestChanged, this, [this] { ++m_notified; });
    }

    int latest() const { return m_latest; }
    void setLatest(int latest)
    {
        if (m_latest == latest)
            return;
        m_latest = latest;
        Q_EMIT latestChanged();
    }
    void waitFor(int results)
    {
        m_missing += results;
        if (m_missing > 0)
            m_loop.exec();
    }
    void land(int value)
    {
        setLatest(value);
        if (--m_missing == 0)
            m_loop.quit();
    }

Q_SIGNALS:
    void latestChanged();

private:
    QEventLoop m_loop;
    int m_latest = -1;
    int m_missing = 0;
    int m_notified = 0;
};

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
};

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
        {u"roundtrip_us"_s, u"one assignAsync: spawn, run, commit into a bound key"_s, spreadOf(times[0]), u"µs"_s, {}},
        {u"roundtrip_vs_floor"_s, u"times slower than QThreadPool::start with one wake-up a burst"_s, ratioOf(times[0], times[1]), {}, u"≤ 2.5"_s},
        {u"roundtrip_vs_then"_s, u"times faster than QtConcurrent::run().then(context)"_s, ratioOf(times[2], times[0]), {}, u"≥ 2"_s},
        {u"roundtrip_vs_qfuturewatcher"_s, u"times faster than QFutureWatcher"_s, ratioOf(times[3], times[0]), {}, u"≥ 6"_s},
    };
    if (times.size() > 4)
        figures.push_back({u"roundtrip_vs_qcoro"_s, u"times faster than QCoro"_s, ratioOf(times[4], times[0]), {}, u"≥ 6"_s});
    for (size_t i = 1; i < ways.size(); ++i)
        figures.push_back({{}, ways[i].name, spreadOf(times[i]), u"µs a task"_s, {}});
    return figures;
}

#include "roundtrip.moc"
