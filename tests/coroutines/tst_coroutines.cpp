// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T3 and B9: functors that are coroutines.

#include "support.h"

#include <aside/coroutines.h>
#include <aside/testing.h>

#include <QCoroFuture>
#include <QCoroTimer>
#include <QPromise>
#include <QScopeGuard>
#include <QTest>
#include <QTimer>
#include <QtConcurrentRun>

#include <atomic>

using namespace Aside;
using Testing::ManualScheduler;
using Testing::TaskSpy;
using Testing::waitForIdle;

namespace {

std::atomic<int> s_frames = 0;

/// Lives in a coroutine's frame: tells whether that was freed.
struct InFrame
{
    InFrame() { ++s_frames; }
    ~InFrame() { --s_frames; }
    Q_DISABLE_COPY_MOVE(InFrame)
};

class Counter : public ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(int, count)
};

auto increment()
{
    return [](LiveState &state) {
        state.update(u"count"_s, [](int n) { return n + 1; });
        return state.value<int>(u"count"_s);
    };
}

} // namespace

class TestCoroutines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { s_frames = 0; }
    void cleanup()
    {
        QTRY_COMPARE(s_frames.load(), 0);
        QVERIFY(Test::settle()); // the thread lists none of them any more
    }

    void assignAsync_landsWhatACoroutineReturns()
    {
        Counter vm;
        QThread *thread = nullptr;
        vm.assignAsync(u"go"_s, [&thread](CoroutineContext &context) -> QCoro::Task<Assigns> {
            const InFrame frame;
            co_await context.sleep(1ms);
            thread = QThread::currentThread();
            co_return Assigns{{u"count"_s, 3}};
        });
        QVERIFY(waitForIdle(vm));
        QCOMPARE(vm.count.value(), 3);
        QVERIFY(thread && thread != QThread::currentThread());
    }

    void coroutineWithoutContext_landsToo()
    {
        Counter vm;
        vm.assignAsync(u"go"_s, []() -> QCoro::Task<Assigns> { co_return Assigns{{u"count"_s, 4}}; });
        QVERIFY(waitForIdle(vm));
        QCOMPARE(vm.count.value(), 4);
    }

    void captures_liveAsLongAsTheCoroutine()
    {
        Counter vm;
        vm.assignAsync(u"go"_s, [text = QString(u"captured"_s)](CoroutineContext &context) -> QCoro::Task<Assigns> {
            co_await context.sleep(1ms);
            co_return Assigns{{u"text"_s, text}};
        });
        QVERIFY(waitForIdle(vm));
        QCOMPARE(vm.value<QString>(u"text"_s), u"captured"_s);
    }

    void exception_failsTheRunAndFreesTheFrame()
    {
        const Test::Log log;
        Counter vm;
        TaskSpy spy(vm);
        vm.assignAsync(u"go"_s, [](CoroutineContext &context) -> QCoro::Task<Assigns> {
            const InFrame frame;
            co_await context.sleep(1ms);
            throw std::runtime_error("no luck");
        });
        QVERIFY(waitForIdle(vm));
        QCOMPARE(spy.log(), QStringList{u"go Failed: no luck"_s});
    }

    void cancel_resumesASleeperWithACancellation()
    {
        Counter vm;
        std::atomic<bool> sleeping = false;
        std::atomic<bool> canceled = false;
        Task task = vm.assignAsync(u"go"_s, [&](CoroutineContext &context) -> QCoro::Task<Assigns> {
            const InFrame frame;
            try {
                sleeping = true;
                co_await context.sleep(24h);
            } catch (const Canceled &) {
                canceled = true;
                throw;
            }
            co_return Assigns();
        });
        QTRY_VERIFY(sleeping);
        task.cancel();
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QTRY_VERIFY(canceled);
    }

    void cancelBeforeItStarts_neverCallsIt()
    {
        ManualScheduler scheduler;
        Counter vm;
        bool called = false;
        Task task = vm.assignAsync(u"go"_s, [&called](CoroutineContext &) -> QCoro::Task<Assigns> {
            called = true;
            co_return Assigns();
        });
        task.cancel();
        scheduler.runAll();
        QVERIFY(!called);
    }

    void canceledCoroutine_thatAwaitsSomethingElseIsFreedWhenThatIsThere()
    {
        Counter vm;
        QPromise<int> promise;
        promise.start();
        std::atomic<bool> waiting = false;
        std::atomic<bool> threw = false;
        Task task = vm.assignAsync(u"go"_s, [&, future = promise.future()](CoroutineContext &context) -> QCoro::Task<Assigns> {
            const InFrame frame;
            waiting = true;
            co_await future;
            try {
                co_await context.sleep(24h);
            } catch (const Canceled &) {
                threw = true;
                throw;
            }
            co_return Assigns();
        });
        QTRY_VERIFY(waiting);
        task.cancel();
        promise.addResult(1);
        promise.finish();
        QTRY_VERIFY(threw);
    }

    void superseded_neitherLandsNorStays()
    {
        Counter vm;
        TaskSpy spy(vm);
        for (const int value : {1, 2}) {
            vm.assignAsync(u"go"_s, [value](CoroutineContext &context) -> QCoro::Task<Assigns> {
                const InFrame frame;
                co_await context.sleep(value == 1 ? std::chrono::nanoseconds(24h) : 1ms);
                co_return Assigns{{u"count"_s, value}};
            });
        }
        QVERIFY(waitForIdle(vm));
        QCOMPARE(vm.count.value(), 2);
        QCOMPARE(spy.log(), QStringList({u"go Superseded"_s, u"go Ok"_s}));
    }

    void timeout_countsByTheClock()
    {
        const Test::Log log;
        ManualScheduler scheduler;
        Counter vm;
        TaskSpy spy(vm);
        vm.assignAsync(
            u"go"_s,
            [](CoroutineContext &context) -> QCoro::Task<Assigns> {
                const InFrame frame;
                co_await context.sleep(1h);
                co_return Assigns();
            },
            {.timeout = 10s});
        scheduler.advance(9s);
        QCOMPARE(spy.count(), 0);
        scheduler.advance(1s);
        QCOMPARE(spy.outcomes(u"go"_s), QList{Outcome::Failed});
        scheduler.runAll();
        QCOMPARE(s_frames.load(), 0);
    }

    void retry_callsTheCoroutineAgain()
    {
        const Test::Log log;
        ManualScheduler scheduler;
        Counter vm;
        TaskSpy spy(vm);
        int calls = 0;
        vm.assignAsync(
            u"go"_s,
            [&calls](CoroutineContext &context) -> QCoro::Task<Assigns> {
                const InFrame frame;
                co_await context.sleep(1s);
                if (++calls < 3)
                    throw std::runtime_error("not yet");
                co_return Assigns{{u"count"_s, calls}};
            },
            {.retry = {.times = 5, .delay = 1s, .jitter = 0}});
        scheduler.advance(10s);
        QCOMPARE(vm.count.value(), 3);
        QCOMPARE(spy.log(), QStringList{u"go Ok"_s});
    }

    void modify_runsTheBlockAtHomeAndReturnsItsValue()
    {
        Counter vm;
        QList<int> seen;
        vm.background(u"count"_s, [&seen](CoroutineContext &context) -> QCoro::Task<> {
            const InFrame frame;
            for (int i = 0; i < 3; ++i)
                seen += co_await context.modify(increment());
            seen += context.value<int>(u"count"_s);
        });
        QVERIFY(waitForIdle(vm));
        QCOMPARE(vm.count.value(), 3);
        const QList<int> expected{1, 2, 3, 3};
        QCOMPARE(seen, expected);
    }

    void modify_handsTheBlocksExceptionToTheCoroutine()
    {
        Counter vm;
        QString message;
        vm.background(u"go"_s, [&message](CoroutineContext &context) -> QCoro::Task<> {
            const InFrame frame;
            try {
                co_await context.modify([](LiveState &state) {
                    state.assign(u"count"_s, 9);
                    throw std::runtime_error("thought better of it");
                });
            } catch (const std::runtime_error &error) {
                message = QString::fromUtf8(error.what());
            }
        });
        QVERIFY(waitForIdle(vm));
        QCOMPARE(message, u"thought better of it"_s);
        QCOMPARE(vm.count.value(), 0);
    }

    void modify_throwsStateGoneOnceTheViewModelIs_data()
    {
        QTest::addColumn<OnDestroyed>("onDestroyed");
        QTest::newRow("cancel") << OnDestroyed::Cancel;
        QTest::newRow("detach") << OnDestroyed::Detach;
    }
    void modify_throwsStateGoneOnceTheViewModelIs()
    {
        QFETCH(const OnDestroyed, onDestroyed);
        const Test::Gate gate;
        std::atomic<int> gone = 0;
        std::atomic<bool> inside = false;
        {
            Counter vm;
            vm.background(
                u"go"_s,
                [&, gate](CoroutineContext &context) -> QCoro::Task<> {
                    const InFrame frame;
                    inside = true;
                    gate.pass();
                    for (int i = 0; i < 2; ++i) {
                        try {
                            co_await context.modify(increment());
                        } catch (const StateGoneError &) {
                            ++gone;
                        } catch (const Canceled &) {
                        }
                    }
                },
                {.policy = Policy::Parallel, .onDestroyed = onDestroyed});
            QTRY_VERIFY(inside);
        }
        gate.open();
        QTRY_COMPARE(gone.load(), 2);
    }

    void startAsync_andGather_takeCoroutines()
    {
        Counter vm;
        int ends = 0;
        std::tuple<int, QString> got;
        vm.startAsync(
            u"both"_s,
            gather(
                [](CoroutineContext &context) -> QCoro::Task<int> {
                    const InFrame frame;
                    co_await context.sleep(1ms);
                    co_return 7;
                },
                [] { return u"plain"_s; }),
            [&](const TaskResult<std::tuple<int, QString>> &result) {
                ++ends;
                if (result.isOk())
                    got = result.value();
            });
        QVERIFY(waitForIdle(vm));
        QCOMPARE(ends, 1);
        QCOMPARE(std::get<0>(got), 7);
        QCOMPARE(std::get<1>(got), u"plain"_s);
    }

    void gather_whoseSiblingFailsCancelsACoroutineAndWaitsForIt()
    {
        const Test::Log log;
        Counter vm;
        TaskSpy spy(vm);
        std::atomic<bool> unwound = false;
        vm.assignAsync(u"go"_s, [&unwound](TaskContext &context) {
            const Test::Gate begun;
            gather(
                [&](CoroutineContext &inner) -> QCoro::Task<int> {
                    const auto tell = qScopeGuard([&unwound] { unwound = true; });
                    begun.open();
                    co_await inner.sleep(24h);
                    co_return 1;
                },
                [begun]() -> int {
                    begun.pass();
                    throw std::runtime_error("first");
                })(context);
            return Assigns();
        });
        QVERIFY(waitForIdle(vm));
        QVERIFY(unwound);
        QCOMPARE(spy.log(), QStringList{u"go Failed: first"_s});
    }

    void qcoroAwaitables_workSinceThereIsAnEventLoop()
    {
        Counter vm;
        vm.assignAsync(u"go"_s, []() -> QCoro::Task<Assigns> {
            const InFrame frame;
            QTimer timer;
            timer.start(1ms);
            co_await timer;
            const int sum = co_await QtConcurrent::run([] { return 40 + 2; });
            co_return Assigns{{u"count"_s, sum}};
        });
        QVERIFY(waitForIdle(vm));
        QCOMPARE(vm.count.value(), 42);
    }

    void synchronous_runsAtOnceAndSpendsNoTime()
    {
        const Testing::SynchronousScope synchronous;
        Counter vm;
        vm.background(u"go"_s, [](CoroutineContext &context) -> QCoro::Task<> {
            const InFrame frame;
            for (int i = 0; i < 3; ++i) {
                co_await context.sleep(24h);
                co_await context.modify(increment());
            }
        });
        QCOMPARE(vm.count.value(), 3);
    }

    void manualScheduler_stepsCoroutinesByItsTime()
    {
        ManualScheduler scheduler;
        Counter vm;
        vm.background(u"clock"_s, [](CoroutineContext &context) -> QCoro::Task<> {
            const InFrame frame;
            for (;;) {
                co_await context.sleep(1s);
                co_await context.modify(increment());
            }
        });
        scheduler.advance(999ms);
        QCOMPARE(vm.count.value(), 0);
        scheduler.advance(1ms);
        QCOMPARE(vm.count.value(), 1);
        scheduler.advance(10s);
        QCOMPARE(vm.count.value(), 11);
    }
};

QTEST_GUILESS_MAIN(TestCoroutines)
#include "tst_coroutines.moc"
