// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// B8: what the registry tells those who listen.

#include "support.h"

#include <aside/taskregistry.h>
#include <aside/testing.h>

#include <QSet>

using namespace Aside;
using namespace Aside::Testing;
using namespace Test;

namespace {

/// What the registry tells, in order. A line a run; and how often it told of any.
class Ear : public QObject
{
public:
    Ear()
    {
        TaskRegistry &registry = TaskRegistry::instance();
        connect(&registry, &TaskRegistry::started, this, [this](const QList<TaskInfo> &told) { add(u"started "_s, told); });
        connect(&registry, &TaskRegistry::progressed, this, [this](const QList<TaskInfo> &told) { add(u"progressed "_s, told); });
        connect(&registry, &TaskRegistry::ended, this, [this](const QList<TaskInfo> &told) { add({}, told); });
    }

    QStringList lines;
    QList<TaskInfo> tasks;
    int tellings = 0;

private:
    void add(const QString &what, const QList<TaskInfo> &told)
    {
        ++tellings;
        for (const TaskInfo &task : told)
            lines += what.isEmpty() ? QString(task.name + u' ' + Story::word(task.outcome)) : QString(what + task.name);
        tasks += told;
    }
};

Assigns nothing()
{
    return {};
}

} // namespace

class TestTaskRegistrySignals : public QObject
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

    void signals_tellOfEveryOutcomeOnce()
    {
        ManualScheduler scheduler;
        Ear ear;
        ViewModel vm;
        vm.assignAsync(u"ok"_s, &nothing);
        vm.assignAsync(u"failed"_s, []() -> Assigns { throw std::runtime_error("broken"); });
        vm.assignAsync(u"twice"_s, &nothing);
        vm.assignAsync(u"twice"_s, &nothing);
        vm.assignAsync(u"canceled"_s, &nothing).cancel();
        QVERIFY(ear.lines.isEmpty()); // not within the starts
        QVERIFY(waitForIdle(vm));
        QCoreApplication::processEvents();
        ear.lines.removeIf([](const QString &line) { return line.startsWith(u"progressed"); });
        QCOMPARE(ear.lines.mid(0, 5), (QStringList{u"started ok"_s, u"started failed"_s, u"started twice"_s,
                                                   u"started twice"_s, u"started canceled"_s}));
        QStringList ends = ear.lines.mid(5);
        ends.sort();
        QCOMPARE(ends, (QStringList{u"canceled Canceled"_s, u"failed Failed"_s, u"ok Ok"_s, u"twice Ok"_s, u"twice Superseded"_s}));
        QSet<quint64> ids;
        for (const TaskInfo &task : std::as_const(ear.tasks)) {
            ids += task.id;
            if (task.outcome == Outcome::Failed)
                QCOMPARE(task.failure, u"broken"_s);
        }
        QCOMPARE(ids.size(), 5);
    }

    void signals_tellThatItRunsAndOfItsProgress()
    {
        ManualScheduler scheduler;
        Ear ear;
        ViewModel vm;
        vm.assignAsync(u"t"_s, [](TaskContext &context) {
            context.sleep(2s);
            context.setProgress(0.25);
            context.setProgress(0.75, u"most"_s);
            context.sleep(1s);
            return Assigns();
        }, {.debounce = {1s}});
        QVERIFY(waitForIdle(vm));
        QCoreApplication::processEvents();
        QList<TaskInfo::Status> statuses;
        for (const TaskInfo &task : std::as_const(ear.tasks)) {
            if (statuses.isEmpty() || statuses.constLast() != task.status)
                statuses += task.status;
        }
        using Status = TaskInfo::Status;
        QVERIFY(statuses == (QList{Status::Waiting, Status::Running, Status::Ended})
                || statuses == (QList{Status::Waiting, Status::Queued, Status::Running, Status::Ended}));
        QCOMPARE(ear.tasks.constLast().progress, 0.75);
        QCOMPARE(ear.tasks.constLast().waited, 1000.0);
        QCOMPARE(ear.tasks.constLast().ran, 3000.0);
        QVERIFY(std::any_of(ear.tasks.cbegin(), ear.tasks.cend(), [](const TaskInfo &task) {
            return task.status == Status::Running && task.progress == 0.75 && task.text == u"most"_s;
        }));
    }

    void signals_tellThatItRunsAlsoIfItTellsNothingItself()
    {
        ManualScheduler scheduler;
        Ear ear;
        ViewModel vm;
        vm.assignAsync(u"t"_s, [](TaskContext &context) { context.sleep(2s); return Assigns(); });
        scheduler.advance(1s);
        QCOMPARE(ear.lines, (QStringList{u"started t"_s, u"progressed t"_s}));
        QCOMPARE(ear.tasks.constLast().status, TaskInfo::Status::Running);
        QVERIFY(waitForIdle(vm));
    }

    void signals_areFewInAFlood()
    {
        constexpr int tasks = 100'000;
        Ear ear;
        ViewModel vm;
        int ended = 0;
        connect(&vm, &ViewModel::taskFinished, this, [&] { ++ended; });
        for (int i = 0; i < tasks; ++i)
            vm.assignAsync(QString::number(i), &nothing);
        EVENTUALLY(ended == tasks);
        EVENTUALLY(registry().count() == 0);
        QCoreApplication::processEvents();
        QCOMPARE(std::count_if(ear.tasks.cbegin(), ear.tasks.cend(), [](const TaskInfo &task) { return task.outcome == Outcome::Ok; }),
                 tasks);
        QVERIFY2(ear.tellings < tasks / 10, qPrintable(QString::number(ear.tellings)));
    }

    void signals_areEmittedOnTheHomeThread()
    {
        std::atomic<QThread *> heardOn = nullptr;
        QObject listener;
        connect(&registry(), &TaskRegistry::ended, &listener, [&] { heardOn = QThread::currentThread(); }, Qt::DirectConnection);
        Home home;
        std::unique_ptr<ViewModel> there;
        home.run([&] {
            there = std::make_unique<ViewModel>();
            there->assignAsync(u"t"_s, &nothing);
        });
        EVENTUALLY(heardOn);
        QCOMPARE(heardOn, home.thread());
        home.run([&] { there.reset(); });
    }

    void signals_canBeQueued()
    {
        QList<TaskInfo> heard;
        QObject listener;
        connect(&registry(), &TaskRegistry::ended, &listener, [&](const QList<TaskInfo> &told) { heard += told; }, Qt::QueuedConnection);
        ViewModel vm;
        vm.assignAsync(u"t"_s, &nothing);
        EVENTUALLY(!heard.isEmpty());
        QCOMPARE(heard[0].name, u"t"_s);
    }

    void signals_listenersMayEndEverything()
    {
        auto vm = std::make_unique<ViewModel>();
        QObject listener;
        connect(&registry(), &TaskRegistry::started, &listener, [&] { vm.reset(); });
        vm->assignAsync(u"a"_s, [](TaskContext &context) { context.sleep(1h); return Assigns(); });
        vm->assignAsync(u"b"_s, [](TaskContext &context) { context.sleep(1h); return Assigns(); });
        EVENTUALLY(!vm);
        QCOMPARE(registry().count(), 0);
    }

    void signals_aSlotThatThrowsIsLogged()
    {
        const Log log;
        QObject listener;
        connect(&registry(), &TaskRegistry::ended, &listener, [] { throw std::runtime_error("clumsy"); });
        ViewModel vm;
        vm.assignAsync(u"t"_s, &nothing);
        EVENTUALLY(log.contains(u"clumsy"_s));
    }

    void synchronousRunsAreSeenToo()
    {
        setAsync(false);
        Ear ear;
        ViewModel vm;
        int during = 0;
        vm.assignAsync(u"t"_s, [&] { during = registry().count(); return Assigns(); });
        QCOMPARE(during, 1);
        QCOMPARE(registry().count(), 0);
        QCoreApplication::processEvents();
        QVERIFY(ear.lines.startsWith(u"started t"_s) && ear.lines.endsWith(u"t Ok"_s));
    }
};

QTEST_GUILESS_MAIN(TestTaskRegistrySignals)
#include "tst_taskregistry_signals.moc"
