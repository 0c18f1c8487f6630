// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T8: options that make no sense, debounce, throttle. Timeouts and retries have files of their own.

#include "diary.h"

#include <limits>

using namespace Aside;
using namespace Aside::Testing;
using namespace Test;

class TestTaskOptions : public QObject
{
    Q_OBJECT

private:
    static constexpr auto forEver = std::chrono::milliseconds::max();
    static constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup()
    {
        setAsync(true);
        QVERIFY(settle());
    }

    void durations_areAnyOfChrono()
    {
        using Days = std::chrono::duration<int, std::ratio<86'400>>;
        using Seconds = std::chrono::duration<float>;
        const TaskOptions seconds{.timeout = 3s, .debounce = 1s, .throttle = 2s};
        QVERIFY(seconds.timeout == 3000ms && seconds.debounce.wait == 1000ms && seconds.throttle == 2000ms);
        const TaskOptions braced{.timeout = {3s}, .debounce = {1s}, .throttle = {2s}};
        QVERIFY(braced.timeout == 3s && braced.debounce.wait == 1s && braced.throttle == 2s);
        const TaskOptions mixed{.timeout = Days(2), .debounce = {0.5s, Edge::Leading}, .throttle = 30'000us,
                                .retry = {.times = 1, .delay = Seconds(0.25F), .longest = 1min}};
        QVERIFY(mixed.timeout == 48h && mixed.debounce.wait == 500ms && mixed.throttle == 30ms);
        QVERIFY(mixed.retry.delay == 250ms && mixed.retry.longest == 60s);
        const std::chrono::nanoseconds kept = 7us;
        QVERIFY((TaskOptions{.debounce = kept}.debounce.wait == 1ms));
        TaskOptions changed;
        QVERIFY(changed.timeout == 0ms && changed.debounce.wait == 0ms && changed.throttle == 0ms);
        changed.timeout = 1h;
        changed.debounce = 2min;
        QVERIFY(changed.timeout == 60min && changed.debounce.wait == 120s);
        QVERIFY((LoadOptions{.task = {.debounce = 2s}}.task.debounce.wait == 2s));
    }

    void duration_isRoundedAndNeverOverflows_data()
    {
        using Float = std::chrono::duration<double>;
        QTest::addColumn<Duration>("duration");
        QTest::addColumn<qint64>("milliseconds");
        const auto row = [](const char *name, const Duration &duration, std::chrono::milliseconds expected) {
            QTest::newRow(name) << duration << qint64(expected.count());
        };
        row("nothing", 0ns, 0ms);
        row("nothing, as a fraction", Float(0), 0ms);
        row("the shortest", 1ns, 1ms);
        row("less than half", 1'499us, 1ms);
        row("half", 1'500us, 2ms);
        row("a tenth", Float(0.1), 100ms);
        row("a little less than nothing", -1ns, -1ms);
        row("less than nothing", -1'600us, -2ms);
        row("the longest", forEver, forEver);
        row("longer than the longest", std::chrono::hours::max(), forEver);
        row("less than the least", std::chrono::hours::min(), std::chrono::milliseconds::min());
        row("infinite", Float(std::numeric_limits<double>::infinity()), forEver);
        row("not a number", Float(notANumber), std::chrono::milliseconds::min());
    }
    void duration_isRoundedAndNeverOverflows()
    {
        QFETCH(const Duration, duration);
        QTEST(qint64(duration.count()), "milliseconds");
    }

    void refused_data()
    {
        QTest::addColumn<TaskOptions>("options");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *name, const TaskOptions &options, const QStringList &words) {
            QTest::newRow(name) << options << words;
        };
        row("timeout: negative", {.timeout = -1ms}, {u"timeout"_s});
        row("timeout: a little less than nothing", {.timeout = -1ns}, {u"timeout"_s});
        row("timeout: not a number", {.timeout = std::chrono::duration<double>(notANumber)}, {u"timeout"_s});
        row("debounce: negative", {.debounce = -1ms}, {u"debounce"_s});
        row("debounce: an edge without time", {.debounce = {0ms, Edge::Leading}}, {u"debounce"_s, u"edge"_s});
        row("throttle: negative", {.throttle = -1ms}, {u"throttle"_s});
        row("retry: negative times", {.retry = {.times = -1}}, {u"retry.times"_s});
        row("retry: negative delay", {.retry = {.times = 1, .delay = -1ms}}, {u"retry"_s, u"delay"_s});
        row("retry: negative longest", {.retry = {.times = 1, .longest = -1ms}}, {u"retry"_s, u"delay"_s});
        row("retry: negative delay, off", {.retry = {.delay = -1ms}}, {u"retry"_s, u"delay"_s});
        row("retry: a factor that shortens", {.retry = {.times = 1, .factor = 0.5}}, {u"retry.factor"_s});
        row("retry: a factor that is no number", {.retry = {.times = 1, .factor = notANumber}}, {u"retry.factor"_s});
        row("retry: negative jitter", {.retry = {.times = 1, .jitter = -0.1}}, {u"retry.jitter"_s});
        row("retry: too much jitter", {.retry = {.times = 1, .jitter = 1.1}}, {u"retry.jitter"_s});
        row("retry: jitter that is no number", {.retry = {.times = 1, .jitter = notANumber}}, {u"retry.jitter"_s});
        row("debounce and throttle", {.debounce = 1ms, .throttle = 1ms}, {u"debounce"_s, u"throttle"_s});
        row("leading and throttle", {.debounce = {1ms, Edge::Leading}, .throttle = 1ms}, {u"debounce"_s, u"throttle"_s});
        row("Queue and debounce", {.policy = Policy::Queue, .debounce = 1ms}, {u"debounce"_s, u"policy"_s});
        row("Queue and leading", {.policy = Policy::Queue, .debounce = {1ms, Edge::Leading}}, {u"debounce"_s, u"policy"_s});
        row("Queue and throttle", {.policy = Policy::Queue, .throttle = 1ms}, {u"throttle"_s, u"policy"_s});
        row("Parallel and debounce", {.policy = Policy::Parallel, .debounce = 1ms}, {u"debounce"_s, u"policy"_s});
        row("Parallel and throttle", {.policy = Policy::Parallel, .throttle = 1ms}, {u"throttle"_s, u"policy"_s});
        row("Drop and trailing", {.policy = Policy::Drop, .debounce = 1ms}, {u"debounce"_s, u"Drop"_s, u"Leading"_s});
    }
    void refused()
    {
        QFETCH(const TaskOptions, options);
        QFETCH(const QStringList, words);
        for (const bool async : {true, false}) {
            setAsync(true);
            ManualScheduler scheduler;
            ViewModel vm;
            const TaskSpy spy(vm);
            const auto token = std::make_shared<int>(0);
            const Task before = vm.assignAsync(u"t"_s, [] { return Assigns{{u"before"_s, 1}}; });
            setAsync(async);
            QString message;
            try {
                vm.assignAsync(u"t"_s, [token] { return Assigns{{u"a"_s, 1}}; }, options);
            } catch (const Error &error) {
                message = error.message();
            }
            QVERIFY(message.contains(u"‘t’"_s));
            for (const QString &word : words)
                QVERIFY2(message.contains(word), qPrintable(message));
            // Nothing has started, and nothing was superseded.
            QCOMPARE(token.use_count(), 1);
            QVERIFY(before.isActive());
            scheduler.advance(1h);
            QCOMPARE(before.outcome(), Outcome::Ok);
            QCOMPARE(spy.count(), 1);
        }
    }

    void accepted_data()
    {
        QTest::addColumn<TaskOptions>("options");
        QTest::newRow("Drop and leading") << TaskOptions{.policy = Policy::Drop, .debounce = {1ms, Edge::Leading}};
        QTest::newRow("Drop and throttle") << TaskOptions{.policy = Policy::Drop, .throttle = 1ms};
        QTest::newRow("Queue, timeout and retry") << TaskOptions{.policy = Policy::Queue, .timeout = 1ms, .retry = {.times = 1}};
        QTest::newRow("the rims of retry") << TaskOptions{.retry = {.times = 1, .delay = 0ms, .factor = 1, .longest = 0ms, .jitter = 0}};
        QTest::newRow("a timeout for ever") << TaskOptions{.timeout = forEver};
        QTest::newRow("a timeout that no count has room for") << TaskOptions{.timeout = std::chrono::hours::max()};
        QTest::newRow("a leading debounce for ever") << TaskOptions{.debounce = {forEver, Edge::Leading}};
        QTest::newRow("a throttle for ever") << TaskOptions{.throttle = forEver};
    }
    void accepted()
    {
        QFETCH(const TaskOptions, options);
        ManualScheduler scheduler;
        ViewModel vm;
        const Task task = vm.assignAsync(u"t"_s, [](TaskContext &context) { context.sleep(1us); return Assigns(); }, options);
        scheduler.advance(24h * 365);
        QCOMPARE(task.outcome(), Outcome::Ok);
    }

    void debounce_startsTheLastOfABurstOnceItIsQuiet()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        for (int id = 1; id <= 3; ++id) {
            diary.start(vm, id, {.debounce = 100ms});
            scheduler.advance(99ms);
        }
        QCOMPARE(scheduler.untilNext(), 1ms);
        scheduler.advance(1s);
        QCOMPARE(diary.lines, (QStringList{u"1 Superseded @99"_s, u"2 Superseded @198"_s, u"3 begins @298"_s, u"3 Ok @398"_s}));
    }

    void debounce_endsTheRunBeforeAtOnce()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        diary.start(vm, 1, {});
        scheduler.advance(50ms);
        diary.start(vm, 2, {.debounce = 100ms});
        scheduler.advance(1s);
        QCOMPARE(diary.lines, (QStringList{u"1 begins @0"_s, u"1 Superseded @50"_s, u"1 is told to stop @50"_s,
                                           u"2 begins @150"_s, u"2 Ok @250"_s}));
    }

    void debounce_thatIsCanceledNeverStarts()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        diary.start(vm, 1, {.debounce = 100ms});
        QCOMPARE(vm.value(u"_async"_s).toMap().value(u"t"_s).toMap().value(u"status"_s).toString(), u"waiting"_s);
        vm.cancelAsync(u"t"_s);
        scheduler.advance(1s);
        QCOMPARE(diary.lines, QStringList{u"1 Canceled @0"_s});
    }

    void debounce_isByNameAndViewModel()
    {
        ManualScheduler scheduler;
        ViewModel one, two;
        const auto work = [] { return Assigns(); };
        const Task tasks[] = {one.assignAsync(u"t"_s, work, {.debounce = 100ms}), one.assignAsync(u"u"_s, work, {.debounce = 100ms}),
                              two.assignAsync(u"t"_s, work, {.debounce = {100ms, Edge::Leading}}),
                              two.assignAsync(u"u"_s, work, {.debounce = {100ms, Edge::Leading}})};
        scheduler.advance(100ms);
        for (const Task &task : tasks)
            QCOMPARE(task.outcome(), Outcome::Ok);
    }

    void leading_startsTheFirstOfABurstOnly()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        const TaskOptions leading{.debounce = {100ms, Edge::Leading}};
        QVERIFY(diary.start(vm, 1, leading, 10ms).isValid());
        for (int id = 2; id <= 4; ++id) {
            scheduler.advance(99ms); // each extends the burst
            QVERIFY(!diary.start(vm, id, leading, 10ms).isValid());
        }
        scheduler.advance(100ms);
        QVERIFY(diary.start(vm, 5, leading, 10ms).isValid());
        scheduler.advance(1s);
        QCOMPARE(diary.lines, (QStringList{u"1 begins @0"_s, u"1 Ok @10"_s, u"5 begins @397"_s, u"5 Ok @407"_s}));
    }

    void leading_supersedesOnceTheBurstIsOver()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        const TaskOptions leading{.debounce = {100ms, Edge::Leading}};
        diary.start(vm, 1, leading, 1h);
        scheduler.advance(50ms);
        diary.start(vm, 2, leading, 1h); // leaves the first alone
        scheduler.advance(100ms);
        diary.start(vm, 3, leading, 10ms);
        scheduler.advance(1s);
        QCOMPARE(diary.lines, (QStringList{u"1 begins @0"_s, u"1 Superseded @150"_s, u"1 is told to stop @150"_s,
                                           u"3 begins @150"_s, u"3 Ok @160"_s}));
    }

    void throttle_startsTheLastOneWhenItIsDueAndWhatRunsGoesOn()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        for (int id = 1; id <= 4; ++id) {
            diary.start(vm, id, {.throttle = 100ms}, 50ms);
            scheduler.advance(10ms);
        }
        scheduler.advance(1s);
        QCOMPARE(diary.lines, (QStringList{u"1 begins @0"_s, u"2 Superseded @20"_s, u"3 Superseded @30"_s, u"1 Ok @50"_s,
                                           u"4 begins @100"_s, u"4 Ok @150"_s}));
    }

    void throttle_supersedesWhatStillRunsWhenItIsDue()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        diary.start(vm, 1, {.throttle = 100ms}, 1h);
        diary.start(vm, 2, {.throttle = 100ms}, 10ms);
        scheduler.advance(1s);
        QCOMPARE(diary.lines, (QStringList{u"1 begins @0"_s, u"1 Superseded @100"_s, u"1 is told to stop @100"_s,
                                           u"2 begins @100"_s, u"2 Ok @110"_s}));
    }

    void throttle_countsFromStartToStart()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        diary.start(vm, 1, {.throttle = 100ms}, 10ms);
        scheduler.advance(60ms);
        diary.start(vm, 2, {.throttle = 100ms}, 10ms); // at 100
        scheduler.advance(60ms);
        diary.start(vm, 3, {.throttle = 100ms}, 10ms); // at 200
        scheduler.advance(200ms);
        diary.start(vm, 4, {.throttle = 100ms}, 10ms); // at once
        scheduler.advance(1s);
        QCOMPARE(diary.lines.filter(u"begins"_s), (QStringList{u"1 begins @0"_s, u"2 begins @100"_s, u"3 begins @200"_s, u"4 begins @320"_s}));
    }

    void throttle_withDropStartsNothingThatComesTooSoon()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        const TaskOptions options{.policy = Policy::Drop, .throttle = 100ms};
        Task running = diary.start(vm, 1, options, 10ms);
        QVERIFY(diary.start(vm, 2, options).isActive()); // that of the first
        scheduler.advance(99ms);
        QVERIFY(!diary.start(vm, 3, options).isValid());
        scheduler.advance(1ms);
        QVERIFY(diary.start(vm, 4, options, 10ms).isValid());
        scheduler.advance(1s);
        QCOMPARE(diary.lines, (QStringList{u"1 begins @0"_s, u"1 Ok @10"_s, u"4 begins @100"_s, u"4 Ok @110"_s}));
    }

    void throttle_leavesTheNextAttemptOfTheRunBeforeAlone()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        const TaskSpy spy(vm);
        const TaskOptions options{.throttle = 1s, .retry = {.times = 1, .delay = 100ms}};
        vm.assignAsync(u"t"_s, [attempt = 0]() mutable {
            if (++attempt == 1)
                throw std::runtime_error("broken");
            return Assigns{{u"first"_s, attempt}};
        }, options);
        scheduler.runAll();
        vm.assignAsync(u"t"_s, [] { return Assigns{{u"second"_s, 1}}; }, options);
        scheduler.advance(1s);
        QCOMPARE(vm.value<int>(u"first"_s), 2);
        QCOMPARE(spy.log(), (QStringList{u"t Ok"_s, u"t Ok"_s}));
    }

    void throttle_thatWaitsIsCanceledByName()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        diary.start(vm, 1, {.throttle = 100ms}, 10ms);
        Task waiting = diary.start(vm, 2, {.throttle = 100ms}, 10ms);
        waiting.cancel();
        scheduler.advance(1s);
        QCOMPARE(diary.lines, (QStringList{u"2 Canceled @0"_s, u"1 begins @0"_s, u"1 Ok @10"_s}));
        // It has not started, and so it holds nobody up.
        diary.start(vm, 3, {.throttle = 1s}, 10ms);
        scheduler.runAll();
        QCOMPARE(diary.lines.last(), u"3 begins @1000"_s);
        scheduler.advance(10ms); // so that it ends before the diary does
    }

    void sync_knowsNoWaiting_data()
    {
        QTest::addColumn<TaskOptions>("options");
        QTest::newRow("debounce") << TaskOptions{.debounce = {1h}};
        QTest::newRow("leading") << TaskOptions{.debounce = {1h, Edge::Leading}};
        QTest::newRow("throttle") << TaskOptions{.throttle = 1h};
        QTest::newRow("Drop and throttle") << TaskOptions{.policy = Policy::Drop, .throttle = 1h};
    }
    void sync_knowsNoWaiting()
    {
        QFETCH(const TaskOptions, options);
        const SynchronousScope synchronous;
        ViewModel vm;
        for (int i = 1; i <= 3; ++i) {
            const Task task = vm.assignAsync(u"t"_s, [i] { return Assigns{{u"last"_s, i}}; }, options);
            QCOMPARE(task.outcome(), Outcome::Ok);
            QCOMPARE(vm.value<int>(u"last"_s), i);
        }
    }
};

Q_DECLARE_METATYPE(Aside::Duration)
Q_DECLARE_METATYPE(Aside::TaskOptions)
QTEST_GUILESS_MAIN(TestTaskOptions)
#include "tst_task_options.moc"
