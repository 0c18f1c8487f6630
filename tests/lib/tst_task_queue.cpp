// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T8: Policy::Queue, and runs that wait for their turn or their time when all ends around them.

#include "diary.h"

using namespace Aside;
using namespace Aside::Testing;
using namespace Test;

class TestTaskQueue : public QObject
{
    Q_OBJECT

private:
    static constexpr auto queue = Policy::Queue;

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup()
    {
        setAsync(true);
        QVERIFY(settle());
    }

    void goesOnHoweverTheOneBeforeEnded_data()
    {
        QTest::addColumn<QString>("end");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("ok") << u"ok"_s << Outcome::Ok;
        QTest::newRow("threw") << u"throw"_s << Outcome::Failed;
        QTest::newRow("refused") << u"refuse"_s << Outcome::Failed;
        QTest::newRow("a refused post") << u"post"_s << Outcome::Failed;
        QTest::newRow("timed out") << u"time out"_s << Outcome::Failed;
        QTest::newRow("canceled while it ran") << u"cancel"_s << Outcome::Canceled;
        QTest::newRow("canceled before it began") << u"cancel early"_s << Outcome::Canceled;
    }
    void goesOnHoweverTheOneBeforeEnded()
    {
        QFETCH(const QString, end);
        ManualScheduler scheduler;
        ViewModel vm;
        Task first = vm.assignAsync(u"t"_s, [end](TaskContext &context) -> Assigns {
            if (end == "post"_L1)
                context.post({{u"parent"_s, 1}});
            context.sleep(100ms);
            if (end == "throw"_L1)
                throw std::runtime_error("broken");
            return {{end == "refuse"_L1 ? u"parent"_s : u"first"_s, 1}};
        }, {.policy = queue, .timeout = end == "time out"_L1 ? 50ms : 0ms});
        bool firstHadEnded = false;
        const Task second = vm.assignAsync(u"t"_s, [&] {
            firstHadEnded = !first.isActive();
            return Assigns{{u"second"_s, 2}};
        }, {.policy = queue});
        if (end == "cancel early"_L1)
            first.cancel();
        scheduler.runAll();
        if (end == "cancel"_L1)
            first.cancel();
        scheduler.advance(1s);
        QTEST(first.outcome(), "outcome");
        QCOMPARE(second.outcome(), Outcome::Ok);
        QVERIFY(firstHadEnded);
        QVERIFY(vm.contains(u"second"_s));
    }

    void keepsItsOrderAlsoOfMany_data()
    {
        QTest::addColumn<bool>("async");
        QTest::newRow("async") << true;
        QTest::newRow("sync") << false;
    }
    void keepsItsOrderAlsoOfMany()
    {
        QFETCH(const bool, async);
        setAsync(async);
        static constexpr int runs = 20'000;
        ManualScheduler scheduler;
        ViewModel vm;
        int next = 0;
        const auto startAll = [&] {
            for (int id = 0; id < runs; ++id) {
                vm.assignAsync(u"t"_s, [&next, id] {
                    next += next == id ? 1 : runs;
                    return Assigns();
                }, {.policy = queue});
            }
            return next;
        };
        if (async) {
            startAll();
            QCOMPARE(scheduler.ready(), 1);
            QCOMPARE(scheduler.runAll(), runs);
        } else {
            // They wait only while one of their name goes on: for the one that starts them.
            int before = -1;
            connect(&vm, &ViewModel::assigned, this, [&] { before = startAll(); });
            vm.assignAsync(u"t"_s, [](TaskContext &context) {
                context.post({{u"begun"_s, true}});
                return Assigns();
            }, {.policy = queue});
            QCOMPARE(before, 0);
        }
        QCOMPARE(next, runs);
        QVERIFY(waitForIdle(vm, 0ms));
    }

    void aHundredThousandTakeAsManySteps()
    {
        constexpr int runs = scaled(100'000);
        ViewModel vm;
        const auto token = std::make_shared<int>(0);
        int told = 0;
        connect(&vm, &ViewModel::taskFinished, this, [&](const QString &, Outcome outcome) { told += outcome == Outcome::Ok ? 1 : 0; });
        vm.assign(u"sum"_s, 0);
        int assigned = 0;
        connect(&vm, &ViewModel::assigned, this, [&] { ++assigned; });
        for (int i = 0; i < runs; ++i)
            vm.assignAsync(u"t"_s, [token] { return Assigns{{u"sum"_s, update([](int n) { return n + 1; })}}; }, {.policy = queue});
        QVERIFY(waitForIdle(vm, deadline));
        QCOMPARE(told, runs);
        QCOMPARE(vm.value<int>(u"sum"_s), runs);
        EVENTUALLY(token.use_count() == 1);
    }

    void aHundredThousandAreCanceledInOneGo()
    {
        constexpr int runs = scaled(100'000);
        ManualScheduler scheduler;
        ViewModel vm;
        const auto token = std::make_shared<int>(0);
        int begun = 0;
        for (int i = 0; i < runs; ++i)
            vm.assignAsync(u"t"_s, [&begun, token] { ++begun; return Assigns(); }, {.policy = queue});
        vm.cancelAsync(u"t"_s);
        QCOMPARE(token.use_count(), 1);
        QCOMPARE(scheduler.runAll(), 0);
        QCOMPARE(begun, 0);
    }

    void leavesOutWhatWasCanceledWhileItWaited()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        QList<Task> tasks;
        for (int id = 1; id <= 4; ++id)
            tasks += diary.start(vm, id, {.policy = queue});
        tasks[3].cancel();
        tasks[1].cancel();
        scheduler.advance(1s);
        QCOMPARE(diary.lines, (QStringList{u"4 Canceled @0"_s, u"2 Canceled @0"_s, u"1 begins @0"_s, u"1 Ok @100"_s,
                                           u"3 begins @100"_s, u"3 Ok @200"_s}));
    }

    void waitsForAllThatWereThereBefore()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        diary.start(vm, 1, {.policy = Policy::Parallel}, 300ms);
        diary.start(vm, 2, {.policy = Policy::Parallel}, 200ms);
        diary.start(vm, 3, {.policy = queue});
        diary.start(vm, 4, {.policy = Policy::Parallel}, 500ms); // in nobody's way
        scheduler.advance(1s);
        QCOMPARE(diary.lines, (QStringList{u"1 begins @0"_s, u"2 begins @0"_s, u"4 begins @0"_s, u"2 Ok @200"_s, u"1 Ok @300"_s,
                                           u"3 begins @300"_s, u"3 Ok @400"_s, u"4 Ok @500"_s}));
    }

    void keepsItsTurnThroughItsRetries()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        QStringList log;
        const TaskOptions options{.policy = queue, .retry = {.times = 1, .delay = 100ms}};
        for (int id = 1; id <= 2; ++id) {
            vm.assignAsync(u"t"_s, [&log, id, attempt = 0]() mutable -> Assigns {
                log += u"%1, attempt %2"_s.arg(id).arg(++attempt);
                throw std::runtime_error("broken");
            }, options);
        }
        scheduler.advance(1s);
        QCOMPARE(log, (QStringList{u"1, attempt 1"_s, u"1, attempt 2"_s, u"2, attempt 1"_s, u"2, attempt 2"_s}));
    }

    void waitsForADebouncedStart()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        diary.start(vm, 1, {.debounce = 50ms});
        diary.start(vm, 2, {.policy = queue});
        scheduler.advance(1s);
        QCOMPARE(diary.lines, (QStringList{u"1 begins @50"_s, u"1 Ok @150"_s, u"2 begins @150"_s, u"2 Ok @250"_s}));
    }

    void supersede_startsNoneOfThoseThatWait()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        for (int id = 1; id <= 3; ++id)
            diary.start(vm, id, {.policy = queue});
        scheduler.runAll();
        int atOnce = -1;
        connect(&vm, &ViewModel::taskFinished, this, [&] { atOnce = std::max(atOnce, scheduler.ready()); });
        diary.start(vm, 4, {});
        // The first, which is to see its end, and the fourth.
        QCOMPARE(scheduler.ready(), 2);
        QVERIFY(atOnce <= 2);
        scheduler.advance(1s);
        QCOMPARE(diary.lines.filter(u"Superseded"_s).size(), 3);
        QCOMPARE(diary.lines.filter(u"begins"_s), (QStringList{u"1 begins @0"_s, u"4 begins @0"_s}));
    }

    void supersede_withinTheEndOfTheFirstStartsNoneOfThoseThatWait_data() { keepsItsOrderAlsoOfMany_data(); }
    void supersede_withinTheEndOfTheFirstStartsNoneOfThoseThatWait()
    {
        QFETCH(const bool, async);
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        Task first = diary.start(vm, 1, {.policy = queue});
        diary.start(vm, 2, {.policy = queue});
        diary.start(vm, 3, {.policy = queue});
        scheduler.runAll();
        connect(&vm, &ViewModel::taskFinished, this, [&](const QString &, Outcome outcome) {
            if (outcome == Outcome::Canceled) {
                setAsync(async);
                diary.start(vm, 4, {});
            }
        });
        first.cancel();
        setAsync(true);
        scheduler.advance(1s);
        QCOMPARE(diary.lines.filter(u"begins"_s), (QStringList{u"1 begins @0"_s, u"4 begins @0"_s}));
        QVERIFY(waitForIdle(vm, 0ms));
    }

    void theNextStartsOnceIfAnotherGoesWhileTheFirstEnds()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        Task first = diary.start(vm, 1, {.policy = queue});
        diary.start(vm, 2, {.policy = queue});
        Task third = diary.start(vm, 3, {.policy = queue});
        connect(&vm, &ViewModel::taskFinished, this, [&] { third.cancel(); });
        first.cancel();
        QCOMPARE(scheduler.ready(), 1);
        scheduler.advance(1s);
        QCOMPARE(diary.lines, (QStringList{u"1 Canceled @0"_s, u"3 Canceled @0"_s, u"2 begins @0"_s, u"2 Ok @100"_s}));
    }

    void destroyedWhileItWaits_data()
    {
        QTest::addColumn<QString>("wait");
        QTest::addColumn<OnDestroyed>("onDestroyed");
        for (const QString &wait : {u"turn"_s, u"debounce"_s, u"throttle"_s, u"back-off"_s}) {
            QTest::addRow("%s, cancel", qPrintable(wait)) << wait << OnDestroyed::Cancel;
            QTest::addRow("%s, detach", qPrintable(wait)) << wait << OnDestroyed::Detach;
        }
    }
    void destroyedWhileItWaits()
    {
        QFETCH(const QString, wait);
        QFETCH(const OnDestroyed, onDestroyed);
        ManualScheduler scheduler;
        auto vm = std::make_unique<ViewModel>();
        const TaskSpy spy(*vm);
        TaskOptions options{.onDestroyed = onDestroyed};
        if (wait == "turn"_L1)
            options.policy = queue;
        else if (wait == "debounce"_L1)
            options.debounce = 100ms;
        else if (wait == "throttle"_L1)
            options.throttle = 100ms;
        else
            options.retry = {.times = 1, .delay = 100ms};
        const auto token = std::make_shared<int>(0);
        int calls = 0;
        const Task before = vm->assignAsync(u"t"_s, [](TaskContext &context) {
            context.sleep(10ms);
            return Assigns();
        }, options);
        if (wait != "turn"_L1)
            scheduler.advance(1s);
        if (wait == "throttle"_L1)
            vm->assignAsync(u"t"_s, [] { return Assigns(); }, options);
        const Task task = vm->assignAsync(u"t"_s, [&calls, token]() -> Assigns {
            ++calls;
            throw std::runtime_error("broken");
        }, options);
        if (wait == "back-off"_L1)
            scheduler.runAll();
        const int callsBefore = calls;
        const qsizetype told = spy.count();
        QVERIFY(task.isActive());
        vm.reset();
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QCOMPARE(token.use_count(), 1);
        scheduler.advance(1h);
        QCOMPARE(calls, callsBefore);
        QCOMPARE(spy.count(), told);
    }
};

QTEST_GUILESS_MAIN(TestTaskQueue)
#include "tst_task_queue.moc"
