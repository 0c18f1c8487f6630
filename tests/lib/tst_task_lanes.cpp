// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T8: lanes and priorities.

#include "diary.h"

using namespace Aside;
using namespace Test;

class TestTaskLanes : public QObject
{
    Q_OBJECT

private:
    /// Functors that write down their turn: one after another, as only one worker is free.
    struct Turns
    {
        Task start(ViewModel &vm, const QString &name, Priority priority, Lane lane = Lane::Compute)
        {
            return vm.assignAsync(name, [this, name] {
                const std::lock_guard lock(mutex);
                names += name;
                return Assigns();
            }, {.lane = lane, .priority = priority});
        }

        std::mutex mutex;
        QStringList names;
    };

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup() { QVERIFY(settle()); }

    void io_holdsMoreThanThereAreCoresAndComputeGoesOn()
    {
        ViewModel vm;
        const Gate began, leave;
        const int waiting = std::min(60, 2 * std::max(2, QThread::idealThreadCount()) + 4);
        for (int i = 0; i < waiting; ++i) {
            vm.assignAsync(u"io%1"_s.arg(i), [=] {
                began.open();
                leave.pass();
                return Assigns();
            }, {.lane = Lane::Io});
        }
        for (int i = 0; i < waiting; ++i)
            began.pass(); // all of them at once
        const Task compute = vm.assignAsync(u"compute"_s, [] { return Assigns{{u"done"_s, true}}; });
        EVENTUALLY(compute.outcome() == Outcome::Ok);
        leave.open(waiting);
        QVERIFY(Testing::waitForIdle(vm, deadline));
    }

    void io_goesOnWhileComputeIsFull()
    {
        ViewModel vm;
        FullHouse house(vm);
        const Task compute = vm.assignAsync(u"compute"_s, [] { return Assigns(); });
        const Task io = vm.assignAsync(u"io"_s, [] { return Assigns(); }, {.lane = Lane::Io});
        EVENTUALLY(io.outcome() == Outcome::Ok);
        QVERIFY(compute.isActive());
        house.leave();
        EVENTUALLY(compute.outcome() == Outcome::Ok);
    }

    void priority_highGoesBeforeNormalBeforeLow()
    {
        ViewModel vm;
        FullHouse house(vm);
        Turns turns;
        for (const int round : {1, 2}) {
            turns.start(vm, u"low %1"_s.arg(round), Priority::Low);
            turns.start(vm, u"normal %1"_s.arg(round), Priority::Normal);
            turns.start(vm, u"high %1"_s.arg(round), Priority::High);
        }
        const Task last = turns.start(vm, u"lowest"_s, Priority::Low);
        house.letOneGo();
        EVENTUALLY(last.outcome() == Outcome::Ok);
        QCOMPARE(turns.names, (QStringList{u"high 1"_s, u"high 2"_s, u"normal 1"_s, u"normal 2"_s, u"low 1"_s, u"low 2"_s, u"lowest"_s}));
    }

    void priority_highGoesBeforeThoseThatCameBefore()
    {
        ViewModel vm;
        FullHouse house(vm);
        Turns turns;
        const Gate began, leave;
        // The worker that looks for work here finds both of these, and not the one that comes then.
        vm.assignAsync(u"now"_s, [=] {
            began.open();
            leave.pass();
            return Assigns();
        }, {.priority = Priority::Low});
        const Task low = turns.start(vm, u"low"_s, Priority::Low);
        house.letOneGo();
        began.pass();
        turns.start(vm, u"later"_s, Priority::High);
        leave.open();
        EVENTUALLY(low.outcome() == Outcome::Ok);
        QCOMPARE(turns.names, (QStringList{u"later"_s, u"low"_s}));
    }

    void manually_theMoreUrgentBeginFirstAndThoseThatHaveBegunGoOn()
    {
        Testing::ManualScheduler scheduler;
        ViewModel vm;
        Turns turns;
        const Task sleeper = vm.assignAsync(u"sleeper"_s, [&turns](TaskContext &context) {
            turns.names += u"sleeper begins"_s;
            context.sleep(1ms);
            turns.names += u"sleeper ends"_s;
            return Assigns();
        }, {.priority = Priority::Low});
        scheduler.runAll();
        turns.start(vm, u"low 1"_s, Priority::Low, Lane::Io);
        turns.start(vm, u"normal 1"_s, Priority::Normal);
        turns.start(vm, u"high 1"_s, Priority::High, Lane::Io);
        turns.start(vm, u"low 2"_s, Priority::Low);
        turns.start(vm, u"normal 2"_s, Priority::Normal, Lane::Io);
        turns.start(vm, u"high 2"_s, Priority::High);
        scheduler.advance(1ms);
        QCOMPARE(turns.names, (QStringList{u"sleeper begins"_s, u"high 1"_s, u"high 2"_s, u"normal 1"_s, u"normal 2"_s,
                                           u"low 1"_s, u"low 2"_s, u"sleeper ends"_s}));
    }
};

QTEST_GUILESS_MAIN(TestTaskLanes)
#include "tst_task_lanes.moc"
