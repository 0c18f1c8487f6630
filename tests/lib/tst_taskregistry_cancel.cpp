// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// B8, T6: who looks at the runs of the process can cancel one, wherever it lives.

#include "support.h"

#include <aside/taskregistry.h>
#include <aside/testing.h>

#include <thread>

using namespace Aside;
using namespace Aside::Testing;
using namespace Test;

namespace {

quint64 idOf(const QString &name)
{
    for (const TaskInfo &task : TaskRegistry::instance().live()) {
        if (task.name == name)
            return task.id;
    }
    return 0;
}

Assigns sets(const QString &key)
{
    return Assigns{{key, 1}};
}

} // namespace

class TestTaskRegistryCancel : public QObject
{
    Q_OBJECT

private:
    static TaskRegistry &registry() { return TaskRegistry::instance(); }

private Q_SLOTS:
    void initTestCase() { registry().count(); } // it keeps books from here on
    void init() { setFrameBudget(1h); }
    void cleanup()
    {
        setAsync(true);
        QVERIFY(settle());
        QCOMPARE(registry().count(), 0);
    }

    void cancel_endsThatRunAtOnce()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        const TaskOptions parallel{.policy = Policy::Parallel};
        const Task first = vm.assignAsync(u"t"_s, [] { return sets(u"first"_s); }, parallel);
        const Task second = vm.assignAsync(u"t"_s, [] { return sets(u"second"_s); }, parallel);
        QVERIFY(registry().cancel(registry().live().at(0).id));
        QCOMPARE(first.outcome(), Outcome::Canceled);
        QCOMPARE(second.outcome(), Outcome::None);
        scheduler.runAll();
        QCOMPARE(second.outcome(), Outcome::Ok);
        QCOMPARE(vm.keys(), QStringList{u"second"_s});
    }

    void cancel_reachesARunThatRuns()
    {
        ViewModel vm;
        Story story(vm);
        const Gate began;
        vm.assignAsync(u"t"_s, [began](TaskContext &context) {
            began.open();
            context.sleep(1h);
            return sets(u"late"_s);
        });
        began.pass();
        QVERIFY(registry().cancel(idOf(u"t"_s)));
        EVENTUALLY(!story.lines.isEmpty());
        QVERIFY(settle());
        QCOMPARE(story.lines, QStringList{u"t Canceled"_s});
    }

    void cancel_ofARunThatHasEndedDoesNothing()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        vm.assignAsync(u"t"_s, [] { return sets(u"a"_s); });
        const quint64 ended = idOf(u"t"_s);
        scheduler.runAll();
        const Task next = vm.assignAsync(u"t"_s, [] { return sets(u"b"_s); });
        QVERIFY(!registry().cancel(ended));
        QVERIFY(!registry().cancel(0));
        scheduler.runAll();
        QCOMPARE(next.outcome(), Outcome::Ok);
    }

    void cancel_givesTheNextInTheQueueItsTurn()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        const TaskOptions queue{.policy = Policy::Queue};
        vm.assignAsync(u"t"_s, [](TaskContext &context) { context.sleep(1h); return Assigns(); }, queue);
        const Task second = vm.assignAsync(u"t"_s, [] { return sets(u"second"_s); }, queue);
        QVERIFY(registry().cancel(registry().live().at(0).id));
        scheduler.runAll();
        QCOMPARE(second.outcome(), Outcome::Ok);
    }

    void cancel_ofARunOfAnotherThreadHappensThere()
    {
        Home home;
        std::unique_ptr<ViewModel> there;
        QList<QThread *> told;
        Outcome outcome = Outcome::None;
        home.run([&] {
            there = std::make_unique<ViewModel>();
            QObject::connect(there.get(), &ViewModel::taskFinished, there.get(), [&](const QString &, Outcome how) {
                told += QThread::currentThread();
                outcome = how;
            });
            there->assignAsync(u"t"_s, [](TaskContext &context) { context.sleep(1h); return sets(u"a"_s); });
        });
        QVERIFY(registry().cancel(idOf(u"t"_s)));
        EVENTUALLY(registry().count() == 0);
        home.run([&] { QCoreApplication::sendPostedEvents(); });
        QStringList keys;
        home.run([&] {
            keys = there->keys();
            there.reset();
        });
        QCOMPARE(told, QList<QThread *>{home.thread()});
        QCOMPARE(outcome, Outcome::Canceled);
        QCOMPARE(keys, QStringList());
    }

    void cancel_fromElsewhereThatComesTooLateEndsNoOther()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        const Task task = vm.assignAsync(u"t"_s, [] { return sets(u"a"_s); });
        bool found = false;
        std::thread([&, id = idOf(u"t"_s)] { found = registry().cancel(id); }).join();
        QVERIFY(found);
        QCOMPARE(task.outcome(), Outcome::None);
        const Task next = vm.assignAsync(u"t"_s, [] { return sets(u"b"_s); });
        scheduler.runAll();
        QCOMPARE(task.outcome(), Outcome::Superseded);
        QCOMPARE(next.outcome(), Outcome::Ok);
        QCOMPARE(vm.keys(), QStringList{u"b"_s});
    }

    void cancel_byTheRunItself()
    {
        ViewModel vm;
        bool found = false;
        bool woke = false;
        // It may come to this before assignAsync() returns.
        const Task task = vm.assignAsync(u"t"_s, [&](TaskContext &context) {
            found = TaskRegistry::instance().cancel(idOf(u"t"_s));
            woke = !context.sleep(1h);
            return sets(u"a"_s);
        });
        EVENTUALLY(task.outcome() == Outcome::Canceled);
        QVERIFY(settle());
        QVERIFY(found);
        QVERIFY(woke);
        QCOMPARE(vm.keys(), QStringList());
    }

    void cancel_ofAThreadThatEndsReachesNobody()
    {
        std::unique_ptr<ViewModel> there;
        {
            Home home;
            home.run([&] {
                there = std::make_unique<ViewModel>();
                there->assignAsync(u"t"_s, [](TaskContext &context) { context.sleep(1h); return Assigns(); });
            });
            const quint64 id = idOf(u"t"_s);
            home.run([&] {
                std::thread([id] { TaskRegistry::instance().cancel(id); }).join();
                there.reset();
            });
            QVERIFY(!registry().cancel(id));
        }
        QCOMPARE(registry().count(), 0);
    }

    void cancel_whereTasksRunAtOnceStopsTheOneThatRuns()
    {
        setAsync(false);
        ViewModel vm;
        bool sawIt = false;
        const Task task = vm.assignAsync(u"t"_s, [&sawIt](TaskContext &context) {
            TaskRegistry::instance().cancel(idOf(u"t"_s));
            sawIt = context.isCanceled();
            return sets(u"a"_s);
        });
        QVERIFY(sawIt);
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QCOMPARE(vm.keys(), QStringList());
    }

    void cancel_inASlotOfTheRegistry()
    {
        ViewModel vm;
        Story story(vm);
        connect(&registry(), &TaskRegistry::started, &vm, [](const QList<TaskInfo> &tasks) {
            for (const TaskInfo &task : tasks)
                TaskRegistry::instance().cancel(task.id);
        });
        vm.assignAsync(u"t"_s, [](TaskContext &context) { context.sleep(1h); return sets(u"a"_s); });
        EVENTUALLY(!story.lines.isEmpty());
        QCOMPARE(story.lines, QStringList{u"t Canceled"_s});
    }
};

QTEST_GUILESS_MAIN(TestTaskRegistryCancel)
#include "tst_taskregistry_cancel.moc"
