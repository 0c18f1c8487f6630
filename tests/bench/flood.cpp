// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "bench.h"
#include "heart.h"

#include <aside/viewmodel.h>

#include <QEventLoop>
#include <QThreadPool>

#include <array>

using namespace Aside;
using namespace Bench;
using namespace Qt::StringLiterals;

namespace {

/// Two keys, one for each worker, each with somebody who listens.
class Gauges : public ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(int, left, 0)
    ASIDE_ASSIGN(int, right, 0)

public:
    Gauges()
    {
        connect(this, &Gauges::leftChanged, this, [this] { ++m_notified; });
        connect(this, &Gauges::rightChanged, this, [this] { ++m_notified; });
    }
    static QString key(int side) { return side == 0 ? u"left"_s : u"right"_s; }

private:
    qint64 m_notified = 0;
};

/// The same as people write it by hand.
class PlainGauges : public QObject
{
    Q_OBJECT

public:
    PlainGauges()
    {
        connect(this, &PlainGauges::changed, this, [this] { ++m_notified; });
    }
    void set(int side, int value)
    {
        m_values[size_t(side)] = value;
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();

private:
    std::array<int, 2> m_values{};
    qint64 m_notified = 0;
};

constexpr int workers = 2;

/// \a post is called by two workers, \a updates times in all.
template<typename Post>
void flood(int updates, Measured &measured, Post post)
{
    Gauges gauges;
    QEventLoop loop;
    int running = workers;
    QObject::connect(&gauges, &ViewModel::taskFinished, &loop, [&] {
        if (--running == 0)
            loop.quit();
    });
    measured.time([&] {
        for (int side = 0; side < workers; ++side) {
            gauges.assignAsync(Gauges::key(side), [side, count = updates / workers, post](TaskContext &context) {
                const QString key = Gauges::key(side);
                for (int i = 1; i <= count; ++i)
                    post(context, key, i);
                return Assigns();
            });
        }
        loop.exec();
    });
}

void naive(int updates, Measured &measured)
{
    PlainGauges gauges;
    QEventLoop loop;
    QThreadPool pool;
    int missing = updates;
    measured.time([&] {
        for (int side = 0; side < workers; ++side) {
            pool.start([&, side, count = updates / workers] {
                for (int i = 1; i <= count; ++i) {
                    QMetaObject::invokeMethod(&gauges, [&, side, i] {
                        gauges.set(side, i);
                        if (--missing == 0)
                            loop.quit();
                    }, Qt::QueuedConnection);
                }
            });
        }
        loop.exec();
    });
}

} // namespace

std::vector<Figure> Bench::floods(const Size &size)
{
    const int updates = size.tasks * 20;
    Measured sets, functors, queued;
    measure({
        {u"post, values"_s, [&] {
            flood(updates, sets, [](TaskContext &context, const QString &key, int i) { context.post({{key, i}}); });
        }},
        {u"post, update functors"_s, [&] {
            flood(updates, functors, [](TaskContext &context, const QString &key, int) {
                context.post({{key, update([](int n) { return n + 1; })}});
            });
        }},
        {u"a queued invokeMethod each"_s, [&] { naive(updates, queued); }},
    }, size.rounds);
    for (Measured *const way : {&sets, &functors, &queued})
        way->dropWarmUp();
    return {
        {u"flood_max_gap_ms"_s, u"longest pause of the event loop while two workers post %L1 values to two bound keys"_s.arg(updates),
         spreadOf(sets.gap), u"ms"_s, u"≤ 16"_s},
        {{}, u"the same, without what others did on the processor meanwhile"_s, spreadOf(sets.computed), u"ms"_s, {}},
        {u"flood_naive_max_gap_ms"_s, u"the same with a queued call for each"_s, spreadOf(queued.gap), u"ms"_s, {}},
        {u"flood_vs_naive"_s, u"in all, times faster than a queued call for each"_s, ratioOf(queued.total, sets.total), {}, u"≥ 4"_s},
        {u"flood_peak_mb"_s, u"memory grown meanwhile"_s, spreadOf(sets.peak), u"MB"_s, u"≤ 8"_s},
        {{}, u"memory grown by the queued calls"_s, spreadOf(queued.peak), u"MB"_s, {}},
        {u"flood_updates_max_gap_ms"_s, u"longest pause with update functors, every one of which runs"_s, spreadOf(functors.gap), u"ms"_s, u"≤ 16"_s},
        {{}, u"update functors: in all"_s, spreadOf(functors.total), u"ms"_s, {}},
        {{}, u"values: in all"_s, spreadOf(sets.total), u"ms"_s, {}},
        {{}, u"queued calls: in all"_s, spreadOf(queued.total), u"ms"_s, {}},
    };
}

#include "flood.moc"
