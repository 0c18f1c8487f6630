// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// L2, M2 and M3: many rows, and producers that are faster than the view. Counts, and no times. What the
// models tell is checked by QAbstractItemModelTester where rows are few, as it looks at all of them at
// each signal.

#include "streamfixture.h"
#include "support.h"

#include <aside/testing.h>

#include <QEventLoop>

#include <algorithm>
#include <atomic>
#include <memory>

using namespace Test;

namespace {

using Rows = RowStream<Item>;

/// So many may wait for the home thread, and as many again lie there.
constexpr int room = 16'384;

std::unique_ptr<QAbstractItemModelTester> watch(StreamModel &model)
{
    return std::make_unique<QAbstractItemModelTester>(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
}

} // namespace

class TestStreamAsyncFlood : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QVERIFY(settle()); }

    void rows_comeInSlicesWithTheLoopServedBetweenThem_data();
    void rows_comeInSlicesWithTheLoopServedBetweenThem();
    void slices_goOnWhileTheProducerDoesNothing();
    void slices_tellTheCountOnce();
    void producer_isSlowedToThePaceOfTheView_data();
    void producer_isSlowedToThePaceOfTheView();
    void producersThatWait_holdNoThread();
};

void TestStreamAsyncFlood::rows_comeInSlicesWithTheLoopServedBetweenThem_data()
{
    QTest::addColumn<int>("batch");
    QTest::addColumn<int>("count");
    QTest::newRow("watched, by hundreds") << 100 << 5000;
    QTest::newRow("watched, at once") << 5000 << 5000;
    QTest::newRow("a million, by hundreds") << 100 << 1'000'000;
    QTest::newRow("a million at once") << 1'000'000 << 1'000'000;
    QTest::newRow("one by one") << 1 << 100'000;
}

void TestStreamAsyncFlood::rows_comeInSlicesWithTheLoopServedBetweenThem()
{
    QFETCH(const int, batch);
    QFETCH(const int, count);
    setFrameBudget(0ns); // a step is all that fits
    ViewModel vm;
    StreamModelOf<Item> model(itemRoles());
    const auto tester = count <= 5000 ? watch(model) : nullptr;
    Testing::LoopSpy served;
    connect(&model, &StreamModel::rowsInserted, &served,
            [&](const QModelIndex &, int first, int last) { served.add(last - first + 1); });
    const Task task = vm.streamAsync(u"s"_s, model, [batch, count](Rows &rows) {
        for (int id = 0; id < count; id += batch)
            rows.append(manyItems(batch, id));
    });
    QEventLoop loop; // which looks at the outcome only when it is told
    connect(&vm, &ViewModel::taskFinished, &loop, &QEventLoop::quit);
    loop.exec();
    QCOMPARE(task.outcome(), Outcome::Ok);
    QCOMPARE(model.count(), count);
    for (int row = 0; row < count; ++row) {
        if (model.row(row).id != row)
            QCOMPARE(model.row(row).id, row);
    }
    QCOMPARE(served.added().total, count);
    QVERIFY2(served.added().most <= 512, QByteArray::number(served.added().most).constData());
    QVERIFY2(served.added().stretches >= count / 512, QByteArray::number(served.added().stretches).constData());
}

// What it puts is all there is to wake the home thread.
void TestStreamAsyncFlood::slices_goOnWhileTheProducerDoesNothing()
{
    setFrameBudget(0ns);
    ViewModel vm;
    Items model;
    const Gate leave;
    const Task task = vm.streamAsync(u"s"_s, model, [leave](Rows &rows) {
        rows.append(manyItems(5000));
        leave.pass();
    });
    EVENTUALLY(model.count() == 5000);
    QVERIFY(task.isActive());
    leave.open();
    EVENTUALLY(task.outcome() == Outcome::Ok);
}

void TestStreamAsyncFlood::slices_tellTheCountOnce()
{
    setFrameBudget(1h);
    ViewModel vm;
    Items model;
    QList<int> counts;
    connect(&model, &StreamModel::countChanged, this, [&] { counts += model.count(); });
    const Task task = vm.streamAsync(u"s"_s, model, [](Rows &rows) { rows.append(manyItems(5000)); });
    EVENTUALLY(task.outcome() == Outcome::Ok);
    QCOMPARE(counts, QList{5000});
}

void TestStreamAsyncFlood::producer_isSlowedToThePaceOfTheView_data()
{
    QTest::addColumn<int>("batch");
    QTest::addColumn<bool>("watched");
    QTest::newRow("one by one") << 1 << false;
    QTest::newRow("by thousands") << 1000 << false;
    QTest::newRow("by thousands, watched") << 1000 << true;
}

void TestStreamAsyncFlood::producer_isSlowedToThePaceOfTheView()
{
    QFETCH(const int, batch);
    QFETCH(const bool, watched);
    setFrameBudget(0ns);
    ViewModel vm;
    StreamModelOf<Item> model(itemRoles());
    const auto tester = watched ? watch(model) : nullptr;
    if (watched)
        model.setLimit(-1000);
    std::atomic<int> put = 0;
    int arrived = 0;
    int ahead = 0;
    connect(&model, &StreamModel::rowsInserted, this, [&](const QModelIndex &, int, int last) {
        ahead = std::max(ahead, put.load() - arrived);
        arrived = model.row(last).id + 1;
    });
    const Gate full;
    Task task = vm.streamAsync(u"s"_s, model, [batch, full, &put](Rows &rows) {
        while (rows.append(manyItems(batch, put))) {
            put += batch;
            if (put >= room && put < room + batch)
                full.open();
        }
    });
    full.pass(); // while nobody takes any
    AFTER_SOME_TURNS(arrived > 5 * room);
    task.cancel();
    QVERIFY(settle());
    QVERIFY2(ahead <= 2 * (room + batch), QByteArray::number(ahead).constData());
    QVERIFY2(ahead >= room, QByteArray::number(ahead).constData());
}

void TestStreamAsyncFlood::producersThatWait_holdNoThread()
{
    setFrameBudget(0ns);
    ViewModel vm;
    Nameless model;
    model.setLimit(-1000);
    // Each waits for room most of the time.
    const int producers = 4 * std::max(2, QThread::idealThreadCount());
    std::atomic<int> begun = 0;
    for (int i = 0; i < producers; ++i) {
        vm.streamAsync(u"s%1"_s.arg(i), model, [&begun](Rows &rows) {
            ++begun;
            while (rows.append(manyItems(100))) { }
        });
    }
    EVENTUALLY(begun == producers);
    const Task task = vm.assignAsync(u"short"_s, [] { return Assigns{{u"done"_s, true}}; });
    EVENTUALLY(task.outcome() == Outcome::Ok);
    vm.cancelAll();
    QVERIFY(settle());
}

QTEST_GUILESS_MAIN(TestStreamAsyncFlood)
#include "tst_streamasync_flood.moc"
