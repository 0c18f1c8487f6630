// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// testing.h: scopes that restore what was, and the end of a ManualScheduler with all that is left.

#include "diary.h"

#include <QPromise>

using namespace Aside;
using namespace Aside::Testing;
using namespace Test;

class TestTestingEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup()
    {
        QVERIFY(isAsync());
        QVERIFY(settle());
    }

    void synchronousScope_commitsBeforeItReturns()
    {
        const SynchronousScope synchronous;
        ViewModel vm;
        QThread *ranOn = nullptr;
        const Task task = vm.assignAsync(u"t"_s, [&ranOn](TaskContext &context) {
            ranOn = QThread::currentThread();
            return Assigns{{u"slept"_s, context.sleep(24h)}};
        });
        QCOMPARE(ranOn, thread());
        QCOMPARE(task.outcome(), Outcome::Ok);
        QVERIFY(vm.value<bool>(u"slept"_s));
    }

    void synchronousScope_restoresWhatWas()
    {
        {
            const SynchronousScope outer;
            {
                const SynchronousScope inner;
                QVERIFY(!isAsync());
            }
            QVERIFY(!isAsync());
        }
        QVERIFY(isAsync());
    }

    void synchronousScope_goesBeforeAManualScheduler()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        {
            const SynchronousScope synchronous;
            QCOMPARE(vm.assignAsync(u"t"_s, [] { return Assigns(); }).outcome(), Outcome::Ok);
        }
        QVERIFY(vm.assignAsync(u"t"_s, [] { return Assigns(); }).isActive());
        QCOMPARE(scheduler.runAll(), 1);
    }

    void secondManualScheduler_isRefusedAndHarmsNothing()
    {
        ViewModel vm;
        {
            ManualScheduler scheduler;
            scheduler.advance(5ms);
            QVERIFY_THROWS_EXCEPTION(Error, ManualScheduler());
            QCOMPARE(scheduler.elapsed(), 5ms);
            const Task task = vm.assignAsync(u"t"_s, [] { return Assigns(); });
            QCoreApplication::processEvents();
            QVERIFY(task.isActive());
            QCOMPARE(scheduler.runAll(), 1);
        }
        ManualScheduler again;
        QCOMPARE(again.elapsed(), 0ns);
    }

    void end_givesWorkersAndTimeBack()
    {
        ViewModel vm;
        {
            ManualScheduler scheduler;
            vm.assignAsync(u"t"_s, [] { return Assigns(); });
            scheduler.advance(1h);
        }
        vm.assignAsync(u"debounced"_s, [](TaskContext &context) {
            return Assigns{{u"slept"_s, context.sleep(1ms)}};
        }, {.debounce = 1ms});
        EVENTUALLY(vm.value<bool>(u"slept"_s));
    }

    void end_cancelsWhatIsLeft_data()
    {
        QTest::addColumn<QString>("where");
        for (const QString &where : {u"queued"_s, u"sleeping"_s, u"deep in a gather"_s, u"waiting for a block"_s, u"waiting to post"_s,
                                     u"waiting for its turn"_s, u"debounced"_s, u"backing off"_s})
            QTest::newRow(qPrintable(where)) << where;
    }
    void end_cancelsWhatIsLeft()
    {
        QFETCH(const QString, where);
        ViewModel vm;
        const TaskSpy spy(vm);
        const auto token = std::make_shared<int>(0);
        bool asked = false;
        {
            ManualScheduler scheduler;
            TaskOptions options;
            if (where == "waiting for its turn"_L1) {
                vm.background(u"before"_s, [](TaskContext &context) { context.sleep(1h); });
                options.policy = Policy::Queue;
                vm.background(u"t"_s, [](TaskContext &context) { context.sleep(1h); });
            } else if (where == "debounced"_L1) {
                options.debounce = 1ms;
            } else if (where == "backing off"_L1) {
                options.retry.times = 1;
            }
            vm.startAsync(u"t"_s, [&, token](TaskContext &context) {
                if (where == "waiting for a block"_L1) {
                    asked = true;
                    context.modify([](LiveState &) {});
                    context.sleep(1h);
                } else if (where == "deep in a gather"_L1) {
                    const auto part = [token](TaskContext &own) { own.sleep(1h); };
                    gather(part, gather(part, part))(context);
                } else if (where == "waiting to post"_L1) {
                    while (!context.isCanceled())
                        context.post({{u"n"_s, update([](const QVariant &n) { return n; })}});
                } else if (where == "backing off"_L1) {
                    throw std::runtime_error("broken");
                } else {
                    context.sleep(1h);
                }
            }, [token](const TaskResult<void> &) {}, options);
            vm.assign(u"n"_s, 1);
            if (where != "queued"_L1)
                scheduler.step();
            if (where == "deep in a gather"_L1)
                scheduler.runAll();
        }
        QCOMPARE(asked, where == "waiting for a block"_L1);
        QCOMPARE(spy.outcomes(u"t"_s), QList<Outcome>(where == "waiting for its turn"_L1 ? 2 : 1, Outcome::Canceled));
        QCOMPARE(token.use_count(), 1);
        QVERIFY(waitForIdle(vm, 0ms));
        const Task after = vm.assignAsync(u"t"_s, [] { return Assigns(); });
        EVENTUALLY(after.outcome() == Outcome::Ok);
    }

    void end_cancelsAFutureThatIsWaitedFor()
    {
        QPromise<Assigns> promise;
        promise.start();
        ViewModel vm;
        Task task;
        {
            ManualScheduler scheduler;
            task = vm.assignAsync(u"t"_s, [future = promise.future()] { return future; });
            scheduler.runAll();
            QVERIFY(task.isActive());
        }
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QVERIFY(promise.isCanceled());
        promise.finish();
    }

    void end_letsABlockHappenThatAWorkerWaitsForByAToken()
    {
        ViewModel vm;
        ViewModel other;
        QString ended;
        {
            ManualScheduler scheduler;
            vm.background(u"t"_s, [token = other.token(), &ended](TaskContext &context) {
                context.sleep(1h);
                modifyState(token, [](LiveState &state) { state.assign(u"a"_s, 1); });
                ended = u"after the block"_s;
            });
            scheduler.runAll();
        }
        QCOMPARE(ended, u"after the block"_s);
        QCOMPARE(other.value<int>(u"a"_s), 1);
    }

    void end_letsARunFinishWhoseViewModelIsGone()
    {
        const auto token = std::make_shared<int>(0);
        bool finished = false;
        {
            ManualScheduler scheduler;
            ViewModel vm;
            vm.background(u"t"_s, [token, &finished](TaskContext &context) {
                context.sleep(1h);
                finished = true;
            }, {.onDestroyed = OnDestroyed::Detach});
            scheduler.runAll();
        }
        QVERIFY(finished);
        QCOMPARE(token.use_count(), 1);
    }

    void end_startsNothingAgain_data()
    {
        QTest::addColumn<QString>("where");
        QTest::newRow("taskFinished") << u"taskFinished"_s;
        QTest::newRow("a handler") << u"handler"_s;
    }
    void end_startsNothingAgain()
    {
        QFETCH(const QString, where);
        ViewModel vm;
        int begun = 0;
        int starts = 0;
        std::function<void(const QString &)> startFrom = [&](const QString &place) {
            if (place != where || ++starts > 10)
                return;
            vm.startAsync(u"t"_s, [&begun](TaskContext &context) {
                ++begun;
                context.sleep(1h);
            }, [&](const TaskResult<void> &) { startFrom(u"handler"_s); });
        };
        connect(&vm, &ViewModel::taskFinished, &vm, [&] { startFrom(u"taskFinished"_s); });
        {
            ManualScheduler scheduler;
            startFrom(where);
            scheduler.runAll();
            QCOMPARE(begun, 1);
        }
        QCOMPARE(begun, 1);
        QVERIFY(waitForIdle(vm, 0ms));
        vm.disconnect();
        starts = 10;
        const Task after = vm.assignAsync(u"u"_s, [] { return Assigns(); });
        EVENTUALLY(after.outcome() == Outcome::Ok);
    }

    void end_ofManyQueuedRunsIsQuick()
    {
        constexpr int runs = 100'000;
        ViewModel vm;
        const TaskSpy spy(vm);
        {
            ManualScheduler scheduler;
            for (int i = 0; i < runs; ++i)
                vm.assignAsync(u"t"_s, [] { return Assigns(); }, {.policy = Policy::Parallel});
            QCOMPARE(scheduler.ready(), runs);
        }
        QCOMPARE(spy.outcomes(u"t"_s).count(Outcome::Canceled), runs);
    }
};

QTEST_GUILESS_MAIN(TestTestingEnd)
#include "tst_testing_end.moc"
