// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T8: what becomes of a start whose name has runs already. Queue has a file of its own.

#include "diary.h"

#include <aside/taskobserver.h>

#include <QSignalSpy>

using namespace Aside;
using namespace Aside::Testing;
using namespace Test;

class TestTaskPolicy : public QObject
{
    Q_OBJECT

private:
    static QVariantMap entry(const ViewModel &vm)
    {
        return vm.value(u"_async"_s).toMap().value(u"t"_s).toMap();
    }

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup()
    {
        setAsync(true);
        QVERIFY(settle());
    }

    void policy_data()
    {
        QTest::addColumn<Policy>("policy");
        QTest::newRow("Supersede") << Policy::Supersede;
        QTest::newRow("Drop") << Policy::Drop;
        QTest::newRow("Queue") << Policy::Queue;
        QTest::newRow("Parallel") << Policy::Parallel;
    }

    void threeStarts_data()
    {
        QTest::addColumn<Policy>("policy");
        QTest::addColumn<QStringList>("diary");
        QTest::newRow("Supersede") << Policy::Supersede
                                   << QStringList{u"1 begins @0"_s, u"1 Superseded @10"_s, u"1 is told to stop @10"_s,
                                                  u"2 begins @10"_s, u"2 Superseded @20"_s, u"2 is told to stop @20"_s,
                                                  u"3 begins @20"_s, u"3 Ok @120"_s};
        QTest::newRow("Drop") << Policy::Drop << QStringList{u"1 begins @0"_s, u"1 Ok @100"_s};
        QTest::newRow("Queue") << Policy::Queue
                               << QStringList{u"1 begins @0"_s, u"1 Ok @100"_s, u"2 begins @100"_s, u"2 Ok @200"_s,
                                              u"3 begins @200"_s, u"3 Ok @300"_s};
        QTest::newRow("Parallel") << Policy::Parallel
                                  << QStringList{u"1 begins @0"_s, u"2 begins @10"_s, u"3 begins @20"_s, u"1 Ok @100"_s,
                                                 u"2 Ok @110"_s, u"3 Ok @120"_s};
    }
    void threeStarts()
    {
        QFETCH(const Policy, policy);
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        for (int id = 1; id <= 3; ++id) {
            diary.start(vm, id, {.policy = policy});
            scheduler.advance(10ms);
        }
        scheduler.advance(1s);
        QTEST(diary.lines, "diary");
    }

    void threeStartsBeforeAnyBegins_data()
    {
        QTest::addColumn<Policy>("policy");
        QTest::addColumn<QStringList>("diary");
        QTest::newRow("Supersede") << Policy::Supersede
                                   << QStringList{u"1 Superseded @0"_s, u"2 Superseded @0"_s, u"3 begins @0"_s, u"3 Ok @100"_s};
        QTest::newRow("Drop") << Policy::Drop << QStringList{u"1 begins @0"_s, u"1 Ok @100"_s};
        QTest::newRow("Queue") << Policy::Queue
                               << QStringList{u"1 begins @0"_s, u"1 Ok @100"_s, u"2 begins @100"_s, u"2 Ok @200"_s,
                                              u"3 begins @200"_s, u"3 Ok @300"_s};
        QTest::newRow("Parallel") << Policy::Parallel
                                  << QStringList{u"1 begins @0"_s, u"2 begins @0"_s, u"3 begins @0"_s, u"1 Ok @100"_s,
                                                 u"2 Ok @100"_s, u"3 Ok @100"_s};
    }
    void threeStartsBeforeAnyBegins()
    {
        QFETCH(const Policy, policy);
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        for (int id = 1; id <= 3; ++id)
            diary.start(vm, id, {.policy = policy});
        scheduler.advance(1s);
        QTEST(diary.lines, "diary");
    }

    void drop_returnsTheHandleOfTheRunInTheWay()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        const TaskOptions drop{.policy = Policy::Drop};
        const auto token = std::make_shared<int>(0);
        Task first = vm.assignAsync(u"t"_s, [] { return Assigns{{u"first"_s, 1}}; }, drop);
        Task second = vm.assignAsync(u"t"_s, [token] { return Assigns{{u"second"_s, 2}}; }, drop);
        QCOMPARE(token.use_count(), 1);
        QVERIFY(second.isActive());
        second.cancel();
        QCOMPARE(first.outcome(), Outcome::Canceled);
        // Its name is free again.
        vm.assignAsync(u"t"_s, [] { return Assigns{{u"third"_s, 3}}; }, drop);
        scheduler.runAll();
        QCOMPARE(vm.keys(), QStringList{u"third"_s});
    }

    void drop_leavesOtherNamesAlone()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        const Task one = vm.assignAsync(u"one"_s, [] { return Assigns(); }, {.policy = Policy::Drop});
        const Task two = vm.assignAsync(u"two"_s, [] { return Assigns(); }, {.policy = Policy::Drop});
        scheduler.runAll();
        QCOMPARE(one.outcome(), Outcome::Ok);
        QCOMPARE(two.outcome(), Outcome::Ok);
    }

    void supersede_endsEveryRunOfAParallelName()
    {
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        diary.start(vm, 1, {.policy = Policy::Parallel});
        diary.start(vm, 2, {.policy = Policy::Parallel});
        scheduler.runAll();
        diary.lines.clear();
        diary.start(vm, 3, {});
        scheduler.advance(1s);
        QCOMPARE(diary.lines, (QStringList{u"1 Superseded @0"_s, u"2 Superseded @0"_s, u"1 is told to stop @0"_s,
                                           u"2 is told to stop @0"_s, u"3 begins @0"_s, u"3 Ok @100"_s}));
    }

    void parallel_landsInTheOrderInWhichItEnds()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        QList<int> seen;
        connect(&vm, &ViewModel::assigned, this, [&] { seen += vm.value<int>(u"last"_s); });
        for (int id = 1; id <= 3; ++id) {
            vm.assignAsync(u"t"_s, [id](TaskContext &context) {
                context.sleep(100ms / id);
                return Assigns{{u"last"_s, id}};
            }, {.policy = Policy::Parallel});
        }
        scheduler.advance(1s);
        QCOMPARE(seen, (QList<int>{3, 2, 1}));
    }

    void parallel_observerRunsUntilTheLastEnds()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        const TaskObserver *const observer = vm.task(u"t"_s);
        QList<int> counts;
        connect(&vm, &Scriptable::asyncChanged, this, [&] { counts += entry(vm).value(u"count"_s).toInt(); });
        int stops = 0;
        connect(observer, &TaskObserver::changed, this, [&] { stops += observer->isRunning() ? 0 : 1; });
        QVERIFY(entry(vm).isEmpty());
        for (int id = 1; id <= 3; ++id) {
            vm.assignAsync(u"t"_s, [id](TaskContext &context) -> Assigns {
                context.sleep(100ms * id);
                if (id == 3)
                    throw std::runtime_error("the last one");
                return {};
            }, {.policy = Policy::Parallel});
        }
        QCOMPARE(entry(vm).value(u"status"_s).toString(), u"queued"_s);
        for (int left = 3; left > 0; --left) {
            scheduler.advance(0ms);
            QVERIFY(observer->isRunning());
            QCOMPARE(entry(vm).value(u"count"_s).toInt(), left);
            QCOMPARE(entry(vm).value(u"status"_s).toString(), u"running"_s);
            scheduler.advance(100ms);
        }
        QVERIFY(!observer->isRunning());
        QCOMPARE(stops, 1);
        QCOMPARE(observer->outcome(), Outcome::Failed);
        QVERIFY(entry(vm).isEmpty());
        // The first reading may come before or after the runs have begun, but the steps down are told.
        QCOMPARE(counts.mid(counts.size() - 3), (QList<int>{2, 1, 0}));
    }

    void cancelAsync_endsAllOfANameAndNoOther_data() { policy_data(); }
    void cancelAsync_endsAllOfANameAndNoOther()
    {
        QFETCH(const Policy, policy);
        ManualScheduler scheduler;
        Diary diary(scheduler);
        ViewModel vm;
        QList<Task> tasks;
        for (int id = 1; id <= 4; ++id) {
            tasks += diary.start(vm, id, {.policy = policy});
            scheduler.runAll();
        }
        const Task other = vm.assignAsync(u"other"_s, [] { return Assigns(); });
        const qsizetype begun = diary.lines.filter(u"begins"_s).size();
        vm.cancelAsync(u"t"_s);
        for (const Task &task : std::as_const(tasks))
            QVERIFY(!task.isActive());
        scheduler.advance(1s);
        QCOMPARE(diary.lines.filter(u"begins"_s).size(), begun);
        QVERIFY(diary.lines.filter(u"Ok"_s).isEmpty());
        QCOMPARE(other.outcome(), Outcome::Ok);
    }

    void startedFromItsOwnEnd_data()
    {
        QTest::addColumn<Policy>("policy");
        QTest::addColumn<bool>("async");
        QTest::addColumn<QString>("where");
        const std::pair<const char *, Policy> policies[] = {
            {"Supersede", Policy::Supersede}, {"Drop", Policy::Drop}, {"Queue", Policy::Queue}, {"Parallel", Policy::Parallel}};
        for (const auto &[word, policy] : policies) {
            for (const bool async : {true, false}) {
                for (const QString &where : {u"assigned"_s, u"handler"_s, u"taskFinished"_s})
                    QTest::addRow("%s, %s, %s", word, async ? "async" : "sync", qPrintable(where)) << policy << async << where;
            }
        }
    }
    void startedFromItsOwnEnd()
    {
        QFETCH(const Policy, policy);
        QFETCH(const bool, async);
        QFETCH(const QString, where);
        setAsync(async);
        ManualScheduler scheduler;
        ViewModel vm;
        const TaskSpy spy(vm);
        QList<int> begun;
        int started = 0;
        std::function<void(const QString &)> startFrom = [&](const QString &place) {
            if (place != where || started == 3)
                return;
            vm.startAsync(u"t"_s, [&begun, id = ++started](TaskContext &context) {
                begun += id;
                context.post({{u"last"_s, id}});
            }, [&startFrom](const TaskResult<void> &) { startFrom(u"handler"_s); }, {.policy = policy});
        };
        connect(&vm, &ViewModel::assigned, this, [&] { startFrom(u"assigned"_s); });
        connect(&vm, &ViewModel::taskFinished, this, [&] { startFrom(u"taskFinished"_s); });
        startFrom(where);
        scheduler.runAll();
        // What has come home together is told together, so that the run has landed; in sync it goes on still.
        const bool inTheWay = !async && where == "assigned"_L1;
        if (inTheWay && policy == Policy::Drop) {
            QCOMPARE(begun, QList<int>{1});
            QCOMPARE(spy.outcomes(u"t"_s), QList<Outcome>{Outcome::Ok});
        } else {
            QCOMPARE(begun, (QList<int>{1, 2, 3}));
            const bool ends = inTheWay && policy == Policy::Supersede;
            QCOMPARE(spy.outcomes(u"t"_s), (QList<Outcome>{ends ? Outcome::Superseded : Outcome::Ok,
                                                           ends ? Outcome::Superseded : Outcome::Ok, Outcome::Ok}));
        }
        QVERIFY(waitForIdle(vm, 0ms));
    }
};

QTEST_GUILESS_MAIN(TestTaskPolicy)
#include "tst_task_policy.moc"
