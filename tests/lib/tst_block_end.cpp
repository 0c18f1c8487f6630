// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// B6: blocks whose ViewModel dies, or whose run ends, before, while or after they are called.

#include "storefixture.h"
#include "ways.h"

#include <QPointer>

using namespace Aside;
using namespace Test;

namespace {

const QString gone = u"StateGoneError: the ViewModel is gone"_s;

enum class End { Cancel, CancelAll, Supersede, RefusedPost };

void addEnds()
{
    QTest::addColumn<End>("end");
    QTest::newRow("canceled") << End::Cancel;
    QTest::newRow("canceled with all") << End::CancelAll;
    QTest::newRow("superseded") << End::Supersede;
    QTest::newRow("failed by a post") << End::RefusedPost;
}

} // namespace

class TestBlockEnd : public QObject
{
    Q_OBJECT

private:
    static void addDestroyed()
    {
        QTest::addColumn<OnDestroyed>("onDestroyed");
        QTest::newRow("cancel") << OnDestroyed::Cancel;
        QTest::newRow("detach") << OnDestroyed::Detach;
    }
    static TaskOptions options(OnDestroyed onDestroyed)
    {
        return {.policy = Policy::Parallel, .onDestroyed = onDestroyed};
    }

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup() { QVERIFY(settle()); }

    void viewModel_diesWhileBlocksWait_data() { addDestroyed(); }
    void viewModel_diesWhileBlocksWait()
    {
        QFETCH(const OnDestroyed, onDestroyed);
        constexpr int runs = 10;
        std::array<QStringList, runs> errors;
        std::atomic<int> called = 0;
        const Gate asks, ended;
        auto vm = std::make_unique<Sample>();
        for (QStringList &error : errors) {
            vm->background(u"t"_s, [&, asks, ended](TaskContext &context) {
                asks.open();
                for (int i = 0; i < 3; ++i) // one that waits, and later ones
                    error << thrownBy([&] { context.modify([&](LiveState &) { ++called; }); });
                // What it has read before stays readable.
                error << context.value<QString>(u"note"_s);
                // The block may hear of the death a moment before the run does.
                const bool canceled = onDestroyed == OnDestroyed::Cancel ? !context.sleep(deadline) : context.isCanceled();
                error << (canceled ? u"canceled"_s : u"goes on"_s);
                ended.open();
            }, options(onDestroyed));
        }
        for (int i = 0; i < runs; ++i)
            asks.pass();
        waitUntilAllWait();
        vm.reset();
        for (int i = 0; i < runs; ++i)
            ended.pass();
        QCOMPARE(called, 0);
        const QString end = onDestroyed == OnDestroyed::Cancel ? u"canceled"_s : u"goes on"_s;
        for (const QStringList &error : errors)
            QCOMPARE(error, (QStringList{gone, gone, gone, u"start"_s, end}));
    }

    void viewModel_hasDiedBeforeTheBlock_data() { addDestroyed(); }
    void viewModel_hasDiedBeforeTheBlock()
    {
        QFETCH(const OnDestroyed, onDestroyed);
        const Gate began, ask, ended;
        QString error;
        auto vm = std::make_unique<ViewModel>();
        vm->background(u"t"_s, [&, began, ask, ended](TaskContext &context) {
            began.open();
            ask.pass();
            error = thrownBy([&] { context.modify([](LiveState &) { }); });
            ended.open();
        }, options(onDestroyed));
        began.pass();
        vm.reset();
        ask.open();
        ended.pass();
        QCOMPARE(error, gone);
    }

    void viewModel_diesInTheBlock_data() { addWays(); }
    void viewModel_diesInTheBlock()
    {
        QFETCH(const Way, way);
        InWay in(way);
        const QPointer<Sample> vm(new Sample);
        QStringList errors;
        std::atomic<bool> canceled = false;
        const Task task = vm->background(u"t"_s, [&](TaskContext &context) {
            context.modify([](LiveState &state) { state.assign(u"note"_s, u"kept"_s); });
            errors << thrownBy([&] {
                context.modify([&](LiveState &state) {
                    state.assign(u"x"_s, 5);
                    delete vm.data();
                    errors << thrownBy([&] { state.value(u"x"_s); });
                });
            });
            errors << thrownBy([&] { context.modify([](LiveState &) { }); }) << context.value<QString>(u"note"_s);
            context.post({{u"x"_s, 1}});
            context.setProgress(0.5, u"late"_s);
            canceled = context.isCanceled();
        });
        in.step();
        EVENTUALLY(!vm && canceled);
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QVERIFY(settle());
        QCOMPARE(errors, (QStringList{gone, gone, gone, u"kept"_s}));
    }

    void viewModel_diesByTheCommitOfTheBlock_data() { addWays(); }
    void viewModel_diesByTheCommitOfTheBlock()
    {
        QFETCH(const Way, way);
        InWay in(way);
        const QPointer<Sample> vm(new Sample);
        connect(vm, &Sample::aChanged, [vm] { delete vm.data(); });
        QString error;
        const Gate ended;
        vm->background(u"t"_s, [&, ended](TaskContext &context) {
            error = thrownBy([&] {
                for (int i = 2; i < 1'000'000; ++i)
                    context.modify([i](LiveState &state) { state.assign(u"a"_s, i); });
            });
            ended.open();
        });
        in.step();
        EVENTUALLY(!vm);
        ended.pass();
        QCOMPARE(error, gone);
    }

    void viewModel_diesInTheBlockOfAnother()
    {
        ViewModel vm;
        auto *const other = new ViewModel;
        const QPointer<ViewModel> alive(other);
        QString error;
        bool called = false;
        const Gate asks, ended;
        const Task killer = vm.background(u"killer"_s, [&, asks](TaskContext &context) {
            asks.open();
            context.modify([&](LiveState &state) {
                delete other;
                state.assign(u"done"_s, true);
            });
        });
        asks.pass();
        waitUntilAllWait(); // its block is the first
        other->background(u"t"_s, [&, asks, ended](TaskContext &context) {
            asks.open();
            error = thrownBy([&] { context.modify([&](LiveState &) { called = true; }); });
            ended.open();
        });
        asks.pass();
        waitUntilAllWait();
        EVENTUALLY(!alive);
        ended.pass();
        QCOMPARE(error, gone);
        QVERIFY(!called);
        EVENTUALLY(killer.outcome() == Outcome::Ok);
        QVERIFY(vm.contains(u"done"_s));
    }

    void run_endsWhileItsBlockWaits_data() { addEnds(); }
    void run_endsWhileItsBlockWaits()
    {
        QFETCH(const End, end);
        Sample vm;
        QStringList errors;
        bool called = false;
        const Gate asks, ended;
        const auto functor = [&, asks, ended, end](TaskContext &context) {
            if (end == End::RefusedPost)
                context.post({{u"parent"_s, 1}});
            asks.open();
            for (int i = 0; i < 2; ++i) // one that waits, and a later one
                errors << thrownBy([&] { context.modify([&](LiveState &) { called = true; }); });
            errors << context.value<QString>(u"note"_s);
            ended.open();
        };
        Task task = vm.background(u"t"_s, functor);
        asks.pass();
        waitUntilAllWait();
        Outcome outcome = Outcome::Canceled;
        switch (end) {
        case End::Cancel: task.cancel(); break;
        case End::CancelAll: vm.cancelAll(); break;
        case End::Supersede:
            vm.assignAsync(u"t"_s, [] { return Assigns(); });
            outcome = Outcome::Superseded;
            break;
        case End::RefusedPost:
            EVENTUALLY(!task.isActive());
            outcome = Outcome::Failed;
            break;
        }
        QCOMPARE(task.outcome(), outcome);
        ended.pass();
        QVERIFY(settle());
        QVERIFY(!called);
        QCOMPARE(errors, (QStringList{u"Canceled"_s, u"Canceled"_s, u"start"_s}));
    }

    void run_isCanceledByTheBlockBeforeItsOwn()
    {
        Sample vm;
        Task second;
        QString error;
        bool called = false;
        const Gate asks, ended;
        vm.background(u"first"_s, [&, asks](TaskContext &context) {
            asks.open();
            context.modify([&](LiveState &state) {
                state.assign(u"x"_s, 5);
                second.cancel();
            });
        });
        asks.pass();
        waitUntilAllWait();
        second = vm.background(u"second"_s, [&, asks, ended](TaskContext &context) {
            asks.open();
            error = thrownBy([&] { context.modify([&](LiveState &) { called = true; }); });
            ended.open();
        });
        asks.pass();
        waitUntilAllWait();
        EVENTUALLY(second.outcome() == Outcome::Canceled);
        ended.pass();
        QVERIFY(!called);
        QCOMPARE(error, u"Canceled"_s);
        QCOMPARE(vm.value<int>(u"x"_s), 5);
    }

    void run_isOutOfTimeBeforeItAsks_data() { addWays(); }
    void run_isOutOfTimeBeforeItAsks()
    {
        QFETCH(const Way, way);
        InWay in(way);
        Sample vm;
        QString error;
        bool called = false;
        std::atomic<bool> ended = false;
        const Task task = vm.background(u"t"_s, [&](TaskContext &context) {
            while (context.sleep(1s)) { }
            error = thrownBy([&] { context.modify([&](LiveState &) { called = true; }); });
            ended = true;
        }, {.timeout = 5ms});
        QVERIFY(in.finish(vm));
        EVENTUALLY(ended);
        QCOMPARE(task.failure().kind(), Failure::Kind::Timeout);
        QCOMPARE(error, u"Canceled"_s);
        QVERIFY(!called);
    }

    void run_isEndedByItsOwnBlock_data()
    {
        QTest::addColumn<Way>("way");
        QTest::addColumn<bool>("supersede");
        for (const bool supersede : {false, true}) {
            const char *const how = supersede ? "superseded" : "canceled";
            QTest::addRow("%s, on workers", how) << Way::Workers << supersede;
            QTest::addRow("%s, stepped", how) << Way::Stepped << supersede;
            QTest::addRow("%s, synchronous", how) << Way::Synchronous << supersede;
        }
    }
    void run_isEndedByItsOwnBlock()
    {
        QFETCH(const Way, way);
        QFETCH(const bool, supersede);
        InWay in(way);
        Sample vm;
        const Story story(vm);
        int returned = 0;
        QStringList errors;
        std::atomic<bool> ended = false;
        vm.background(u"t"_s, [&](TaskContext &context) {
            returned = context.modify([&](LiveState &state) {
                state.assign(u"x"_s, 5);
                if (supersede)
                    vm.assignAsync(u"t"_s, [] { return Assigns{{u"y"_s, 6}}; });
                else
                    vm.cancelAsync(u"t"_s);
                return 8;
            });
            errors << (context.isCanceled() ? u"canceled"_s : u"goes on"_s);
            errors << thrownBy([&] { context.modify([](LiveState &state) { state.assign(u"x"_s, 99); }); });
            errors << QString::number(context.value<int>(u"x"_s));
            ended = true;
            context.throwIfCanceled();
        });
        QVERIFY(in.finish(vm));
        EVENTUALLY(ended);
        QVERIFY(settle());
        // What had begun was a commit, and its caller hears of it.
        QCOMPARE(returned, 8);
        QCOMPARE(errors, (QStringList{u"canceled"_s, u"Canceled"_s, u"5"_s}));
        QCOMPARE(vm.value<int>(u"x"_s), 5);
        QCOMPARE(vm.value<int>(u"y"_s), supersede ? 6 : 2);
        QCOMPARE(story.lines.filter(u"t "_s).filter(supersede ? u"Superseded"_s : u"Canceled"_s).size(), 1);
        QCOMPARE(story.lines.filter(u"failed"_s), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestBlockEnd)
#include "moc_storefixture.cpp"
#include "tst_block_end.moc"
