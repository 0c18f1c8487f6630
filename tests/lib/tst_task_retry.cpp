// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T8: retry and its back-off.

#include "diary.h"

#include <aside/options_p.h>
#include <aside/taskobserver.h>

#include <QPromise>

#include <limits>

using namespace Aside;
using namespace Aside::Testing;
using namespace Test;

class TestTaskRetry : public QObject
{
    Q_OBJECT

private:
    /// Each attempt fails, and is noted.
    static auto failing(Diary &diary)
    {
        return [&diary, attempt = 0]() mutable -> Assigns {
            diary.note(u"attempt %1"_s.arg(++attempt));
            throw std::runtime_error(qPrintable(u"failure %1"_s.arg(attempt)));
        };
    }

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup()
    {
        setAsync(true);
        QVERIFY(settle());
    }

    void backOff_data()
    {
        QTest::addColumn<Retry>("retry");
        QTest::addColumn<int>("number");
        QTest::addColumn<qint64>("expected");
        const auto row = [](const char *name, const Retry &retry, int number, qint64 expected) {
            QTest::newRow(name) << retry << number << expected;
        };
        constexpr auto forEver = std::chrono::milliseconds::max();
        row("the first", {.delay = 200ms}, 1, 200);
        row("doubles", {.delay = 200ms}, 2, 400);
        row("doubles again", {.delay = 200ms}, 3, 800);
        row("a factor", {.delay = 200ms, .factor = 1.5}, 3, 450);
        row("no growth", {.delay = 200ms, .factor = 1}, 9, 200);
        row("the longest", {.delay = 200ms, .longest = 500ms}, 3, 500);
        row("never longer than the longest", {.delay = 200ms, .longest = 100ms}, 1, 100);
        row("a power beyond all numbers", {.delay = 200ms}, 5000, 30'000);
        row("an infinite factor", {.delay = 200ms, .factor = std::numeric_limits<double>::infinity()}, 2, 30'000);
        row("nothing, for ever", {.delay = 0ms}, 5000, 0);
        row("a century at most", {.delay = 1ms, .longest = forEver}, 5000, qint64(100) * 365 * 24 * 3'600'000);
        row("a delay for ever", {.delay = forEver, .longest = forEver}, 1, qint64(100) * 365 * 24 * 3'600'000);
    }
    void backOff()
    {
        QFETCH(const Retry, retry);
        QFETCH(const int, number);
        QFETCH(const qint64, expected);
        QCOMPARE(Detail::backOff(retry, number).count(), expected);
    }

    void jittered_staysBetweenItsBounds_data()
    {
        QTest::addColumn<double>("jitter");
        QTest::addColumn<double>("random");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("none") << 0.0 << 0.9 << qint64(400);
        QTest::newRow("half, low") << 0.5 << 0.0 << qint64(400);
        QTest::newRow("half, high") << 0.5 << 1.0 << qint64(200);
        QTest::newRow("full, middle") << 1.0 << 0.5 << qint64(200);
        QTest::newRow("full, high") << 1.0 << 1.0 << qint64(0);
    }
    void jittered_staysBetweenItsBounds()
    {
        QFETCH(const double, jitter);
        QFETCH(const double, random);
        QFETCH(const qint64, expected);
        QCOMPARE(Detail::jittered({.delay = 200ms, .jitter = jitter}, 2, random).count(), expected);
    }

    void retry_triesSoManyTimesAndFailsOnce()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        const Story story(vm);
        const TaskObserver *const observer = vm.task(u"t"_s);
        const Task task = vm.assignAsync(u"t"_s, failing(diary), {.retry = {.times = 4, .delay = 100ms, .longest = 300ms, .jitter = 0}});
        scheduler.advance(700ms);
        QVERIFY(task.isActive() && observer->isRunning() && story.lines.isEmpty());
        scheduler.advance(1h);
        QCOMPARE(diary.lines, (QStringList{u"attempt 1 @0"_s, u"attempt 2 @100"_s, u"attempt 3 @300"_s, u"attempt 4 @600"_s, u"attempt 5 @900"_s}));
        QCOMPARE(story.lines, (QStringList{u"failed t: failure 5"_s, u"t Failed"_s}));
        QCOMPARE(task.failure().message(), u"failure 5"_s);
    }

    void retry_endsWithTheFirstSuccessAndKeepsTheStateOfTheFunctor()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        const Story story(vm);
        const auto token = std::make_shared<int>(0);
        vm.assignAsync(u"t"_s, [token, attempt = 0]() mutable {
            if (++attempt < 3)
                throw std::runtime_error("broken");
            return Assigns{{u"attempts"_s, attempt}};
        }, {.retry = {.times = 9}});
        scheduler.advance(1h);
        QCOMPARE(vm.value<int>(u"attempts"_s), 3);
        QCOMPARE(story.lines, (QStringList{u"assigned attempts"_s, u"changed attempts"_s, u"t Ok"_s}));
        QCOMPARE(token.use_count(), 1);
    }

    void retry_withoutDelayNeedsNoTime()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        const Task task = vm.assignAsync(u"t"_s, failing(diary), {.retry = {.times = 1200, .delay = 0ms}});
        QCOMPARE(scheduler.runAll(), 1201);
        QCOMPARE(task.outcome(), Outcome::Failed);
        QCOMPARE(diary.lines.last(), u"attempt 1201 @0"_s);
    }

    void retry_holdsNoThreadMeanwhileAndIsShownAsWaiting()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        const auto status = [&vm] { return vm.value(u"_async"_s).toMap().value(u"t"_s).toMap().value(u"status"_s).toString(); };
        vm.assignAsync(u"t"_s, []() -> Assigns { throw std::runtime_error("broken"); }, {.retry = {.times = 1, .delay = 100ms, .jitter = 0}});
        scheduler.runAll();
        QCOMPARE(status(), u"waiting"_s);
        QCOMPARE(scheduler.ready(), 0);
        QCOMPARE(scheduler.untilNext(), 100ms);
        scheduler.advance(1s);
        QCOMPARE(status(), QString());
    }

    void retry_isNotForWhatTheStoreRefuses()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        int attempts = 0;
        const Task task = vm.assignAsync(u"t"_s, [&attempts] {
            ++attempts;
            return Assigns{{u"parent"_s, 1}};
        }, {.retry = {.times = 3}});
        scheduler.advance(1h);
        QCOMPARE(task.failure().kind(), Failure::Kind::Refused);
        QCOMPARE(attempts, 1);
    }

    void retry_isForFuturesToo()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        const Task task = vm.assignAsync(u"t"_s, [attempt = 0]() mutable {
            QPromise<Assigns> promise;
            promise.start();
            if (++attempt < 3)
                promise.setException(std::make_exception_ptr(std::runtime_error("broken")));
            else
                promise.addResult(Assigns{{u"attempts"_s, attempt}});
            promise.finish();
            return promise.future();
        }, {.retry = {.times = 9}});
        QVERIFY(waitForIdle(vm, 1h));
        QCOMPARE(task.outcome(), Outcome::Ok);
        QCOMPARE(vm.value<int>(u"attempts"_s), 3);
    }

    void when_saysWhichFailures()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        QThread *askedOn = nullptr;
        const auto when = [&](const Failure &failure) {
            askedOn = QThread::currentThread();
            diary.note(u"asked of %1"_s.arg(failure.message()));
            return failure.message() != "failure 2"_L1;
        };
        const auto token = std::make_shared<int>(0);
        const Task task = vm.assignAsync(u"t"_s, [token, work = failing(diary)]() mutable { return work(); },
                                         {.retry = {.times = 9, .delay = 100ms, .jitter = 0, .when = when}});
        scheduler.advance(1h);
        QCOMPARE(askedOn, thread());
        QCOMPARE(diary.lines, (QStringList{u"attempt 1 @0"_s, u"asked of failure 1 @0"_s, u"attempt 2 @100"_s, u"asked of failure 2 @100"_s}));
        QCOMPARE(task.failure().message(), u"failure 2"_s);
        QCOMPARE(token.use_count(), 1);
    }

    void when_isNotAskedAfterTheLastAttempt()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        int asked = 0;
        vm.assignAsync(u"t"_s, failing(diary), {.retry = {.times = 2, .when = [&](const Failure &) { return ++asked; }}});
        scheduler.advance(1h);
        QCOMPARE(diary.lines.size(), 3);
        QCOMPARE(asked, 2);
    }

    void when_thatThrowsEndsItWithTheFailureOfTheFunctor()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        const Story story(vm);
        const auto when = [](const Failure &) -> bool { throw std::runtime_error("cannot say"); };
        const Task task = vm.assignAsync(u"t"_s, failing(diary), {.retry = {.times = 9, .when = when}});
        scheduler.advance(1h);
        QCOMPARE(task.failure().message(), u"failure 1"_s);
        QCOMPARE(story.lines, (QStringList{u"handler: cannot say"_s, u"failed t: failure 1"_s, u"t Failed"_s}));
    }

    void when_mayEndTheRun_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<bool>("async");
        for (const QString &how : {u"cancel"_s, u"supersede"_s, u"destroy"_s}) {
            QTest::addRow("%s, async", qPrintable(how)) << how << true;
            QTest::addRow("%s, sync", qPrintable(how)) << how << false;
        }
    }
    void when_mayEndTheRun()
    {
        QFETCH(const QString, how);
        QFETCH(const bool, async);
        ManualScheduler scheduler;
        Diary diary(scheduler);
        auto vm = std::make_unique<ViewModel>();
        setAsync(async);
        const auto when = [&](const Failure &) {
            if (how == "cancel"_L1)
                vm->cancelAsync(u"t"_s);
            else if (how == "supersede"_L1)
                vm->assignAsync(u"t"_s, [] { return Assigns{{u"winner"_s, 1}}; });
            else
                vm.reset();
            return true;
        };
        const Task task = vm->assignAsync(u"t"_s, failing(diary), {.retry = {.times = 9, .when = when}});
        scheduler.advance(1h);
        QCOMPARE(task.outcome(), how == "supersede"_L1 ? Outcome::Superseded : Outcome::Canceled);
        QCOMPARE(diary.lines.size(), 1);
        if (how == "supersede"_L1)
            QVERIFY(vm->contains(u"winner"_s));
    }

    void backOff_endsAtOnce_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("by cancel") << u"cancel"_s;
        QTest::newRow("by cancelAsync") << u"cancelAsync"_s;
        QTest::newRow("by a newer run") << u"supersede"_s;
    }
    void backOff_endsAtOnce()
    {
        QFETCH(const QString, how);
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        const Story story(vm);
        const auto token = std::make_shared<int>(0);
        Task task = vm.assignAsync(u"t"_s, [token, work = failing(diary)]() mutable { return work(); }, {.retry = {.times = 9, .delay = 100ms}});
        scheduler.runAll();
        if (how == "cancel"_L1)
            task.cancel();
        else if (how == "cancelAsync"_L1)
            vm.cancelAsync(u"t"_s);
        else
            vm.assignAsync(u"t"_s, [] { return Assigns(); });
        QCOMPARE(token.use_count(), 1);
        scheduler.advance(1h);
        QCOMPARE(diary.lines, QStringList{u"attempt 1 @0"_s});
        if (how == "supersede"_L1)
            QCOMPARE(story.lines, (QStringList{u"t Superseded"_s, u"t Ok"_s}));
        else
            QCOMPARE(story.lines, QStringList{u"t Canceled"_s});
    }

    void backOff_isInTheWayOfDrop()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        const TaskOptions options{.policy = Policy::Drop, .retry = {.times = 1, .delay = 100ms}};
        const Task first = vm.assignAsync(u"t"_s, failing(diary), options);
        scheduler.runAll();
        const Task second = vm.assignAsync(u"t"_s, [] { return Assigns{{u"second"_s, 1}}; }, options);
        QVERIFY(second.isActive());
        scheduler.advance(1h);
        QCOMPARE(second.failure(), first.failure());
        QVERIFY(vm.keys().isEmpty());
    }

    void sync_triesAgainAtOnceAndAsOftenAsIsAsked_data()
    {
        QTest::addColumn<int>("times");
        QTest::newRow("3") << 3;
        QTest::newRow("100,000") << 100'000;
    }
    void sync_triesAgainAtOnceAndAsOftenAsIsAsked()
    {
        QFETCH(const int, times);
        const Log log; // each attempt is logged
        const SynchronousScope synchronous;
        ViewModel vm;
        const TaskSpy spy(vm);
        int attempts = 0;
        vm.assignAsync(u"t"_s, [&attempts]() -> Assigns {
            ++attempts;
            throw std::runtime_error("broken");
        }, {.retry = {.times = times, .delay = 1h}});
        QCOMPARE(attempts, times + 1);
        QCOMPARE(spy.log(), QStringList{u"t Failed: broken"_s});
    }

    void sync_commitsTheFirstSuccessBeforeItReturns()
    {
        const SynchronousScope synchronous;
        ViewModel vm;
        vm.assignAsync(u"t"_s, [attempt = 0]() mutable {
            if (++attempt < 3)
                throw std::runtime_error("broken");
            return Assigns{{u"attempts"_s, attempt}};
        }, {.retry = {.times = 9, .delay = 1h}});
        QCOMPARE(vm.value<int>(u"attempts"_s), 3);
    }
};

Q_DECLARE_METATYPE(Aside::Retry)
QTEST_GUILESS_MAIN(TestTaskRetry)
#include "tst_task_retry.moc"
