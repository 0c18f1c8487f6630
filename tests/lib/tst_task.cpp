// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T1, T3: what a functor may be, and how its result becomes a commit.

#include "support.h"

#include <thread>

using namespace Aside;
using namespace Test;

class TestTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup() { QVERIFY(settle()); }

    void assignAsync_returnsBeforeTheFunctorHasRun()
    {
        ViewModel vm;
        const Gate gate;
        const Task task = vm.assignAsync(u"load"_s, [gate] {
            gate.pass();
            return Assigns{{u"a"_s, 1}};
        });
        QVERIFY(task.isValid() && task.isActive());
        QCOMPARE(task.name(), u"load"_s);
        QCOMPARE(task.outcome(), Outcome::None);
        QVERIFY(!vm.contains(u"a"_s));
        gate.open();
        EVENTUALLY(task.outcome() == Outcome::Ok);
        QVERIFY(!task.isActive());
        QCOMPARE(vm.value<int>(u"a"_s), 1);
    }

    void assignAsync_runsTheFunctorOnAnotherThreadAndUpdatesOnThisOne()
    {
        ViewModel vm;
        vm.assign(u"n"_s, 1);
        QThread *worker = nullptr;
        QThread *updater = nullptr;
        const Task task = vm.assignAsync(u"t"_s, [&] {
            worker = QThread::currentThread();
            return Assigns{{u"n"_s, update([&](int n) {
                                updater = QThread::currentThread();
                                return n + 1;
                            })}};
        });
        EVENTUALLY(!task.isActive());
        QVERIFY(worker && worker != thread());
        QCOMPARE(updater, thread());
        QCOMPARE(vm.value<int>(u"n"_s), 2);
    }

    void assignAsync_appliesAllSetsThenAllUpdatesAsOneCommit()
    {
        ViewModel vm;
        vm.assign({{u"n"_s, 1}, {u"text"_s, u"a"_s}});
        const Story story(vm);
        const Task task = vm.assignAsync(u"t"_s, [] {
            return Assigns{{u"n"_s, update([](int n) { return n * 10; })},
                           {u"n"_s, 2},
                           {u"n"_s, update([](const QVariant &n) { return n.toInt() + 5; })},
                           {u"n"_s, 3},
                           {u"text"_s, update([](QString text) { return QString(text + u'b'); })},
                           {u"new"_s, true}};
        });
        EVENTUALLY(!task.isActive());
        QCOMPARE(vm.value<int>(u"n"_s), 35);
        QCOMPARE(vm.value<QString>(u"text"_s), u"ab"_s);
        QCOMPARE(story.lines.count(u"assigned n"_s), 1);
        QCOMPARE(story.lines.filter(u"changed"_s).size(), 1);
        QCOMPARE(story.lines.last(), u"t Ok"_s);
    }

    void assignAsync_updatesTheValueThatIsCurrentWhenItComesHome()
    {
        ViewModel vm;
        vm.assign(u"n"_s, 1);
        const Gate gate;
        const Task task = vm.assignAsync(u"t"_s, [gate] {
            gate.pass();
            return Assigns{{u"n"_s, update([](int n) { return n + 1; })}};
        });
        vm.assign(u"n"_s, 100);
        gate.open();
        EVENTUALLY(!task.isActive());
        QCOMPARE(vm.value<int>(u"n"_s), 101);
    }

    void assignAsync_givesTheContextOfItsRun()
    {
        ViewModel vm;
        const Task task = vm.assignAsync(u"named"_s, [](TaskContext &context) {
            return Assigns{{u"seen"_s, context.name()}, {u"canceled"_s, context.isCanceled()}};
        });
        EVENTUALLY(task.outcome() == Outcome::Ok);
        QCOMPARE(vm.value<QString>(u"seen"_s), u"named"_s);
        QCOMPARE(vm.value<bool>(u"canceled"_s), false);
    }

    void assignAsync_takesMoveOnlyAndMutableFunctorsAndFunctions()
    {
        ViewModel vm;
        vm.assignAsync(u"moved"_s, [number = std::make_unique<int>(1)] { return Assigns{{u"moved"_s, *number}}; });
        vm.assignAsync(u"mutable"_s, [number = 1](TaskContext &) mutable {
            ++number;
            return Assigns{{u"mutable"_s, number}};
        });
        vm.assignAsync(u"function"_s, +[] { return Assigns{{u"function"_s, 3}}; });
        const std::function<Assigns()> copied = [] { return Assigns{{u"copied"_s, 4}}; };
        vm.assignAsync(u"copied"_s, copied);
        EVENTUALLY(vm.keys().size() == 4);
        QCOMPARE(vm.value<int>(u"moved"_s), 1);
        QCOMPARE(vm.value<int>(u"mutable"_s), 2);
        QCOMPARE(vm.value<int>(u"function"_s), 3);
        QCOMPARE(vm.value<int>(u"copied"_s), 4);
    }

    void assignAsync_takesAnEmptyResult()
    {
        ViewModel vm;
        const Story story(vm);
        const Task task = vm.assignAsync(u"t"_s, [] { return Assigns(); });
        EVENTUALLY(!task.isActive());
        QTRY_COMPARE(story.lines, QStringList{u"t Ok"_s});
        QVERIFY(vm.keys().isEmpty());
    }

    void assignAsync_takesANameThatNoKeyMayHave_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("reserved") << u"_async"_s;
        QTest::newRow("a member's") << u"objectName"_s;
        QTest::newRow("empty") << QString();
        QTest::newRow("that of a key") << u"key"_s;
    }
    void assignAsync_takesANameThatNoKeyMayHave()
    {
        QFETCH(const QString, name);
        ViewModel vm;
        vm.assign(u"key"_s, 1);
        const Task task = vm.assignAsync(name, [] { return Assigns{{u"other"_s, 2}}; });
        EVENTUALLY(task.outcome() == Outcome::Ok);
        QCOMPARE(vm.keys(), (QStringList{u"key"_s, u"other"_s}));
        QCOMPARE(vm.value<int>(u"key"_s), 1);
    }

    void assignAsync_notifiesValuesBeforeItTellsTheOutcome()
    {
        ViewModel vm;
        const Story story(vm);
        vm.assignAsync(u"t"_s, [] { return Assigns{{u"a"_s, 1}}; });
        EVENTUALLY(story.lines.size() == 3);
        QCOMPARE(story.lines, (QStringList{u"assigned a"_s, u"changed a"_s, u"t Ok"_s}));
    }

    void assignAsync_isRefusedOnAnotherThread()
    {
        ViewModel vm;
        bool refused = false;
        std::thread([&] {
            try {
                vm.assignAsync(u"t"_s, [] { return Assigns{{u"a"_s, 1}}; });
            } catch (const ImmutableStateError &) {
                refused = true;
            }
        }).join();
        QVERIFY(refused);
        QVERIFY(settle());
        QVERIFY(vm.keys().isEmpty());
    }

    void task_ofNoRunIsInert()
    {
        Task none;
        none.cancel();
        QVERIFY(!none.isValid() && !none.isActive());
        QCOMPARE(none.outcome(), Outcome::None);
        QVERIFY(none.name().isEmpty());
        QVERIFY(!none.failure());
        QCOMPARE(none.progress(), -1.0);
    }
};

QTEST_GUILESS_MAIN(TestTask)
#include "tst_task.moc"
