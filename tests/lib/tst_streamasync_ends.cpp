// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T2, T4, T6, T7, T8 and L1: how streams end, and what becomes of their rows then.

#include "streamfixture.h"
#include "support.h"

#include <aside/testing.h>

#include <atomic>
#include <memory>
#include <stdexcept>

using namespace Aside::Testing;
using namespace Test;

namespace {

using Rows = RowStream<Item>;

/// Puts rows from \a first on, one by one, until it is told that nothing arrives any more.
auto endless(int first, Test::Gate ended)
{
    return [first, ended](Rows &rows) {
        for (int id = first; rows.append(Item{id % 1000 + first, {}});)
            ++id;
        ended.open();
    };
}

/// Waits until it is canceled.
auto waiting(const Test::Gate &began, const Test::Gate &ended)
{
    return [began, ended](TaskContext &context, Rows &rows) {
        rows.append(items(u"1a"_s));
        began.open();
        while (context.sleep(1h)) { }
        ended.open();
    };
}

} // namespace

class TestStreamAsyncEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setFrameBudget(0ns); } // one step a drain
    void cleanup()
    {
        setAsync(true);
        QVERIFY(settle());
    }

    void supersede_mixesNothing_data();
    void supersede_mixesNothing();
    void supersedeByAnother_cancelsTheStatus_data();
    void supersedeByAnother_cancelsTheStatus();
    void cancel_leavesWhatHasArrived_andFreesTheProducer();
    void cancelInASlot_stopsTheStepsThatAreLeft_data();
    void cancelInASlot_stopsTheStepsThatAreLeft();
    void failure_comesAfterTheRowsBeforeIt();
    void refusedRows_failTheStream();
    void timeout_failsTheStream();
    void retry_keepsOrDropsTheRowsOfTheAttemptBefore_data();
    void retry_keepsOrDropsTheRowsOfTheAttemptBefore();
    void modelThatIsDestroyed_cancelsTheRun_data();
    void modelThatIsDestroyed_cancelsTheRun();
    void viewModelThatIsDestroyed_leavesTheModel_data();
    void viewModelThatIsDestroyed_leavesTheModel();
    void viewModelThatIsDestroyed_mayOwnTheModel();
    void detachedStream_isNotHeldUp();
    void viewModelThatMoves_cancelsTheStream();
};

void TestStreamAsyncEnds::supersede_mixesNothing_data()
{
    QTest::addColumn<int>("where");
    QTest::newRow("from the loop") << 0;
    QTest::newRow("in a slot of the rows") << 1;
    QTest::newRow("in a slot of the count") << 2;
}

void TestStreamAsyncEnds::supersede_mixesNothing()
{
    QFETCH(const int, where);
    ViewModel vm;
    Nameless model;
    const Gate ended;
    Task second;
    const auto supersede = [&] {
        second = vm.streamAsync(u"s"_s, model, [ended](Rows &rows) {
            ended.pass(); // the first one has put all it could
            rows.append(manyItems(600, 1'000'000));
        }, {.reset = true});
    };
    const Task first = vm.streamAsync(u"s"_s, model, [ended](Rows &rows) {
        rows.append(manyItems(3000)); // of which some have arrived, and some are taken
        for (int id = 0; rows.append(manyItems(100)); ++id) { }
        ended.open();
    });
    const auto once = [&](int slot) {
        if (where == slot && !second.isValid() && model.rowCount() >= 1024)
            supersede();
    };
    connect(&model, &StreamModel::rowsInserted, this, [=] { once(1); });
    connect(&model, &StreamModel::countChanged, this, [=] { once(2); });
    EVENTUALLY(model.count() >= 1024);
    once(0);
    QCOMPARE(first.outcome(), Outcome::Superseded);
    const int arrived = model.count();
    bool late = false;
    connect(&model, &StreamModel::rowsInserted, this, [&](const QModelIndex &, int row) {
        late |= model.data(model.index(row), Qt::UserRole).toInt() < 1'000'000;
    });
    EVENTUALLY(second.outcome() == Outcome::Ok);
    QVERIFY(!late);
    QVERIFY(arrived < 3000);
    QCOMPARE(model.count(), 600);
    QCOMPARE(model.row(0).id, 1'000'000);
    QCOMPARE(model.status().value(), 600);
}

void TestStreamAsyncEnds::supersedeByAnother_cancelsTheStatus_data()
{
    QTest::addColumn<bool>("isStream");
    QTest::newRow("a stream into another model") << true;
    QTest::newRow("a task of another kind") << false;
}

void TestStreamAsyncEnds::supersedeByAnother_cancelsTheStatus()
{
    QFETCH(const bool, isStream);
    ViewModel vm;
    Items model, other;
    const Gate began, ended;
    const Task first = vm.streamAsync(u"s"_s, model, waiting(began, ended));
    EVENTUALLY(model.count() == 1);
    const Task second = isStream ? vm.streamAsync(u"s"_s, other, [](Rows &) { })
                                 : vm.assignAsync(u"s"_s, [] { return Assigns(); });
    QCOMPARE(first.outcome(), Outcome::Superseded);
    QVERIFY(model.status().isCanceled());
    QCOMPARE(model.text(), u"1a"_s);
    EVENTUALLY(second.outcome() == Outcome::Ok);
    ended.pass();
}

void TestStreamAsyncEnds::cancel_leavesWhatHasArrived_andFreesTheProducer()
{
    ViewModel vm;
    Items model;
    const Gate ended;
    Task task = vm.streamAsync(u"s"_s, model, endless(0, ended));
    EVENTUALLY(model.count() > 0);
    const int arrived = model.count();
    task.cancel();
    QCOMPARE(task.outcome(), Outcome::Canceled);
    QVERIFY(model.status().isCanceled());
    ended.pass(); // though it waited for room
    QVERIFY(settle());
    QCOMPARE(model.count(), arrived);
}

void TestStreamAsyncEnds::cancelInASlot_stopsTheStepsThatAreLeft_data()
{
    QTest::addColumn<bool>("inSlotOfRows");
    QTest::newRow("rows came") << true;
    QTest::newRow("count changed") << false;
}

void TestStreamAsyncEnds::cancelInASlot_stopsTheStepsThatAreLeft()
{
    QFETCH(const bool, inSlotOfRows);
    setFrameBudget(inSlotOfRows ? std::chrono::nanoseconds(1h) : 0ns);
    ViewModel vm;
    Items model;
    const auto cancel = [&vm] { vm.cancelAsync(u"s"_s); };
    if (inSlotOfRows)
        connect(&model, &StreamModel::rowsInserted, this, cancel);
    else
        connect(&model, &StreamModel::countChanged, this, cancel);
    const Task task = vm.streamAsync(u"s"_s, model, [](Rows &rows) { rows.append(manyItems(5000)); });
    EVENTUALLY(!task.isActive());
    QVERIFY(settle());
    QCOMPARE(task.outcome(), Outcome::Canceled);
    QCOMPARE(model.count(), 512); // the step at which it was canceled
}

void TestStreamAsyncEnds::failure_comesAfterTheRowsBeforeIt()
{
    ViewModel vm;
    Items model;
    int atTheEnd = -1;
    connect(&vm, &ViewModel::taskFailed, this, [&] { atTheEnd = model.count(); });
    model.setStatus(AsyncResult().toLoading().toOk(7));
    const Log log;
    const Task task = vm.streamAsync(u"s"_s, model, [](Rows &rows) {
        rows.append(manyItems(2000));
        throw std::runtime_error("the disk is gone");
    });
    EVENTUALLY(task.outcome() == Outcome::Failed);
    QCOMPARE(atTheEnd, 2000);
    QCOMPARE(model.count(), 2000);
    QVERIFY(model.status().hasFailed() && model.status().isOk());
    QCOMPARE(model.status().failure().message(), u"the disk is gone"_s);
    QCOMPARE(task.failure().message(), u"the disk is gone"_s);
}

void TestStreamAsyncEnds::refusedRows_failTheStream()
{
    ViewModel vm;
    Nameless model;
    const Gate ended;
    const Log log;
    const Task task = vm.streamAsync(u"s"_s, model, [ended](Rows &rows) {
        rows.append(items(u"1a"_s));
        rows.upsert(items(u"2b"_s)); // it has no ids
        while (rows.append(items(u"3c"_s))) { }
        ended.open();
    });
    EVENTUALLY(task.outcome() == Outcome::Failed);
    QCOMPARE(task.failure().kind(), Failure::Kind::Refused);
    QVERIFY(task.failure().message().contains(u"no ids"_s));
    ended.pass();
    QVERIFY(settle());
    QCOMPARE(model.text(), u"1a"_s);
    QVERIFY(model.status().hasFailed());
}

void TestStreamAsyncEnds::timeout_failsTheStream()
{
    ManualScheduler scheduler;
    const Log log;
    ViewModel vm;
    Items model;
    bool more = true;
    const Task task = vm.streamAsync(u"s"_s, model, [&more](TaskContext &context, Rows &rows) {
        rows.append(items(u"1a"_s));
        context.sleep(1h);
        more = rows.append(items(u"2b"_s));
    }, {.task = {.timeout = 1s}});
    scheduler.advance(999ms);
    QCOMPARE(model.text(), u"1a"_s);
    QVERIFY(model.status().isLoading());
    scheduler.advance(1ms);
    QCOMPARE(task.failure().kind(), Failure::Kind::Timeout);
    QCOMPARE(model.status().failure().kind(), Failure::Kind::Timeout);
    scheduler.advance(1h);
    QVERIFY(!more);
    QCOMPARE(model.text(), u"1a"_s);
}

void TestStreamAsyncEnds::retry_keepsOrDropsTheRowsOfTheAttemptBefore_data()
{
    QTest::addColumn<bool>("reset");
    QTest::addColumn<bool>("hasIds");
    QTest::addColumn<bool>("synchronous");
    QTest::addColumn<QString>("rows");
    for (const bool synchronous : {false, true}) {
        const auto row = [synchronous](const char *name) -> QTestData & {
            return QTest::addRow("%s%s", name, synchronous ? ", synchronously" : "");
        };
        row("kept") << false << false << synchronous << u"0z 1a 1a 2b"_s;
        row("kept, and replaced by their ids") << false << true << synchronous << u"0z 1a 2b"_s;
        row("dropped") << true << false << synchronous << u"1a 2b"_s;
    }
}

void TestStreamAsyncEnds::retry_keepsOrDropsTheRowsOfTheAttemptBefore()
{
    QFETCH(const bool, reset);
    QFETCH(const bool, hasIds);
    QFETCH(const bool, synchronous);
    setAsync(!synchronous);
    ViewModel vm;
    Items model(hasIds ? itemRoles().id(&Item::id) : itemRoles());
    model.append(items(u"0z"_s));
    QList<AsyncResult::Status> ends;
    connect(&model, &StreamModel::statusChanged, this, [&] {
        if (!model.status().isLoading())
            ends += model.status().status();
    });
    const Task task = vm.streamAsync(u"s"_s, model, [attempt = 0](Rows &rows) mutable {
        rows.append(items(u"1a"_s));
        if (++attempt == 1)
            throw std::runtime_error("once more");
        rows.append(items(u"2b"_s));
    }, {.reset = reset, .task = {.retry = {.times = 1, .delay = 1ms}}});
    EVENTUALLY(task.outcome() == Outcome::Ok);
    QTEST(model.text(), "rows");
    QCOMPARE(ends, QList{AsyncResult::Status::Ok}); // the failure of an attempt is none of the stream's
}

void TestStreamAsyncEnds::modelThatIsDestroyed_cancelsTheRun_data()
{
    QTest::addColumn<int>("when");
    QTest::newRow("while nothing comes") << 0;
    QTest::newRow("in a slot of the rows") << 1;
    QTest::newRow("in a slot of the status") << 2;
    QTest::newRow("before the functor begins") << 3;
}

void TestStreamAsyncEnds::modelThatIsDestroyed_cancelsTheRun()
{
    QFETCH(const int, when);
    ViewModel vm;
    auto model = std::make_unique<Items>();
    const Gate began, ended;
    const auto destroy = [&] { model.reset(); };
    if (when == 1)
        connect(model.get(), &StreamModel::rowsInserted, this, destroy);
    if (when == 2)
        connect(model.get(), &StreamModel::statusChanged, this, destroy);
    std::unique_ptr<FullHouse> house;
    ViewModel others;
    if (when == 3)
        house = std::make_unique<FullHouse>(others);
    const Task task = vm.streamAsync(u"s"_s, *model, waiting(began, ended));
    if (when == 0) {
        EVENTUALLY(model->count() == 1);
        QVERIFY(task.isActive());
    }
    int told = 0;
    if (when == 0 || when == 3) {
        connect(&vm, &ViewModel::taskFinished, this, [&] { ++told; });
        destroy();
        QCOMPARE(told, 0); // whoever destroys it may be half gone, too
    }
    EVENTUALLY(task.outcome() == Outcome::Canceled);
    QVERIFY(!model);
    if (when < 2)
        ended.pass();
}

void TestStreamAsyncEnds::viewModelThatIsDestroyed_leavesTheModel_data()
{
    QTest::addColumn<int>("when");
    QTest::newRow("while nothing comes") << 0;
    QTest::newRow("in a slot of the rows") << 1;
    QTest::newRow("in a slot of the count") << 2;
    QTest::newRow("in a slot of the status") << 3;
}

void TestStreamAsyncEnds::viewModelThatIsDestroyed_leavesTheModel()
{
    QFETCH(const int, when);
    setFrameBudget(1h);
    auto vm = std::make_unique<ViewModel>();
    Items model;
    const auto destroy = [&] { vm.reset(); };
    if (when == 1)
        connect(&model, &StreamModel::rowsInserted, this, destroy);
    if (when == 2)
        connect(&model, &StreamModel::countChanged, this, destroy);
    if (when == 3)
        connect(&model, &StreamModel::statusChanged, this, destroy);
    const Gate began, ended;
    const Task task = vm->streamAsync(u"s"_s, model, [began, ended](TaskContext &context, Rows &rows) {
        rows.append(manyItems(1000));
        began.open();
        while (context.sleep(1h)) { }
        ended.open();
    });
    if (when == 0) {
        EVENTUALLY(model.count() == 1000);
        destroy();
        QVERIFY(model.status().isLoading()); // who hears of it finds no ViewModel that is half gone
    }
    EVENTUALLY(model.status().isCanceled());
    QVERIFY(!vm);
    QCOMPARE(task.outcome(), Outcome::Canceled);
    QCOMPARE(model.count(), when == 3 ? 0 : when == 1 ? 512 : 1000);
    if (when != 3)
        ended.pass();
}

void TestStreamAsyncEnds::viewModelThatIsDestroyed_mayOwnTheModel()
{
    struct Feed : ViewModel
    {
        Items rows;
    };
    const Gate ended;
    {
        Feed feed;
        feed.streamAsync(u"s"_s, feed.rows, endless(0, ended));
        EVENTUALLY(feed.rows.count() > 0);
    }
    ended.pass();
}

void TestStreamAsyncEnds::detachedStream_isNotHeldUp()
{
    Items model;
    const Gate ended;
    {
        ViewModel vm;
        vm.streamAsync(u"s"_s, model, endless(0, ended), {.task = {.onDestroyed = OnDestroyed::Detach}});
        EVENTUALLY(model.count() > 0);
    }
    ended.pass(); // nobody makes room for it
    EVENTUALLY(model.status().isCanceled());
}

void TestStreamAsyncEnds::viewModelThatMoves_cancelsTheStream()
{
    auto vm = std::make_unique<ViewModel>();
    Items model;
    const Gate began, ended;
    const Task task = vm->streamAsync(u"s"_s, model, waiting(began, ended));
    EVENTUALLY(model.count() == 1);
    const Log log;
    QThread other;
    vm->moveToThread(&other);
    QCOMPARE(task.outcome(), Outcome::Canceled);
    QVERIFY(model.status().isCanceled());
    QCOMPARE(model.text(), u"1a"_s);
    ended.pass();
    QVERIFY(settle());
}

QTEST_GUILESS_MAIN(TestStreamAsyncEnds)
#include "tst_streamasync_ends.moc"
