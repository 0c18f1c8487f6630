// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T8: timeouts.

#include "diary.h"

#include <aside/mailbox_p.h>

#include <QPromise>
#include <QRegularExpression>
#include <QScopeGuard>

using namespace Aside;
using namespace Aside::Testing;
using namespace Test;

class TestTaskTimeout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup()
    {
        setAsync(true);
        QVERIFY(settle());
    }

    void timeout_failsTheRunAndTellsItsFunctorToStop()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        const Story story(vm);
        bool slept = true;
        bool canceled = false;
        const Task task = vm.assignAsync(u"t"_s, [&](TaskContext &context) {
            slept = context.sleep(1h);
            canceled = context.isCanceled();
            return Assigns{{u"late"_s, 1}};
        }, {.timeout = 100ms});
        scheduler.advance(99ms);
        QVERIFY(task.isActive());
        scheduler.advance(1ms);
        QCOMPARE(task.outcome(), Outcome::Failed);
        QCOMPARE(task.failure().kind(), Failure::Kind::Timeout);
        QVERIFY(task.failure().message().contains(u"100 ms"_s));
        QVERIFY(!slept && canceled);
        scheduler.advance(1h);
        QVERIFY(vm.keys().isEmpty());
        QCOMPARE(story.lines, (QStringList{u"failed t: took longer than 100 ms"_s, u"t Failed"_s}));
    }

    void timeout_doesNotHappenToOnesThatAreFaster()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        diary.start(vm, 1, {.timeout = 100ms}, 99ms);
        scheduler.advance(1s);
        QCOMPARE(diary.lines, (QStringList{u"1 begins @0"_s, u"1 Ok @99"_s}));
    }

    void timeout_countsFromTheStart_data()
    {
        QTest::addColumn<TaskOptions>("options");
        QTest::addColumn<int>("begins");
        QTest::newRow("of one that waits for its turn") << TaskOptions{.policy = Policy::Queue, .timeout = 100ms} << 1000;
        QTest::newRow("of a debounced one") << TaskOptions{.timeout = 100ms, .debounce = {500ms}} << 500;
        QTest::newRow("of a throttled one") << TaskOptions{.timeout = 100ms, .throttle = 700ms} << 700;
    }
    void timeout_countsFromTheStart()
    {
        QFETCH(const TaskOptions, options);
        QFETCH(const int, begins);
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        TaskOptions first = options;
        first.timeout = {};
        diary.start(vm, 1, first, 1s);
        diary.start(vm, 2, options, 1h);
        scheduler.advance(2s);
        QCOMPARE(diary.lines.filter(QRegularExpression(u"^2"_s)),
                 (QStringList{u"2 begins @%1"_s.arg(begins), u"2 Failed @%1"_s.arg(begins + 100),
                              u"2 is told to stop @%1"_s.arg(begins + 100)}));
    }

    void timeout_countsFromTheStartAlsoWhereNoWorkerIsFree()
    {
        // Real workers, and time that this test steps.
        Detail::Clock::stop();
        const auto goOn = qScopeGuard([] { Detail::Clock::goOn(); });
        ViewModel vm;
        FullHouse house(vm);
        const Task task = vm.assignAsync(u"t"_s, [] { return Assigns{{u"a"_s, 1}}; }, {.timeout = 100ms});
        QCoreApplication::processEvents();
        Detail::Clock::stepTo(Detail::Clock::now() + 1h);
        Detail::Mailbox::ofCurrentThread()->fire();
        QVERIFY(task.isActive());
        house.leave();
        EVENTUALLY(task.outcome() == Outcome::Ok);
    }

    void timeout_dropsTheResultOfAFunctorThatDoesNotLook_data()
    {
        QTest::addColumn<bool>("throws");
        QTest::newRow("returns") << false;
        QTest::newRow("throws") << true;
    }
    void timeout_dropsTheResultOfAFunctorThatDoesNotLook()
    {
        QFETCH(const bool, throws);
        ManualScheduler scheduler;
        ViewModel vm;
        const TaskSpy spy(vm);
        vm.assignAsync(u"t"_s, [throws](TaskContext &context) {
            context.sleep(1h);
            if (throws)
                throw std::runtime_error("late");
            return Assigns{{u"late"_s, 1}};
        }, {.timeout = 100ms});
        scheduler.advance(2h);
        QVERIFY(vm.keys().isEmpty());
        QCOMPARE(spy.log(), QStringList{u"t Failed: took longer than 100 ms"_s});
    }

    void timeout_countsWhatArrivedInTimeHoweverLateItIsLookedAt_data()
    {
        QTest::addColumn<bool>("throws");
        QTest::addColumn<QString>("end");
        QTest::newRow("a result") << false << u"t Ok"_s;
        QTest::newRow("a failure") << true << u"t Failed: in time"_s;
    }
    void timeout_countsWhatArrivedInTimeHoweverLateItIsLookedAt()
    {
        QFETCH(const bool, throws);
        Detail::Clock::stop();
        const auto goOn = qScopeGuard([] { Detail::Clock::goOn(); });
        ViewModel vm;
        const TaskSpy spy(vm);
        const Gate finish;
        const Task task = vm.assignAsync(u"t"_s, [=] {
            finish.pass();
            if (throws)
                throw std::runtime_error("in time");
            return Assigns{{u"a"_s, 1}};
        }, {.timeout = 100ms});
        const auto mailbox = Detail::Mailbox::ofCurrentThread();
        const auto hasTimeout = [&] { return mailbox->timers().next() == Detail::Clock::now() + 100ms; };
        EVENTUALLY(hasTimeout());
        finish.open();
        QVERIFY(Detail::Scheduler::instance().waitUntilIdle(std::chrono::steady_clock::now() + deadline));
        Detail::Clock::stepTo(Detail::Clock::now() + 1s);
        mailbox->fire();
        QVERIFY(settle());
        QTEST(spy.log().join(u','), "end");
    }

    void timeout_reachesTheSourceOfAFuture()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        const auto promise = std::make_shared<QPromise<Assigns>>();
        promise->start();
        const Task task = vm.assignAsync(u"t"_s, [promise] { return promise->future(); }, {.timeout = 100ms});
        scheduler.advance(99ms);
        QVERIFY(task.isActive() && !promise->isCanceled());
        scheduler.advance(1ms);
        QCOMPARE(task.failure().kind(), Failure::Kind::Timeout);
        QVERIFY(promise->isCanceled());
        promise->finish();
        scheduler.advance(1s);
        QVERIFY(vm.keys().isEmpty());
    }

    void timeout_doesNotComeBackForOthers()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        diary.start(vm, 1, {.timeout = 100ms}, 10ms);
        Task second = diary.start(vm, 2, {.policy = Policy::Parallel, .timeout = 50ms}, 1h);
        scheduler.advance(20ms);
        second.cancel();
        diary.start(vm, 3, {}, 1s);
        scheduler.advance(2s);
        QCOMPARE(diary.lines, (QStringList{u"1 begins @0"_s, u"2 begins @0"_s, u"1 Ok @10"_s, u"2 Canceled @20"_s,
                                           u"2 is told to stop @20"_s, u"3 begins @20"_s, u"3 Ok @1020"_s}));
    }

    void timeout_isOverAllAttempts()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        const TaskSpy spy(vm);
        int attempts = 0;
        vm.assignAsync(u"t"_s, [&attempts](TaskContext &context) -> Assigns {
            ++attempts;
            context.sleep(40ms);
            throw std::runtime_error("broken");
        }, {.timeout = 100ms, .retry = {.times = 9, .delay = 10ms, .factor = 1, .jitter = 0}});
        scheduler.advance(99ms);
        QCOMPARE(attempts, 2); // 0 to 40, 50 to 90
        QCOMPARE(spy.count(), 0);
        scheduler.advance(1h);
        QCOMPARE(attempts, 2);
        QCOMPARE(spy.log(), QStringList{u"t Failed: took longer than 100 ms"_s});
    }

    void timeout_endsABackOff()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        const TaskSpy spy(vm);
        const auto token = std::make_shared<int>(0);
        vm.assignAsync(u"t"_s, [token]() -> Assigns { throw std::runtime_error("broken"); },
                       {.timeout = 100ms, .retry = {.times = 1, .delay = 1h, .longest = 1h}});
        scheduler.advance(100ms);
        QCOMPARE(spy.log(), QStringList{u"t Failed: took longer than 100 ms"_s});
        QCOMPARE(token.use_count(), 1);
        QCOMPARE(scheduler.ready(), 0);
    }

    void sync_timesOutBySleeping_data()
    {
        QTest::addColumn<int>("times"); // of 40 ms
        QTest::addColumn<bool>("ok");
        QTest::newRow("2") << 2 << true;
        QTest::newRow("3") << 3 << false;
        QTest::newRow("100") << 100 << false;
    }
    void sync_timesOutBySleeping()
    {
        QFETCH(const int, times);
        QFETCH(const bool, ok);
        const SynchronousScope synchronous;
        ViewModel vm;
        int slept = 0;
        const Task task = vm.assignAsync(u"t"_s, [&](TaskContext &context) {
            for (int i = 0; i < times && context.sleep(40ms); ++i)
                ++slept;
            return Assigns{{u"a"_s, 1}};
        }, {.timeout = 100ms});
        QCOMPARE(task.outcome(), ok ? Outcome::Ok : Outcome::Failed);
        QCOMPARE(task.failure().kind(), ok ? Failure::Kind::None : Failure::Kind::Timeout);
        QCOMPARE(vm.contains(u"a"_s), ok);
        QCOMPARE(slept, 2);
    }

    void sync_timesOutOverAllAttempts_data()
    {
        QTest::addColumn<int>("sleep");
        QTest::addColumn<int>("delay");
        QTest::addColumn<int>("attempts");
        QTest::newRow("by its sleeps") << 40 << 0 << 3;
        QTest::newRow("by its delays") << 0 << 40 << 3;
        QTest::newRow("by both") << 30 << 20 << 2;
    }
    void sync_timesOutOverAllAttempts()
    {
        QFETCH(const int, sleep);
        QFETCH(const int, delay);
        const SynchronousScope synchronous;
        ViewModel vm;
        int attempts = 0;
        const Task task = vm.assignAsync(u"t"_s, [&](TaskContext &context) -> Assigns {
            ++attempts;
            context.sleep(std::chrono::milliseconds(sleep));
            throw std::runtime_error("broken");
        }, {.timeout = 100ms, .retry = {.times = 9, .delay = std::chrono::milliseconds(delay), .factor = 1, .jitter = 0}});
        QCOMPARE(task.failure().kind(), Failure::Kind::Timeout);
        QTEST(attempts, "attempts");
    }
};

Q_DECLARE_METATYPE(Aside::TaskOptions)
QTEST_GUILESS_MAIN(TestTaskTimeout)
#include "tst_task_timeout.moc"
