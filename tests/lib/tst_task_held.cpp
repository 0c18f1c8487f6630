// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T5, T6, T7, T10: what a run holds goes as soon as nobody will look at it, also where a handle keeps the
// run itself; and on the home thread where it belongs there.

#include "ways.h"

#include <QPromise>

#include <atomic>

using namespace Aside;
using namespace Test;

class TestTaskHeld : public QObject
{
    Q_OBJECT

private:
    /// Until all functors have ended. Serves no events: what they sent is still on its way.
    static bool waitForWorkers()
    {
        return Detail::Scheduler::instance().waitUntilIdle(std::chrono::steady_clock::now() + deadline);
    }

private Q_SLOTS:
    void init() { setFrameBudget(1h); }

    void result_goesWithACancellation_data()
    {
        QTest::addColumn<bool>("onItsWay");
        QTest::newRow("while the functor runs") << false;
        QTest::newRow("while the result is on its way") << true;
    }
    void result_goesWithACancellation()
    {
        QFETCH(const bool, onItsWay);
        const auto held = std::make_shared<int>(1);
        ViewModel vm;
        const Gate began, leave;
        Task task = vm.startAsync(u"t"_s, [held, began, leave] {
            began.open();
            leave.pass();
            return held;
        }, [](const TaskResult<std::shared_ptr<int>> &) {});
        began.pass();
        if (onItsWay) {
            leave.open();
            QVERIFY(waitForWorkers());
        }
        task.cancel();
        leave.open();
        QVERIFY(settle());
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QCOMPARE(held.use_count(), 1);
    }

    void functor_thatWouldBeTriedAgainGoesWithACancellation()
    {
        const auto held = std::make_shared<int>(1);
        ViewModel vm;
        Task task = vm.assignAsync(u"t"_s, [held]() -> Assigns { throw std::runtime_error("no"); },
                                   {.retry = {.times = 3}});
        QVERIFY(waitForWorkers());
        QCOMPARE(held.use_count(), 2);
        task.cancel();
        QVERIFY(settle());
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QCOMPARE(held.use_count(), 1);
    }

    void functor_ofACanceledFutureStaysUntilThatHasFinished()
    {
        const auto held = std::make_shared<int>(1);
        const auto promise = std::make_shared<QPromise<Assigns>>();
        promise->start();
        ViewModel vm;
        Task task = vm.assignAsync(u"t"_s, [held, promise] { return promise->future(); });
        QVERIFY(waitForWorkers());
        task.cancel();
        QVERIFY(settle());
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QVERIFY(promise->isCanceled());
        QCOMPARE(held.use_count(), 2); // whoever is to finish the future may use it
        promise->finish();
        EVENTUALLY(held.use_count() == 1);
    }

    void functor_goesOnceIfItIsCanceledAsAWorkerTakesIt()
    {
        // Whoever is first; the sanitizers see it if both are.
        constexpr int rounds = 5000;
        const auto gone = std::make_shared<std::atomic<int>>(0);
        ViewModel vm;
        for (int i = 0; i < rounds; ++i) {
            const std::shared_ptr<int> held(new int(i), [gone](int *value) {
                delete value;
                ++*gone;
            });
            vm.assignAsync(u"t"_s, [held] { return Assigns(); }).cancel();
        }
        QVERIFY(settle());
        QCOMPARE(gone->load(), rounds);
    }

    void handler_thatIsNotToldGoesWithTheViewModel()
    {
        const auto held = std::make_shared<int>(1);
        ViewModel first;
        auto second = std::make_unique<ViewModel>();
        first.startAsync(u"t"_s, [] { return 1; }, [&](const TaskResult<int> &) { second.reset(); });
        QVERIFY(waitForWorkers());
        bool told = false;
        const Task task = second->startAsync(u"t"_s, [] { return 2; }, [&told, held](const TaskResult<int> &) { told = true; });
        QVERIFY(waitForWorkers());
        QVERIFY(settle()); // one drain: both have ended, and the first is told of it first
        QVERIFY(!second);
        QVERIFY(!told);
        QCOMPARE(held.use_count(), 1); // although the handle keeps the run
        QCOMPARE(task.outcome(), Outcome::Ok);
    }

    void result_canBeMovedOutByTheHandler_data() { addWays(); }
    void result_canBeMovedOutByTheHandler()
    {
        QFETCH(const Way, way);
        InWay inWay(way);
        ViewModel vm;
        std::unique_ptr<int> taken;
        vm.startAsync(u"t"_s, [] { return std::make_unique<int>(7); },
                      [&](TaskResult<std::unique_ptr<int>> result) { taken = std::move(result).value(); });
        QVERIFY(inWay.finish(vm));
        QVERIFY(taken);
        QCOMPARE(*taken, 7);
    }

    void result_waitsForItsHandlerWhereItIsToldLater()
    {
        // Synchronously, but within a drain, which tells once it is over.
        ViewModel vm;
        int got = 0;
        vm.background(u"b"_s, [&](TaskContext &context) {
            context.modify([&](LiveState &) {
                const Testing::SynchronousScope synchronous;
                vm.startAsync(u"t"_s, [] { return 7; }, [&](const TaskResult<int> &result) { got = result.value(); });
            });
        });
        QVERIFY(Testing::waitForIdle(vm));
        QCOMPARE(got, 7);
    }
};

QTEST_GUILESS_MAIN(TestTaskHeld)
#include "tst_task_held.moc"
