// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// B2, B4: what a block sees, changes and returns, and what becomes of it when it throws.

#include "storefixture.h"
#include "ways.h"

#include <stdexcept>

using namespace Aside;
using namespace Test;

namespace {

int notThirteen(int n)
{
    if (n == 13)
        throw std::runtime_error("unlucky");
    return n;
}

class Picky : public ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(int, n, 1)
    ASIDE_COMPUTED(int, same, notThirteen(n), n)
};

} // namespace

class TestBlock : public QObject
{
    Q_OBJECT

private:
    /// Calls \a functor as a background run, and waits until that has ended.
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

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup() { QVERIFY(settle()); }

    void modify_returnsWhatTheBlockReturns_data() { addWays(); }
    void modify_returnsWhatTheBlockReturns()
    {
        QFETCH(const Way, way);
        InWay in(way);
        Sample vm;
        int number = 0;
        QString text;
        std::unique_ptr<int> owned;
        QVariant variant;
        QString copied;
        const auto functor = [&](TaskContext &context) {
            number = context.modify([](LiveState &state) { return state.value<int>(u"x"_s) + 41; });
            text = context.modify([](LiveState &state) { return state.value<QString>(u"label"_s); });
            owned = context.modify([](LiveState &) { return std::make_unique<int>(7); });
            variant = context.modify([](const LiveState &state) { return state.value(u"note"_s); });
            const QString local = u"a reference"_s;
            copied = context.modify([&](LiveState &) -> const QString & { return local; });
            static_assert(std::is_same_v<decltype(context.modify([&](LiveState &) -> const QString & { return local; })), QString>);
            static_assert(std::is_void_v<decltype(context.modify([](LiveState &) { }))>);
        };
        QCOMPARE(run(in, vm, functor), Outcome::Ok);
        QCOMPARE(number, 42);
        QCOMPARE(text, u"start"_s);
        QVERIFY(owned && *owned == 7);
        QCOMPARE(variant, QVariant(u"start"_s));
        QCOMPARE(copied, u"a reference"_s);
    }

    void block_runsOnTheHomeThreadAndItsRunDoesNot()
    {
        ViewModel vm;
        QThread *ofBlock = nullptr;
        QThread *ofRun = nullptr;
        QCOMPARE(run(vm, [&](TaskContext &context) {
            ofRun = QThread::currentThread();
            ofBlock = context.modify([](LiveState &) { return QThread::currentThread(); });
        }), Outcome::Ok);
        QCOMPARE(ofBlock, thread());
        QVERIFY(ofRun && ofRun != thread());
    }

    void block_isOneCommit_data() { addWays(); }
    void block_isOneCommit()
    {
        QFETCH(const Way, way);
        InWay in(way);
        Sample vm;
        Recorder recorder(vm);
        QList<QList<int>> seen;
        const auto look = [&] { seen.append({vm.a.value(), vm.b.value(), vm.total.value(), vm.value<int>(u"x"_s)}); };
        connect(&vm, &ViewModel::assigned, this, look);
        QCOMPARE(run(in, vm, [](TaskContext &context) {
            context.modify([](LiveState &state) {
                state.assign(u"b"_s, 0);
                state.assign(u"a"_s, 5);
                state.assign({{u"x"_s, 10}, {u"b"_s, 20}});
                state.update(u"a"_s, [](int n) { return n + 1; });
                state.update(u"a"_s, [](int n) { return n + 1; });
            });
        }), Outcome::Ok);
        QCOMPARE(recorder.take(), (QStringList{u"b"_s, u"a"_s, u"x"_s, u"total"_s, u"[b a x total]"_s}));
        QCOMPARE(seen, QList<QList<int>>(4, {7, 20, 27, 10}));
    }

    void blocks_areACommitEach()
    {
        Sample vm;
        QCOMPARE(runHere(vm, [&](TaskContext &context) {
            const Recorder recorder(vm);
            for (int i = 1; i <= 3; ++i) {
                context.modify([i](LiveState &state) { state.assign(u"x"_s, 10 * i); });
                QCOMPARE(recorder.log.size(), 2 * i);
            }
        }), Outcome::Ok);
        QCOMPARE(vm.value<int>(u"x"_s), 30);
    }

    void block_readsTheNewestStateAndItsOwnChanges_data() { addWays(); }
    void block_readsTheNewestStateAndItsOwnChanges()
    {
        QFETCH(const Way, way);
        InWay in(way);
        Sample vm;
        QVariantList read;
        QCOMPARE(run(in, vm, [&](TaskContext &context) {
            context.post({{u"x"_s, 3}}); // whatever is posted before has landed by then
            context.modify([&](LiveState &state) {
                read << state.value(u"x"_s) << state.contains(u"new"_s) << state.value(u"new"_s);
                state.assign(u"x"_s, 4);
                state.assign(u"new"_s, u"here"_s);
                state.assign(u"a"_s, 4.0); // what a declared assign makes of it
                read << state.value(u"x"_s) << state.contains(u"new"_s) << state.value(u"new"_s) << state.value(u"a"_s);
                read << state.value<int>(u"nowhere"_s, 9);
                read << state.value(u"total"_s); // follows with the commit
            });
            context.modify([&](LiveState &state) { read << state.value(u"total"_s); });
        }), Outcome::Ok);
        QCOMPARE(read, (QVariantList{3, false, {}, 4, true, u"here"_s, 4, 9, 3, 6}));
        QCOMPARE(read[6].metaType(), QMetaType::fromType<int>());
    }

    void block_readsAsAType()
    {
        Sample vm;
        QString error;
        QCOMPARE(run(vm, [&](TaskContext &context) {
            error = thrownBy([&] { context.modify([](LiveState &state) { return state.value<int>(u"note"_s); }); });
        }), Outcome::Ok);
        QVERIFY2(error.startsWith(u"AssignError"_s) && error.contains(u"note"_s), qPrintable(error));
    }

    void block_thatChangesNothingTellsNobody_data() { addWays(); }
    void block_thatChangesNothingTellsNobody()
    {
        QFETCH(const Way, way);
        InWay in(way);
        Sample vm;
        const Recorder recorder(vm);
        QCOMPARE(run(in, vm, [](TaskContext &context) {
            context.modify([](LiveState &) { });
            context.modify([](LiveState &state) {
                state.assign(u"a"_s, 9);
                state.assign({{u"a"_s, 1}, {u"x"_s, 1}});
                state.update(u"note"_s, [](const QString &text) { return text; });
            });
        }), Outcome::Ok);
        QCOMPARE(recorder.log, QStringList());
    }

    void block_thatThrowsIsRolledBackAndReachesTheWorker_data()
    {
        QTest::addColumn<Way>("way");
        QTest::addColumn<int>("what");
        for (int way = 0; way < 3; ++way) {
            for (int what = 0; what < 3; ++what)
                QTest::addRow("%d, way %d", what, way) << Way(way) << what;
        }
    }
    void block_thatThrowsIsRolledBackAndReachesTheWorker()
    {
        QFETCH(const Way, way);
        QFETCH(const int, what);
        InWay in(way);
        Sample vm;
        const State before(vm);
        const Recorder recorder(vm);
        bool reached = false;
        QCOMPARE(run(in, vm, [&](TaskContext &context) {
            try {
                context.modify([what](LiveState &state) -> int {
                    state.assign({{u"a"_s, 100}, {u"x"_s, 100}, {u"fresh"_s, 100}});
                    switch (what) {
                    case 0: throw std::out_of_range("text");
                    case 1: throw 17;
                    default: state.update(u"x"_s, [](int) -> int { throw std::logic_error("in an update"); });
                    }
                    return 1;
                });
            } catch (const std::out_of_range &error) {
                reached = what == 0 && std::string(error.what()) == "text";
            } catch (int number) {
                reached = what == 1 && number == 17;
            } catch (const std::logic_error &error) {
                reached = what == 2 && std::string(error.what()) == "in an update";
            }
        }), Outcome::Ok);
        QVERIFY(reached);
        QVERIFY(State(vm) == before);
        QCOMPARE(recorder.log, QStringList());
        QCOMPARE(run(in, vm, [](TaskContext &context) { // and the next one lands
            context.modify([](LiveState &state) { state.assign(u"a"_s, 2); });
        }), Outcome::Ok);
        QCOMPARE(vm.a.value(), 2);
    }

    void block_thatThrowsFailsTheRunIfNobodyCatches_data() { addWays(); }
    void block_thatThrowsFailsTheRunIfNobodyCatches()
    {
        QFETCH(const Way, way);
        InWay in(way);
        Sample vm;
        const Story story(vm);
        QCOMPARE(run(in, vm, [](TaskContext &context) {
            context.modify([](LiveState &state) {
                state.assign(u"a"_s, 100);
                throw std::runtime_error("on purpose");
            });
        }), Outcome::Failed);
        QCOMPARE(story.lines, (QStringList{u"failed t: on purpose"_s, u"t Failed"_s}));
    }

    void block_refuses_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("an empty key") << QString() << QVariant(1);
        QTest::newRow("a reserved key") << u"_async"_s << QVariant(1);
        QTest::newRow("a member's name") << u"parent"_s << QVariant(1);
        QTest::newRow("a computed assign") << u"total"_s << QVariant(1);
        QTest::newRow("a value that does not fit") << u"a"_s << QVariant(u"text"_s);
        QTest::newRow("an update of nothing") << u"absent"_s << QVariant();
        QTest::newRow("an update of another type") << u"note"_s << QVariant();
    }
    void block_refuses()
    {
        QFETCH(const QString, key);
        QFETCH(const QVariant, value);
        for (const Way way : {Way::Workers, Way::Synchronous}) {
            InWay in(way);
            Sample vm;
            QString direct;
            QString within;
            QString atTheWorker;
            const auto change = [&](auto &state) {
                if (value.isValid())
                    state.assign({{u"x"_s, 50}, {key, value}, {u"y"_s, 50}});
                else
                    state.assign({{u"x"_s, 50}, {key, update([](int n) { return n + 1; })}, {u"y"_s, 50}});
            };
            const State before(vm);
            direct = thrownBy([&] { change(vm); });
            QCOMPARE(run(in, vm, [&](TaskContext &context) {
                atTheWorker = thrownBy([&] { context.modify([&](LiveState &state) { state.assign(u"b"_s, 9); change(state); }); });
            }), Outcome::Ok);
            QVERIFY(State(vm) == before);
            // At once, and all or nothing of the one call: a block that catches goes on.
            QCOMPARE(run(in, vm, [&](TaskContext &context) {
                context.modify([&](LiveState &state) {
                    state.assign(u"b"_s, 9);
                    within = thrownBy([&] { change(state); });
                });
            }), Outcome::Ok);
            QVERIFY2(direct.startsWith(u"AssignError"_s), qPrintable(direct));
            QCOMPARE(within, direct);
            QCOMPARE(atTheWorker, direct);
            QCOMPARE(vm.value<int>(u"b"_s), 9);
            QCOMPARE(vm.value<int>(u"x"_s), 1);
            QCOMPARE(vm.value<int>(u"y"_s), 2);
        }
    }

    void block_isRefusedWholeIfAComputedAssignThrows()
    {
        Picky vm;
        const State before(vm);
        const Recorder recorder(vm);
        QString error;
        QCOMPARE(run(vm, [&](TaskContext &context) {
            error = thrownBy([&] {
                context.modify([](LiveState &state) { state.assign({{u"n"_s, 13}, {u"fresh"_s, 1}}); });
            });
        }), Outcome::Ok);
        QCOMPARE(error, u"exception: unlucky"_s);
        QVERIFY(State(vm) == before);
        QCOMPARE(recorder.log, QStringList());
    }

    void blocks_ofManyRunsLoseNoUpdate()
    {
        ViewModel vm;
        vm.assign({{u"n"_s, 0}, {u"inside"_s, 0}});
        std::atomic<int> inside = 0;
        for (int run = 0; run < 8; ++run) {
            vm.background(u"t"_s, [&inside](TaskContext &context) {
                for (int i = 0; i < 250; ++i) {
                    context.modify([&inside](LiveState &state) {
                        if (++inside != 1)
                            throw std::runtime_error("not alone");
                        state.assign(u"n"_s, state.value<int>(u"n"_s) + 1);
                        --inside;
                    });
                }
            });
        }
        Testing::TaskSpy spy(vm);
        QVERIFY(Testing::waitForIdle(vm, deadline));
        QCOMPARE(spy.outcomes(u"t"_s), QList<Outcome>(8, Outcome::Ok));
        QCOMPARE(vm.value<int>(u"n"_s), 2000);
    }

    void block_comesAfterWhatItsRunHasPosted_data() { addWays(); }
    void block_comesAfterWhatItsRunHasPosted()
    {
        QFETCH(const Way, way);
        InWay in(way);
        Sample vm;
        QList<int> seen;
        QCOMPARE(run(in, vm, [&](TaskContext &context) {
            for (int i = 0; i < 50; ++i) {
                context.post({{u"x"_s, update([](int n) { return n + 1; })}});
                seen << context.modify([](LiveState &state) { return state.value<int>(u"x"_s); });
                context.post({{u"x"_s, 0}});
            }
        }), Outcome::Ok);
        QCOMPARE(seen.first(), 2);
        QCOMPARE(seen.mid(1), QList<int>(49, 1));
    }
};

QTEST_GUILESS_MAIN(TestBlock)
#include "moc_storefixture.cpp"
#include "tst_block.moc"
