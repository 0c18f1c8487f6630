// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// What rows cost in allocations on their way into a model: those of their pieces, and none of their own.

#include "costs.h"
#include "support.h"

#include <aside/streammodel.h>

#include <QHashFunctions>

using namespace Aside;
using namespace Test;

namespace {

struct Row
{
    int id = 0;
    int size = 0;
};

struct Cost
{
    long worker;
    long home;
    friend bool operator==(const Cost &, const Cost &) = default;
};

char *toString(const Cost &cost)
{
    return QTest::toString(u"%1 on the worker, %2 at home"_s.arg(cost.worker).arg(cost.home));
}

/// Of a stream of \a count rows whose functor has put all of them before any is taken.
Cost measure(int count, bool byId)
{
    ViewModel vm;
    StreamModelOf<Row> model(byId ? RowRoles<Row>{{"id", &Row::id}, {"size", &Row::size}}.id(&Row::id)
                                  : RowRoles<Row>{{"id", &Row::id}, {"size", &Row::size}});
    const Gate began, go, put, leave;
    vm.streamAsync(u"list"_s, model, [=](RowStream<Row> &rows) {
        began.open();
        go.pass();
        for (int id = 0; id < count; ++id) {
            if (byId)
                rows.upsert(Row{id, 1});
            else
                rows.append(Row{id, 1});
        }
        put.open();
        leave.pass();
    });
    began.pass();
    const Allocations working;
    go.open();
    put.pass();
    const long worker = working.elsewhere();
    const Allocations landing;
    QCoreApplication::sendPostedEvents();
    const long home = landing.here();
    if (model.count() != count)
        qFatal("rows are missing");
    leave.open();
    if (!settle())
        qFatal("a worker does not end");
    return {worker, home};
}

} // namespace

Q_DECLARE_METATYPE(Cost)

class TestCostsStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QHashSeed::setDeterministicGlobalSeed(); }
    void init() { setFrameBudget(1h); }
    void cleanup() { setFrameBudget(4ms); }

    void rows_allocate_data();
    void rows_allocate();
};

void TestCostsStreams::rows_allocate_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<bool>("byId");
    QTest::addColumn<Cost>("expected");
    QTest::newRow("one") << 1 << false << Cost{6, 5};
    QTest::newRow("a piece") << 512 << false << Cost{15, 5};
    QTest::newRow("two pieces") << 1024 << false << Cost{17, 7};
    QTest::newRow("sixteen pieces") << 16 * 512 << false << Cost{34, 25};
    // Its index is in a thousand parts, so that none takes long to grow: three for each of them.
    QTest::newRow("with an id") << 16 * 512 << true << Cost{34, 3123};
}

void TestCostsStreams::rows_allocate()
{
    NEEDS_COUNTS_OF_ALLOCATIONS();
    QFETCH(const int, rows);
    QFETCH(const bool, byId);
    QFETCH(const Cost, expected);
    measure(rows, byId); // what grows once, and is kept, has grown then
    for (int round = 0; round < 3; ++round)
        QCOMPARE(measure(rows, byId), expected);
}

QTEST_GUILESS_MAIN(TestCostsStreams)
#include "tst_costs_streams.moc"
