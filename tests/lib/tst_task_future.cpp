// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T3: functors that return a QFuture, and how their runs end.

#include "ways.h"

#include <QException>
#include <QFuture>
#include <QPromise>
#include <QtConcurrentRun>

#include <stdexcept>
#include <thread>

using namespace Aside;
using namespace Test;

namespace {

/// Distributions do not instrument Qt: TSan takes what QtConcurrent::run, QtFuture::connect and then()
/// hand from thread to thread for races.
#ifdef __SANITIZE_THREAD__
constexpr bool CanSeeQt = false;
#else
constexpr bool CanSeeQt = true;
#endif

/// Where a value comes from that Aside does not compute.
class Source : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void arrived(const Aside::Assigns &changes);
    void finished();
};

/// A promise that a test finishes when it likes; the copies are the same.
class Promised
{
public:
    QFuture<Assigns> future() const
    {
        QFuture<Assigns> future = m_promise->future();
        m_promise->start();
        return future;
    }
    void succeed(const Assigns &changes) const
    {
        m_promise->addResult(changes);
        m_promise->finish();
    }
    void fail(const std::exception_ptr &exception) const
    {
        m_promise->setException(exception);
        m_promise->finish();
    }
    QPromise<Assigns> &promise() const { return *m_promise; }

private:
    std::shared_ptr<QPromise<Assigns>> m_promise = std::make_shared<QPromise<Assigns>>();
};

class Special : public std::exception
{
public:
    const char *what() const noexcept override { return "special"; }
    int detail = 42;
};

class Raised : public QException
{
public:
    const char *what() const noexcept override { return "raised"; }
    void raise() const override { throw *this; }
    Raised *clone() const override { return new Raised(*this); }
};

enum class Kind { Ready, Concurrent, Thread, Signal, Then };

void addKinds(bool withWays)
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("async");
    const char *const names[] = {"ready", "QtConcurrent::run", "a thread", "a signal", "a signal and then"};
    for (int kind = 0; kind < (CanSeeQt ? 5 : 1); ++kind) {
        QTest::addRow("%s", names[kind]) << Kind(kind) << true;
        if (withWays)
            QTest::addRow("%s, synchronous", names[kind]) << Kind(kind) << false;
    }
}

/// A future of that kind, which is to hold \a changes.
QFuture<Assigns> futureOf(Kind kind, Source &source, const Assigns &changes)
{
    switch (kind) {
    case Kind::Ready:
        return QtFuture::makeReadyFuture(changes);
    case Kind::Concurrent:
        return QtConcurrent::run([changes] { return changes; });
    case Kind::Thread: {
        const Promised promised;
        QFuture<Assigns> future = promised.future();
        QThreadPool::globalInstance()->start([promised, changes] { promised.succeed(changes); });
        return future;
    }
    case Kind::Signal:
        return QtFuture::connect(&source, &Source::arrived);
    case Kind::Then:
        return QtFuture::connect(&source, &Source::finished).then([changes] { return changes; });
    }
    Q_UNREACHABLE();
}

} // namespace

class TestTaskFuture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup()
    {
        setAsync(true);
        QVERIFY(settle());
    }

    void future_lands_data() { addKinds(true); }
    void future_lands()
    {
        QFETCH(const Kind, kind);
        QFETCH(const bool, async);
        Source source;
        QTimer signal;
        const Assigns changes{{u"a"_s, 1}, {u"n"_s, update([](int n) { return n + 1; })}};
        // Signals are missed that are sent before anybody listens.
        connect(&signal, &QTimer::timeout, &source, [&] {
            Q_EMIT source.arrived(changes);
            Q_EMIT source.finished();
        });
        signal.start(0);
        ViewModel vm;
        vm.assign(u"n"_s, 1);
        const Story story(vm);
        setAsync(async);
        const Task task = vm.assignAsync(u"t"_s, [&, kind] { return futureOf(kind, source, changes); });
        QVERIFY(async || !task.isActive());
        EVENTUALLY(!task.isActive());
        QCOMPARE(task.outcome(), Outcome::Ok);
        QTRY_COMPARE(story.lines, (QStringList{u"assigned a"_s, u"assigned n"_s, u"changed a,n"_s, u"t Ok"_s}));
        QCOMPARE(vm.value<int>(u"n"_s), 2);
    }

    void future_failsWithItsMessageAndException_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<bool>("async");
        for (const bool async : {true, false}) {
            const char *const how = async ? "" : ", synchronous";
            QTest::addRow("an exception of a promise%s", how) << 0 << async;
            if (CanSeeQt) {
                QTest::addRow("an exception of QtConcurrent::run%s", how) << 1 << async;
                QTest::addRow("a QException%s", how) << 2 << async;
                QTest::addRow("no exception at all%s", how) << 3 << async;
            }
            QTest::addRow("before there is a future%s", how) << 4 << async;
        }
    }
    void future_failsWithItsMessageAndException()
    {
        QFETCH(const int, what);
        QFETCH(const bool, async);
        ViewModel vm;
        const Story story(vm);
        setAsync(async);
        const Task task = vm.assignAsync(u"t"_s, [what]() -> QFuture<Assigns> {
            switch (what) {
            case 0: {
                const Promised promised;
                QFuture<Assigns> future = promised.future();
                promised.fail(std::make_exception_ptr(Special()));
                return future;
            }
            case 1: return QtConcurrent::run([]() -> Assigns { throw Special(); });
            case 2: return QtConcurrent::run([]() -> Assigns { throw Raised(); });
            case 3: return QtConcurrent::run([]() -> Assigns { throw 17; });
            default: throw Special();
            }
        });
        EVENTUALLY(!task.isActive());
        QCOMPARE(task.outcome(), Outcome::Failed);
        const Failure failure = task.failure();
        QCOMPARE(failure.kind(), Failure::Kind::Exception);
        try {
            std::rethrow_exception(failure.exception());
        } catch (const Special &special) {
            QVERIFY(what == 0 || what == 1 || what == 4);
            QCOMPARE(special.detail, 42);
            QCOMPARE(failure.message(), u"special"_s);
        } catch (const Raised &) {
            QCOMPARE(what, 2);
            QCOMPARE(failure.message(), u"raised"_s);
        } catch (int number) {
            QCOMPARE(what, 3);
            QCOMPARE(number, 17);
        }
        QTRY_COMPARE(story.lines, (QStringList{QString(u"failed t: "_s + failure.message()), u"t Failed"_s}));
        QCOMPARE(vm.keys(), QStringList());
    }

    void future_holdsWhatTheStoreRefuses()
    {
        ViewModel vm;
        const Task task = vm.assignAsync(u"t"_s, [] { return QtFuture::makeReadyFuture(Assigns{{u"a"_s, 1}, {u"parent"_s, 1}}); });
        EVENTUALLY(!task.isActive());
        QCOMPARE(task.failure().kind(), Failure::Kind::Refused);
        QVERIFY(task.failure().message().contains(u"parent"_s));
        QCOMPARE(vm.keys(), QStringList());
    }

    void future_isCanceledByItsSource_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<bool>("async");
        for (const bool async : {true, false}) {
            const char *const mode = async ? "" : ", synchronous";
            QTest::addRow("canceled%s", mode) << 0 << async;
            QTest::addRow("canceled behind its result%s", mode) << 1 << async;
            QTest::addRow("given up%s", mode) << 2 << async;
            QTest::addRow("none%s", mode) << 3 << async;
            QTest::addRow("of a sender that dies%s", mode) << 4 << async;
        }
    }
    void future_isCanceledByItsSource()
    {
        QFETCH(const int, how);
        QFETCH(const bool, async);
        ViewModel vm;
        const Story story(vm);
        const auto source = std::make_unique<std::optional<Source>>(std::in_place);
        QTimer end;
        connect(&end, &QTimer::timeout, this, [&] { source->reset(); });
        const Gate connected;
        setAsync(async);
        if (!async && how == 4)
            end.start(0);
        // It is no failure that can be tried again.
        const Task task = vm.assignAsync(u"t"_s, [&, how, connected]() -> QFuture<Assigns> {
            const Promised promised;
            QFuture<Assigns> future;
            switch (how) {
            case 0:
                future = promised.future();
                future.cancel();
                promised.promise().finish();
                break;
            case 1:
                future = promised.future();
                promised.promise().addResult(Assigns{{u"a"_s, 1}});
                future.cancel();
                promised.promise().finish();
                break;
            case 2: future = promised.future(); break;
            case 3: break;
            default: future = QtFuture::connect(&**source, &Source::arrived);
            }
            connected.open();
            return future;
        }, {.retry = {.times = 3, .delay = 0ms}});
        connected.pass();
        if (async && how == 4)
            end.start(0);
        EVENTUALLY(!task.isActive());
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QTRY_COMPARE(story.lines, (QStringList{u"t Canceled"_s}));
        QCOMPARE(vm.keys(), QStringList());
    }

    void future_withoutAResultFails()
    {
        ViewModel vm;
        const Story story(vm);
        const Task task = vm.assignAsync(u"t"_s, [] {
            const Promised promised;
            QFuture<Assigns> future = promised.future();
            promised.promise().finish();
            return future;
        });
        EVENTUALLY(!task.isActive());
        QCOMPARE(task.outcome(), Outcome::Failed);
        QCOMPARE(task.failure().kind(), Failure::Kind::Contract);
        QVERIFY2(task.failure().message().contains(u"holds no result"_s), qPrintable(task.failure().message()));
        QCOMPARE(story.lines.last(), u"t Failed"_s);
    }

    void future_isCanceledWithItsRun_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("canceled") << 0;
        QTest::newRow("canceled by name") << 1;
        QTest::newRow("superseded") << 2;
        QTest::newRow("out of time") << 3;
        QTest::newRow("of a ViewModel that dies") << 4;
        QTest::newRow("before it is there") << 5;
        QTest::newRow("before it is looked at") << 6;
    }
    void future_isCanceledWithItsRun()
    {
        QFETCH(const int, how);
        const Promised promised;
        const Gate called, go;
        const auto captured = std::make_shared<int>(0);
        const auto held = std::make_shared<int>(0);
        auto vm = std::make_unique<ViewModel>();
        Task task = vm->assignAsync(u"t"_s, [promised, called, go, captured] {
            called.open();
            go.pass();
            return promised.future();
        }, {.timeout = how == 3 ? 1ms : 0ms});
        called.pass();
        if (how != 5) {
            go.open();
            if (how != 6)
                EVENTUALLY(Detail::Scheduler::instance().waitUntilIdle(std::chrono::steady_clock::now()));
            waitUntilAllWait();
            if (how != 6)
                QCoreApplication::processEvents();
        }
        switch (how) {
        case 1: vm->cancelAsync(u"t"_s); break;
        case 2: vm->assignAsync(u"t"_s, [] { return Assigns{{u"b"_s, 1}}; }); break;
        case 3: EVENTUALLY(!task.isActive()); break;
        case 4: vm.reset(); break;
        default: task.cancel();
        }
        QVERIFY(!task.isActive());
        QCOMPARE(task.outcome(), how == 2 ? Outcome::Superseded : how == 3 ? Outcome::Failed : Outcome::Canceled);
        if (how == 5)
            go.open();
        EVENTUALLY(promised.promise().isCanceled());
        // A source that does not listen may use what the functor holds, until it ends.
        QCOMPARE(captured.use_count(), 2);
        promised.succeed(Assigns{{u"a"_s, QVariant::fromValue(held)}});
        EVENTUALLY(captured.use_count() == 1);
        QVERIFY(settle());
        QVERIFY(!vm || !vm->contains(u"a"_s));
        // The handle lives on, and keeps nothing of all that.
        QVERIFY(!task.isActive());
        promised.promise() = QPromise<Assigns>();
        QCOMPARE(held.use_count(), 1);
    }

    void future_ofASupersededRunLandsNothing()
    {
        ViewModel vm;
        const Promised older, newer;
        const Task first = vm.assignAsync(u"t"_s, [older] { return older.future(); });
        const Task second = vm.assignAsync(u"t"_s, [newer] { return newer.future(); });
        QVERIFY(settle());
        newer.succeed({{u"a"_s, u"new"_s}});
        EVENTUALLY(second.outcome() == Outcome::Ok);
        older.succeed({{u"a"_s, u"old"_s}, {u"b"_s, 1}});
        QVERIFY(settle());
        QCOMPARE(first.outcome(), Outcome::Superseded);
        QCOMPARE(vm.value<QString>(u"a"_s), u"new"_s);
        QVERIFY(!vm.contains(u"b"_s));
    }

    void future_takesLongerThanItsTime()
    {
        Testing::ManualScheduler scheduler;
        ViewModel vm;
        const Promised promised;
        const Task task = vm.assignAsync(u"t"_s, [promised] { return promised.future(); }, {.timeout = 100ms});
        scheduler.advance(99ms);
        QVERIFY(task.isActive());
        scheduler.advance(1ms);
        QCOMPARE(task.failure().kind(), Failure::Kind::Timeout);
        QVERIFY(promised.promise().isCanceled());
        promised.promise().finish(); // until then the functor is kept, which holds the promise here
    }

    void future_inTimeIsNotOutOfTimeLater()
    {
        Testing::ManualScheduler scheduler;
        ViewModel vm;
        const Promised promised;
        const Task task = vm.assignAsync(u"t"_s, [promised] { return promised.future(); }, {.timeout = 100ms});
        scheduler.advance(50ms);
        promised.succeed({{u"a"_s, 1}});
        scheduler.advance(100ms);
        QCOMPARE(task.outcome(), Outcome::Ok);
        QCOMPARE(vm.value<int>(u"a"_s), 1);
    }

    void future_isAskedForAgain_data() { addWays(); }
    void future_isAskedForAgain()
    {
        QFETCH(const Way, way);
        InWay in(way);
        ViewModel vm;
        const Story story(vm);
        const auto attempts = std::make_shared<std::atomic<int>>(0);
        const Task task = vm.assignAsync(u"t"_s, [attempts]() -> QFuture<Assigns> {
            const Promised promised;
            QFuture<Assigns> future = promised.future();
            if (++*attempts < 3)
                promised.fail(std::make_exception_ptr(std::runtime_error("not yet")));
            else
                promised.succeed({{u"attempt"_s, attempts->load()}});
            return future;
        }, {.retry = {.times = 5, .delay = 1ms}});
        QVERIFY(in.finish(vm));
        QCOMPARE(task.outcome(), Outcome::Ok);
        QCOMPARE(vm.value<int>(u"attempt"_s), 3);
        QCOMPARE(story.lines.filter(u"t "_s), QStringList{u"t Ok"_s});
        QCOMPARE(attempts.use_count(), 1); // the handle keeps no functor
    }

    void future_letsTheNextOfAQueueWait()
    {
        ViewModel vm;
        const Promised promised;
        std::atomic<bool> called = false;
        const Task first = vm.assignAsync(u"t"_s, [promised] { return promised.future(); }, {.policy = Policy::Queue});
        const Task second = vm.assignAsync(u"t"_s, [&called] {
            called = true;
            return QtFuture::makeReadyFuture(Assigns{{u"a"_s, 2}});
        }, {.policy = Policy::Queue});
        QVERIFY(settle());
        QVERIFY(!called);
        promised.succeed({{u"a"_s, 1}});
        EVENTUALLY(second.outcome() == Outcome::Ok);
        QCOMPARE(first.outcome(), Outcome::Ok);
        QCOMPARE(vm.value<int>(u"a"_s), 2);
    }
};

QTEST_GUILESS_MAIN(TestTaskFuture)
#include "tst_task_future.moc"
