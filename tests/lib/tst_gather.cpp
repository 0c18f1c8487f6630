// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T13: what a gather gives, and how its parts run and talk.

#include "storefixture.h"
#include "ways.h"

#include <QFuture>
#include <QtConcurrentRun>

#include <stdexcept>
#include <thread>

using namespace Aside;
using namespace Test;

namespace {

/// A tree of gathers with two parts each.
int countLeaves(TaskContext &context, int levels)
{
    if (levels == 0)
        return 1;
    const auto branch = [levels](TaskContext &inner) { return countLeaves(inner, levels - 1); };
    const auto [left, right] = gather(branch, branch)(context);
    return left + right;
}

/// A chain of gathers, one in the other.
int countDepth(TaskContext &context, int levels)
{
    if (levels == 0)
        return 0;
    return std::get<0>(gather([levels](TaskContext &inner) { return countDepth(inner, levels - 1); })(context)) + 1;
}

} // namespace

class TestGather : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup()
    {
        setAsync(true);
        QVERIFY(settle());
    }

    void gather_givesResultsInOrderAndOfTheirTypes_data() { addWays(); }
    void gather_givesResultsInOrderAndOfTheirTypes()
    {
        QFETCH(const Way, way);
        InWay in(way);
        ViewModel vm;
        const QString text = u"two"_s;
        const auto parts = gather([] { return 1; }, [&](TaskContext &) -> const QString & { return text; },
                                  [] { return std::make_unique<int>(3); }, [] { }, [] { return Assigns{{u"five"_s, 5}}; });
        using Result = std::tuple<int, QString, std::unique_ptr<int>, std::monostate, Assigns>;
        int calls = 0;
        vm.startAsync(u"t"_s, parts, [&](const TaskResult<Result> &result) {
            ++calls;
            QVERIFY(result.isOk());
            QCOMPARE(std::get<0>(result.value()), 1);
            QCOMPARE(std::get<1>(result.value()), u"two"_s);
            QCOMPARE(*std::get<2>(result.value()), 3);
            QCOMPARE(std::get<4>(result.value()).size(), 1);
        });
        QVERIFY(in.finish(vm));
        QCOMPARE(calls, 1);
        QCOMPARE(vm.keys(), QStringList());
    }

    void gather_isCalledWithinAFunctor_data() { addWays(); }
    void gather_isCalledWithinAFunctor()
    {
        QFETCH(const Way, way);
        InWay in(way);
        ViewModel vm;
        const Task task = vm.assignAsync(u"t"_s, [](TaskContext &context) {
            const int local = 20;
            const auto [left, right] = gather([&local] { return local + 1; }, [&local] { return local + 2; })(context);
            const auto [sum] = gather([l = left, r = right] { return l * 100 + r; })(context);
            return Assigns{{u"sum"_s, sum}};
        });
        QVERIFY(in.finish(vm));
        QCOMPARE(task.outcome(), Outcome::Ok);
        QCOMPARE(vm.value<int>(u"sum"_s), 2122);
    }

    void parts_runSideBySide()
    {
        ViewModel vm;
        const Gate first, second;
        // Each waits until the other one is there.
        const Task task = vm.startAsync(u"t"_s, gather([=] { first.open(); second.pass(); }, [=] { second.open(); first.pass(); }),
                                        [](const auto &) { });
        EVENTUALLY(task.outcome() == Outcome::Ok);
    }

    void parts_runOnTheLaneOfTheirRun()
    {
        ViewModel vm;
        const Gate began, finish;
        const auto part = [began, finish] { began.open(); finish.pass(); };
        const Task task = vm.startAsync(u"t"_s, gather(part, part, part, part, part, part, part, part, part, part),
                                        [](const auto &) { }, {.lane = Lane::Io});
        for (int i = 0; i < 10; ++i)
            began.pass(); // no other lane has as many threads, on a machine with few cores
        finish.open(10);
        EVENTUALLY(task.outcome() == Outcome::Ok);
    }

    void parts_haveThePriorityOfTheirRun()
    {
        Testing::ManualScheduler scheduler;
        ViewModel vm;
        QStringList turns;
        const auto turn = [&turns](const QString &name) { return [&turns, name] { turns += name; }; };
        vm.startAsync(u"high"_s, gather(turn(u"first"_s), turn(u"second"_s)), [](const auto &) { }, {.priority = Priority::High});
        vm.startAsync(u"normal"_s, turn(u"normal"_s), [](const auto &) { });
        scheduler.runAll();
        QCOMPARE(turns, (QStringList{u"first"_s, u"second"_s, u"normal"_s}));
    }

    void gathers_mayBeMoreThanThereAreThreads_data() { addWays(); }
    void gathers_mayBeMoreThanThereAreThreads()
    {
        QFETCH(const Way, way);
        InWay in(way);
        ViewModel vm;
        for (int i = 0; i < 3; ++i) {
            vm.assignAsync(u"wide %1"_s.arg(i), [i](TaskContext &context) {
                return Assigns{{u"wide %1"_s.arg(i), countLeaves(context, 6)}};
            });
        }
        vm.assignAsync(u"deep"_s, [](TaskContext &context) { return Assigns{{u"deep"_s, countDepth(context, 40)}}; });
        QVERIFY(in.finish(vm));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(vm.value<int>(u"wide %1"_s.arg(i)), 64);
        QCOMPARE(vm.value<int>(u"deep"_s), 40);
    }

    void gather_isAPartOfAGather_data() { addWays(); }
    void gather_isAPartOfAGather()
    {
        QFETCH(const Way, way);
        InWay in(way);
        ViewModel vm;
        std::tuple<std::tuple<int, QString>, int> value;
        vm.startAsync(u"t"_s, gather(gather([] { return 1; }, [] { return u"2"_s; }), [] { return 3; }),
                      [&](const auto &result) { value = result.value(); });
        QVERIFY(in.finish(vm));
        QCOMPARE(std::get<0>(value), std::tuple(1, u"2"_s));
        QCOMPARE(std::get<1>(value), 3);
    }

    void gather_ofFutures_data()
    {
        QTest::addColumn<bool>("async");
        QTest::newRow("async") << true;
        QTest::newRow("synchronous") << false;
    }
    void gather_ofFutures()
    {
        QFETCH(const bool, async);
        setAsync(async);
        ViewModel vm;
        std::tuple<int, int, std::monostate> value;
        const Task task = vm.startAsync(u"t"_s,
                                        gather([] { return QtConcurrent::run([] { return 1; }); },
                                               [](TaskContext &) { return QtFuture::makeReadyFuture(2); },
                                               [] { return QtConcurrent::run([] { }); }),
                                        [&](const auto &result) { value = result.value(); });
        EVENTUALLY(!task.isActive());
        QCOMPARE(task.outcome(), Outcome::Ok);
        QTRY_COMPARE(std::get<0>(value), 1);
        QCOMPARE(std::get<1>(value), 2);
    }

    void parts_talkForTheirRun_data() { addWays(); }
    void parts_talkForTheirRun()
    {
        QFETCH(const Way, way);
        InWay in(way);
        Sample vm;
        vm.assign(u"n"_s, 0);
        const auto part = [](TaskContext &context) {
            int last = 0;
            for (int i = 0; i < 20; ++i) {
                context.post({{u"n"_s, update([](int n) { return n + 1; })}});
                const int seen = context.modify([](LiveState &state) {
                    state.assign(u"n"_s, state.value<int>(u"n"_s) + 1);
                    return state.value<int>(u"n"_s);
                });
                if (seen < last + 2)
                    throw std::runtime_error("its post came too late");
                // What one part knows, all do; and it never gets older.
                if (context.value<int>(u"n"_s) < seen)
                    throw std::runtime_error("older than its block");
                last = seen;
            }
            return context.name();
        };
        QStringList names;
        const Task task = vm.background(u"t"_s, [&](TaskContext &context) {
            const auto [a, b, c] = gather(part, part, part)(context);
            names = QStringList{a, b, c};
            if (context.value<int>(u"n"_s) != 120)
                throw std::runtime_error("not the latest");
        });
        QVERIFY(in.finish(vm));
        QCOMPARE(task.failure().message(), QString());
        QCOMPARE(names, QStringList({u"t"_s, u"t"_s, u"t"_s}));
        QCOMPARE(vm.value<int>(u"n"_s), 120);
    }

    void parts_neverMakeWhatTheirRunKnowsOlder()
    {
        ViewModel vm;
        vm.assign(u"n"_s, 0);
        std::atomic<bool> older = false;
        const auto part = [&older](TaskContext &context) {
            for (int i = 0; i < 300; ++i) {
                context.modify([](LiveState &state) { state.update(u"n"_s, [](int n) { return n + 1; }); });
                const int first = context.value<int>(u"n"_s);
                if (context.value<int>(u"n"_s) < first)
                    older = true;
            }
        };
        int last = 0;
        const Task task = vm.background(u"t"_s, [&](TaskContext &context) {
            gather(part, part, part)(context);
            last = context.value<int>(u"n"_s);
        }, {.lane = Lane::Io});
        QVERIFY(Testing::waitForIdle(vm, deadline));
        QCOMPARE(task.outcome(), Outcome::Ok);
        QCOMPARE(last, 900);
        QVERIFY(!older);
    }

    void parts_haveTheMeanOfTheirProgress()
    {
        Testing::ManualScheduler scheduler;
        ViewModel vm;
        const auto part = [](double first, double second) {
            return [first, second](TaskContext &context) {
                context.setProgress(first, QString::number(first));
                context.sleep(1s);
                context.setProgress(second, QString::number(second));
                context.sleep(1s);
            };
        };
        const Task task = vm.startAsync(u"t"_s, gather(part(0.25, 1), part(0.75, 1), gather(part(0.5, 0), part(0.5, 1)), [] { }),
                                        [](const auto &) { });
        QCOMPARE(task.progress(), -1.0);
        scheduler.runAll();
        QCOMPARE(task.progress(), (0.25 + 0.75 + 0.5 + 1) / 4);
        scheduler.advance(1s);
        QCOMPARE(task.progress(), (1 + 1 + 0.5 + 1) / 4);
        QVERIFY(!vm.value(u"_async"_s).toMap().value(u"t"_s).toMap().value(u"text"_s).toString().isEmpty());
        scheduler.advance(1s);
        QCOMPARE(task.outcome(), Outcome::Ok);
    }

    void parts_haveTheirLatestMean()
    {
        ViewModel vm;
        double least = 1;
        for (int round = 0; round < 100; ++round) {
            const Gate told, finish;
            const auto part = [told, finish](TaskContext &context) {
                for (int i = 0; i <= 20; ++i)
                    context.setProgress(i / 20.0);
                told.open();
                finish.pass();
            };
            const Task task = vm.startAsync(u"t"_s, gather(part, part, part), [](const auto &) { }, {.lane = Lane::Io});
            for (int i = 0; i < 3; ++i)
                told.pass();
            least = std::min(least, task.progress());
            finish.open(3);
            EVENTUALLY(!task.isActive());
        }
        QCOMPARE(least, 1.0);
    }

    void gather_isTriedAgainAsAWhole_data() { addWays(); }
    void gather_isTriedAgainAsAWhole()
    {
        QFETCH(const Way, way);
        InWay in(way);
        ViewModel vm;
        const auto calls = std::make_shared<std::atomic<int>>(0);
        const auto captured = std::make_shared<int>(0);
        int sum = 0;
        vm.startAsync(u"t"_s, gather([captured, kept = 0]() mutable { return ++kept; },
                                     [calls, captured] { return ++*calls < 3 ? throw std::runtime_error("not yet") : 10; }),
                      [&](const auto &result) { sum = std::get<0>(result.value()) + std::get<1>(result.value()); },
                      {.retry = {.times = 5, .delay = 1ms}});
        QVERIFY(in.finish(vm));
        QCOMPARE(*calls, 3);
        QCOMPARE(sum, 11); // each attempt has fresh copies
        QVERIFY(settle());
        QCOMPARE(captured.use_count(), 1);
    }

    void gather_mayBeCalledByThreadsOfTheFunctor()
    {
        ViewModel vm;
        std::array<int, 3> sums{};
        const Task task = vm.startAsync(u"t"_s, [&sums](TaskContext &context) {
            std::vector<std::thread> threads;
            for (int &sum : sums) {
                threads.emplace_back([&context, &sum] {
                    const auto [a, b] = gather([] { return 1; }, [] { return 2; })(context);
                    sum = a + b;
                });
            }
            for (std::thread &thread : threads)
                thread.join();
        }, [](const auto &) { });
        EVENTUALLY(task.outcome() == Outcome::Ok);
        QCOMPARE(sums, (std::array<int, 3>{3, 3, 3}));
    }
};

QTEST_GUILESS_MAIN(TestGather)
#include "moc_storefixture.cpp"
#include "tst_gather.moc"
