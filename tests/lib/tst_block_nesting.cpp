// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// B2, B4: blocks inside blocks, and blocks that do what one would rather not: nothing deadlocks.

#include "storefixture.h"
#include "ways.h"

#include <QEventLoop>
#include <QPointer>
#include <QTimer>

#include <thread>

using namespace Aside;
using namespace Test;

class TestBlockNesting : public QObject
{
    Q_OBJECT

private:
    template<typename Functor>
    static Outcome run(InWay &way, ViewModel &vm, Functor &&functor)
    {
        const Task task = vm.background(u"t"_s, std::forward<Functor>(functor));
        return way.finish(vm) ? task.outcome() : Outcome::None;
    }
    template<typename Functor>
    static Outcome run(ViewModel &vm, Functor &&functor)
    {
        InWay workers(Way::Workers);
        return run(workers, vm, std::forward<Functor>(functor));
    }
    template<typename Functor>
    static Outcome runHere(ViewModel &vm, Functor &&functor)
    {
        InWay synchronous(Way::Synchronous);
        return run(synchronous, vm, std::forward<Functor>(functor));
    }

    static void addNested()
    {
        QTest::addColumn<Way>("way");
        QTest::addColumn<bool>("byToken");
        for (const bool byToken : {false, true}) {
            const char *const how = byToken ? "token" : "context";
            QTest::addRow("%s, on workers", how) << Way::Workers << byToken;
            QTest::addRow("%s, stepped", how) << Way::Stepped << byToken;
            QTest::addRow("%s, synchronous", how) << Way::Synchronous << byToken;
        }
    }

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup() { QVERIFY(settle()); }

    void block_insideABlockThrows_data() { addNested(); }
    void block_insideABlockThrows()
    {
        QFETCH(const Way, way);
        QFETCH(const bool, byToken);
        InWay in(way);
        Sample vm;
        const StateToken token = vm.token();
        QString caught;
        QString atTheWorker;
        const auto nested = [&](TaskContext &context) {
            const auto inner = [](LiveState &state) { state.assign(u"y"_s, 77); };
            if (byToken)
                modifyState(token, inner);
            else
                context.modify(inner);
        };
        QCOMPARE(run(in, vm, [&](TaskContext &context) {
            context.modify([&](LiveState &state) {
                state.assign(u"x"_s, 5);
                caught = thrownBy([&] { nested(context); });
            });
            atTheWorker = thrownBy([&] {
                context.modify([&](LiveState &state) {
                    state.assign(u"x"_s, 6);
                    nested(context);
                });
            });
            context.modify([&](LiveState &state) { state.assign(u"a"_s, 7); }); // and others go on
        }), Outcome::Ok);
        QVERIFY2(caught.startsWith(u"ImmutableStateError"_s), qPrintable(caught));
        QCOMPARE(atTheWorker, caught);
        QCOMPARE(vm.value<int>(u"x"_s), 5);
        QCOMPARE(vm.value<int>(u"y"_s), 2);
        QCOMPARE(vm.a.value(), 7);
    }

    void block_ofAnotherViewModelInsideABlockIsFine_data() { addWays(); }
    void block_ofAnotherViewModelInsideABlockIsFine()
    {
        QFETCH(const Way, way);
        InWay in(way);
        Sample vm, other;
        const StateToken token = other.token();
        int fromOther = 0;
        QCOMPARE(run(in, vm, [&](TaskContext &context) {
            context.modify([&](LiveState &state) {
                fromOther = modifyState(token, [&](LiveState &inner) {
                    inner.assign(u"x"_s, state.value<int>(u"b"_s) * 10);
                    state.assign(u"x"_s, 3);
                    return inner.value<int>(u"x"_s);
                });
            });
        }), Outcome::Ok);
        QCOMPARE(fromOther, 20);
        QCOMPARE(other.value<int>(u"x"_s), 20);
        QCOMPARE(vm.value<int>(u"x"_s), 3);
        // The other way round: the block of the run inside of one by a token.
        QCOMPARE(run(in, vm, [&](TaskContext &context) {
            modifyState(token, [&](LiveState &outer) {
                outer.assign(u"y"_s, context.modify([](LiveState &state) { return state.value<int>(u"x"_s) + 1; }));
            });
        }), Outcome::Ok);
        QCOMPARE(other.value<int>(u"y"_s), 4);
    }

    void block_ofAnotherThreadInsideABlockThrows()
    {
        Home home;
        std::unique_ptr<ViewModel> away;
        StateToken token;
        home.run([&] {
            away = std::make_unique<ViewModel>();
            token = away->token();
        });
        Sample vm;
        const StateToken own = vm.token();
        QString error;
        bool called = false;
        // It would wait for a thread that may wait for this one.
        QCOMPARE(run(vm, [&](TaskContext &context) {
            context.modify([&](LiveState &state) {
                state.assign(u"x"_s, 9);
                error = thrownBy([&] { modifyState(token, [&](LiveState &) { called = true; }); });
            });
        }), Outcome::Ok);
        QVERIFY2(error.startsWith(u"ImmutableStateError"_s), qPrintable(error));
        QCOMPARE(vm.value<int>(u"x"_s), 9);
        // So would the thread of the application; and a block of that thread, for this one.
        error.clear();
        error = thrownBy([&] { modifyState(token, [&](LiveState &) { called = true; }); });
        QVERIFY2(error.startsWith(u"ImmutableStateError"_s), qPrintable(error));
        std::atomic<bool> done = false;
        std::thread elsewhere([&] {
            modifyState(token, [&](LiveState &) {
                error = thrownBy([&] { modifyState(own, [&](LiveState &) { called = true; }); });
            });
            done = true;
        });
        EVENTUALLY(done);
        elsewhere.join();
        QVERIFY2(error.startsWith(u"ImmutableStateError"_s), qPrintable(error));
        QVERIFY(!called);
        home.run([&] { away.reset(); });
    }

    void state_onAnotherThreadThrows_data() { addWays(); }
    void state_onAnotherThreadThrows()
    {
        QFETCH(const Way, way);
        InWay in(way);
        Sample vm;
        QStringList errors;
        QCOMPARE(run(in, vm, [&](TaskContext &context) {
            context.modify([&](LiveState &state) {
                state.assign(u"x"_s, 5);
                std::thread([&] {
                    errors << thrownBy([&] { state.value(u"x"_s); }) << thrownBy([&] { state.value<int>(u"x"_s); })
                           << thrownBy([&] { state.contains(u"x"_s); }) << thrownBy([&] { state.assign(u"x"_s, 6); })
                           << thrownBy([&] { state.assign({{u"x"_s, 6}}); })
                           << thrownBy([&] { state.update(u"x"_s, [](int n) { return n + 1; }); });
                }).join();
            });
        }), Outcome::Ok);
        QCOMPARE(errors.filter(u"ImmutableStateError"_s).size(), 6);
        QCOMPARE(vm.value<int>(u"x"_s), 5);
    }

    void state_afterItsBlockThrows()
    {
        Sample vm;
        QStringList errors;
        LiveState *kept = nullptr;
        connect(&vm, &ViewModel::assigned, this, [&] {
            errors << thrownBy([&] { kept->value(u"x"_s); }) << thrownBy([&] { kept->assign(u"y"_s, 6); });
        });
        QCOMPARE(runHere(vm, [&](TaskContext &context) {
            context.modify([&](LiveState &state) {
                kept = &state;
                state.assign(u"x"_s, 5);
            });
        }), Outcome::Ok);
        QCOMPARE(errors.filter(u"ImmutableStateError"_s).size(), 2);
        QCOMPARE(vm.value<int>(u"y"_s), 2);
    }

    void state_cannotBeAssignedByAnUpdateFunctor()
    {
        Sample vm;
        QString error;
        QCOMPARE(run(vm, [&](TaskContext &context) {
            context.modify([&](LiveState &state) {
                error = thrownBy([&] {
                    state.update(u"x"_s, [&](int n) {
                        state.assign(u"y"_s, 9);
                        return n + 1;
                    });
                });
                state.assign(u"a"_s, 9);
            });
        }), Outcome::Ok);
        QVERIFY2(error.startsWith(u"ImmutableStateError"_s), qPrintable(error));
        QCOMPARE(vm.value<int>(u"x"_s), 1);
        QCOMPARE(vm.value<int>(u"y"_s), 2);
        QCOMPARE(vm.a.value(), 9);
    }

    void block_isAskedForWhileTheHomeThreadIsBusy()
    {
        Sample vm;
        const Gate asks;
        std::atomic<bool> called = false;
        const Task task = vm.background(u"t"_s, [&](TaskContext &context) {
            asks.open();
            context.modify([&](LiveState &state) {
                called = true;
                state.update(u"x"_s, [](int n) { return n * 10; });
            });
        });
        asks.pass();
        // It waits, and gives its thread back: others get through. Nobody waits here.
        for (int i = 0; i < 4; ++i) {
            const Gate ran;
            vm.assignAsync(u"other"_s, [ran] {
                ran.open();
                return Assigns();
            });
            ran.pass();
        }
        QVERIFY(!called);
        QVERIFY(task.isActive());
        vm.assign(u"x"_s, 4); // the block finds the newest state
        EVENTUALLY(task.outcome() == Outcome::Ok);
        QCOMPARE(vm.value<int>(u"x"_s), 40);
    }

    void block_mayStartTasks_data() { addWays(); }
    void block_mayStartTasks()
    {
        QFETCH(const Way, way);
        InWay in(way);
        Sample vm, other;
        Task started, elsewhere;
        QCOMPARE(run(in, vm, [&](TaskContext &context) {
            context.modify([&](LiveState &state) {
                state.assign(u"x"_s, 5);
                started = vm.assignAsync(u"other"_s, [] { return Assigns{{u"y"_s, 6}}; });
                elsewhere = other.background(u"other"_s, [](TaskContext &inner) {
                    inner.modify([](LiveState &its) { its.assign(u"y"_s, 7); });
                });
            });
        }), Outcome::Ok);
        QVERIFY(in.finish(other));
        QCOMPARE(started.outcome(), Outcome::Ok);
        QCOMPARE(elsewhere.outcome(), Outcome::Ok);
        QCOMPARE(vm.value<int>(u"x"_s), 5);
        QCOMPARE(vm.value<int>(u"y"_s), 6);
        QCOMPARE(other.value<int>(u"y"_s), 7);
    }

    void handler_ofABlocksCommitMayAskForABlock_data() { addWays(); }
    void handler_ofABlocksCommitMayAskForABlock()
    {
        QFETCH(const Way, way);
        InWay in(way);
        Sample vm;
        const Recorder recorder(vm);
        const StateToken token = vm.token();
        connect(&vm, &Sample::aChanged, this, [&] {
            modifyState(token, [](LiveState &state) { state.assign(u"x"_s, state.value<int>(u"a"_s) * 10); });
        });
        QCOMPARE(run(in, vm, [](TaskContext &context) {
            context.modify([](LiveState &state) { state.assign(u"a"_s, 5); });
        }), Outcome::Ok);
        QVERIFY2(recorder.failures.isEmpty(), qPrintable(recorder.failures.value(0).message()));
        QCOMPARE(vm.value<int>(u"x"_s), 50);
    }

    void block_withAnEventLoopLetsOtherBlocksWait()
    {
        Sample vm;
        const Gate asks, ask;
        QStringList order;
        QString error;
        const Task second = vm.background(u"second"_s, [&](TaskContext &context) {
            ask.pass();
            asks.open();
            error = thrownBy([&] {
                context.modify([&](LiveState &state) {
                    order << u"second"_s;
                    state.update(u"x"_s, [](int n) { return n * 10; });
                });
            });
        });
        const Task first = vm.background(u"first"_s, [&](TaskContext &context) {
            context.modify([&](LiveState &state) {
                order << u"first begins"_s;
                ask.open();
                asks.pass();
                QEventLoop loop;
                // Four rounds of it: by then the other block has come, and was opened if it could be.
                int rounds = 0;
                QTimer timer;
                connect(&timer, &QTimer::timeout, &loop, [&] {
                    if (++rounds == 4)
                        loop.quit();
                });
                timer.start(0);
                loop.exec();
                state.update(u"x"_s, [](int n) { return n + 1; });
                order << u"first ends"_s;
            });
        });
        EVENTUALLY(!first.isActive() && !second.isActive());
        QCOMPARE(error, QString());
        QCOMPARE(order, (QStringList{u"first begins"_s, u"first ends"_s, u"second"_s}));
        QCOMPARE(vm.value<int>(u"x"_s), 20);
    }

    void block_mayPostWithoutEnd_data() { addWays(); }
    void block_mayPostWithoutEnd()
    {
        QFETCH(const Way, way);
        InWay in(way);
        Sample vm;
        QCOMPARE(run(in, vm, [](TaskContext &context) {
            context.modify([&](LiveState &) {
                for (int i = 0; i < 3000; ++i) // more than a producer may have on its way
                    context.post({{u"x"_s, update([](int n) { return n + 1; })}});
            });
        }), Outcome::Ok);
        QCOMPARE(vm.value<int>(u"x"_s), 3001);
    }

    void block_cannotMakeTheHomeThreadWait()
    {
        Sample vm;
        QStringList errors;
        std::atomic<int> called = 0;
        QCOMPARE(run(vm, [&](TaskContext &context) {
            const auto part = [&](TaskContext &inner) { ++called; inner.modify([](LiveState &) { }); };
            context.modify([&](LiveState &state) {
                state.assign(u"x"_s, 9);
                errors << thrownBy([&] { gather(part, part)(context); }) << thrownBy([&] { context.sleep(1h); });
            });
        }), Outcome::Ok);
        QCOMPARE(errors.filter(u"the home thread waits for nobody"_s).size(), 2);
        QCOMPARE(called, 0);
        QCOMPARE(vm.value<int>(u"x"_s), 9);
    }

    void block_thatMovesItsViewModelCommitsNothing()
    {
        Home home;
        auto vm = std::make_unique<Sample>();
        QString error;
        const Gate done;
        vm->background(u"t"_s, [&, done](TaskContext &context) {
            error = thrownBy([&] {
                context.modify([&](LiveState &state) {
                    state.assign(u"x"_s, 9);
                    vm->moveToThread(home.thread());
                });
            });
            done.open();
        });
        EVENTUALLY(vm->thread() == home.thread());
        done.pass();
        QVERIFY2(error.startsWith(u"ImmutableStateError"_s), qPrintable(error));
        home.run([&] {
            QCOMPARE(vm->value<int>(u"x"_s), 1);
            modifyState(vm->token(), [](LiveState &state) { state.assign(u"x"_s, 2); });
            QCOMPARE(vm->value<int>(u"x"_s), 2);
            vm.reset();
        });
    }
};

QTEST_GUILESS_MAIN(TestBlockNesting)
#include "moc_storefixture.cpp"
#include "tst_block_nesting.moc"
