// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// B1, B3: background runs side by side, and what they read outside of blocks. Blocks: tst_block*.

#include "storefixture.h"
#include "ways.h"

#include <aside/mailbox_p.h>

#include <QFuture>
#include <QSignalSpy>
#include <QtConcurrentRun>

#include <thread>

using namespace Aside;
using namespace Test;

class TestBackground : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup() { QVERIFY(settle()); }

    void runs_ofANameGoOnSideBySide()
    {
        ViewModel vm;
        Testing::TaskSpy spy(vm);
        const Gate began, finish;
        constexpr int runs = 5;
        for (int i = 0; i < runs; ++i) {
            vm.background(u"t"_s, [=](TaskContext &context) {
                began.open();
                finish.pass();
                context.modify([i](LiveState &state) { state.assign(QString::number(i), true); });
            }, {.policy = Policy::Parallel, .lane = Lane::Io});
        }
        for (int i = 0; i < runs; ++i)
            began.pass(); // none has ended
        QCOMPARE(vm.value(u"_async"_s).toMap().value(u"t"_s).toMap().value(u"count"_s), runs);
        QCOMPARE(spy.count(), 0);
        finish.open(runs);
        EVENTUALLY(spy.count() == runs);
        QCOMPARE(spy.outcomes(u"t"_s), QList<Outcome>(runs, Outcome::Ok));
        QCOMPARE(vm.keys().size(), runs);
    }

    void runs_areParallelUnlessTheOptionsSayOtherwise()
    {
        Testing::ManualScheduler scheduler;
        ViewModel vm;
        const auto sleep = [](TaskContext &context) { context.sleep(1s); };
        const Task first = vm.background(u"t"_s, sleep);
        const Task second = vm.background(u"t"_s, sleep);
        QCOMPARE(scheduler.runAll(), 2);
        const Task dropped = vm.background(u"t"_s, [](TaskContext &context) {
            context.modify([](LiveState &state) { state.assign(u"dropped"_s, true); });
        }, {.policy = Policy::Drop});
        QCOMPARE(scheduler.runAll(), 0);
        const Task last = vm.background(u"t"_s, sleep, {.policy = Policy::Supersede});
        QCOMPARE(first.outcome(), Outcome::Superseded);
        QCOMPARE(second.outcome(), Outcome::Superseded);
        scheduler.advance(1s);
        QCOMPARE(last.outcome(), Outcome::Ok);
        QVERIFY(!vm.contains(u"dropped"_s));
    }

    void value_isThatOfTheStartAndThenOfTheLatestBlock()
    {
        Testing::ManualScheduler scheduler;
        Sample vm;
        QVariantList read;
        const Task task = vm.background(u"t"_s, [&](TaskContext &context) {
            const auto look = [&] { read << context.value(u"x"_s) << context.value<int>(u"a"_s) << context.value(u"total"_s); };
            look();
            context.sleep(1s);
            look(); // stale, and it does not change under one's hands
            context.modify([](LiveState &state) { state.assign(u"a"_s, 30); });
            look();
            context.sleep(1s);
            look();
            static_cast<void>(thrownBy([&] { context.modify([](LiveState &) { throw 1; }); }));
            look(); // it has seen the state, though it changed nothing
        });
        vm.assign(u"x"_s, 2); // after the start
        scheduler.runAll();
        vm.assign(u"x"_s, 3);
        scheduler.advance(1s);
        vm.assign(u"x"_s, 4);
        scheduler.advance(1s);
        QCOMPARE(task.outcome(), Outcome::Ok);
        QCOMPARE(read.mid(0, 3), (QVariantList{1, 1, 3}));
        QCOMPARE(read.mid(3, 3), (QVariantList{1, 1, 3}));
        QCOMPARE(read.mid(6, 3), (QVariantList{3, 30, 32}));
        QCOMPARE(read.mid(9, 3), (QVariantList{3, 30, 32}));
        QCOMPARE(read.mid(12, 3), (QVariantList{4, 30, 32}));
    }

    void value_hasNoKeysBeforeTheFirstBlockOfOtherTasks_data() { addWays(); }
    void value_hasNoKeysBeforeTheFirstBlockOfOtherTasks()
    {
        QFETCH(const Way, way);
        InWay in(way);
        Sample vm;
        QVariantList read;
        vm.assignAsync(u"t"_s, [&](TaskContext &context) {
            read << context.contains(u"x"_s) << context.value(u"x"_s) << context.value<int>(u"x"_s, 9);
            context.modify([](LiveState &) { });
            read << context.contains(u"x"_s) << context.value(u"x"_s) << context.value<int>(u"x"_s, 9);
            return Assigns();
        });
        QVERIFY(in.finish(vm));
        QCOMPARE(read, (QVariantList{false, QVariant(), 9, true, 1, 1}));
    }

    void value_isReadAsAType_data() { addWays(); }
    void value_isReadAsAType()
    {
        QFETCH(const Way, way);
        InWay in(way);
        Sample vm;
        QVariantList read;
        QString error;
        vm.background(u"t"_s, [&](TaskContext &context) {
            read << context.value<double>(u"a"_s) << context.value<QString>(u"note"_s) << context.value<QString>(u"nowhere"_s, u"else"_s)
                 << context.contains(u"nowhere"_s);
            error = thrownBy([&] { context.value<int>(u"note"_s); });
        });
        QVERIFY(in.finish(vm));
        QCOMPARE(read, (QVariantList{1.0, u"start"_s, u"else"_s, false}));
        QVERIFY2(error.startsWith(u"AssignError"_s) && error.contains(u"‘note’"_s), qPrintable(error));
    }

    void state_cannotBeWrittenOutsideOfABlock()
    {
        Sample vm;
        const State before(vm);
        QStringList errors;
        const Task task = vm.background(u"t"_s, [&](TaskContext &) {
            errors << thrownBy([&] { vm.assign(u"x"_s, 2); }) << thrownBy([&] { vm.a = 2; })
                   << thrownBy([&] { vm.update(u"x"_s, [](int n) { return n; }); }) << thrownBy([&] { vm.value(u"x"_s); });
        });
        EVENTUALLY(task.outcome() == Outcome::Ok);
        QCOMPARE(errors.filter(u"ImmutableStateError"_s).size(), 4);
        QVERIFY(State(vm) == before);
    }

    void sleepers_doNotDelayAShortTask()
    {
        ViewModel vm;
        vm.assign(u"rounds"_s, 0);
        const Gate began;
        constexpr int runs = 20;
        for (int i = 0; i < runs; ++i) {
            vm.background(u"sleeper"_s, [began](TaskContext &context) {
                began.open();
                while (context.sleep(500ms))
                    context.modify([](LiveState &state) { state.update(u"rounds"_s, [](int n) { return n + 1; }); });
            });
        }
        // With two cores, all of them are there only because those that sleep have given their threads back.
        for (int i = 0; i < runs; ++i)
            began.pass();
        Testing::TaskSpy spy(vm);
        const Task task = vm.assignAsync(u"short"_s, [] { return Assigns{{u"done"_s, true}}; });
        EVENTUALLY(task.outcome() == Outcome::Ok);
        QCOMPARE(spy.log(), QStringList{u"short Ok"_s});
        EVENTUALLY(vm.value<int>(u"rounds"_s) >= runs); // and they all go on
        vm.cancelAsync(u"sleeper"_s);
        QCOMPARE(spy.outcomes(u"sleeper"_s), QList<Outcome>(runs, Outcome::Canceled));
    }

    void blocks_leaveTheEventLoopItsShare()
    {
        ViewModel vm;
        vm.assign(u"n"_s, 0);
        setFrameBudget(0ns);
        int largest = 0;
        connect(Detail::Mailbox::ofCurrentThread().get(), &Detail::Mailbox::drained, this,
                [&](int parcels) { largest = std::max(largest, parcels); });
        for (int i = 0; i < 4; ++i) {
            vm.background(u"t"_s, [](TaskContext &context) {
                for (int round = 0; round < 200; ++round)
                    context.modify([](LiveState &state) { state.update(u"n"_s, [](int n) { return n + 1; }); });
            });
        }
        QVERIFY(Testing::waitForIdle(vm, deadline));
        disconnect(Detail::Mailbox::ofCurrentThread().get(), nullptr, this, nullptr);
        QCOMPARE(vm.value<int>(u"n"_s), 800);
        QCOMPARE(largest, 1);
    }

    void run_mayReturnAFuture()
    {
        ViewModel vm;
        const Task task = vm.background(u"t"_s, [](TaskContext &context) {
            context.modify([](LiveState &state) { state.assign(u"asked"_s, true); });
            return QtConcurrent::run([] { });
        });
        EVENTUALLY(task.outcome() == Outcome::Ok);
        QVERIFY(vm.contains(u"asked"_s));
    }

    void run_tellsItsFailure_data() { addWays(); }
    void run_tellsItsFailure()
    {
        QFETCH(const Way, way);
        InWay in(way);
        ViewModel vm;
        const Story story(vm);
        vm.background(u"t"_s, [](TaskContext &context) {
            context.modify([](LiveState &state) { state.assign(u"a"_s, 1); });
            throw std::runtime_error("behind the block");
        });
        QVERIFY(in.finish(vm));
        QCOMPARE(story.lines, (QStringList{u"assigned a"_s, u"changed a"_s, u"failed t: behind the block"_s, u"t Failed"_s}));
    }

    void synchronous_runEndsWhenItsLoopDoes()
    {
        const Testing::SynchronousScope synchronous;
        ViewModel vm;
        vm.assign(u"n"_s, 0);
        QThread *ranOn = nullptr;
        const Task task = vm.background(u"t"_s, [&](TaskContext &context) {
            ranOn = QThread::currentThread();
            while (context.sleep(24h)) {
                const int n = context.modify([](LiveState &state) {
                    state.update(u"n"_s, [](int value) { return value + 1; });
                    return state.value<int>(u"n"_s);
                });
                if (n == 1000)
                    break;
            }
        });
        QCOMPARE(task.outcome(), Outcome::Ok);
        QCOMPARE(ranOn, thread());
        QCOMPARE(vm.value<int>(u"n"_s), 1000);
    }

    void synchronous_threadsOfTheFunctorCannotAskForBlocks()
    {
        const Testing::SynchronousScope synchronous;
        ViewModel vm;
        QString error;
        const Task task = vm.background(u"t"_s, [&](TaskContext &context) {
            std::thread([&] { error = thrownBy([&] { context.modify([](LiveState &) { }); }); }).join(); // the home thread waits
        });
        QCOMPARE(task.outcome(), Outcome::Ok);
        QVERIFY2(error.startsWith(u"ImmutableStateError"_s), qPrintable(error));
    }

    void threads_ofTheFunctorMayAskForBlocks()
    {
        ViewModel vm;
        vm.assign(u"n"_s, 0);
        const Task task = vm.background(u"t"_s, [](TaskContext &context) {
            std::vector<std::thread> threads;
            for (int thread = 0; thread < 3; ++thread) {
                threads.emplace_back([&context] {
                    for (int i = 0; i < 100; ++i)
                        context.modify([](LiveState &state) { state.assign(u"n"_s, state.value<int>(u"n"_s) + 1); });
                });
            }
            for (std::thread &thread : threads)
                thread.join();
        });
        EVENTUALLY(task.outcome() == Outcome::Ok);
        QCOMPARE(vm.value<int>(u"n"_s), 300);
    }
};

QTEST_GUILESS_MAIN(TestBackground)
#include "moc_storefixture.cpp"
#include "tst_background.moc"
