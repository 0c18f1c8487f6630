// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// L1: what a functor streams, and what the model and its status make of it.

#include "streamfixture.h"
#include "support.h"

#include <QFuture>

#include <memory>
#include <stdexcept>
#include <thread>

using namespace Test;

namespace {

template<typename Functor>
constexpr bool isTaken = requires(ViewModel &vm, Items &model, Functor functor) {
    vm.streamAsync(QString(), model, functor);
};
using Rows = RowStream<Item>;

constexpr auto takesRows = [](Rows &) { };
constexpr auto takesBoth = [](TaskContext &, Rows &) { };
constexpr auto takesNothing = [] { };
constexpr auto takesContextOnly = [](TaskContext &) { };
constexpr auto takesOtherRows = [](RowStream<QVariantMap> &) { };
constexpr auto takesACopy = [](Rows) { };
constexpr auto returnsSomething = [](Rows &) { return 1; };
constexpr auto returnsAFuture = [](Rows &) { return QFuture<void>(); }; // as coroutines do, something to wait for

static_assert(isTaken<decltype(takesRows)> && isTaken<decltype(takesBoth)>);
static_assert(!isTaken<decltype(takesNothing)> && !isTaken<decltype(takesContextOnly)>);
static_assert(!isTaken<decltype(takesOtherRows)> && !isTaken<decltype(takesACopy)>);
static_assert(!isTaken<decltype(returnsSomething)> && !isTaken<decltype(returnsAFuture)>);

} // namespace

class TestStreamAsync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup()
    {
        setAsync(true);
        QVERIFY(settle());
    }

    void operations_arriveInTheirOrder()
    {
        ViewModel vm;
        Items model;
        const Task task = vm.streamAsync(u"s"_s, model, [](Rows &rows) {
            rows.append(Item{1, u"a"_s});
            rows.append(items(u"2b 3c 4d"_s));
            rows.insert(0, Item{5, u"e"_s});
            rows.insert(1, items(u"6f 7g"_s));
            rows.remove(2);
            rows.upsert(Item{3, u"x"_s});
            rows.upsert(items(u"8h 4y"_s), 0);
            rows.setLimit(6);
            RowChanges<Item> more;
            more.remove(6).append(Item{9, u"i"_s});
            rows.add(more);
        });
        EVENTUALLY(task.outcome() == Outcome::Ok);
        QCOMPARE(model.text(), u"8h 5e 7g 1a 3x 9i"_s);
        QCOMPARE(model.limit(), 6);
    }

    void functor_mayTakeAContext_andNeedNotBeCopied()
    {
        ViewModel vm;
        Items model;
        auto owned = std::make_unique<QString>(u"a"_s);
        const Task task = vm.streamAsync(u"four"_s, model, [owned = std::move(owned)](TaskContext &context, auto &rows) {
            rows.append(Item{int(context.name().size()), *owned});
        });
        EVENTUALLY(task.outcome() == Outcome::Ok);
        QCOMPARE(model.text(), u"4a"_s);
    }

    void rows_showBeforeTheFunctorEnds()
    {
        ViewModel vm;
        Items model;
        const Gate leave;
        const Task task = vm.streamAsync(u"s"_s, model, [leave](Rows &rows) {
            rows.append(items(u"1a 2b"_s));
            leave.pass();
        });
        EVENTUALLY(model.count() == 2);
        QVERIFY(task.isActive());
        QVERIFY(model.status().isLoading());
        leave.open();
        EVENTUALLY(task.outcome() == Outcome::Ok);
    }

    void end_comesWhenAllRowsHave()
    {
        setFrameBudget(0ns); // one step a drain
        ViewModel vm;
        Items model;
        int atTheEnd = -1;
        connect(&vm, &ViewModel::taskFinished, this, [&] { atTheEnd = model.count(); });
        const Task task = vm.streamAsync(u"s"_s, model, [](Rows &rows) { rows.append(manyItems(5000)); });
        EVENTUALLY(!task.isActive());
        QCOMPARE(atTheEnd, 5000);
        QCOMPARE(model.status().value(), 5000);
    }

    void status_followsTheStream()
    {
        ViewModel vm;
        Items model;
        QStringList seen;
        connect(&model, &StreamModel::statusChanged, this, [&] {
            const AsyncResult status = model.status();
            seen += status.isLoading() ? u"loading %1%2 ok:%3"_s.arg(status.progress()).arg(status.progressText()).arg(status.isOk())
                                       : u"done %1"_s.arg(status.value().toInt());
        });
        const Gate go;
        for (int run = 0; run < 2; ++run) {
            const Task task = vm.streamAsync(u"s"_s, model, [go](TaskContext &context, Rows &rows) {
                context.setProgress(0.5, u" half"_s);
                go.pass();
                rows.append(Item{1, u"a"_s});
            });
            EVENTUALLY(model.status().progress() == 0.5);
            go.open();
            EVENTUALLY(task.outcome() == Outcome::Ok);
        }
        QCOMPARE(seen, (QStringList{u"loading -1 ok:0"_s, u"loading 0.5 half ok:0"_s, u"done 1"_s, u"loading -1 ok:1"_s,
                                    u"loading 0.5 half ok:1"_s, u"done 1"_s}));
    }

    void rows_areAddedToThoseThatAreThere()
    {
        ViewModel vm;
        Items model;
        model.append(items(u"1a"_s));
        const Task task = vm.streamAsync(u"s"_s, model, [](Rows &rows) { rows.append(items(u"2b"_s)); });
        EVENTUALLY(task.outcome() == Outcome::Ok);
        QCOMPARE(model.text(), u"1a 2b"_s);
    }

    void reset_dropsTheRowsWhenTheFunctorBegins()
    {
        ViewModel vm;
        Items model;
        model.append(items(u"1a"_s));
        const Gate go, leave;
        const Task first = vm.streamAsync(u"s"_s, model, [go, leave](Rows &rows) {
            go.pass();
            rows.append(items(u"2b"_s));
            leave.pass();
        });
        // One that is dropped, and one that waits for its turn, leave the rows alone.
        vm.streamAsync(u"s"_s, model, takesRows, {.reset = true, .task = {.policy = Policy::Drop}});
        const Task second = vm.streamAsync(u"s"_s, model, [](Rows &rows) { rows.append(items(u"3c"_s)); },
                                           {.reset = true, .task = {.policy = Policy::Queue}});
        go.open();
        EVENTUALLY(model.count() == 2);
        QCOMPARE(model.text(), u"1a 2b"_s);
        leave.open();
        EVENTUALLY(second.outcome() == Outcome::Ok);
        QCOMPARE(model.text(), u"3c"_s);

        // Also if nothing comes in their place.
        const Task third = vm.streamAsync(u"s"_s, model, takesRows, {.reset = true});
        EVENTUALLY(third.outcome() == Outcome::Ok);
        QCOMPARE(model.count(), 0);
    }

    void streamsIntoOneModel_areLoadingUntilTheLastHasEnded()
    {
        ViewModel vm;
        Items model;
        const Gate leaveFirst, leaveSecond;
        const auto leaveBy = [](const Gate &leave, int id) {
            return [leave, id](Rows &rows) {
                rows.append(Item{id, {}});
                leave.pass();
                if (id == 2)
                    throw std::runtime_error("no more");
            };
        };
        const Task first = vm.streamAsync(u"a"_s, model, leaveBy(leaveFirst, 1));
        const Task second = vm.streamAsync(u"b"_s, model, leaveBy(leaveSecond, 2));
        EVENTUALLY(model.count() == 2);
        leaveSecond.open();
        EVENTUALLY(second.outcome() == Outcome::Failed);
        QVERIFY(model.status().isLoading());
        leaveFirst.open();
        EVENTUALLY(first.outcome() == Outcome::Ok);
        QCOMPARE(model.status().status(), AsyncResult::Status::Ok);
    }

    void threadsOfTheFunctor_mayPutRows()
    {
        ViewModel vm;
        Items model;
        const auto part = [](Rows &rows, int first) {
            for (int id = first; id < first + 1000; ++id)
                rows.append(Item{id, {}});
        };
        const Task task = vm.streamAsync(u"s"_s, model, [part](TaskContext &context, Rows &rows) {
            std::thread own(part, std::ref(rows), 1000);
            gather([&] { part(rows, 2000); }, [&] { part(rows, 3000); })(context);
            own.join();
        });
        EVENTUALLY(task.outcome() == Outcome::Ok);
        QCOMPARE(model.count(), 3000);
        for (int id = 1001; id < 4000; ++id)
            QVERIFY(id % 1000 == 0 || model.indexOfId(id) > model.indexOfId(id - 1));
    }

    void synchronousStream_isThereAtOnce()
    {
        setAsync(false);
        setFrameBudget(0ns);
        ViewModel vm;
        Items model;
        int seen = 0;
        const Task task = vm.streamAsync(u"s"_s, model, [&](Rows &rows) {
            rows.append(manyItems(20'000)); // more than may wait elsewhere
            seen = model.count();
            std::thread([&] { rows.append(manyItems(20'000, 50'000)); }).join();
        });
        QCOMPARE(task.outcome(), Outcome::Ok);
        QCOMPARE(seen, 20'000);
        QCOMPARE(model.count(), 40'000);
        QCOMPARE(model.status().value(), 40'000);
    }

    void synchronousStreamWhileTheModelTells_isRefused()
    {
        setAsync(false);
        ViewModel vm;
        Items model;
        Task task;
        connect(&model, &StreamModel::rowsInserted, this, [&] {
            task = vm.streamAsync(u"s"_s, model, [](Rows &rows) { rows.append(Item{9, {}}); });
        });
        model.append(Item{1, u"a"_s});
        QCOMPARE(task.outcome(), Outcome::Failed);
        QCOMPARE(task.failure().kind(), Failure::Kind::Refused);
        QCOMPARE(model.text(), u"1a"_s);
        QVERIFY(model.status().hasFailed());
    }

    void streamThatDoesNotStart_changesNothing_data()
    {
        QTest::addColumn<int>("why");
        QTest::newRow("disconnected") << 0;
        QTest::newRow("the model lives elsewhere") << 1;
        QTest::newRow("another thread") << 2;
        QTest::newRow("refused options") << 3;
    }
    void streamThatDoesNotStart_changesNothing()
    {
        QFETCH(const int, why);
        ViewModel vm;
        Watched<Item> model(itemRoles());
        model.append(Item{1, u"a"_s});
        vm.setConnected(why != 0);
        QString text;
        const auto start = [&](const TaskOptions &options) {
            text = thrown<Error>([&] {
                QVERIFY(!vm.streamAsync(u"s"_s, model, takesRows, {.reset = true, .task = options}).isValid());
            });
        };
        QThread other;
        if (why == 1)
            model.moveToThread(&other);
        if (why == 2)
            std::thread([&] { start({}); }).join();
        else
            start({.timeout = why == 3 ? -1ms : 0ms});
        QVERIFY(settle());
        QCOMPARE(text.isEmpty(), why == 0);
        if (why == 1)
            QCOMPARE(text, u"stream ‘s’: the model lives on another thread than the ViewModel"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.status(), AsyncResult());
    }
};

QTEST_GUILESS_MAIN(TestStreamAsync)
#include "tst_streamasync.moc"
