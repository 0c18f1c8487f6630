// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// B8: who looks sees every live run, from its start to its outcome.

#include "support.h"

#include <aside/gather.h>
#include <aside/taskregistry.h>
#include <aside/testing.h>

#include <QPromise>
#include <QSet>

#include <thread>

using namespace Aside;
using namespace Aside::Testing;
using namespace Test;

namespace {

QStringList namesOf(const QList<TaskInfo> &tasks)
{
    QStringList names;
    for (const TaskInfo &task : tasks)
        names += task.name;
    return names;
}

Assigns nothing()
{
    return {};
}

class Harbour : public ViewModel
{
    Q_OBJECT
};

} // namespace

class TestTaskRegistry : public QObject
{
    Q_OBJECT

private:
    static TaskRegistry &registry() { return TaskRegistry::instance(); }

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup()
    {
        setAsync(true);
        QVERIFY(settle());
        QCOMPARE(registry().count(), 0);
    }

    // First, while nobody has looked yet.
    void live_findsARunThatStartedBeforeAnybodyLooked()
    {
        ViewModel vm;
        const Gate began, leave;
        vm.assignAsync(u"early"_s, [began, leave] { began.open(); leave.pass(); return Assigns(); });
        began.pass();
        const TaskInfo early = registry().live().value(0);
        leave.open();
        QCOMPARE(early.name, u"early"_s);
        QCOMPARE(early.status, TaskInfo::Status::Running);
        QCOMPARE(early.waited, -1.0);
        QCOMPARE(early.ran, -1.0);
        EVENTUALLY(registry().count() == 0);
    }

    void live_hasARunFromItsStartToItsOutcome()
    {
        ManualScheduler scheduler;
        Harbour vm;
        bool sawItself = false;
        connect(&vm, &ViewModel::assigned, this, [&] { sawItself = registry().count() == 1; });
        connect(&vm, &ViewModel::taskFinished, this, [&] { QCOMPARE(registry().count(), 0); });
        const Task task = vm.assignAsync(u"t"_s, [](TaskContext &context) {
            context.setProgress(0.5, u"half"_s);
            context.sleep(3s);
            return Assigns{{u"a"_s, 1}};
        }, {.lane = Lane::Io});
        TaskInfo info = registry().live().value(0);
        QVERIFY(info.id > 0);
        QCOMPARE(info.name, u"t"_s);
        QCOMPARE(info.viewModel, u"Harbour"_s);
        QCOMPARE(info.lane, Lane::Io);
        QCOMPARE(info.status, TaskInfo::Status::Queued);
        QCOMPARE(info.progress, -1.0);
        QCOMPARE(info.outcome, Outcome::None);
        QCOMPARE(info.waited, 0.0);
        QCOMPARE(info.ran, -1.0);

        scheduler.advance(2s);
        info = registry().live().value(0);
        QCOMPARE(info.status, TaskInfo::Status::Running);
        QCOMPARE(info.progress, 0.5);
        QCOMPARE(info.text, u"half"_s);
        QCOMPARE(info.waited, 0.0);
        QCOMPARE(info.ran, 2000.0);

        scheduler.advance(1s);
        QCOMPARE(task.outcome(), Outcome::Ok);
        QVERIFY(sawItself || registry().count() == 0);
        QCOMPARE(registry().count(), 0);
    }

    void live_tellsAWaitingRunFromAQueuedOne()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        vm.setObjectName(u"harbour"_s);
        vm.assignAsync(u"first"_s, &nothing);
        vm.assignAsync(u"later"_s, &nothing, {.debounce = {1s}});
        vm.assignAsync(u"row"_s, [](TaskContext &context) { context.sleep(5s); return Assigns(); }, {.policy = Policy::Queue});
        vm.assignAsync(u"row"_s, &nothing, {.policy = Policy::Queue});
        const auto live = registry().live();
        QCOMPARE(namesOf(live), (QStringList{u"first"_s, u"later"_s, u"row"_s, u"row"_s}));
        QCOMPARE(live[0].status, TaskInfo::Status::Queued);
        QCOMPARE(live[1].status, TaskInfo::Status::Waiting);
        QCOMPARE(live[2].status, TaskInfo::Status::Queued);
        QCOMPARE(live[3].status, TaskInfo::Status::Waiting);
        QCOMPARE(live[3].viewModel, u"harbour"_s);
        QVERIFY(waitForIdle(vm));
    }

    void live_hasEveryKindOfRunOnce()
    {
        ViewModel vm;
        int ok = 0;
        connect(&vm, &ViewModel::taskFinished, this, [&](const QString &, Outcome outcome) { ok += outcome == Outcome::Ok; });
        const Gate began, leave;
        const auto work = [began, leave] { began.open(); leave.pass(); return 1; };
        const auto ignore = [](const auto &) { };
        QPromise<Assigns> promise;
        promise.start();
        const TaskOptions io{.lane = Lane::Io};
        vm.assignAsync(u"assign"_s, [work] { work(); return Assigns(); }, io);
        vm.startAsync(u"start"_s, work, ignore, io);
        vm.loadAsync(u"load"_s, work, {.task = io});
        vm.background(u"background"_s, [work](TaskContext &) { work(); }, io);
        vm.startAsync(u"gather"_s, gather(work, work), ignore, io);
        vm.assignAsync(u"future"_s, [began, future = promise.future()] { began.open(); return future; }, io);
        for (int i = 0; i < 7; ++i)
            began.pass();
        const auto live = registry().live();
        leave.open(6);
        EVENTUALLY(ok == 5);
        QCOMPARE(namesOf(live), (QStringList{u"assign"_s, u"start"_s, u"load"_s, u"background"_s, u"gather"_s, u"future"_s}));
        for (const TaskInfo &task : live)
            QCOMPARE(task.status, TaskInfo::Status::Running);
        QCOMPARE(namesOf(registry().live()), QStringList{u"future"_s});
        QCOMPARE(registry().live().value(0).status, TaskInfo::Status::Running);
        promise.addResult(Assigns());
        promise.finish();
        EVENTUALLY(ok == 6);
        QCOMPARE(registry().count(), 0);
    }

    void live_hasARunThatWaitsForItsNextAttempt()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        vm.assignAsync(u"t"_s, [calls = 0]() mutable {
            if (++calls == 1)
                throw std::runtime_error("not yet");
            return Assigns();
        }, {.retry = {.times = 1, .delay = 10s, .jitter = 0}});
        scheduler.runAll();
        const TaskInfo waiting = registry().live().value(0);
        scheduler.advance(10s);
        QCOMPARE(waiting.name, u"t"_s);
        QCOMPARE(waiting.status, TaskInfo::Status::Waiting);
        QCOMPARE(registry().count(), 0);
    }

    void live_isEmptyOnceTheViewModelsAreGone_data()
    {
        QTest::addColumn<bool>("detached");
        QTest::newRow("canceled") << false;
        QTest::newRow("detached") << true;
    }
    void live_isEmptyOnceTheViewModelsAreGone()
    {
        QFETCH(const bool, detached);
        const Gate began, leave;
        {
            ViewModel vm;
            const TaskOptions options{.onDestroyed = detached ? OnDestroyed::Detach : OnDestroyed::Cancel};
            vm.assignAsync(u"runs"_s, [began, leave] { began.open(); leave.pass(); return Assigns(); }, options);
            vm.assignAsync(u"waits"_s, &nothing, {.debounce = {1h}});
            began.pass();
            QCOMPARE(registry().count(), 2);
        }
        QCOMPARE(registry().count(), 0);
        leave.open();
        QVERIFY(settle());
        QCOMPARE(registry().count(), 0);
    }

    void live_seesRunsOfAllHomeThreads()
    {
        const Gate began, leave;
        const auto work = [began, leave] { began.open(); leave.pass(); return Assigns(); };
        ViewModel here;
        here.setObjectName(u"here"_s);
        here.assignAsync(u"t"_s, work);
        Home home;
        std::unique_ptr<ViewModel> there;
        home.run([&] {
            there = std::make_unique<ViewModel>();
            there->setObjectName(u"there"_s);
            there->assignAsync(u"t"_s, work);
        });
        began.pass();
        began.pass();
        QSet<QString> seen;
        std::thread([&] { // from a third thread
            for (const TaskInfo &task : registry().live())
                seen += task.viewModel;
        }).join();
        QCOMPARE(seen, (QSet<QString>{u"here"_s, u"there"_s}));
        leave.open(2);
        home.run([&] { there.reset(); });
        EVENTUALLY(registry().count() == 0);
    }

    void live_canBeReadWhileRunsComeAndGo()
    {
        ViewModel vm;
        std::atomic<bool> stop = false;
        std::atomic<qsizetype> seen = 0;
        std::thread reader([&] {
            while (!stop) {
                for (const TaskInfo &task : registry().live())
                    seen += task.name.size() + task.text.size();
            }
        });
        int ended = 0;
        connect(&vm, &ViewModel::taskFinished, this, [&] { ++ended; });
        for (int i = 0; i < 2000; ++i) {
            vm.assignAsync(u"t%1"_s.arg(i % 50), [](TaskContext &context) {
                context.setProgress(0.5, u"half"_s);
                return Assigns{{u"a"_s, 1}};
            });
            if (i % 100 == 0)
                QCoreApplication::processEvents();
        }
        EVENTUALLY(ended == 2000);
        stop = true;
        reader.join();
        QCOMPARE(registry().count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTaskRegistry)
#include "tst_taskregistry.moc"
