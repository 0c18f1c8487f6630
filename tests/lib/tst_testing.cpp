// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// testing.h: ManualScheduler, while it lives. Its end, and the rest of the kit, have a file of their own.

#include "diary.h"

#include <aside/taskobserver.h>

using namespace Aside;
using namespace Aside::Testing;
using namespace Test;

class TestTesting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup() { QVERIFY(settle()); }

    void untilNext_isNegativeIfNothingWaits()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        QCOMPARE(scheduler.untilNext(), -1ns);
        vm.assignAsync(u"t"_s, [] { return Assigns(); });
        QCOMPARE(scheduler.untilNext(), -1ns); // it needs a step, and no time
    }

    void nothing_runsByItself()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        QThread *ranOn = nullptr;
        const Task task = vm.assignAsync(u"t"_s, [&ranOn] {
            ranOn = QThread::currentThread();
            return Assigns{{u"a"_s, 1}};
        });
        QCoreApplication::processEvents();
        QVERIFY(Detail::Scheduler::instance().waitUntilIdle(std::chrono::steady_clock::now() + deadline));
        QCoreApplication::processEvents();
        QVERIFY(task.isActive() && !ranOn);
        QCOMPARE(scheduler.ready(), 1);
        QVERIFY(scheduler.step());
        QCOMPARE(task.outcome(), Outcome::Ok);
        QCOMPARE(vm.value<int>(u"a"_s), 1);
        QVERIFY(ranOn && ranOn != thread());
        QCOMPARE(scheduler.ready(), 0);
        QVERIFY(!scheduler.step());
    }

    void step_letsTheFirstThatCanGoOnDoSoUntilItWaits()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        for (int id = 1; id <= 2; ++id) {
            vm.background(u"t"_s, [&diary, id](TaskContext &context) {
                diary.note(u"%1a"_s.arg(id));
                context.modify([&](LiveState &) { diary.note(u"block of %1"_s.arg(id)); });
                diary.note(u"%1b"_s.arg(id));
                context.sleep(10ms);
                diary.note(u"%1c"_s.arg(id));
            });
        }
        QList<qsizetype> sizes;
        while (scheduler.step())
            sizes += diary.lines.size();
        // The first goes on as soon as its block is over.
        QCOMPARE(diary.lines, (QStringList{u"1a @0"_s, u"block of 1 @0"_s, u"1b @0"_s, u"2a @0"_s, u"block of 2 @0"_s, u"2b @0"_s}));
        QCOMPARE(sizes, (QList<qsizetype>{2, 3, 5, 6}));
        QCOMPARE(scheduler.ready(), 0);
        QCOMPARE(scheduler.untilNext(), 10ms);
        scheduler.advance(10ms);
        QCOMPARE(diary.lines.mid(6), (QStringList{u"1c @10"_s, u"2c @10"_s}));
    }

    void step_appliesWhatTheRunHasSent()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        const TaskObserver *const observer = vm.task(u"t"_s);
        vm.assignAsync(u"t"_s, [](TaskContext &context) {
            context.post({{u"first"_s, 1}});
            context.setProgress(0.5, u"half"_s);
            context.sleep(1ms);
            context.post({{u"second"_s, 2}});
            return Assigns{{u"third"_s, 3}};
        });
        QVERIFY(scheduler.step());
        QCOMPARE(vm.keys(), QStringList{u"first"_s});
        QCOMPARE(observer->progress(), 0.5);
        QCOMPARE(observer->progressText(), u"half"_s);
        scheduler.advance(1ms);
        QCOMPARE(vm.keys(), (QStringList{u"first"_s, u"second"_s, u"third"_s}));
        QVERIFY(!observer->isRunning());
    }

    void step_takesAllOfTheBurstThatHandlersStart()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        int level = 0;
        connect(&vm, &ViewModel::taskFinished, this, [&](const QString &name) {
            if (++level < 50)
                vm.assignAsync(name, [] { return Assigns(); });
        });
        vm.assignAsync(u"t"_s, [] { return Assigns(); });
        QCOMPARE(scheduler.runAll(), 50);
        QCOMPARE(level, 50);
    }

    void step_leavesOutWhatWasCanceledBeforeItBegan()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        for (int i = 0; i < 100; ++i)
            vm.assignAsync(u"t"_s, [i] { return Assigns{{u"last"_s, i}}; });
        QCOMPARE(scheduler.ready(), 1);
        QCOMPARE(scheduler.runAll(), 1);
        QCOMPARE(vm.value<int>(u"last"_s), 99);
    }

    void advance_letsEverythingHappenAtItsTime()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        diary.start(vm, 1, {}, 250ms);
        vm.background(u"poll"_s, [&diary](TaskContext &context) {
            while (context.sleep(100ms))
                diary.note(u"poll"_s);
        });
        vm.assignAsync(u"timeout"_s, [](TaskContext &context) {
            context.sleep(1h);
            return Assigns();
        }, {.timeout = 150ms});
        vm.assignAsync(u"debounce"_s, [&diary] {
            diary.note(u"debounced"_s);
            return Assigns();
        }, {.debounce = 200ms});
        vm.assignAsync(u"retry"_s, [&diary]() -> Assigns {
            diary.note(u"attempt"_s);
            throw std::runtime_error("broken");
        }, {.retry = {.times = 2, .delay = 120ms, .factor = 1, .jitter = 0}});
        connect(&vm, &ViewModel::taskFailed, &vm, [&](const QString &name) { diary.note(u"failed "_s + name); });
        scheduler.advance(300ms);
        QCOMPARE(scheduler.elapsed(), 300ms);
        QCOMPARE(diary.lines, (QStringList{u"1 begins @0"_s, u"attempt @0"_s, u"poll @100"_s, u"attempt @120"_s,
                                           u"failed timeout @150"_s, u"poll @200"_s, u"debounced @200"_s, u"attempt @240"_s,
                                           u"failed retry @240"_s, u"1 Ok @250"_s, u"poll @300"_s}));
    }

    void advance_inPartsIsTheSameAsAtOnce_data()
    {
        QTest::addColumn<int>("parts");
        QTest::newRow("at once") << 1;
        QTest::newRow("in parts") << 3;
        QTest::newRow("in many parts") << 3000;
    }
    void advance_inPartsIsTheSameAsAtOnce()
    {
        QFETCH(const int, parts);
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        vm.background(u"t"_s, [&diary](TaskContext &context) {
            for (int id = 1; id <= 3 && context.sleep(77ms); ++id)
                diary.note(u"%1"_s.arg(id));
        });
        for (int part = 0; part < parts; ++part)
            scheduler.advance(std::chrono::nanoseconds(300ms) / parts);
        QCOMPARE(diary.lines, (QStringList{u"1 @77"_s, u"2 @154"_s, u"3 @231"_s}));
        QCOMPARE(scheduler.elapsed(), 300ms);
    }

    void advance_movesNoFurtherThanItIsTold()
    {
        ManualScheduler scheduler;
        QCOMPARE(scheduler.elapsed(), 0ns);
        scheduler.advance(0ns);
        QCOMPARE(scheduler.elapsed(), 0ns);
        scheduler.advance(5ns);
        scheduler.advance(-3ns); // not back
        QCOMPARE(scheduler.elapsed(), 5ns);
        QVERIFY(!scheduler.step());
        QCOMPARE(scheduler.elapsed(), 5ns);
    }

    void advance_forEverEnds()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        diary.start(vm, 1, {});
        scheduler.advance(std::chrono::nanoseconds::max());
        QCOMPARE(diary.lines, (QStringList{u"1 begins @0"_s, u"1 Ok @100"_s}));
    }

    void sleep_goesByTheTimeOfTheTest()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        const Task task = vm.assignAsync(u"t"_s, [](TaskContext &context) {
            int days = 0;
            while (days < 365 && context.sleep(24h))
                ++days;
            return Assigns{{u"days"_s, days}};
        });
        scheduler.advance(24h * 365 - 1ns);
        QVERIFY(task.isActive());
        QCOMPARE(scheduler.untilNext(), 1ns);
        scheduler.advance(1ns);
        QCOMPARE(vm.value<int>(u"days"_s), 365);
    }

    void sleep_ofNothingGoesOn()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        vm.assignAsync(u"t"_s, [](TaskContext &context) {
            return Assigns{{u"slept"_s, context.sleep(0ms) && context.sleep(-1h)}};
        });
        QCOMPARE(scheduler.runAll(), 1);
        QVERIFY(vm.value<bool>(u"slept"_s));
    }

    void post_waitsForItsTurnOnceTheBoxIsFull()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        vm.assign(u"n"_s, 0);
        constexpr int posts = 10'000;
        const Task task = vm.assignAsync(u"t"_s, [](TaskContext &context) {
            for (int i = 0; i < posts; ++i)
                context.post({{u"n"_s, update([](int n) { return n + 1; })}});
            return Assigns();
        });
        QVERIFY(scheduler.step());
        const int taken = vm.value<int>(u"n"_s);
        QVERIFY(taken > 0 && taken < posts && task.isActive());
        QVERIFY(scheduler.runAll() > 0);
        QCOMPARE(vm.value<int>(u"n"_s), posts);
        QCOMPARE(task.outcome(), Outcome::Ok);
    }

    void modify_isCalledWithinTheStepAndReturnsInTheNext()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        vm.assign(u"n"_s, 20);
        QThread *calledOn = nullptr;
        const Task task = vm.assignAsync(u"t"_s, [&calledOn](TaskContext &context) {
            const int before = context.modify([&calledOn](LiveState &state) {
                calledOn = QThread::currentThread();
                const int n = state.value<int>(u"n"_s);
                state.assign(u"n"_s, n + 1);
                return n;
            });
            return Assigns{{u"before"_s, before}};
        });
        QVERIFY(scheduler.step());
        QCOMPARE(calledOn, thread());
        QCOMPARE(vm.value<int>(u"n"_s), 21);
        QVERIFY(task.isActive());
        QCOMPARE(scheduler.ready(), 1);
        QVERIFY(scheduler.step());
        QCOMPARE(vm.value<int>(u"before"_s), 20);
    }

    void modify_ofManyRunsLosesNothing()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        vm.assign(u"n"_s, 0);
        for (int i = 0; i < 20; ++i) {
            vm.background(u"t"_s, [](TaskContext &context) {
                for (int round = 0; round < 10; ++round) {
                    const int n = context.modify([](LiveState &state) { return state.value<int>(u"n"_s); });
                    context.modify([n](LiveState &state) { state.update(u"n"_s, [n](int now) { return now + (n <= now); }); });
                    context.sleep(1ms);
                }
            });
        }
        scheduler.advance(1s);
        QCOMPARE(vm.value<int>(u"n"_s), 200);
        QVERIFY(waitForIdle(vm, 0ms));
    }

    void gather_runsItsPartsByTheSameTime()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        const auto part = [&diary](int id, std::chrono::milliseconds length) {
            return [&diary, id, length](TaskContext &context) {
                context.sleep(length);
                diary.note(u"part %1"_s.arg(id));
                return id;
            };
        };
        vm.assignAsync(u"t"_s, [=](TaskContext &context) {
            const auto [first, second, third] = gather(part(1, 300ms), part(2, 100ms), part(3, 200ms))(context);
            return Assigns{{u"all"_s, u"%1%2%3"_s.arg(first).arg(second).arg(third)}};
        });
        scheduler.advance(1s);
        QCOMPARE(diary.lines, (QStringList{u"part 2 @100"_s, u"part 3 @200"_s, u"part 1 @300"_s}));
        QCOMPARE(vm.value<QString>(u"all"_s), u"123"_s);
    }

    void gather_isCanceledByTheStepsThatFollow()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        int stopped = 0;
        const auto part = [&stopped](TaskContext &context) { stopped += context.sleep(1h) ? 0 : 1; };
        const Task task = vm.startAsync(u"t"_s, gather(part, part, part), [](const auto &) {});
        scheduler.runAll();
        vm.cancelAsync(u"t"_s);
        QCOMPARE(task.outcome(), Outcome::Canceled);
        scheduler.runAll();
        QCOMPARE(stopped, 3);
        QCOMPARE(scheduler.ready(), 0);
    }

    void runs_areTheSameEachTime()
    {
        QStringList first;
        for (int round = 0; round < 5; ++round) {
            ManualScheduler scheduler;
            Diary diary(scheduler);
            ViewModel vm;
            for (int id = 0; id < 20; ++id)
                diary.start(vm, id, {.policy = Policy::Parallel}, std::chrono::milliseconds(id * 7 % 5));
            scheduler.advance(1s);
            QCOMPARE(diary.lines.size(), 40);
            if (round == 0)
                first = diary.lines;
            QCOMPARE(diary.lines, first);
        }
    }
};

QTEST_GUILESS_MAIN(TestTesting)
#include "tst_testing.moc"
