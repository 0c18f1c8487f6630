// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T16, T17: what views see of tasks.

#include "support.h"

#include <aside/taskobserver.h>

#include <QSignalSpy>

#include <thread>

using namespace Aside;
using namespace Test;

class TestTaskObserver : public QObject
{
    Q_OBJECT

private:
    static QVariantMap entry(const ViewModel &vm, const QString &name)
    {
        return vm.value(u"_async"_s).toMap().value(name).toMap();
    }

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup() { QVERIFY(settle()); }

    void task_isThereBeforeTheFirstRun()
    {
        ViewModel vm;
        const TaskObserver *const observer = vm.task(u"t"_s);
        QVERIFY(observer);
        QCOMPARE(vm.task(u"t"_s), observer);
        QVERIFY(vm.task(u"other"_s) != observer);
        QCOMPARE(observer->parent(), &vm);
        QCOMPARE(observer->name(), u"t"_s);
        QVERIFY(!observer->isRunning() && !observer->hasFailed() && !observer->isCanceled());
        QCOMPARE(observer->progress(), -1.0);
        QCOMPARE(observer->outcome(), Outcome::None);
        QVERIFY(!observer->failure());
    }

    void task_followsItsRuns()
    {
        ViewModel vm;
        TaskObserver *const observer = vm.task(u"t"_s);
        QStringList seen;
        connect(observer, &TaskObserver::changed, this,
                [&] { seen += (observer->isRunning() ? u"running "_s : u"ended "_s) + Story::word(observer->outcome()); });
        Task task = vm.assignAsync(u"t"_s, [] { return Assigns(); });
        EVENTUALLY(!observer->isRunning());
        vm.assignAsync(u"t"_s, []() -> Assigns { throw std::runtime_error("broken"); });
        EVENTUALLY(observer->hasFailed());
        QCOMPARE(observer->failure().message(), u"broken"_s);
        task = vm.assignAsync(u"t"_s, [](TaskContext &context) {
            context.sleep(1h);
            return Assigns();
        });
        QVERIFY(observer->isRunning() && !observer->hasFailed() && !observer->failure());
        observer->cancel();
        QVERIFY(!observer->isRunning() && observer->isCanceled());
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QCOMPARE(seen, (QStringList{u"running None"_s, u"ended Ok"_s, u"running None"_s, u"ended Failed"_s,
                                    u"running None"_s, u"ended Canceled"_s}));
    }

    void task_toldOfASupersededRunIsStillRunning()
    {
        ViewModel vm;
        TaskObserver *const observer = vm.task(u"t"_s);
        const Gate finish;
        bool everStopped = false;
        connect(observer, &TaskObserver::changed, this, [&] { everStopped |= !observer->isRunning(); });
        const auto work = [finish] { finish.pass(); return Assigns(); };
        vm.assignAsync(u"t"_s, work);
        vm.assignAsync(u"t"_s, work);
        QVERIFY(observer->isRunning() && !everStopped);
        finish.open(2);
        EVENTUALLY(!observer->isRunning());
        QCOMPARE(observer->outcome(), Outcome::Ok);
    }

    void task_madeDuringARunShowsIt()
    {
        ViewModel vm;
        const Gate told, finish;
        vm.assignAsync(u"t"_s, [=](TaskContext &context) {
            context.setProgress(0.25, u"reading"_s);
            told.open();
            finish.pass();
            return Assigns();
        });
        told.pass();
        const TaskObserver *const observer = vm.task(u"t"_s);
        QVERIFY(observer->isRunning());
        QCOMPARE(observer->progress(), 0.25);
        QCOMPARE(observer->progressText(), u"reading"_s);
        finish.open();
        EVENTUALLY(!observer->isRunning());
    }

    void progress_isToldAndStartsAnewWithEachRun()
    {
        ViewModel vm;
        const TaskObserver *const observer = vm.task(u"t"_s);
        QSignalSpy progressed(observer, &TaskObserver::progressed);
        const Gate finish;
        vm.assignAsync(u"t"_s, [finish](TaskContext &context) {
            context.setProgress(0.1);
            context.setProgress(0.5, u"half"_s);
            context.setProgress(0.5, u"half"_s);
            finish.pass();
            return Assigns();
        });
        EVENTUALLY(observer->progressText() == "half"_L1);
        QCOMPARE(observer->progress(), 0.5);
        finish.open();
        EVENTUALLY(!observer->isRunning());
        QVERIFY(progressed.size() <= 2);
        vm.assignAsync(u"t"_s, [finish] { finish.pass(); return Assigns(); });
        QCOMPARE(observer->progress(), -1.0);
        QVERIFY(observer->progressText().isEmpty());
        finish.open();
        EVENTUALLY(!observer->isRunning());
    }

    void progress_isToldAfterTheValuesThatCameWithIt()
    {
        ViewModel vm;
        const TaskObserver *const observer = vm.task(u"t"_s);
        QStringList order;
        connect(observer, &TaskObserver::progressed, this, [&] {
            if (observer->progress() > 0)
                order += u"progress"_s;
            vm.assign(u"told"_s, observer->progress()); // a commit of its own, told at once
            QVERIFY(order.contains(u"assigned told"_s));
        });
        connect(&vm, &ViewModel::assigned, this, [&](const QString &key) { order += "assigned "_L1 + key; });
        connect(observer, &TaskObserver::changed, this, [&] { order += observer->isRunning() ? u"running"_s : u"ended"_s; });
        vm.assignAsync(u"t"_s, [](TaskContext &context) {
            context.post({{u"half"_s, 1}});
            context.setProgress(1, u"all"_s);
            return Assigns{{u"whole"_s, 2}};
        });
        EVENTUALLY(order.contains(u"ended"_s));
        QCOMPARE(observer->progress(), 1.0);
        QCOMPARE(observer->progressText(), u"all"_s);
        QVERIFY(order.indexOf(u"assigned half"_s) < order.indexOf(u"progress"_s));
        QVERIFY(order.indexOf(u"progress"_s) < order.indexOf(u"ended"_s));
    }

    void progress_ofASupersededRunIsNotShown()
    {
        ViewModel vm;
        const TaskObserver *const observer = vm.task(u"t"_s);
        const Gate began, go, finish;
        vm.assignAsync(u"t"_s, [=](TaskContext &context) {
            began.open();
            go.pass();
            context.setProgress(0.9, u"old"_s);
            return Assigns();
        });
        began.pass();
        vm.assignAsync(u"t"_s, [=](TaskContext &context) {
            go.open();
            finish.pass();
            context.setProgress(0.2);
            finish.pass();
            return Assigns();
        });
        finish.open();
        EVENTUALLY(observer->progress() == 0.2);
        QVERIFY(observer->progressText().isEmpty());
        finish.open();
        EVENTUALLY(!observer->isRunning());
    }

    void async_namesWhatIsQueuedAndRunning()
    {
        ViewModel vm;
        QVERIFY(vm.value(u"_async"_s).toMap().isEmpty());
        FullHouse house(vm);
        const Gate told, finish;
        vm.assignAsync(u"t"_s, [=](TaskContext &context) {
            context.setProgress(0.5, u"half"_s);
            told.open();
            finish.pass();
            return Assigns();
        });
        QCOMPARE(entry(vm, u"busy0"_s).value(u"status"_s).toString(), u"running"_s);
        QCOMPARE(entry(vm, u"t"_s).value(u"status"_s).toString(), u"queued"_s);
        QCOMPARE(entry(vm, u"t"_s).value(u"progress"_s).toDouble(), -1.0);
        house.leave();
        told.pass();
        QCOMPARE(entry(vm, u"t"_s).value(u"status"_s).toString(), u"running"_s);
        QCOMPARE(entry(vm, u"t"_s).value(u"progress"_s).toDouble(), 0.5);
        QCOMPARE(entry(vm, u"t"_s).value(u"text"_s).toString(), u"half"_s);
        finish.open();
        EVENTUALLY(vm.value(u"_async"_s).toMap().isEmpty());
    }

    void async_notifiesWhoHasReadIt()
    {
        ViewModel vm;
        FullHouse house(vm);
        const Gate finish;
        // Started before anybody looks at _async.
        vm.assignAsync(u"t"_s, [finish] { finish.pass(); return Assigns(); });
        QStringList seen;
        const auto look = [&] {
            const QString status = entry(vm, u"t"_s).value(u"status"_s, u"none"_s).toString();
            if (seen.isEmpty() || seen.last() != status)
                seen += status;
        };
        connect(&vm, &Scriptable::asyncChanged, this, look);
        look();
        house.leave();
        EVENTUALLY(seen.contains(u"running"_s));
        finish.open();
        EVENTUALLY(seen.contains(u"none"_s));
        QCOMPARE(seen, (QStringList{u"queued"_s, u"running"_s, u"none"_s}));
    }

    void async_notifiesOnceABurst()
    {
        ViewModel vm;
        QSignalSpy changed(&vm, &Scriptable::asyncChanged);
        const Gate finish;
        for (int i = 0; i < 50; ++i)
            vm.assignAsync(QString::number(i), [finish] { finish.pass(); return Assigns(); });
        QCoreApplication::sendPostedEvents();
        QVERIFY(changed.size() <= 1);
        finish.open(50);
        EVENTUALLY(vm.value(u"_async"_s).toMap().isEmpty());
    }

    void async_cannotBeAssigned()
    {
        ViewModel vm;
        QVERIFY_THROWS_EXCEPTION(AssignError, vm.assign(u"_async"_s, 1));
        QVERIFY_THROWS_EXCEPTION(AssignError, vm.assignNew(u"_async"_s, [] { return 1; }));
        QVERIFY_THROWS_EXCEPTION(AssignError, vm.update(u"_async"_s, [](const QVariant &v) { return v; }));
        QVERIFY(!vm.setProperty("_async", QVariantMap{{u"a"_s, 1}}));
        QVERIFY(!vm.keys().contains(u"_async"_s));
    }

    void task_ofAnotherThreadIsRefused()
    {
        ViewModel vm;
        bool refused = false;
        std::thread([&] {
            try {
                vm.task(u"t"_s);
            } catch (const ImmutableStateError &) {
                refused = true;
            }
        }).join();
        QVERIFY(refused);
    }
};

QTEST_GUILESS_MAIN(TestTaskObserver)
#include "tst_taskobserver.moc"
