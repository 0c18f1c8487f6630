// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// TaskContext: sleep, progress, posts.

#include "support.h"

#include <QThreadPool>

using namespace Aside;
using namespace Test;

class TestTaskContext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup() { QVERIFY(settle()); }

    void sleep_returnsTrueOnceItsTimeIsOver_data()
    {
        QTest::addColumn<qint64>("nanoseconds");
        QTest::newRow("some") << qint64(1'000'000);
        QTest::newRow("none") << qint64(0);
        QTest::newRow("negative") << std::numeric_limits<qint64>::min();
    }
    void sleep_returnsTrueOnceItsTimeIsOver()
    {
        QFETCH(const qint64, nanoseconds);
        ViewModel vm;
        vm.assignAsync(u"t"_s, [nanoseconds](TaskContext &context) {
            const auto start = std::chrono::steady_clock::now();
            const bool whole = context.sleep(std::chrono::nanoseconds(nanoseconds));
            const auto slept = std::chrono::steady_clock::now() - start;
            return Assigns{{u"whole"_s, whole && slept >= std::chrono::nanoseconds(nanoseconds)}};
        });
        EVENTUALLY(vm.value<bool>(u"whole"_s));
    }

    void sleep_forEverEndsByCancellation()
    {
        ViewModel vm;
        const Gate began, ended;
        vm.assignAsync(u"t"_s, [began, ended](TaskContext &context) {
            began.open();
            if (!context.sleep(std::chrono::nanoseconds::max()))
                ended.open();
            return Assigns();
        });
        began.pass();
        vm.cancelAsync(u"t"_s);
        ended.pass();
    }

    void setProgress_isSeenWhileTheRunGoesOn_data()
    {
        QTest::addColumn<double>("fraction");
        QTest::addColumn<double>("seen");
        QTest::newRow("none") << 0.0 << 0.0;
        QTest::newRow("a third") << 1.0 / 3 << 1.0 / 3;
        QTest::newRow("all") << 1.0 << 1.0;
        QTest::newRow("too much") << 1.5 << -1.0;
        QTest::newRow("negative") << -0.5 << -1.0;
        QTest::newRow("no number") << qQNaN() << -1.0;
    }
    void setProgress_isSeenWhileTheRunGoesOn()
    {
        QFETCH(const double, fraction);
        QFETCH(const double, seen);
        ViewModel vm;
        const Gate told, finish;
        const Task task = vm.assignAsync(u"t"_s, [=](TaskContext &context) {
            context.setProgress(0.5);
            context.setProgress(fraction);
            told.open();
            finish.pass();
            return Assigns();
        });
        told.pass();
        QCOMPARE(task.progress(), seen);
        finish.open();
        EVENTUALLY(!task.isActive());
    }

    void post_landsWhileTheRunGoesOnAndBeforeItsResult()
    {
        ViewModel vm;
        const Story story(vm);
        const Gate finish;
        const Task task = vm.assignAsync(u"t"_s, [finish](TaskContext &context) {
            context.post({{u"a"_s, 1}});
            finish.pass();
            context.post({{u"b"_s, 2}});
            return Assigns{{u"b"_s, 3}};
        });
        EVENTUALLY(vm.contains(u"a"_s));
        QVERIFY(task.isActive());
        finish.open();
        EVENTUALLY(!task.isActive());
        QCOMPARE(vm.value<int>(u"b"_s), 3);
        QTRY_COMPARE(story.lines.last(), u"t Ok"_s);
    }

    void post_keepsTheOrderOfSetsAndUpdates()
    {
        ViewModel vm;
        vm.assign(u"n"_s, 0);
        const Gate posted;
        const Task task = vm.assignAsync(u"t"_s, [posted](TaskContext &context) {
            const auto increment = [] { return update([](int n) { return n + 1; }); };
            context.post({{u"n"_s, 10}});
            context.post({{u"n"_s, increment()}});
            context.post({{u"n"_s, increment()}});
            context.post({{u"n"_s, update([](int n) { return n * 100; })}});
            context.post({{u"m"_s, 1}});
            context.post({{u"m"_s, 2}, {u"n"_s, increment()}});
            posted.open();
            return Assigns();
        });
        posted.pass();
        EVENTUALLY(!task.isActive());
        QCOMPARE(vm.value<int>(u"n"_s), 1201);
        QCOMPARE(vm.value<int>(u"m"_s), 2);
    }

    void post_mergesSetsOfAKeyAndNotifiesOnce()
    {
        ViewModel vm;
        const Story story(vm);
        const Gate posted, finish;
        vm.assignAsync(u"t"_s, [posted, finish](TaskContext &context) {
            // More than any bound: posts of one key never wait, since they are merged.
            for (int i = 0; i <= 5000; ++i)
                context.post({{u"i"_s, i}, {u"half"_s, i / 2}});
            posted.open();
            finish.pass();
            return Assigns();
        });
        posted.pass(); // no event has been served: all are still to come
        QVERIFY(story.lines.isEmpty());
        EVENTUALLY(vm.value<int>(u"i"_s) == 5000);
        QCOMPARE(story.lines.filter(u"assigned"_s), (QStringList{u"assigned i"_s, u"assigned half"_s}));
        finish.open();
    }

    void post_losesNoUpdateHoweverFastTheyCome()
    {
        ViewModel vm;
        vm.assign(u"n"_s, 0);
        setFrameBudget(0ns);
        const Task task = vm.assignAsync(u"t"_s, [](TaskContext &context) {
            for (int i = 0; i < 20'000; ++i)
                context.post({{u"n"_s, update([](int n) { return n + 1; })}});
            return Assigns();
        });
        EVENTUALLY(!task.isActive());
        QCOMPARE(vm.value<int>(u"n"_s), 20'000);
    }

    void post_holdsUpAProducerThatIsTooFast_data()
    {
        QTest::addColumn<bool>("updates");
        QTest::newRow("updates of one key") << true;
        QTest::newRow("sets of ever new keys") << false;
    }
    void post_holdsUpAProducerThatIsTooFast()
    {
        QFETCH(const bool, updates);
        ViewModel vm;
        vm.assign(u"n"_s, 0);
        constexpr int posts = 5000;
        const Gate others;
        std::atomic<int> sent = 0;
        const auto pending = std::make_shared<int>(0);
        const Task task = vm.assignAsync(u"t"_s, [&sent, pending, updates](TaskContext &context) {
            for (int i = 0; i < posts; ++i) {
                if (updates)
                    context.post({{u"n"_s, update([pending](int n) { return n + 1; })}});
                else
                    context.post({{u"k%1"_s.arg(i), QVariant::fromValue(pending)}});
                ++sent;
            }
            return Assigns();
        });
        // No event is served here, so the producer stops where the bound is. That it waits shows in
        // its thread being free for others: as many tasks as there are workers run side by side.
        while (sent < 1024)
            QThread::yieldCurrentThread();
        const int workers = std::max(2, QThread::idealThreadCount());
        const Gate began, finish;
        ViewModel other;
        for (int i = 0; i < workers; ++i)
            other.assignAsync(QString::number(i), [began, finish] {
                began.open();
                finish.pass();
                return Assigns();
            });
        for (int i = 0; i < workers; ++i)
            began.pass();
        QCOMPARE(sent, 1024);
        QVERIFY(pending.use_count() < 1024 + 10); // some are the test's own, and the post that waits
        finish.open(workers);
        EVENTUALLY(task.outcome() == Outcome::Ok);
        QCOMPARE(sent, posts);
        if (updates)
            QCOMPARE(vm.value<int>(u"n"_s), posts);
        else
            QCOMPARE(vm.keys().size(), posts + 1);
    }

    void post_isWokenByCancellationAndLandsNothing()
    {
        ViewModel vm;
        vm.assign(u"n"_s, 0);
        std::atomic<int> sent = 0;
        const Gate ended;
        vm.assignAsync(u"t"_s, [&sent, ended](TaskContext &context) {
            while (!context.isCanceled()) {
                context.post({{u"n"_s, update([](int n) { return n + 1; })}});
                ++sent;
            }
            ended.open();
            return Assigns();
        });
        while (sent < 1024)
            QThread::yieldCurrentThread();
        vm.cancelAsync(u"t"_s);
        ended.pass();
        QVERIFY(settle());
        QCOMPARE(vm.value<int>(u"n"_s), 0);
    }

    void post_thatIsRefusedFailsTheRun_data()
    {
        QTest::addColumn<bool>("throws");
        QTest::newRow("and it returns") << false;
        QTest::newRow("and it throws, too") << true;
    }
    void post_thatIsRefusedFailsTheRun()
    {
        QFETCH(const bool, throws);
        ViewModel vm;
        const Story story(vm);
        const Gate refused;
        const Task task = vm.assignAsync(u"t"_s, [=](TaskContext &context) {
            context.post({{u"a"_s, 1}});
            context.post({{u"nowhere"_s, update([](int n) { return n; })}});
            context.post({{u"b"_s, 1}});
            refused.pass();
            if (throws)
                throw std::runtime_error("second");
            return Assigns{{u"c"_s, 1}};
        });
        EVENTUALLY(!task.isActive());
        refused.open();
        QVERIFY(settle());
        QCOMPARE(task.outcome(), Outcome::Failed);
        QCOMPARE(task.failure().kind(), Failure::Kind::Refused);
        QVERIFY(task.failure().message().contains(u"nowhere"_s));
        QCOMPARE(vm.keys(), QStringList{u"a"_s});
        QCOMPARE(story.lines.filter(u" t:"_s).size(), 1);
        QCOMPARE(story.lines.last(), u"t Failed"_s);
    }

    void context_mayBeUsedFromThreadsThatTheFunctorStarts_data()
    {
        QTest::addColumn<bool>("async");
        QTest::newRow("async") << true;
        QTest::newRow("sync") << false;
    }
    void context_mayBeUsedFromThreadsThatTheFunctorStarts()
    {
        QFETCH(const bool, async);
        ViewModel vm;
        vm.assign(u"n"_s, 0);
        setAsync(async);
        const Task task = vm.assignAsync(u"t"_s, [](TaskContext &context) {
            QThreadPool own;
            for (int thread = 0; thread < 3; ++thread) {
                own.start([&context] {
                    for (int i = 0; i < 3000; ++i) {
                        context.post({{u"n"_s, update([](int n) { return n + 1; })}});
                        context.setProgress(i / 3000.0, u"part %1"_s.arg(i));
                    }
                });
            }
            own.waitForDone();
            return Assigns();
        });
        setAsync(true);
        EVENTUALLY(task.outcome() == Outcome::Ok);
        QCOMPARE(vm.value<int>(u"n"_s), 9000);
    }
};

QTEST_GUILESS_MAIN(TestTaskContext)
#include "tst_task_context.moc"
