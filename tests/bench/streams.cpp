// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "bench.h"
#include "heart.h"

#include <aside/viewmodel.h>

#include <QAbstractListModel>
#include <QEventLoop>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>

using namespace Aside;
using namespace Bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Row
{
    int number = 0;
    QString text;
};

QList<Row> rowsFrom(int first, int count)
{
    QList<Row> rows;
    rows.reserve(count);
    for (int i = first; i < first + count; ++i)
        rows.append(Row{i, QString::number(i)});
    return rows;
}

/// The model as people write it by hand.
class PlainModel : public QAbstractListModel
{
public:
    int rowCount(const QModelIndex & = {}) const override { return int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const Row &row = m_rows[index.row()];
        return role == Qt::UserRole ? QVariant(row.number) : QVariant(row.text);
    }
    QHash<int, QByteArray> roleNames() const override { return {{Qt::UserRole, "number"}, {Qt::UserRole + 1, "text"}}; }
    void append(const QList<Row> &rows)
    {
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
        m_rows += rows;
        endInsertRows();
    }

private:
    QList<Row> m_rows;
};

/// Does to a model what a list does that follows its end: minds each change, and with each frame reads
/// the rows that it shows.
class View : public QObject
{
public:
    explicit View(QAbstractItemModel &model)
        : m_model(model)
        , m_roles(model.roleNames().keys())
    {
        connect(&model, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex &, int first, int last) { m_rows += last - first + 1; });
        connect(&m_frames, &QTimer::timeout, this, [this] { paint(); });
        m_frames.start(16ms);
    }

private:
    void paint()
    {
        for (int row = std::max(0, m_rows - 40); row < m_rows; ++row) {
            for (const int role : m_roles)
                m_painted += m_model.data(m_model.index(row, 0), role).toString().size();
        }
    }

    QAbstractItemModel &m_model;
    const QList<int> m_roles;
    QTimer m_frames;
    int m_rows = 0;
    qsizetype m_painted = 0;
};

class Streams
{
public:
    explicit Streams(int rows)
        : m_count(rows)
    {
    }

    void streamAsync(int batch, Measured &measured)
    {
        ViewModel viewModel;
        StreamModelOf<Row> model(RowRoles<Row>{{"number", &Row::number}, {"text", &Row::text}});
        const View view(model);
        QEventLoop loop;
        QObject::connect(&viewModel, &ViewModel::taskFinished, &loop, &QEventLoop::quit);
        measured.time([&] {
            viewModel.streamAsync(u"rows"_s, model, [batch, count = m_count](RowStream<Row> &rows) {
                if (batch == 1) {
                    for (int i = 0; i < count; ++i)
                        rows.append(Row{i, QString::number(i)});
                } else {
                    for (int i = 0; i < count; i += batch)
                        rows.append(rowsFrom(i, std::min(batch, count - i)));
                }
            });
            loop.exec();
        });
    }

    void blockingInsert(Measured &measured)
    {
        PlainModel model;
        const View view(model);
        measured.time([&] { model.append(rowsFrom(0, m_count)); });
    }

    void invokeMethod(int batch, Measured &measured)
    {
        PlainModel model;
        const View view(model);
        QEventLoop loop;
        measured.time([&] {
            m_pool.start([&, count = m_count] {
                for (int first = 0; first < count; first += batch) {
                    QMetaObject::invokeMethod(&model, [&, count, rows = rowsFrom(first, std::min(batch, count - first))] {
                        model.append(rows);
                        if (model.rowCount() == count)
                            loop.quit();
                    }, Qt::QueuedConnection);
                }
            });
            loop.exec();
        });
        m_pool.waitForDone();
    }

    /// The rows are made, and thrown away, so that the pauses are the machine's.
    void nothing(Measured &measured)
    {
        QEventLoop loop;
        measured.time([&] {
            m_pool.start([&, count = m_count] {
                for (int first = 0; first < count; first += 500)
                    rowsFrom(first, std::min(500, count - first));
                QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
            });
            loop.exec();
        });
        m_pool.waitForDone();
    }

private:
    const int m_count;
    QThreadPool m_pool;
};

} // namespace

std::vector<Bench::Figure> Bench::streams(const Size &size)
{
    Streams streams(size.rows);
    Measured batches, singly, blocking, perRow, perHundred, idle;
    const std::vector<Way> ways{
        {u"streamAsync, 500 rows at a time"_s, [&] { streams.streamAsync(500, batches); }},
        {u"one blocking insert"_s, [&] { streams.blockingInsert(blocking); }},
        {u"streamAsync, row by row"_s, [&] { streams.streamAsync(1, singly); }},
        {u"a queued invokeMethod per row"_s, [&] { streams.invokeMethod(1, perRow); }},
        {u"a queued invokeMethod per 100 rows"_s, [&] { streams.invokeMethod(100, perHundred); }},
        {u"rows that are made and thrown away"_s, [&] { streams.nothing(idle); }},
    };
    measure(ways, size.rounds);
    for (Measured *const way : {&batches, &singly, &blocking, &perRow, &perHundred, &idle})
        way->dropWarmUp();
    const auto gap = [](const Measured &way, const QString &what) {
        return Figure{{}, what + u": longest pause"_s, spreadOf(way.gap), u"ms"_s, {}};
    };
    const auto total = [](const Measured &way, const QString &what) {
        return Figure{{}, what + u": in all"_s, spreadOf(way.total), u"ms"_s, {}};
    };
    return {
        {u"stream_max_gap_ms"_s, u"longest pause of the event loop while "_s + ways[0].name + u", comes into a model with a view on it"_s,
         spreadOf(batches.gap), u"ms"_s, u"≤ 16"_s},
        {{}, u"the same, without what others did on the processor meanwhile"_s, spreadOf(batches.computed), u"ms"_s, {}},
        {u"stream_vs_blocking"_s, u"total time over that of making and inserting them all at once, with the window frozen"_s,
         ratioOf(batches.total, blocking.total), {}, u"≤ 1.5"_s},
        {{}, ways[2].name + u": the same"_s, ratioOf(singly.total, blocking.total), {}, {}},
        total(batches, ways[0].name),
        gap(blocking, ways[1].name),
        gap(singly, ways[2].name),
        total(singly, ways[2].name),
        gap(perRow, ways[3].name),
        total(perRow, ways[3].name),
        gap(perHundred, ways[4].name),
        total(perHundred, ways[4].name),
        gap(idle, ways[5].name),
    };
}
