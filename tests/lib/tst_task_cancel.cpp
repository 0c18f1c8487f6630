// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T6: cancellation.

#include "support.h"

using namespace Aside;
using namespace Test;

class TestTaskCancel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup()
    {
        setCancelGrace(5s);
        QVERIFY(settle());
    }

    void cancel_keepsAQueuedRunFromStarting()
    {
        ViewModel vm;
        const Story story(vm);
        FullHouse house(vm);
        std::atomic<bool> ran = false;
        Task task = vm.assignAsync(u"t"_s, [&ran] {
            ran = true;
            return Assigns{{u"a"_s, 1}};
        });
        task.cancel();
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QCOMPARE(story.lines, QStringList{u"t Canceled"_s});
        house.leave();
        QVERIFY(settle());
        QVERIFY(!ran);
        QVERIFY(!vm.contains(u"a"_s));
        QCOMPARE(story.lines.filter(u"t "_s).count(u"t Canceled"_s), 1);
    }

    void cancel_isSeenByARunningRunAndDropsItsResult()
    {
        ViewModel vm;
        const Story story(vm);
        const Gate began, canceled, saw;
        Task task = vm.assignAsync(u"t"_s, [=](TaskContext &context) {
            began.open();
            canceled.pass();
            if (context.isCanceled())
                saw.open();
            return Assigns{{u"a"_s, 1}};
        });
        began.pass();
        task.cancel();
        canceled.open();
        saw.pass();
        QVERIFY(settle());
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QVERIFY(vm.keys().isEmpty());
        QCOMPARE(story.lines, QStringList{u"t Canceled"_s});
    }

    void cancel_wakesASleepingRun()
    {
        ViewModel vm;
        const Gate began, woken;
        std::atomic<bool> slept = true;
        vm.assignAsync(u"t"_s, [&, began, woken](TaskContext &context) {
            began.open();
            slept = context.sleep(1h);
            woken.open();
            return Assigns();
        });
        began.pass();
        vm.cancelAsync(u"t"_s);
        woken.pass();
        QVERIFY(!slept);
    }

    void cancel_dropsAResultThatIsOnItsWayHome()
    {
        ViewModel vm;
        const Gate began;
        const auto token = std::make_shared<int>(0);
        Task task = vm.assignAsync(u"t"_s, [began, token] {
            began.open();
            return Assigns{{u"a"_s, QVariant::fromValue(token)}};
        });
        began.pass();
        QVERIFY(Detail::Scheduler::instance().waitUntilIdle(std::chrono::steady_clock::now() + deadline));
        task.cancel();
        QVERIFY(settle());
        QVERIFY(vm.keys().isEmpty());
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QCOMPARE(token.use_count(), 1); // the handle does not keep what was dropped
    }

    void cancel_afterTheEndChangesNothing()
    {
        ViewModel vm;
        const Story story(vm);
        Task task = vm.assignAsync(u"t"_s, [] { return Assigns{{u"a"_s, 1}}; });
        EVENTUALLY(story.lines.contains(u"t Ok"_s));
        task.cancel();
        vm.cancelAsync(u"t"_s);
        vm.cancelAll();
        QCOMPARE(task.outcome(), Outcome::Ok);
        QCOMPARE(vm.value<int>(u"a"_s), 1);
        QCOMPARE(story.lines.size(), 3);
    }

    void cancel_ofASupersededHandleLeavesTheNewRunAlone()
    {
        ViewModel vm;
        const Gate finish;
        Task old = vm.assignAsync(u"t"_s, [finish] {
            finish.pass();
            return Assigns();
        });
        const Task latest = vm.assignAsync(u"t"_s, [finish] {
            finish.pass();
            return Assigns{{u"a"_s, 1}};
        });
        old.cancel();
        QCOMPARE(old.outcome(), Outcome::Superseded);
        QVERIFY(latest.isActive());
        finish.open(2);
        EVENTUALLY(latest.outcome() == Outcome::Ok);
        QCOMPARE(vm.value<int>(u"a"_s), 1);
    }

    void cancel_twiceIsToldOnce()
    {
        ViewModel vm;
        const Story story(vm);
        Task task = vm.assignAsync(u"t"_s, [](TaskContext &context) {
            context.sleep(1h);
            return Assigns();
        });
        Task copy = task;
        task.cancel();
        copy.cancel();
        vm.cancelAsync(u"t"_s);
        QCOMPARE(story.lines, QStringList{u"t Canceled"_s});
    }

    void cancelAsync_ofAnUnknownNameDoesNothing()
    {
        ViewModel vm;
        const Story story(vm);
        vm.cancelAsync(u"nobody"_s);
        vm.cancelAll();
        QVERIFY(story.lines.isEmpty());
    }

    void cancelAll_cancelsAllInOrderAndNothingThatAHandlerStarts()
    {
        ViewModel vm;
        const Story story(vm);
        const Gate finish;
        const auto work = [finish] {
            finish.pass();
            return Assigns();
        };
        Task successor;
        connect(&vm, &ViewModel::taskFinished, this, [&](const QString &name) {
            if (name == "a"_L1)
                successor = vm.assignAsync(u"next"_s, work);
        });
        vm.assignAsync(u"a"_s, work);
        vm.assignAsync(u"b"_s, work);
        vm.assignAsync(u"c"_s, work);
        vm.cancelAll();
        QCOMPARE(story.lines, (QStringList{u"a Canceled"_s, u"b Canceled"_s, u"c Canceled"_s}));
        QVERIFY(successor.isActive());
        finish.open(4);
        EVENTUALLY(successor.outcome() == Outcome::Ok);
    }

    void throwIfCanceled_unwindsAndIsNoFailure()
    {
        ViewModel vm;
        const Story story(vm);
        const Log log;
        const Gate began;
        vm.assignAsync(u"t"_s, [began](TaskContext &context) -> Assigns {
            began.open();
            context.throwIfCanceled();
            context.sleep(1h);
            context.throwIfCanceled();
            return {};
        });
        began.pass();
        vm.cancelAsync(u"t"_s);
        QVERIFY(settle());
        QCOMPARE(story.lines, QStringList{u"t Canceled"_s});
        QVERIFY(log.lines().isEmpty());
    }

    void cancel_namesARunThatIgnoresItInTheLog_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"canceled", "superseded", "destroyed"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void cancel_namesARunThatIgnoresItInTheLog()
    {
        QFETCH(const QString, how);
        setCancelGrace(1ms);
        const Log log;
        auto vm = std::make_unique<ViewModel>();
        const Gate began, finish;
        vm->assignAsync(u"stubborn"_s, [began, finish] {
            began.open();
            finish.pass();
            return Assigns();
        });
        vm->assignAsync(u"docile"_s, [began](TaskContext &context) {
            began.open();
            context.sleep(1h);
            return Assigns();
        });
        began.pass();
        began.pass();
        vm->cancelAsync(u"docile"_s);
        if (how == "canceled"_L1)
            vm->cancelAsync(u"stubborn"_s);
        else if (how == "superseded"_L1)
            vm->assignAsync(u"stubborn"_s, [] { return Assigns(); });
        else
            vm.reset();
        EVENTUALLY(log.contains(u"stubborn"_s));
        finish.open();
        QVERIFY(settle());
        const QStringList named = log.lines().filter(u"stubborn"_s);
        QCOMPARE(named.size(), 1);
        QVERIFY2(named.first().startsWith("aside.task: "_L1), qUtf8Printable(named.first()));
    }

    void cancel_namesInTimeWhoGotLessThanOneBefore()
    {
        ViewModel vm;
        const Log log;
        const Gate began, finish;
        for (const QString &name : {u"patient"_s, u"impatient"_s}) {
            vm.assignAsync(name, [began, finish] {
                began.open();
                finish.pass();
                return Assigns();
            });
            began.pass();
        }
        setCancelGrace(1h);
        vm.cancelAsync(u"patient"_s);
        setCancelGrace(1ms);
        vm.cancelAsync(u"impatient"_s);
        EVENTUALLY(log.contains(u"\"impatient\""_s));
        QVERIFY(!log.contains(u"\"patient\""_s));
        finish.open(2);
    }
};

QTEST_GUILESS_MAIN(TestTaskCancel)
#include "tst_task_cancel.moc"
