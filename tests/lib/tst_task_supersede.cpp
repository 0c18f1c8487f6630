// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T2: of the runs of one name, only the last one lands.

#include "support.h"

using namespace Aside;
using namespace Test;

class TestTaskSupersede : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup() { QVERIFY(settle()); }

    void assignAsync_dropsTheLateSuccessOfASupersededRun()
    {
        ViewModel vm;
        const Story story(vm);
        const Gate began, finish;
        const Task old = vm.assignAsync(u"t"_s, [began, finish] {
            began.open();
            finish.pass();
            return Assigns{{u"a"_s, u"old"_s}, {u"only old"_s, 1}};
        });
        began.pass();
        const Task latest = vm.assignAsync(u"t"_s, [] { return Assigns{{u"a"_s, u"new"_s}}; });
        QCOMPARE(old.outcome(), Outcome::Superseded);
        EVENTUALLY(latest.outcome() == Outcome::Ok);
        finish.open();
        QVERIFY(settle());
        QCOMPARE(vm.value<QString>(u"a"_s), u"new"_s);
        QCOMPARE(vm.keys(), QStringList{u"a"_s});
        QCOMPARE(story.lines, (QStringList{u"t Superseded"_s, u"assigned a"_s, u"changed a"_s, u"t Ok"_s}));
    }

    void assignAsync_dropsTheLateFailureOfASupersededRun()
    {
        ViewModel vm;
        const Story story(vm);
        const Log log;
        const Gate began, finish;
        const Task old = vm.assignAsync(u"t"_s, [began, finish]() -> Assigns {
            began.open();
            finish.pass();
            throw std::runtime_error("too late");
        });
        began.pass();
        const Task latest = vm.assignAsync(u"t"_s, [] { return Assigns(); });
        finish.open();
        EVENTUALLY(latest.outcome() == Outcome::Ok);
        QVERIFY(settle());
        QCOMPARE(old.outcome(), Outcome::Superseded);
        QVERIFY(!old.failure());
        QCOMPARE(story.lines, (QStringList{u"t Superseded"_s, u"t Ok"_s}));
        QVERIFY(!log.contains(u"too late"_s));
    }

    void assignAsync_dropsAResultThatWasOnItsWayHome()
    {
        ViewModel vm;
        const Gate began, finish;
        const Task old = vm.assignAsync(u"t"_s, [began, finish] {
            began.open();
            finish.pass();
            return Assigns{{u"a"_s, u"old"_s}};
        });
        began.pass();
        finish.open();
        QVERIFY(Detail::Scheduler::instance().waitUntilIdle(std::chrono::steady_clock::now() + deadline));
        QCOMPARE(old.outcome(), Outcome::None); // sent, and no event served yet
        const Task latest = vm.assignAsync(u"t"_s, [] { return Assigns{{u"b"_s, 1}}; });
        EVENTUALLY(latest.outcome() == Outcome::Ok);
        QCOMPARE(old.outcome(), Outcome::Superseded);
        QCOMPARE(vm.keys(), QStringList{u"b"_s});
    }

    void assignAsync_cancelsTheTokenOfTheRunBefore()
    {
        ViewModel vm;
        const Gate began, seen;
        vm.assignAsync(u"t"_s, [began, seen](TaskContext &context) {
            began.open();
            while (context.sleep(1h)) { }
            if (context.isCanceled())
                seen.open();
            return Assigns();
        });
        began.pass();
        vm.assignAsync(u"t"_s, [] { return Assigns(); });
        seen.pass();
    }

    void assignAsync_neverStartsAQueuedRunThatWasSuperseded()
    {
        ViewModel vm;
        FullHouse house(vm);
        std::atomic<int> runs = 0;
        for (int i = 0; i < 10; ++i)
            vm.assignAsync(u"t"_s, [&runs, i] {
                ++runs;
                return Assigns{{u"i"_s, i}};
            });
        house.leave();
        EVENTUALLY(vm.value<int>(u"i"_s) == 9);
        QVERIFY(settle());
        QCOMPARE(runs, 1);
    }

    void assignAsync_leavesOtherNamesAndOtherViewModelsAlone()
    {
        ViewModel one, two;
        const Gate finish;
        const auto work = [finish] {
            finish.pass();
            return Assigns{{u"done"_s, true}};
        };
        const Task first = one.assignAsync(u"t"_s, work);
        const Task other = one.assignAsync(u"u"_s, work);
        const Task elsewhere = two.assignAsync(u"t"_s, work);
        finish.open(3);
        EVENTUALLY(first.outcome() == Outcome::Ok && other.outcome() == Outcome::Ok && elsewhere.outcome() == Outcome::Ok);
    }

    void assignAsync_startsTheSameNameFromItsOwnCompletionManyTimes()
    {
        ViewModel vm;
        const Story story(vm);
        int level = 0;
        connect(&vm, &ViewModel::taskFinished, this, [&](const QString &name, Outcome outcome) {
            QCOMPARE(outcome, Outcome::Ok);
            if (++level < 500)
                vm.assignAsync(name, [level] { return Assigns{{u"level"_s, level}}; });
        });
        vm.assignAsync(u"t"_s, [] { return Assigns{{u"level"_s, 0}}; });
        EVENTUALLY(level == 500);
        QCOMPARE(vm.value<int>(u"level"_s), 499);
        QCOMPARE(story.lines.count(u"t Ok"_s), 500);
    }

    void assignAsync_startsTheSameNameFromAHandlerOfItsValue()
    {
        ViewModel vm;
        const Story story(vm);
        Task second;
        connect(&vm, &ViewModel::assigned, this, [&](const QString &key) {
            if (key == "a"_L1)
                second = vm.assignAsync(u"t"_s, [] { return Assigns{{u"b"_s, 2}}; });
        });
        const Task first = vm.assignAsync(u"t"_s, [] { return Assigns{{u"a"_s, 1}}; });
        EVENTUALLY(second.outcome() == Outcome::Ok);
        QCOMPARE(first.outcome(), Outcome::Ok); // it had landed: nothing to supersede
        QTRY_COMPARE(story.lines.filter(u"t "_s), (QStringList{u"t Ok"_s, u"t Ok"_s}));
    }

    void assignAsync_startsTheSameNameFromTaskFailed()
    {
        ViewModel vm;
        const Story story(vm);
        Task retry;
        connect(&vm, &ViewModel::taskFailed, this, [&](const QString &name) {
            retry = vm.assignAsync(name, [] { return Assigns{{u"a"_s, 1}}; });
        });
        vm.assignAsync(u"t"_s, []() -> Assigns { throw std::runtime_error("first"); });
        EVENTUALLY(retry.outcome() == Outcome::Ok);
        QTRY_COMPARE(story.lines,
                     (QStringList{u"failed t: first"_s, u"t Failed"_s, u"assigned a"_s, u"changed a"_s, u"t Ok"_s}));
    }

    void assignAsync_startsTheSameNameFromASupersededNotification()
    {
        ViewModel vm;
        const Story story(vm);
        bool told = false;
        Task third;
        connect(&vm, &ViewModel::taskFinished, this, [&](const QString &name, Outcome outcome) {
            if (outcome == Outcome::Superseded && !std::exchange(told, true))
                third = vm.assignAsync(name, [] { return Assigns{{u"a"_s, 3}}; });
        });
        vm.assignAsync(u"t"_s, [] { return Assigns{{u"a"_s, 1}}; });
        const Task second = vm.assignAsync(u"t"_s, [] { return Assigns{{u"a"_s, 2}}; });
        QCOMPARE(second.outcome(), Outcome::Superseded);
        EVENTUALLY(third.outcome() == Outcome::Ok);
        QVERIFY(settle());
        QCOMPARE(vm.value<int>(u"a"_s), 3);
        QCOMPARE(story.lines.count(u"t Superseded"_s), 2);
        QCOMPARE(story.lines.count(u"t Ok"_s), 1);
    }

    void assignAsync_leavesNothingBehindAfterAHundredThousandRunsOfOneName()
    {
        ViewModel vm;
        const auto token = std::make_shared<int>(0);
        int told = 0;
        connect(&vm, &ViewModel::taskFinished, this, [&] { ++told; });
        constexpr int runs = scaled(100'000);
        for (int i = 0; i < runs; ++i)
            vm.assignAsync(u"t"_s, [token, i] { return Assigns{{u"i"_s, i}}; });
        EVENTUALLY(told == runs);
        QCOMPARE(vm.value<int>(u"i"_s), runs - 1);
        QVERIFY(vm.value(u"_async"_s).toMap().isEmpty());
        EVENTUALLY(token.use_count() == 1);
    }
};

QTEST_GUILESS_MAIN(TestTaskSupersede)
#include "tst_task_supersede.moc"
