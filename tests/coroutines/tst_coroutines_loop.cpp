// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// B9: coroutines that end, or are canceled, just as something else happens to them; and that nothing is
// left of them on their thread then.

#include "ways.h"

#include <aside/coroutines.h>
#include <aside/mailbox_p.h>

#include <QDeadlineTimer>
#include <QScopeGuard>

#include <atomic>

using namespace Aside;
using namespace Test;

namespace {

std::atomic<int> s_frames = 0;

/// Lives in a coroutine's frame: tells whether that was freed.
struct InFrame
{
    InFrame() { ++s_frames; }
    ~InFrame() { --s_frames; }
    Q_DISABLE_COPY_MOVE(InFrame)
};

/// Serves no events.
void waitUntilABlockIsAskedFor()
{
    while (!Detail::Mailbox::ofCurrentThread()->hasMore())
        QThread::yieldCurrentThread();
}

/// Returns once the thread of the coroutines has seen all that was sent there before. Serves no events.
void waitForTheLoop()
{
    const Gate passed;
    ViewModel vm;
    vm.background(u"passer-by"_s, [passed](CoroutineContext &) -> QCoro::Task<> {
        passed.open();
        co_return;
    });
    passed.pass();
}

} // namespace

class TestCoroutinesLoop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setCancelGrace(1ms); } // as long as a canceled run is kept, so that it can be named
    void cleanup()
    {
        setCancelGrace(5s);
        QTRY_COMPARE(s_frames.load(), 0);
        QVERIFY(settle()); // the thread lists none of them any more
    }

    void sleepers_wakeOneAfterTheOther()
    {
        ViewModel vm;
        std::atomic<int> awake = 0;
        for (const auto duration : {1ms, 3ms, 1ms, 2ms, 30ms}) {
            vm.background(u"t"_s, [&awake, duration](CoroutineContext &context) -> QCoro::Task<> {
                const InFrame frame;
                co_await context.sleep(duration);
                ++awake;
            });
        }
        EVENTUALLY(awake == 5);
    }

    void endedCoroutine_isForgotten_data()
    {
        QTest::addColumn<std::chrono::nanoseconds>("sleep");
        QTest::addColumn<bool>("canceled");
        QTest::newRow("at once") << 0ns << false;
        QTest::newRow("after a sleep") << std::chrono::nanoseconds(1ms) << false;
        QTest::newRow("canceled while it sleeps") << std::chrono::nanoseconds(24h) << true;
    }
    void endedCoroutine_isForgotten()
    {
        QFETCH(const std::chrono::nanoseconds, sleep);
        QFETCH(const bool, canceled);
        const QString name = QString::number(12'345); // shared with the run, as long as that is there
        {
            ViewModel vm;
            const Gate began;
            Task task = vm.background(name, [sleep, began](CoroutineContext &context) -> QCoro::Task<> {
                const InFrame frame;
                began.open();
                if (sleep > 0ns)
                    co_await context.sleep(sleep);
            });
            QVERIFY(!name.isDetached());
            began.pass();
            waitForTheLoop(); // it sleeps
            if (canceled)
                task.cancel();
            EVENTUALLY(!task.isActive());
        }
        EVENTUALLY(name.isDetached());
    }

    void whoWaitsForTheLast_hearsOfItsEnd_data()
    {
        QTest::addColumn<std::chrono::nanoseconds>("sleep");
        QTest::newRow("at once") << 0ns;
        QTest::newRow("after a sleep") << std::chrono::nanoseconds(1us);
    }
    void whoWaitsForTheLast_hearsOfItsEnd()
    {
        QFETCH(const std::chrono::nanoseconds, sleep);
        ViewModel vm;
        for (int i = 0; i < 100; ++i) {
            const QDeadlineTimer late(deadline / 2);
            vm.background(u"t"_s, [sleep](CoroutineContext &context) -> QCoro::Task<> {
                const InFrame frame;
                if (sleep > 0ns)
                    co_await context.sleep(sleep);
            });
            QVERIFY(settle());
            QVERIFY(!late.hasExpired()); // it would find out by itself at its deadline
        }
    }

    void cancellation_thatComesAsItEndsDoesNotListItAgain()
    {
        ViewModel vm;
        const Gate awake, leave;
        Task task = vm.background(u"t"_s, [awake, leave](CoroutineContext &context) -> QCoro::Task<> {
            const InFrame frame;
            co_await context.sleep(1ns);
            awake.open();
            leave.pass();
        });
        awake.pass();
        task.cancel(); // which is told to the thread, but that is still busy with it
        leave.open();
        waitForTheLoop();
    }

    void block_isNotCalledOnceItsCoroutineIsCanceled()
    {
        ViewModel vm;
        bool called = false;
        Task task = vm.background(u"t"_s, [&called](CoroutineContext &context) -> QCoro::Task<> {
            const InFrame frame;
            co_await context.modify([&called](LiveState &) { called = true; });
        });
        waitUntilABlockIsAskedFor();
        task.cancel();
        while (s_frames > 0)
            QThread::yieldCurrentThread();
        QVERIFY(settle());
        QVERIFY(!called);
    }

    void block_keepsTheFrameOfACoroutineThatItCancels()
    {
        ViewModel vm;
        int frames = -1;
        QString thrown = u"nothing"_s;
        std::atomic<bool> ended = false;
        vm.background(u"t"_s, [&](CoroutineContext &context) -> QCoro::Task<> {
            const InFrame frame;
            const auto tell = qScopeGuard([&ended] { ended = true; });
            int value = 0;
            try {
                value = co_await context.modify([&](LiveState &) {
                    vm.cancelAll();
                    waitForTheLoop();
                    frames = s_frames;
                    return 7;
                });
            } catch (const Canceled &) {
                thrown = u"Canceled"_s;
                throw;
            }
            thrown = QString::number(value);
        });
        EVENTUALLY(ended);
        QCOMPARE(frames, 1);
        QCOMPARE(thrown, u"7"_s); // it was called, and so its value is there
    }

    void block_thatWaitsHearsThatTheViewModelIsGone()
    {
        auto vm = std::make_unique<ViewModel>();
        QString thrown;
        std::atomic<bool> ended = false;
        vm->background(u"t"_s, [&](CoroutineContext &context) -> QCoro::Task<> {
            const InFrame frame;
            const auto tell = qScopeGuard([&ended] { ended = true; });
            try {
                co_await context.modify([](LiveState &) { });
            } catch (const StateGoneError &error) {
                thrown = error.message();
            }
        });
        waitUntilABlockIsAskedFor();
        vm.reset();
        EVENTUALLY(ended);
        QCOMPARE(thrown, u"the ViewModel is gone"_s);
    }
};

QTEST_GUILESS_MAIN(TestCoroutinesLoop)
#include "tst_coroutines_loop.moc"
