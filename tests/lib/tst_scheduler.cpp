// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T9: own pools, and waiting that holds no thread.

#include "support.h"

#include <QThreadPool>

#include <numeric>

using namespace Aside;
using namespace Test;

class TestScheduler : public QObject
{
    Q_OBJECT

private:
    static int workers() { return std::max(2, QThread::idealThreadCount()); }
    /// How many share the text: the runs of that name, and the caller.
    static int holders(QString &name) { return name.data_ptr().d_ptr()->ref_.loadRelaxed(); }

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup() { QVERIFY(settle()); }

    void tasks_runWhileTheGlobalPoolIsBlockedAndNeverAppearInIt()
    {
        QThreadPool &global = *QThreadPool::globalInstance();
        const int blocked = global.maxThreadCount();
        const Gate began, finish;
        for (int i = 0; i < blocked; ++i) {
            global.start([=] {
                began.open();
                finish.pass();
            });
        }
        for (int i = 0; i < blocked; ++i)
            began.pass();
        ViewModel vm;
        const Task task = vm.assignAsync(u"t"_s, [&global] { return Assigns{{u"active"_s, global.activeThreadCount()}}; });
        EVENTUALLY(!task.isActive());
        QCOMPARE(vm.value<int>(u"active"_s), blocked);
        finish.open(blocked);
        QVERIFY(global.waitForDone());
        const Task alone = vm.assignAsync(u"t"_s, [&global] {
            return Assigns{{u"active"_s, global.activeThreadCount()},
                           {u"mine"_s, global.contains(QThread::currentThread())}};
        });
        EVENTUALLY(!alone.isActive());
        QCOMPARE(vm.value<int>(u"active"_s), 0);
        QCOMPARE(vm.value<bool>(u"mine"_s), false);
    }

    void sleepers_giveTheirThreadsBack()
    {
        ViewModel vm;
        const int sleepers = workers() * 4;
        const Gate began, ended;
        for (int i = 0; i < sleepers; ++i) {
            vm.assignAsync(u"sleeper%1"_s.arg(i), [began, ended](TaskContext &context) {
                began.open();
                while (context.sleep(1h)) { }
                ended.open();
                return Assigns();
            });
        }
        // All of them begin, though there are fewer workers, and short ones run beside them.
        for (int i = 0; i < sleepers; ++i)
            began.pass();
        const Task brief = vm.assignAsync(u"brief"_s, [] { return Assigns{{u"a"_s, 1}}; });
        EVENTUALLY(brief.outcome() == Outcome::Ok);
        vm.cancelAll();
        for (int i = 0; i < sleepers; ++i)
            ended.pass();
    }

    void runs_areNoMoreAtATimeThanThereAreWorkers()
    {
        ViewModel vm;
        std::atomic<int> active = 0;
        std::atomic<int> most = 0;
        const int runs = workers() * 50;
        int told = 0;
        connect(&vm, &ViewModel::taskFinished, this, [&] { ++told; });
        for (int i = 0; i < runs; ++i) {
            vm.assignAsync(QString::number(i), [&] {
                int before = most;
                const int now = ++active;
                while (now > before && !most.compare_exchange_weak(before, now)) { }
                QThread::yieldCurrentThread();
                --active;
                return Assigns();
            });
        }
        EVENTUALLY(told == runs);
        QVERIFY(most <= workers());
    }

    void workers_areAllThereAgainAfterManyHaveSlept()
    {
        ViewModel vm;
        for (int round = 0; round < 20; ++round) {
            int told = 0;
            QObject scope;
            connect(&vm, &ViewModel::taskFinished, &scope, [&] { ++told; });
            for (int i = 0; i < 10; ++i) {
                vm.assignAsync(QString::number(i), [i](TaskContext &context) {
                    context.sleep(std::chrono::microseconds(10 * i));
                    return Assigns();
                });
            }
            EVENTUALLY(told == 10);
        }
        FullHouse house(vm); // blocks until that many run at a time
        std::atomic<bool> ran = false;
        vm.assignAsync(u"surplus"_s, [&ran] { ran = true; return Assigns(); });
        QCoreApplication::processEvents();
        QVERIFY(!ran);
        house.leave();
        EVENTUALLY(ran);
    }

    void queued_runsStartInOrder()
    {
        ViewModel vm;
        FullHouse house(vm);
        QList<int> order; // one worker writes it
        int told = 0;
        connect(&vm, &ViewModel::taskFinished, this, [&] { ++told; });
        for (int i = 0; i < 200; ++i) {
            vm.assignAsync(QString::number(i), [&order, i] {
                order += i;
                return Assigns();
            });
        }
        house.letOneGo();
        EVENTUALLY(told == 201);
        house.leave();
        QList<int> expected(200);
        std::iota(expected.begin(), expected.end(), 0);
        QCOMPARE(order, expected);
    }

    void queued_runsThatWereSupersededAreFreedThoughNoWorkerComesForThem()
    {
        ViewModel vm;
        QString name = u"name %1"_s.arg(1);
        FullHouse house(vm);
        for (int i = 0; i < 20'000; ++i)
            vm.assignAsync(name, [] { return Assigns(); });
        QVERIFY2(holders(name) < 3000, qPrintable(QString::number(holders(name))));
        house.leave();
        EVENTUALLY(vm.value(u"_async"_s).toMap().isEmpty());
    }

    void running_runsThatWereSupersededAreForgottenOnceTheyEnd()
    {
        ViewModel vm;
        QString name = u"name %1"_s.arg(1);
        const Gate began;
        for (int i = 0; i < 2000; ++i) {
            vm.assignAsync(name, [began](TaskContext &context) {
                began.open();
                context.sleep(1h);
                return Assigns();
            });
            began.pass();
        }
        vm.cancelAll();
        QVERIFY(settle());
        QVERIFY2(holders(name) < 1000, qPrintable(QString::number(holders(name))));
    }
};

QTEST_GUILESS_MAIN(TestScheduler)
#include "tst_scheduler.moc"
