// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T13: gathers that fail, and gathers that are canceled.

#include "ways.h"

#include <QFuture>
#include <QPromise>

#include <stdexcept>
#include <thread>

using namespace Aside;
using namespace Test;

namespace {

class Special : public std::exception
{
public:
    const char *what() const noexcept override { return "special"; }
};

const auto nobody = [](const auto &) { };

/// A part that goes on until it is canceled, and says so.
auto untilCanceled(const Gate &began, const Gate &canceled)
{
    return [began, canceled](TaskContext &context) {
        began.open();
        while (context.sleep(1h)) { }
        if (context.isCanceled())
            canceled.open();
    };
}

} // namespace

class TestGatherEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup()
    {
        setAsync(true);
        QVERIFY(settle());
    }

    void failure_isThrownAndCancelsTheOthers()
    {
        ViewModel vm;
        const Story story(vm);
        const Gate began, canceled;
        const Task task = vm.startAsync(u"t"_s, gather(untilCanceled(began, canceled),
                                                       [began]() -> int {
                                                           for (int i = 0; i < 3; ++i)
                                                               began.pass();
                                                           throw Special();
                                                       },
                                                       gather(untilCanceled(began, canceled), untilCanceled(began, canceled))),
                                        nobody, {.lane = Lane::Io});
        for (int i = 0; i < 3; ++i)
            canceled.pass();
        EVENTUALLY(task.outcome() == Outcome::Failed);
        QVERIFY_EXCEPTION_THROWN(std::rethrow_exception(task.failure().exception()), Special);
        QCOMPARE(story.lines, (QStringList{u"failed t: special"_s, u"t Failed"_s}));
    }

    void failure_isTheFirstOne()
    {
        ViewModel vm;
        const Gate began;
        QString caught;
        const Task task = vm.assignAsync(u"t"_s, [began, &caught](TaskContext &context) {
            caught = thrownBy([&] {
                gather(
                    [began](TaskContext &inner) {
                        began.open();
                        while (inner.sleep(1h)) { }
                        throw std::runtime_error("because of the other");
                    },
                    [began] { began.pass(); throw std::runtime_error("the first"); })(context);
            });
            return Assigns{{u"goesOn"_s, !context.isCanceled()}};
        }, {.lane = Lane::Io});
        EVENTUALLY(task.outcome() == Outcome::Ok);
        QCOMPARE(caught, u"exception: the first"_s);
        QVERIFY(vm.value<bool>(u"goesOn"_s)); // it is the functor's to say what becomes of the run
    }

    void failure_keepsWhatIsQueuedFromStarting_data() { addWays(); }
    void failure_keepsWhatIsQueuedFromStarting()
    {
        QFETCH(const Way, way);
        InWay in(way);
        ViewModel vm;
        const auto captured = std::make_shared<int>(0);
        std::atomic<int> calls = 0;
        const auto part = [&calls, captured] { ++calls; };
        const Gate finish;
        // On workers, the first one keeps the only thread that its run has left for it.
        std::vector<Task> others;
        if (way == Way::Workers) {
            const int workers = std::max(2, QThread::idealThreadCount());
            const Gate inside;
            for (int i = 1; i < workers; ++i) {
                others.push_back(vm.assignAsync(u"busy %1"_s.arg(i), [inside, finish] {
                    inside.open();
                    finish.pass();
                    return Assigns();
                }));
            }
            for (int i = 1; i < workers; ++i)
                inside.pass();
        }
        const Task task = vm.startAsync(u"t"_s, gather([]() { throw Special(); }, part, part, part), nobody);
        if (way == Way::Workers)
            EVENTUALLY(!task.isActive());
        finish.open(int(others.size()));
        QVERIFY(in.finish(vm));
        QCOMPARE(task.outcome(), Outcome::Failed);
        QCOMPARE(task.failure().message(), u"special"_s);
        QCOMPARE(calls, 0);
        QVERIFY(settle());
        QCOMPARE(captured.use_count(), 2); // part's, and its own
    }

    void gather_waitsForPartsThatDoNotListen_data()
    {
        QTest::addColumn<bool>("fails");
        QTest::newRow("one fails") << true;
        QTest::newRow("canceled") << false;
    }
    void gather_waitsForPartsThatDoNotListen()
    {
        QFETCH(const bool, fails);
        ViewModel vm;
        const Gate began, finish, ended;
        std::atomic<bool> left = false;
        int written = 0;
        Task task = vm.assignAsync(u"t"_s, [&, began, finish, ended](TaskContext &context) {
            {
                int local = 0;
                const auto leave = qScopeGuard([&] {
                    written = local;
                    left = true;
                });
                gather([&local, began, finish, ended] { began.open(); finish.pass(); local = 7; ended.open(); },
                       [began, fails] { began.open(); if (fails) throw Special(); })(context);
            }
            return Assigns();
        }, {.lane = Lane::Io});
        began.pass();
        began.pass();
        if (!fails)
            task.cancel();
        waitUntilAllWait();
        QVERIFY(!left);
        finish.open();
        ended.pass();
        EVENTUALLY(left);
        QCOMPARE(written, 7);
        EVENTUALLY(!task.isActive());
        QCOMPARE(task.outcome(), fails ? Outcome::Failed : Outcome::Canceled);
    }

    void cancellation_reachesAllParts_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("canceled") << 0;
        QTest::newRow("superseded") << 1;
        QTest::newRow("out of time") << 2;
        QTest::newRow("of a ViewModel that dies") << 3;
    }
    void cancellation_reachesAllParts()
    {
        QFETCH(const int, how);
        const auto promise = std::make_shared<QPromise<int>>();
        promise->start();
        const Gate began, canceled;
        std::atomic<int> calls = 0;
        bool handled = false;
        auto vm = std::make_unique<ViewModel>();
        // More than there are threads: the last ones are queued. Those that run do not wait.
        const auto spins = [=](TaskContext &context) {
            began.open();
            while (!context.isCanceled())
                QThread::yieldCurrentThread();
            canceled.open();
        };
        const auto never = [&calls] { ++calls; };
        const int workers = std::max(2, QThread::idealThreadCount());
        if (workers > 4)
            QSKIP("made for few cores");
        Task task;
        const auto start = [&](auto &&parts) {
            task = vm->startAsync(u"t"_s, parts, [&](const auto &) { handled = true; }, {.timeout = how == 2 ? 50ms : 0ms});
        };
        const auto pending = [promise, began] { began.open(); return promise->future(); };
        if (workers == 2)
            start(gather(pending, spins, spins, never, never));
        else if (workers == 3)
            start(gather(pending, spins, spins, spins, never, never));
        else
            start(gather(pending, spins, spins, spins, spins, never, never));
        for (int i = 0; i <= workers; ++i)
            began.pass();
        switch (how) {
        case 1: vm->assignAsync(u"t"_s, [] { return Assigns(); }); break;
        case 2: EVENTUALLY(!task.isActive()); break;
        case 3: vm.reset(); break;
        default: task.cancel();
        }
        for (int i = 0; i < workers; ++i)
            canceled.pass();
        EVENTUALLY(promise->isCanceled());
        QVERIFY(settle()); // the run has ended, though the promise has not
        QCOMPARE(calls, 0);
        QCOMPARE(handled, how != 3);
        promise->finish();
    }

    void cancellation_beforeTheGatherStartsNothing_data() { addWays(); }
    void cancellation_beforeTheGatherStartsNothing()
    {
        QFETCH(const Way, way);
        InWay in(way);
        ViewModel vm;
        std::atomic<int> calls = 0;
        QString thrown;
        std::atomic<bool> ended = false;
        const Task task = vm.background(u"t"_s, [&](TaskContext &context) {
            context.modify([&](LiveState &) { vm.cancelAsync(u"t"_s); });
            thrown = thrownBy([&] { gather([&] { ++calls; }, [&] { ++calls; })(context); });
            ended = true;
        });
        in.step();
        EVENTUALLY(ended);
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QCOMPARE(thrown, u"Canceled"_s);
        QCOMPARE(calls, 0);
    }

    void cancellation_byOneOfTheParts_data() { addWays(); }
    void cancellation_byOneOfTheParts()
    {
        QFETCH(const Way, way);
        InWay in(way);
        ViewModel vm;
        QString thrown;
        std::atomic<bool> ended = false;
        const Task task = vm.background(u"t"_s, [&](TaskContext &context) {
            thrown = thrownBy([&] {
                gather([&](TaskContext &inner) { inner.modify([&](LiveState &) { vm.cancelAsync(u"t"_s); }); },
                       [](TaskContext &inner) { while (inner.sleep(1h)) { } })(context);
            });
            ended = true;
        });
        in.step();
        EVENTUALLY(ended);
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QCOMPARE(thrown, u"Canceled"_s);
    }

    void cancellation_isThrownAlsoWhereAPartHasFailed()
    {
        ViewModel vm;
        const Gate began, finish;
        std::atomic<bool> isToldToStop = false;
        QString thrown;
        std::atomic<bool> ended = false;
        Task task = vm.background(u"t"_s, [&, began, finish](TaskContext &context) {
            thrown = thrownBy([&] {
                gather(
                    [&](TaskContext &inner) {
                        began.open();
                        while (inner.sleep(1h)) { }
                        isToldToStop = true;
                        finish.pass();
                    },
                    [began] {
                        began.pass();
                        throw Special();
                    })(context);
            });
            ended = true;
        }, {.lane = Lane::Io});
        while (!isToldToStop)
            QThread::yieldCurrentThread();
        task.cancel();
        finish.open();
        EVENTUALLY(ended);
        QCOMPARE(thrown, u"Canceled"_s);
    }

    void blocks_ofPartsHearThatTheViewModelIsGone()
    {
        auto vm = std::make_unique<ViewModel>();
        const Gate asks;
        std::array<QString, 3> errors;
        std::atomic<bool> ended = false;
        std::atomic<int> next = 0;
        const auto part = [&, asks](TaskContext &context) {
            QString &error = errors[size_t(next++)];
            asks.open();
            error = thrownBy([&] { context.modify([](LiveState &) { }); });
        };
        vm->background(u"t"_s, [&](TaskContext &context) {
            static_cast<void>(thrownBy([&] { gather(part, part, part)(context); }));
            ended = true;
        });
        for (int i = 0; i < 3; ++i)
            asks.pass();
        waitUntilAllWait();
        vm.reset();
        EVENTUALLY(ended);
        for (const QString &error : errors)
            QCOMPARE(error, u"StateGoneError: the ViewModel is gone"_s);
    }

    void blocks_ofPartsThatAreCanceledAreNotCalled()
    {
        ViewModel vm;
        const Gate asks, fail;
        bool called = false;
        QString error;
        std::atomic<bool> ended = false;
        vm.background(u"t"_s, [&, asks, fail](TaskContext &context) {
            static_cast<void>(thrownBy([&] {
                gather(
                    [&](TaskContext &inner) {
                        asks.open();
                        error = thrownBy([&] { inner.modify([&](LiveState &) { called = true; }); });
                    },
                    [fail] { fail.pass(); throw Special(); })(context);
            }));
            ended = true;
        }, {.lane = Lane::Io});
        asks.pass();
        fail.open();
        // No event is served: the part is canceled while its block is asked for, or before.
        while (!ended)
            QThread::yieldCurrentThread();
        QVERIFY(settle());
        QVERIFY(!called);
        QCOMPARE(error, u"Canceled"_s);
    }

    void future_ofAPartIsCanceledByItsSource_data()
    {
        QTest::addColumn<bool>("async");
        QTest::newRow("async") << true;
        QTest::newRow("synchronous") << false;
    }
    void future_ofAPartIsCanceledByItsSource()
    {
        QFETCH(const bool, async);
        setAsync(async);
        ViewModel vm;
        // There is no result to go on with, and nobody has canceled the run.
        const Task task = vm.startAsync(u"t"_s, gather([] { return QFuture<int>(); }, [] { return 1; }), nobody);
        EVENTUALLY(!task.isActive());
        QCOMPARE(task.outcome(), Outcome::Failed);
        QVERIFY_EXCEPTION_THROWN(std::rethrow_exception(task.failure().exception()), Canceled);
    }

    void future_ofAPartFails_data() { future_ofAPartIsCanceledByItsSource_data(); }
    void future_ofAPartFails()
    {
        QFETCH(const bool, async);
        setAsync(async);
        ViewModel vm;
        const Task task = vm.startAsync(u"t"_s, gather([] {
            QPromise<int> promise;
            promise.start();
            QFuture<int> future = promise.future();
            promise.setException(std::make_exception_ptr(Special()));
            promise.finish();
            return future;
        }, [](TaskContext &context) { while (context.sleep(1h) && isAsync()) { } }), nobody);
        EVENTUALLY(!task.isActive());
        QCOMPARE(task.failure().message(), u"special"_s);
    }

    void synchronous_partsAreOutOfTimeTogether()
    {
        setAsync(false);
        ViewModel vm;
        int rounds = 0;
        bool later = false;
        const Task task = vm.startAsync(u"t"_s, gather(
            [&](TaskContext &context) { while (context.sleep(300ms)) ++rounds; },
            [&] { later = true; }), nobody, {.timeout = 1s});
        QCOMPARE(task.failure().kind(), Failure::Kind::Timeout);
        QCOMPARE(rounds, 3);
        QVERIFY(!later);
    }

    void captured_objectsAreDestroyedOnceItHasEnded_data()
    {
        QTest::addColumn<bool>("fails");
        QTest::newRow("ok") << false;
        QTest::newRow("failed") << true;
    }
    void captured_objectsAreDestroyedOnceItHasEnded()
    {
        QFETCH(const bool, fails);
        ViewModel vm;
        const auto captured = std::make_shared<int>(0);
        const auto result = std::make_shared<int>(0);
        const Task task = vm.startAsync(u"t"_s, gather([captured, result] { return result; },
                                                       [captured, fails] { if (fails) throw Special(); }), nobody);
        EVENTUALLY(!task.isActive());
        QVERIFY(settle());
        QCOMPARE(captured.use_count(), 1);
        QCOMPARE(result.use_count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestGatherEnd)
#include "tst_gather_end.moc"
