// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// testing.h: LoopSpy, which is to see a window freeze, and nothing where it stays live.

#include "support.h"

#include <aside/testing.h>

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <atomic>
#include <optional>
#include <thread>

using namespace Aside;
using namespace Aside::Testing;
using namespace Test;

class TestLoopSpy : public QObject
{
    Q_OBJECT

private:
    /// Has the results of so many runs wait for the home thread.
    static bool sendHome(ViewModel &vm, int count)
    {
        for (int i = 0; i < count; ++i)
            vm.assignAsync(u"t"_s, [i] { return Assigns{{u"n"_s, i}}; }, {.policy = Policy::Parallel});
        return Detail::Scheduler::instance().waitUntilIdle(std::chrono::steady_clock::now() + deadline);
    }

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup()
    {
        setFrameBudget(4ms);
        QVERIFY(settle());
    }

    void turns_areThoseSinceItWasMade()
    {
        QCoreApplication::processEvents();
        const LoopSpy loop;
        QCOMPARE(loop.turns(), 0);
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(loop.turns(), 5);
    }

    void turns_countWhenTheLoopIsNested()
    {
        LoopSpy loop;
        int before = 0;
        int after = 0;
        QTimer::singleShot(0, &loop, [&] {
            before = loop.turns();
            QCoreApplication::processEvents();
            QCoreApplication::processEvents();
            after = loop.turns();
        });
        EVENTUALLY(after > 0);
        QCOMPARE(after - before, 2);
    }

    void turns_areNoneWhileTheThreadIsHeldUp()
    {
        const LoopSpy loop;
        const SynchronousScope synchronous;
        ViewModel vm;
        vm.assignAsync(u"t"_s, [] { return Assigns{{u"n"_s, 1}}; });
        QCoreApplication::sendPostedEvents(); // serves neither timers nor input
        QCOMPARE(loop.turns(), 0);
    }

    void added_tellsTheMostOfOneStretch()
    {
        LoopSpy loop;
        QCOMPARE(loop.added().stretches, 0);
        loop.add(2);
        loop.add();
        QCOMPARE(loop.added().most, 3); // though it goes on
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        loop.add(1);
        loop.add(0);
        QCoreApplication::processEvents();
        loop.add(0);
        QCOMPARE(loop.added().total, 4);
        QCOMPARE(loop.added().most, 3);
        QCOMPARE(loop.added().stretches, 2);
    }

    // Whether the loop sleeps when there is nothing to do, or returns.
    void added_isTornApartByEachTurn_data()
    {
        QTest::addColumn<bool>("mixed");
        QTest::newRow("one way") << false;
        QTest::newRow("in turn") << true;
    }
    void added_isTornApartByEachTurn()
    {
        QFETCH(const bool, mixed);
        LoopSpy loop;
        for (int i = 0; i < 10; ++i) {
            QMetaObject::invokeMethod(&loop, [&loop] { loop.add(); }, Qt::QueuedConnection);
            QCoreApplication::processEvents(mixed && i % 2 ? QEventLoop::WaitForMoreEvents : QEventLoop::AllEvents);
        }
        QCOMPARE(loop.added().total, 10);
        QCOMPARE(loop.added().most, 1);
        QCOMPARE(loop.added().stretches, 10);
    }

    void landed_isOneAStretchWithoutABudget()
    {
        ViewModel vm;
        setFrameBudget(0ns);
        const LoopSpy loop;
        QVERIFY(sendHome(vm, 50));
        QVERIFY(waitForIdle(vm));
        QCOMPARE(loop.landed().total, 50);
        QCOMPARE(loop.landed().most, 1);
        QCOMPARE(loop.landed().stretches, 50);
        QVERIFY(loop.turns() >= 50);
    }

    void landed_seesAWindowFreeze()
    {
        ViewModel vm; // whose results come all at once
        const LoopSpy loop;
        QVERIFY(sendHome(vm, 50));
        QVERIFY(waitForIdle(vm));
        QCOMPARE(loop.landed().total, 50);
        QCOMPARE(loop.landed().most, 50);
        QCOMPARE(loop.landed().stretches, 1);
    }

    void landed_isThatOfItsOwnThread()
    {
        ViewModel vm;
        Home home;
        std::unique_ptr<LoopSpy> elsewhere;
        home.run([&] { elsewhere = std::make_unique<LoopSpy>(); });
        QVERIFY(sendHome(vm, 3));
        QVERIFY(waitForIdle(vm));
        home.run([&] {
            QCOMPARE(elsewhere->landed().total, 0);
            elsewhere.reset();
        });
    }

    void waitForTurns_wakesALoopThatSleeps()
    {
        LoopSpy loop;
        QAbstractEventDispatcher *const dispatcher = QAbstractEventDispatcher::instance();
        bool turned = false;
        std::atomic<bool> hasEnded = false;
        std::thread worker([&] {
            turned = loop.waitForTurns(100, 10s); // which it would not make by itself
            hasEnded = true;
            dispatcher->wakeUp();
        });
        while (!hasEnded)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        worker.join();
        QVERIFY(turned);
        QVERIFY(loop.turns() >= 100);
    }

    void waitForTurns_wantsNewOnes()
    {
        LoopSpy loop;
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        bool turned = true;
        std::thread([&] { turned = loop.waitForTurns(1, 1ms); }).join(); // for which this thread waits
        QVERIFY(!turned);
    }

    void waitForTurns_isFalseWhereTheThreadWaitsForIt()
    {
        LoopSpy loop;
        QVERIFY(!loop.waitForTurns());
        const SynchronousScope synchronous;
        ViewModel vm;
        std::optional<bool> turned;
        vm.assignAsync(u"t"_s, [&] {
            turned = loop.waitForTurns();
            return Assigns();
        });
        QCOMPARE(turned, std::optional(false));
    }

    void threadWithoutALoop_isRefused()
    {
        bool refused = false;
        std::thread([&refused] {
            try {
                const LoopSpy loop;
            } catch (const Error &) {
                refused = true;
            }
        }).join();
        QVERIFY(refused);
    }
};

QTEST_GUILESS_MAIN(TestLoopSpy)
#include "tst_loopspy.moc"
