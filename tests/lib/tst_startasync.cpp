// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T10: exactly one call of the handler, whatever becomes of the run.

#include "ways.h"

#include <aside/taskobserver.h>

#include <QFuture>
#include <QPointer>
#include <QPromise>
#include <QtConcurrentRun>

#include <stdexcept>

using namespace Aside;
using namespace Test;

namespace {

enum class End {
    Ok, Failed, CanceledQueued, CanceledRunning, CanceledPending, CanceledHeld, CanceledByItsResult, Superseded, SupersededQueued,
    TimedOut, RefusedPost, Retried
};

void addEnds()
{
    QTest::addColumn<End>("end");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("ok") << End::Ok << Outcome::Ok;
    QTest::newRow("failed") << End::Failed << Outcome::Failed;
    QTest::newRow("canceled while queued") << End::CanceledQueued << Outcome::Canceled;
    QTest::newRow("canceled while running") << End::CanceledRunning << Outcome::Canceled;
    QTest::newRow("canceled while pending") << End::CanceledPending << Outcome::Canceled;
    QTest::newRow("canceled while it waits for its turn") << End::CanceledHeld << Outcome::Canceled;
    QTest::newRow("canceled as its result is on its way") << End::CanceledByItsResult << Outcome::Canceled;
    QTest::newRow("superseded") << End::Superseded << Outcome::Superseded;
    QTest::newRow("superseded while queued") << End::SupersededQueued << Outcome::Superseded;
    QTest::newRow("out of time") << End::TimedOut << Outcome::Failed;
    QTest::newRow("failed by a post") << End::RefusedPost << Outcome::Failed;
    QTest::newRow("tried again") << End::Retried << Outcome::Ok;
}

/// Tells on which thread the last of its copies died.
class Tracer
{
public:
    explicit Tracer(std::atomic<QThread *> &diedOn)
        : m_token(new int, [&diedOn](const int *token) {
            delete token;
            diedOn = QThread::currentThread();
        })
    {
    }

private:
    std::shared_ptr<int> m_token;
};

struct NoDefault
{
    explicit NoDefault(int given) : value(given) { }
    int value;
};

} // namespace

class TestStartAsync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup()
    {
        setAsync(true);
        QVERIFY(settle());
    }

    void handler_isCalledOnceHoweverTheRunEnds_data() { addEnds(); }
    void handler_isCalledOnceHoweverTheRunEnds()
    {
        QFETCH(const End, end);
        QFETCH(const Outcome, outcome);
        ViewModel vm;
        Testing::TaskSpy spy(vm);
        std::atomic<QThread *> diedOn = nullptr;
        QList<Outcome> told;
        QList<int> values;
        QList<Failure> failures;
        QThread *calledOn = nullptr;
        const Gate began, finish;
        const auto attempts = std::make_shared<std::atomic<int>>(0);
        const auto promise = std::make_shared<QPromise<int>>();
        promise->start();
        const auto handler = [&, tracer = Tracer(diedOn)](const TaskResult<int> &result) {
            calledOn = QThread::currentThread();
            told << result.outcome();
            failures << result.failure();
            if (result.isOk())
                values << result.value();
        };
        const TaskOptions options{.policy = end == End::CanceledHeld ? Policy::Queue : Policy::Supersede,
                                  .timeout = end == End::TimedOut ? 1ms : 0ms,
                                  .retry = {.times = end == End::Retried ? 1 : 0, .delay = 0ms}};
        std::optional<FullHouse> house;
        const bool queued = end == End::CanceledQueued || end == End::SupersededQueued;
        if (queued)
            house.emplace(vm);
        Task before;
        if (end == End::CanceledHeld)
            before = vm.assignAsync(u"t"_s, [](TaskContext &context) { context.sleep(1h); return Assigns(); });
        Task task;
        if (end == End::CanceledPending) {
            task = vm.startAsync(u"t"_s, [promise, began] { began.open(); return promise->future(); }, handler, options);
        } else {
            task = vm.startAsync(u"t"_s, [=](TaskContext &context) {
                began.open();
                if (end == End::RefusedPost)
                    context.post({{u"parent"_s, 1}});
                finish.pass();
                if (end == End::Failed || (end == End::Retried && ++*attempts == 1))
                    throw std::runtime_error("on purpose");
                return 42;
            }, handler, options);
        }
        if (!queued && end != End::CanceledHeld)
            began.pass();
        if (end == End::Retried)
            finish.open();
        switch (end) {
        case End::CanceledByItsResult:
            finish.open();
            waitUntilAllWait();
            task.cancel();
            break;
        case End::CanceledPending:
            waitUntilAllWait();
            QCoreApplication::processEvents();
            task.cancel();
            break;
        case End::CanceledQueued:
        case End::CanceledRunning:
        case End::CanceledHeld: task.cancel(); break;
        case End::Superseded:
        case End::SupersededQueued: vm.assignAsync(u"t"_s, [] { return Assigns(); }); break;
        case End::TimedOut:
        case End::RefusedPost: EVENTUALLY(!task.isActive()); break;
        default: break;
        }
        house.reset();
        finish.open();
        EVENTUALLY(!told.isEmpty());
        before.cancel();
        promise->addResult(1);
        promise->finish();
        QVERIFY(Testing::waitForIdle(vm, deadline));
        QVERIFY(settle());
        QCOMPARE(told, QList<Outcome>{outcome});
        QCOMPARE(task.outcome(), outcome);
        QCOMPARE(spy.outcomes(u"t"_s).count(outcome), before.isValid() ? 2 : 1);
        QCOMPARE(values, outcome == Outcome::Ok ? QList<int>{42} : QList<int>());
        QCOMPARE(failures.first() == task.failure(), true);
        QCOMPARE(bool(failures.first()), outcome == Outcome::Failed);
        QCOMPARE(calledOn, thread());
        QCOMPARE(vm.keys(), QStringList());
    }

    void handler_hearsBeforeStartAsyncReturnsIfSynchronous_data()
    {
        QTest::addColumn<bool>("throws");
        QTest::newRow("ok") << false;
        QTest::newRow("failed") << true;
    }
    void handler_hearsBeforeStartAsyncReturnsIfSynchronous()
    {
        QFETCH(const bool, throws);
        setAsync(false);
        ViewModel vm;
        QList<Outcome> told;
        const Task task = vm.startAsync(u"t"_s, [throws] { return throws ? throw std::runtime_error("no") : 1; },
                                        [&](const auto &result) { told << result.outcome(); });
        QCOMPARE(told, QList<Outcome>{throws ? Outcome::Failed : Outcome::Ok});
        QCOMPARE(task.outcome(), told.first());
    }

    void handler_isNotCalledIfNothingStarts_data()
    {
        QTest::addColumn<int>("why");
        QTest::newRow("disconnected") << 0;
        QTest::newRow("dropped") << 1;
        QTest::newRow("too soon") << 2;
        QTest::newRow("its options are refused") << 3;
    }
    void handler_isNotCalledIfNothingStarts()
    {
        QFETCH(const int, why);
        ViewModel vm;
        vm.setConnected(why != 0);
        TaskOptions options;
        if (why == 1)
            options.policy = Policy::Drop;
        if (why == 2)
            options.debounce = {1h, Edge::Leading};
        const Gate finish;
        int firstCalls = 0;
        if (why == 1 || why == 2)
            vm.startAsync(u"t"_s, [finish] { finish.pass(); }, [&](const auto &) { ++firstCalls; }, options);
        if (why == 3)
            options.timeout = -1ms;
        std::atomic<QThread *> diedOn = nullptr;
        std::atomic<bool> ran = false;
        int calls = 0;
        Task task;
        const QString error = thrownBy([&] {
            task = vm.startAsync(u"t"_s, [&ran] { ran = true; },
                                 [&calls, tracer = Tracer(diedOn)](const auto &) { ++calls; }, options);
        });
        QCOMPARE(error.isEmpty(), why != 3);
        QCOMPARE(diedOn, thread());
        QCOMPARE(task.isValid(), why == 1);
        finish.open();
        QVERIFY(Testing::waitForIdle(vm, deadline));
        QCOMPARE(firstCalls, why == 1 || why == 2 ? 1 : 0);
        QCOMPARE(calls, 0);
        QVERIFY(!ran);
    }

    void handler_isNotCalledOnceTheViewModelIsGone_data()
    {
        QTest::addColumn<int>("when");
        QTest::addColumn<OnDestroyed>("onDestroyed");
        for (const OnDestroyed onDestroyed : {OnDestroyed::Cancel, OnDestroyed::Detach}) {
            const char *const how = onDestroyed == OnDestroyed::Cancel ? "cancel" : "detach";
            QTest::addRow("queued, %s", how) << 0 << onDestroyed;
            QTest::addRow("running, %s", how) << 1 << onDestroyed;
            QTest::addRow("result on its way, %s", how) << 2 << onDestroyed;
            QTest::addRow("pending, %s", how) << 3 << onDestroyed;
        }
    }
    void handler_isNotCalledOnceTheViewModelIsGone()
    {
        QFETCH(const int, when);
        QFETCH(const OnDestroyed, onDestroyed);
        ViewModel other;
        std::optional<FullHouse> house;
        if (when == 0)
            house.emplace(other);
        std::atomic<QThread *> diedOn = nullptr;
        int calls = 0;
        const Gate began, finish;
        const auto promise = std::make_shared<QPromise<int>>();
        promise->start();
        auto vm = std::make_unique<ViewModel>();
        const auto handler = [&calls, tracer = Tracer(diedOn)](const TaskResult<int> &) { ++calls; };
        const TaskOptions options{.onDestroyed = onDestroyed};
        Task task;
        if (when == 3)
            task = vm->startAsync(u"t"_s, [promise, began] { began.open(); return promise->future(); }, handler, options);
        else
            task = vm->startAsync(u"t"_s, [began, finish] { began.open(); finish.pass(); return 1; }, handler, options);
        if (when > 0)
            began.pass();
        if (when == 2)
            finish.open();
        if (when > 1)
            waitUntilAllWait();
        QVERIFY(!diedOn);
        vm.reset();
        QCOMPARE(task.outcome(), Outcome::Canceled);
        house.reset();
        finish.open();
        promise->addResult(1);
        promise->finish();
        QVERIFY(settle());
        QCOMPARE(calls, 0);
    }

    void handler_isDestroyedOnTheHomeThread_data()
    {
        QTest::addColumn<int>("end");
        QTest::newRow("ok") << 0;
        QTest::newRow("canceled while running") << 1;
        QTest::newRow("ViewModel destroyed while running") << 2;
    }
    void handler_isDestroyedOnTheHomeThread()
    {
        QFETCH(const int, end);
        std::atomic<QThread *> handlerDiedOn = nullptr;
        std::atomic<QThread *> functorDiedOn = nullptr;
        const Gate began, finish;
        auto vm = std::make_unique<ViewModel>();
        vm->startAsync(u"t"_s, [began, finish, tracer = Tracer(functorDiedOn)] { began.open(); finish.pass(); },
                       [tracer = Tracer(handlerDiedOn)](const auto &) { });
        began.pass();
        if (end == 0)
            finish.open();
        else if (end == 1)
            vm->cancelAsync(u"t"_s);
        else
            vm.reset();
        EVENTUALLY(handlerDiedOn);
        finish.open();
        EVENTUALLY(functorDiedOn);
        QVERIFY(settle());
        QCOMPARE(handlerDiedOn, thread());
        QVERIFY(functorDiedOn != thread());
    }

    void result_isOfAnyType_data() { addWays(); }
    void result_isOfAnyType()
    {
        QFETCH(const Way, way);
        InWay in(way);
        ViewModel vm;
        QString text;
        int owned = 0;
        int special = 0;
        int nothing = 0;
        int assigns = 0;
        vm.startAsync(u"text"_s, [] { return u"text"_s; }, [&](const TaskResult<QString> &result) { text = result.value(); });
        vm.startAsync(u"move-only"_s, [] { return std::make_unique<int>(5); },
                      [&](const TaskResult<std::unique_ptr<int>> &result) { owned = *result.value(); });
        vm.startAsync(u"no default"_s, [](TaskContext &) { return NoDefault(6); },
                      [&](const auto &result) { special = result.value().value; });
        vm.startAsync(u"void"_s, [] { }, [&](const TaskResult<void> &result) { nothing += result.isOk(); });
        vm.startAsync(u"assigns"_s, [] { return Assigns{{u"a"_s, 1}}; },
                      [&](const TaskResult<Assigns> &result) { assigns = int(result.value().size()); });
        QVERIFY(in.finish(vm));
        QCOMPARE(text, u"text"_s);
        QCOMPARE(owned, 5);
        QCOMPARE(special, 6);
        QCOMPARE(nothing, 1);
        QCOMPARE(assigns, 1);
        QCOMPARE(vm.keys(), QStringList()); // nothing is committed
    }

    void result_comesByAFuture_data()
    {
        QTest::addColumn<bool>("async");
        QTest::newRow("async") << true;
        QTest::newRow("synchronous") << false;
    }
    void result_comesByAFuture()
    {
        QFETCH(const bool, async);
        setAsync(async);
        ViewModel vm;
        int number = 0;
        int owned = 0;
        int nothing = 0;
        QString failed;
        Outcome canceled = Outcome::None;
        vm.startAsync(u"number"_s, [] { return QtConcurrent::run([] { return 4; }); },
                      [&](const TaskResult<int> &result) { number = result.value(); });
        vm.startAsync(u"move-only"_s, [] { return QtConcurrent::run([] { return std::make_unique<int>(5); }); },
                      [&](const TaskResult<std::unique_ptr<int>> &result) { owned = *result.value(); });
        vm.startAsync(u"void"_s, [] { return QtConcurrent::run([] { }); },
                      [&](const TaskResult<void> &result) { nothing += result.isOk(); });
        vm.startAsync(u"fails"_s, [] { return QtFuture::makeExceptionalFuture(std::make_exception_ptr(std::runtime_error("kept"))); },
                      [&](const auto &result) { failed = result.failure().message(); });
        vm.startAsync(u"canceled"_s, [] { return QFuture<int>(); }, [&](const auto &result) { canceled = result.outcome(); });
        EVENTUALLY(Testing::waitForIdle(vm, 1ms));
        QCOMPARE(number, 4);
        QCOMPARE(owned, 5);
        QCOMPARE(nothing, 1);
        QCOMPARE(failed, u"kept"_s);
        QCOMPARE(canceled, Outcome::Canceled);
    }

    void handler_hearsOnceViewsWereTold_data() { addWays(); }
    void handler_hearsOnceViewsWereTold()
    {
        QFETCH(const Way, way);
        InWay in(way);
        ViewModel vm;
        Story story(vm);
        bool observedRunning = true;
        vm.startAsync(u"t"_s, [](TaskContext &context) {
            context.post({{u"a"_s, 1}});
            throw std::runtime_error("on purpose");
        }, [&](const auto &) {
            observedRunning = vm.task(u"t"_s)->isRunning();
            story.lines << u"handler"_s;
        });
        QVERIFY(in.finish(vm));
        QVERIFY(!observedRunning);
        QCOMPARE(story.lines, (QStringList{u"assigned a"_s, u"changed a"_s, u"handler"_s, u"failed t: on purpose"_s, u"t Failed"_s}));
    }

    void handler_thatThrowsIsToldAndLogged_data() { addWays(); }
    void handler_thatThrowsIsToldAndLogged()
    {
        QFETCH(const Way, way);
        InWay in(way);
        ViewModel vm;
        const Story story(vm);
        int others = 0;
        vm.startAsync(u"t"_s, [] { return 1; }, [](const auto &) { throw std::runtime_error("on purpose"); });
        vm.startAsync(u"other"_s, [] { return 1; }, [&](const auto &) { ++others; });
        QVERIFY(in.finish(vm));
        QCOMPARE(others, 1);
        QCOMPARE(story.lines.filter(u"handler"_s), QStringList{u"handler: on purpose"_s});
        QCOMPARE(story.lines.filter(u"t Ok"_s).size(), 1); // it had succeeded
        QCOMPARE(story.lines.filter(u"failed"_s), QStringList());
    }

    void handler_mayUseTheViewModel_data() { addWays(); }
    void handler_mayUseTheViewModel()
    {
        QFETCH(const Way, way);
        InWay in(way);
        ViewModel vm;
        Testing::TaskSpy spy(vm);
        QList<int> values;
        std::function<void(int)> start = [&](int round) {
            vm.startAsync(u"t"_s, [round] { return round; }, [&, round](const TaskResult<int> &result) {
                values << result.value();
                vm.assign(u"round"_s, round);
                modifyState(vm.token(), [](LiveState &state) { state.update(u"round"_s, [](int n) { return n * 10; }); });
                vm.cancelAsync(u"t"_s); // that is over
                if (round < 5)
                    start(round + 1);
            });
        };
        start(1);
        QVERIFY(in.finish(vm));
        QCOMPARE(values, (QList<int>{1, 2, 3, 4, 5}));
        QCOMPARE(spy.outcomes(u"t"_s), QList<Outcome>(5, Outcome::Ok));
        QCOMPARE(vm.value<int>(u"round"_s), 50);
    }

    void handler_mayEndOthers_data() { addWays(); }
    void handler_mayEndOthers()
    {
        QFETCH(const Way, way);
        InWay in(way);
        ViewModel vm;
        QStringList told;
        const auto tell = [&](const QString &name) {
            return [&, name](const auto &result) { told << QString(name + u' ' + Story::word(result.outcome())); };
        };
        setAsync(true);
        vm.startAsync(u"waits"_s, [](TaskContext &context) { context.sleep(1h); }, tell(u"waits"_s));
        setAsync(way != Way::Synchronous);
        vm.startAsync(u"t"_s, [] { return 1; }, [&](const auto &) {
            vm.cancelAll();
            told << u"t"_s;
        });
        QVERIFY(in.finish(vm));
        told.sort();
        QCOMPARE(told, (QStringList{u"t"_s, u"waits Canceled"_s}));
    }

    void handler_mayDestroyTheViewModel_data() { addWays(); }
    void handler_mayDestroyTheViewModel()
    {
        QFETCH(const Way, way);
        InWay in(way);
        std::atomic<QThread *> diedOn = nullptr;
        auto *const vm = new ViewModel;
        const QPointer<ViewModel> alive(vm);
        int calls = 0;
        const auto handler = [&calls, alive, tracer = Tracer(diedOn)](const auto &) {
            ++calls;
            delete alive.data();
        };
        const Task task = vm->startAsync(u"t"_s, [] { return 1; }, handler);
        if (alive)
            vm->startAsync(u"other"_s, [] { return 1; }, handler);
        in.step();
        EVENTUALLY(!alive);
        QVERIFY(settle());
        QCOMPARE(calls, 1);
        QCOMPARE(task.outcome(), Outcome::Ok);
    }

    void handler_mayBeMoveOnly()
    {
        ViewModel vm;
        int seen = 0;
        vm.startAsync(u"t"_s, [owned = std::make_unique<int>(20)] { return *owned; },
                      [&seen, owned = std::make_unique<int>(22)](const auto &result) { seen = *owned + result.value(); });
        EVENTUALLY(seen == 42);
    }
};

QTEST_GUILESS_MAIN(TestStartAsync)
#include "tst_startasync.moc"
