// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// L1 and S6: a model that moves to another thread while a stream fills it.

#include "streamfixture.h"
#include "support.h"

#include <memory>

using namespace Test;

namespace {

using Rows = RowStream<Item>;

const auto movedText = u"stream ‘s’: its model was moved to another thread, where no rows can come"_s;

/// Puts a row, and then as many as are taken.
auto endless(const Test::Gate &ended)
{
    return [ended](Rows &rows) {
        rows.append(items(u"1a"_s));
        while (rows.append(items(u"2b"_s))) { }
        ended.open();
    };
}

/// Puts a row, and waits until it is canceled.
auto waiting(const Test::Gate &ended)
{
    return [ended](TaskContext &context, Rows &rows) {
        rows.append(items(u"1a"_s));
        while (context.sleep(1h)) { }
        ended.open();
    };
}

} // namespace

class TestStreamAsyncMoved : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setFrameBudget(0ns); } // one step a drain
    void cleanup()
    {
        setAsync(true);
        QVERIFY(settle());
    }

    void stream_failsBeforeTheModelMoves_data()
    {
        QTest::addColumn<bool>("rowsWait");
        QTest::newRow("while nothing comes") << false;
        QTest::newRow("while rows wait") << true;
    }
    void stream_failsBeforeTheModelMoves()
    {
        QFETCH(const bool, rowsWait);
        Home home;
        ViewModel vm;
        Items model;
        const Gate ended;
        const Task task = rowsWait ? vm.streamAsync(u"s"_s, model, endless(ended))
                                   : vm.streamAsync(u"s"_s, model, waiting(ended));
        AFTER_SOME_TURNS(model.count() > 0);
        QThread *toldOn = nullptr;
        connect(&model, &StreamModel::statusChanged, this, [&] { toldOn = model.thread(); });
        const Log log;
        model.moveToThread(home.thread());
        QCOMPARE(task.outcome(), Outcome::Failed);
        QCOMPARE(task.failure().kind(), Failure::Kind::Refused);
        QCOMPARE(task.failure().message(), movedText);
        QCOMPARE(toldOn, thread());
        QVERIFY(log.contains(movedText));
        ended.pass(); // nobody makes room for it

        int before = 0, after = 0;
        AsyncResult status;
        home.run([&] {
            before = model.count();
            status = model.status();
            model.reset();
            model.append(items(u"7x 8y"_s));
        });
        QVERIFY(settle());
        home.run([&] {
            after = model.count();
            model.moveToThread(thread());
        });
        QVERIFY(before > 0);
        QVERIFY(status.hasFailed() && !status.isLoading());
        QCOMPARE(status.failure(), task.failure());
        QCOMPARE(after, 2); // nothing came later

        const Task again = vm.streamAsync(u"s"_s, model, [](Rows &rows) { rows.append(items(u"9z"_s)); });
        AFTER_SOME_TURNS(again.outcome() == Outcome::Ok);
        QCOMPARE(model.text(), u"7x 8y 9z"_s);
    }

    void model_mayEndOnItsNewThread()
    {
        Home home;
        ViewModel vm;
        auto model = std::make_unique<Items>();
        const Gate ended;
        const Task task = vm.streamAsync(u"s"_s, *model, endless(ended));
        AFTER_SOME_TURNS(model->count() > 0);
        const Log log;
        model->moveToThread(home.thread());
        home.run([&] { model.reset(); });
        ended.pass();
        QVERIFY(settle());
        QCOMPARE(task.outcome(), Outcome::Failed);
    }

    void allStreams_fail()
    {
        Home home;
        ViewModel vm, other;
        Nameless model;
        const Gate ended;
        const Task first = vm.streamAsync(u"s"_s, model, waiting(ended));
        const Task second = other.streamAsync(u"t"_s, model, waiting(ended));
        AFTER_SOME_TURNS(model.count() == 2);
        Told told(model);
        const Log log;
        model.moveToThread(home.thread());
        QCOMPARE(first.failure().message(), movedText);
        QVERIFY(second.failure().message().contains(u"‘t’"_s));
        QCOMPARE(told.take(), u"status"_s); // once, by the last
        home.run([&] { model.moveToThread(thread()); });
        QCOMPARE(model.status().failure(), second.failure());
        ended.pass();
        ended.pass();
    }

    void modelThatMovesBeforeTheFunctorBegins_failsTheStream()
    {
        Home home;
        ViewModel vm;
        Items model;
        connect(&vm, &ViewModel::taskStarted, this, [&] { model.moveToThread(home.thread()); });
        const Log log;
        const Task task = vm.streamAsync(u"s"_s, model, [](Rows &rows) {
            while (rows.append(items(u"2b"_s))) { }
        });
        AFTER_SOME_TURNS(!task.isActive());
        QCOMPARE(task.failure().message(), movedText);
        QVERIFY(settle());
        AsyncResult status;
        home.run([&] {
            status = model.status();
            model.moveToThread(thread());
        });
        QCOMPARE(status, AsyncResult());
        QCOMPARE(model.count(), 0);
    }

    // It would come too late, and its status would be loading for ever.
    void streamThatIsStartedMeanwhile_isRefused()
    {
        Home home;
        ViewModel vm;
        Items model;
        const Gate ended;
        QStringList handlers;
        connect(&vm, &ViewModel::taskFailed, this, [&] { vm.streamAsync(u"s"_s, model, waiting(ended)); });
        connect(&vm, &ViewModel::handlerFailed, this, [&](const Failure &failure) { handlers += failure.message(); });
        vm.streamAsync(u"s"_s, model, waiting(ended));
        AFTER_SOME_TURNS(model.count() > 0);
        const Log log;
        model.moveToThread(home.thread());
        QCOMPARE(handlers, QStringList{u"stream ‘s’: the model is about to move to another thread"_s});
        home.run([&] { model.moveToThread(thread()); });
        QVERIFY(model.status().hasFailed());
        ended.pass();
    }

    void synchronousStream_failsToo()
    {
        setAsync(false);
        Home home;
        ViewModel vm;
        Items model;
        bool more = true;
        const Log log;
        const Task task = vm.streamAsync(u"s"_s, model, [&](Rows &rows) {
            rows.append(items(u"1a"_s));
            model.moveToThread(home.thread());
            more = rows.append(items(u"2b"_s));
        });
        QCOMPARE(task.failure().message(), movedText);
        QVERIFY(!more);
        home.run([&] { model.moveToThread(thread()); });
        QCOMPARE(model.text(), u"1a"_s);
        QVERIFY(model.status().hasFailed());
    }
};

QTEST_GUILESS_MAIN(TestStreamAsyncMoved)
#include "tst_streamasync_moved.moc"
