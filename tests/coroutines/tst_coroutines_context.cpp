// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// B9: what a coroutine asks its context for, and what goes with it.

#include "support.h"

#include <aside/coroutines.h>
#include <aside/testing.h>

#include <QCoroFuture>
#include <QPromise>

using namespace Aside;
using Testing::ManualScheduler;
using Testing::SynchronousScope;

class TestCoroutinesContext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void throwIfCanceled_throwsOnceTheRunIs()
    {
        ViewModel vm;
        QPromise<void> promise;
        promise.start();
        const Test::Gate passed;
        std::atomic<int> calls = 0;
        std::atomic<bool> threw = false;
        Task task = vm.background(u"t"_s, [&, passed, future = promise.future()](CoroutineContext &context) -> QCoro::Task<> {
            context.throwIfCanceled();
            ++calls;
            passed.open();
            co_await future;
            try {
                context.throwIfCanceled();
                ++calls;
            } catch (const Canceled &) {
                threw = true;
            }
        });
        passed.pass();
        task.cancel();
        promise.finish();
        EVENTUALLY(threw);
        QCOMPARE(calls, 1);
    }

    void value_isTheFallbackWhereThereIsNone()
    {
        const SynchronousScope synchronous;
        ViewModel vm;
        vm.assign(u"there"_s, 5);
        QList<int> seen;
        vm.background(u"t"_s, [&seen](CoroutineContext &context) -> QCoro::Task<> {
            seen = {context.value<int>(u"there"_s, 7), context.value<int>(u"absent"_s, 7)};
            co_return;
        });
        QCOMPARE(seen, (QList<int>{5, 7}));
    }

    void functor_goesOnceTheCoroutineHasEnded_data()
    {
        QTest::addColumn<bool>("canceled");
        QTest::newRow("ok") << false;
        QTest::newRow("canceled") << true;
    }
    void functor_goesOnceTheCoroutineHasEnded()
    {
        QFETCH(const bool, canceled);
        ManualScheduler scheduler;
        const auto held = std::make_shared<int>(0);
        ViewModel vm;
        Task task = vm.background(u"t"_s, [held](CoroutineContext &context) -> QCoro::Task<> { co_await context.sleep(1s); });
        scheduler.runAll();
        QCOMPARE(held.use_count(), 2);
        if (canceled)
            task.cancel();
        scheduler.advance(1s);
        QVERIFY(!task.isActive());
        QCOMPARE(held.use_count(), 1); // although the handle keeps the run
    }

    void synchronous_sleepThrowsOnceTheRunIsCanceled()
    {
        const SynchronousScope synchronous;
        ViewModel vm;
        int rounds = 0;
        const Task task = vm.background(u"t"_s, [&](CoroutineContext &context) -> QCoro::Task<> {
            while (++rounds < 100) {
                co_await context.sleep(24h);
                if (rounds == 3)
                    co_await context.modify([&vm](LiveState &) { vm.cancelAll(); });
            }
        });
        QCOMPARE(rounds, 4);
        QCOMPARE(task.outcome(), Outcome::Canceled);
    }

    void synchronous_sleepsCountTowardsTheTimeout()
    {
        const Test::Log log;
        const SynchronousScope synchronous;
        ViewModel vm;
        int rounds = 0;
        const Task task = vm.background(u"t"_s, [&rounds](CoroutineContext &context) -> QCoro::Task<> {
            while (++rounds < 100)
                co_await context.sleep(300ms);
        }, {.policy = Policy::Parallel, .timeout = 1s});
        QCOMPARE(rounds, 4);
        QCOMPARE(task.failure().kind(), Failure::Kind::Timeout);
    }

    void synchronous_blockThatThrowsHandsThatToTheCoroutine()
    {
        const SynchronousScope synchronous;
        ViewModel vm;
        QString message;
        vm.background(u"t"_s, [&message](CoroutineContext &context) -> QCoro::Task<> {
            try {
                co_await context.modify([](LiveState &) { throw std::runtime_error("no"); });
            } catch (const std::runtime_error &error) {
                message = QString::fromUtf8(error.what());
            }
        });
        QCOMPARE(message, u"no"_s);
    }
};

QTEST_GUILESS_MAIN(TestCoroutinesContext)
#include "tst_coroutines_context.moc"
