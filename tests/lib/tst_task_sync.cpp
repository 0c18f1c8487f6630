// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T14, T15: without asynchrony, and without a connection.

#include "support.h"

#include <aside/taskobserver.h>

#include <QSignalSpy>

using namespace Aside;
using namespace Test;

class TestTaskSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        setFrameBudget(1h);
        setAsync(false);
    }
    void cleanup()
    {
        setAsync(true);
        QVERIFY(settle());
    }

    void assignAsync_hasCommittedItsResultWhenItReturns()
    {
        ViewModel vm;
        const Story story(vm);
        QThread *ranOn = nullptr;
        const Task task = vm.assignAsync(u"t"_s, [&ranOn] {
            ranOn = QThread::currentThread();
            return Assigns{{u"a"_s, 1}};
        });
        QCOMPARE(ranOn, thread());
        QCOMPARE(task.outcome(), Outcome::Ok);
        QCOMPARE(vm.value<int>(u"a"_s), 1);
        QCOMPARE(story.lines, (QStringList{u"assigned a"_s, u"changed a"_s, u"t Ok"_s}));
    }

    void assignAsync_tellsAFailureBeforeItReturns_data()
    {
        QTest::addColumn<bool>("throws");
        QTest::newRow("the functor throws") << true;
        QTest::newRow("the result is refused") << false;
    }
    void assignAsync_tellsAFailureBeforeItReturns()
    {
        QFETCH(const bool, throws);
        ViewModel vm;
        const Story story(vm);
        const Task task = vm.assignAsync(u"t"_s, [throws] {
            if (throws)
                throw 5;
            return Assigns{{u"parent"_s, 1}};
        });
        QCOMPARE(task.outcome(), Outcome::Failed);
        QCOMPARE(task.failure().kind(), throws ? Failure::Kind::Exception : Failure::Kind::Refused);
        QCOMPARE(story.lines.size(), 2);
        QCOMPARE(story.lines.last(), u"t Failed"_s);
        QVERIFY(vm.keys().isEmpty());
    }

    void sleep_returnsAtOnce()
    {
        ViewModel vm;
        vm.assignAsync(u"t"_s, [](TaskContext &context) {
            int steps = 0;
            while (steps < 1000 && context.sleep(24h))
                ++steps;
            return Assigns{{u"steps"_s, steps}};
        });
        QCOMPARE(vm.value<int>(u"steps"_s), 1000);
    }

    void sleep_endsTheLoopOfARunThatIsCanceled()
    {
        // Nothing else can cancel it while the home thread runs its functor than what that itself reaches.
        ViewModel vm;
        connect(&vm, &ViewModel::assigned, this, [&vm] {
            if (vm.value<int>(u"n"_s) == 3)
                vm.cancelAsync(u"t"_s);
        });
        int rounds = 0;
        const Task task = vm.assignAsync(u"t"_s, [&rounds](TaskContext &context) {
            while (context.sleep(24h) && ++rounds < 100)
                context.post({{u"n"_s, rounds}});
            return Assigns{{u"late"_s, true}};
        });
        QCOMPARE(rounds, 3);
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QVERIFY(!vm.contains(u"late"_s));
    }

    void postAndProgress_areSeenAtOnce()
    {
        ViewModel vm;
        QSignalSpy progressed(vm.task(u"t"_s), &TaskObserver::progressed);
        QList<int> seen;
        connect(&vm, &ViewModel::assigned, this, [&] { seen += vm.value<int>(u"n"_s); });
        vm.assignAsync(u"t"_s, [](TaskContext &context) {
            for (int i = 1; i <= 3; ++i) {
                context.post({{u"n"_s, i}});
                context.setProgress(i / 4.0);
            }
            return Assigns{{u"n"_s, 4}};
        });
        QCOMPARE(seen, (QList<int>{1, 2, 3, 4}));
        QCOMPARE(progressed.size(), 3);
    }

    void post_thatIsRefusedFailsTheRunWhateverItDoesThen_data()
    {
        QTest::addColumn<bool>("throws");
        QTest::newRow("returns") << false;
        QTest::newRow("throws") << true;
    }
    void post_thatIsRefusedFailsTheRunWhateverItDoesThen()
    {
        QFETCH(const bool, throws);
        ViewModel vm;
        bool canceled = false;
        const Task task = vm.assignAsync(u"t"_s, [&, throws](TaskContext &context) {
            context.post({{u"parent"_s, 1}});
            canceled = context.isCanceled();
            if (throws)
                throw std::runtime_error("second");
            return Assigns{{u"a"_s, 1}};
        });
        QVERIFY(canceled);
        QCOMPARE(task.outcome(), Outcome::Failed);
        QCOMPARE(task.failure().kind(), Failure::Kind::Refused);
        QVERIFY(vm.keys().isEmpty());
    }

    void assignAsync_startsFromHandlersOfItsOwnRun()
    {
        ViewModel vm;
        const Story story(vm);
        int level = 0;
        connect(&vm, &ViewModel::taskFinished, this, [&](const QString &name) {
            if (++level < 100)
                vm.assignAsync(name, [level] { return Assigns{{u"level"_s, level}}; });
        });
        vm.assignAsync(u"t"_s, [] { return Assigns{{u"level"_s, 0}}; });
        QCOMPARE(level, 100);
        QCOMPARE(vm.value<int>(u"level"_s), 99);
        QCOMPARE(story.lines.count(u"t Ok"_s), 100);
    }

    void assignAsync_isSupersededByAHandlerOfItsOwnPost()
    {
        ViewModel vm;
        const Story story(vm);
        connect(&vm, &ViewModel::assigned, this, [&](const QString &key) {
            if (key == "posted"_L1)
                vm.assignAsync(u"t"_s, [] { return Assigns{{u"winner"_s, 2}}; });
        });
        const Task first = vm.assignAsync(u"t"_s, [](TaskContext &context) {
            context.post({{u"posted"_s, 1}});
            context.post({{u"lost"_s, 1}});
            return Assigns{{u"winner"_s, 1}};
        });
        QCOMPARE(first.outcome(), Outcome::Superseded);
        QCOMPARE(vm.keys(), (QStringList{u"posted"_s, u"winner"_s}));
        QCOMPARE(vm.value<int>(u"winner"_s), 2);
        QCOMPARE(story.lines.filter(u"t "_s), (QStringList{u"t Superseded"_s, u"t Ok"_s}));
    }

    void assignAsync_isCanceledByAHandlerOfItsOwnPost()
    {
        ViewModel vm;
        connect(&vm, &ViewModel::assigned, &vm, [&] { vm.cancelAll(); });
        bool slept = true;
        const Task task = vm.assignAsync(u"t"_s, [&slept](TaskContext &context) {
            context.post({{u"a"_s, 1}});
            slept = context.sleep(1h);
            return Assigns{{u"a"_s, 2}};
        });
        QVERIFY(!slept);
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QCOMPARE(vm.value<int>(u"a"_s), 1);
    }

    void assignAsync_survivesItsViewModelsDeathWithinAPost()
    {
        auto *const vm = new ViewModel;
        connect(vm, &ViewModel::assigned, [vm] { delete vm; });
        bool canceled = false;
        const Task task = vm->assignAsync(u"t"_s, [&canceled](TaskContext &context) {
            context.post({{u"a"_s, 1}});
            canceled = context.isCanceled();
            context.post({{u"a"_s, 2}});
            context.setProgress(0.5);
            return Assigns{{u"a"_s, 3}};
        });
        QVERIFY(canceled);
        QCOMPARE(task.outcome(), Outcome::Canceled);
    }

    void disconnected_startsNothing_data()
    {
        QTest::addColumn<bool>("async");
        QTest::newRow("async") << true;
        QTest::newRow("sync") << false;
    }
    void disconnected_startsNothing()
    {
        QFETCH(const bool, async);
        setAsync(async);
        ViewModel vm;
        const Story story(vm);
        QSignalSpy changed(&vm, &ViewModel::connectedChanged);
        vm.setConnected(false);
        vm.setConnected(false);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!vm.isConnected());
        const auto token = std::make_shared<int>(0);
        Task task = vm.assignAsync(u"t"_s, [token] { return Assigns{{u"a"_s, 1}}; });
        QVERIFY(!task.isValid() && !task.isActive());
        QCOMPARE(token.use_count(), 1);
        task.cancel();
        QVERIFY(settle());
        QVERIFY(vm.keys().isEmpty() && story.lines.isEmpty());
        vm.assign(u"a"_s, 2); // the store works as ever
        vm.setConnected(true);
        task = vm.assignAsync(u"t"_s, [] { return Assigns{{u"a"_s, 3}}; });
        QVERIFY(task.isValid());
        EVENTUALLY(vm.value<int>(u"a"_s) == 3);
    }

    void disconnected_letsWhatRunsGoOn()
    {
        setAsync(true);
        ViewModel vm;
        const Gate finish;
        const Task task = vm.assignAsync(u"t"_s, [finish] {
            finish.pass();
            return Assigns{{u"a"_s, 1}};
        });
        vm.setConnected(false);
        finish.open();
        EVENTUALLY(task.outcome() == Outcome::Ok);
        QCOMPARE(vm.value<int>(u"a"_s), 1);
    }
};

QTEST_GUILESS_MAIN(TestTaskSync)
#include "tst_task_sync.moc"
