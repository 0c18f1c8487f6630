// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// What a ViewModel and the log tell of each run: that it started, how far it is, how it ended.

#include "support.h"

#include <aside/runrecord_p.h>
#include <aside/taskregistry.h>
#include <aside/testing.h>

#include <QLoggingCategory>
#include <QPointer>

using namespace Aside;
using namespace Aside::Testing;
using namespace Test;

namespace {

Assigns nothing()
{
    return {};
}

Assigns work(TaskContext &context)
{
    context.setProgress(0.5);
    context.sleep(1s);
    return {{u"a"_s, 1}};
}

} // namespace

class TestTaskSignals : public QObject
{
    Q_OBJECT

private:
    static void addSignals()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("started") << 0;
        QTest::newRow("progressed") << 1;
        QTest::newRow("ended") << 2;
    }
    /// Has \a call called once, by the signal that the number says.
    void listen(int which, ViewModel &vm, const std::function<void()> &call)
    {
        const auto once = [call = std::make_shared<std::function<void()>>(call)] {
            if (const auto now = std::exchange(*call, {}))
                now();
        };
        if (which == 0)
            connect(&vm, &ViewModel::taskStarted, this, once);
        else if (which == 1)
            connect(&vm, &ViewModel::taskProgressed, this, once);
        else
            connect(&vm, &ViewModel::taskEnded, this, once);
    }

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup()
    {
        setAsync(true);
        QVERIFY(settle());
    }

    void nothingIsKeptWhileNobodyListens()
    {
        using Detail::Watchers;
        QVERIFY(!Watchers::any());
        ViewModel vm;
        {
            QObject listener;
            connect(&TaskRegistry::instance(), &TaskRegistry::ended, &listener, [] { });
            QVERIFY(Watchers::has(Watchers::Registry) && Watchers::has(Watchers::Listeners));
            vm.assignAsync(u"t"_s, &nothing);
            QVERIFY(waitForIdle(vm));
            QVERIFY(Watchers::has(Watchers::Registry));
        }
        vm.assignAsync(u"last"_s, &nothing);
        QVERIFY(waitForIdle(vm));
        EVENTUALLY(!Watchers::any());
    }

    void tellsOfStartProgressAndEnd()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        QStringList lines;
        connect(&vm, &ViewModel::taskStarted, this, [&](const QString &name) { lines += u"started "_s + name; });
        connect(&vm, &ViewModel::taskProgressed, this, [&](const QString &name, double fraction, const QString &text) {
            lines += name + u' ' + QString::number(fraction) + u' ' + text;
        });
        connect(&vm, &ViewModel::taskFinished, this, [&] { lines += u"finished"_s; });
        TaskInfo end;
        connect(&vm, &ViewModel::taskEnded, this, [&](const TaskInfo &task) { end = task; lines += u"ended"_s; });
        vm.assignAsync(u"t"_s, [](TaskContext &context) {
            context.setProgress(0.5, u"half"_s);
            context.post({{u"a"_s, 1}});
            context.sleep(1s);
            context.post({{u"a"_s, 2}}); // no progress
            context.sleep(1s);
            context.setProgress(0.5); // another text
            context.sleep(1s);
            return Assigns();
        });
        QCOMPARE(lines, QStringList{u"started t"_s});
        QVERIFY(waitForIdle(vm));
        QCOMPARE(lines, (QStringList{u"started t"_s, u"t 0.5 half"_s, u"t 0.5 "_s, u"finished"_s, u"ended"_s}));
        QCOMPARE(end.name, u"t"_s);
        QCOMPARE(end.status, TaskInfo::Status::Ended);
        QCOMPARE(end.outcome, Outcome::Ok);
        QCOMPARE(end.waited, 0.0);
        QCOMPARE(end.ran, 3000.0);
    }

    void tellsARunThatStartedUnseen()
    {
        ViewModel vm;
        const Gate leave;
        vm.assignAsync(u"t"_s, [leave] { leave.pass(); return Assigns(); });
        QList<TaskInfo> ends;
        connect(&vm, &ViewModel::taskEnded, this, [&](const TaskInfo &task) { ends += task; });
        leave.open();
        EVENTUALLY(ends.size() == 1);
        QCOMPARE(ends[0].outcome, Outcome::Ok);
    }

    void tellsWhyARunFailed()
    {
        ViewModel vm;
        TaskInfo end;
        connect(&vm, &ViewModel::taskEnded, this, [&](const TaskInfo &task) { end = task; });
        vm.assignAsync(u"t"_s, []() -> Assigns { throw std::runtime_error("broken"); });
        EVENTUALLY(end.outcome == Outcome::Failed);
        QCOMPARE(end.failure, u"broken"_s);
    }

    void tellsOfEachRunOfANameOnce()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        QStringList lines;
        connect(&vm, &ViewModel::taskStarted, this, [&] { lines += u"started"_s; });
        connect(&vm, &ViewModel::taskEnded, this, [&](const TaskInfo &task) { lines += Story::word(task.outcome); });
        vm.assignAsync(u"t"_s, &nothing);
        vm.assignAsync(u"t"_s, &nothing);
        vm.cancelAsync(u"t"_s);
        QVERIFY(waitForIdle(vm));
        QCOMPARE(lines, (QStringList{u"started"_s, u"started"_s, u"Superseded"_s, u"Canceled"_s}));
    }

    void listenersMayDestroyIt_data() { addSignals(); }
    void listenersMayDestroyIt()
    {
        QFETCH(const int, which);
        ManualScheduler scheduler;
        auto *const vm = new ViewModel;
        const QPointer<ViewModel> alive(vm);
        listen(which, *vm, [vm] { delete vm; });
        const Task task = vm->assignAsync(u"t"_s, &work);
        QVERIFY(which == 0 || waitForIdle(*vm));
        QVERIFY(!alive);
        QCOMPARE(task.outcome(), which == 2 ? Outcome::Ok : Outcome::Canceled);
    }

    void listenersMayDestroyItWhileMoreIsToBeTold_data()
    {
        QTest::addColumn<bool>("atProgress");
        QTest::newRow("progress of another run") << true;
        QTest::newRow("the end in full") << false;
    }
    void listenersMayDestroyItWhileMoreIsToBeTold()
    {
        QFETCH(const bool, atProgress);
        auto vm = std::make_unique<ViewModel>();
        int told = 0;
        const auto destroy = [&] { ++told; vm.reset(); };
        connect(vm.get(), &ViewModel::taskEnded, this, [&] { ++told; });
        if (atProgress)
            connect(vm.get(), &ViewModel::taskProgressed, this, destroy);
        else
            connect(vm.get(), &ViewModel::taskFinished, this, destroy);
        const Gate began, leave;
        for (const QString &name : {u"a"_s, u"b"_s}) {
            vm->assignAsync(name, [began, leave](TaskContext &context) {
                context.setProgress(0.5);
                began.open();
                leave.pass();
                return Assigns();
            });
        }
        began.pass();
        began.pass();
        if (atProgress)
            QCoreApplication::processEvents();
        leave.open(2);
        QVERIFY(settle());
        QVERIFY(!vm);
        QCOMPARE(told, 1);
    }

    void listenersMayThrow_data() { addSignals(); }
    void listenersMayThrow()
    {
        QFETCH(const int, which);
        ManualScheduler scheduler;
        ViewModel vm;
        QStringList failures;
        connect(&vm, &ViewModel::handlerFailed, this, [&](const Failure &failure) { failures += failure.message(); });
        listen(which, vm, [] { throw std::runtime_error("clumsy"); });
        const Task task = vm.assignAsync(u"t"_s, &work);
        QVERIFY(waitForIdle(vm));
        QCOMPARE(task.outcome(), Outcome::Ok);
        QCOMPARE(vm.value(u"a"_s), QVariant(1));
        QCOMPARE(failures, QStringList{u"clumsy"_s});
    }

    void listenersMayEndOtherRuns_data() { addSignals(); }
    void listenersMayEndOtherRuns()
    {
        QFETCH(const int, which);
        ManualScheduler scheduler;
        ViewModel vm;
        const Task other = vm.assignAsync(u"other"_s, [](TaskContext &context) { context.sleep(1h); return Assigns(); });
        QStringList ends;
        listen(which, vm, [&vm] { vm.cancelAsync(u"other"_s); });
        connect(&vm, &ViewModel::taskEnded, this, [&](const TaskInfo &task) { ends += task.name; });
        const Task task = vm.assignAsync(u"t"_s, &work);
        QVERIFY(waitForIdle(vm));
        QCOMPARE(task.outcome(), Outcome::Ok);
        QCOMPARE(other.outcome(), Outcome::Canceled);
        ends.sort();
        QCOMPARE(ends, (QStringList{u"other"_s, u"t"_s}));
    }

    void listenersMayEndTheRunItself_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("started") << 0;
        QTest::newRow("progressed") << 1;
    }
    void listenersMayEndTheRunItself()
    {
        QFETCH(const int, which);
        ManualScheduler scheduler;
        ViewModel vm;
        QList<Outcome> ends;
        connect(&vm, &ViewModel::taskEnded, this, [&](const TaskInfo &task) { ends += task.outcome; });
        listen(which, vm, [&vm] { vm.cancelAll(); });
        vm.assignAsync(u"t"_s, &work);
        QVERIFY(waitForIdle(vm));
        QCOMPARE(ends, QList{Outcome::Canceled});
        QVERIFY(!vm.contains(u"a"_s));
    }

    void log_tellsOfRunsOnlyIfAsked()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        {
            const Log log;
            vm.assignAsync(u"quiet"_s, &nothing);
            QVERIFY(waitForIdle(vm));
            QVERIFY(!log.contains(u"quiet"_s));
        }
        QLoggingCategory::setFilterRules(u"aside.task.debug=true"_s);
        const Log log;
        vm.assignAsync(u"loud"_s, &nothing);
        QVERIFY(waitForIdle(vm));
        QLoggingCategory::setFilterRules({});
        QVERIFY(log.contains(u"task \"loud\" started"_s));
        QVERIFY(log.contains(u"task \"loud\" ended: "_s));
    }
};

QTEST_GUILESS_MAIN(TestTaskSignals)
#include "tst_task_signals.moc"
