// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T11: loadAsync, each key with a load of its own.

#include "support.h"

#include <aside/testing.h>
#include <aside/viewmodel.h>

#include <QPromise>
#include <QTest>

using namespace Aside;
using Testing::ManualScheduler;
using Testing::TaskSpy;
using Status = AsyncResult::Status;

namespace {

class Profile : public ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(Aside::AsyncResult, org)
    ASIDE_ASSIGN(Aside::AsyncResult, rank)
    ASIDE_ASSIGN(int, number, 7)

public:
    AsyncResult result(const QString &key) const { return value<AsyncResult>(key); }
    Status status(const QString &key) const { return result(key).status(); }
    QString text(const QString &key) const { return result(key).value<QString>(u"none"_s); }

    /// Loads it, at once.
    void have(const QString &key, const QString &value)
    {
        const Testing::SynchronousScope synchronous;
        loadAsync(key, [value] { return value; });
    }
};

auto returning(const Assigns &values)
{
    return [values] { return values; };
}

} // namespace

class TestLoadAsync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKey_loadsAndLandsInOneCommit()
    {
        const ManualScheduler scheduler;
        Profile vm;
        QStringList commits;
        connect(&vm, &ViewModel::assignsChanged, this, [&](const QStringList &keys) { commits += keys.join(u','); });
        vm.loadAsync({u"org"_s, u"rank"_s}, returning({{u"rank"_s, u"captain"_s}, {u"org"_s, u"harbour"_s}}));
        QCOMPARE(vm.status(u"org"_s), Status::Loading);
        QCOMPARE(vm.status(u"rank"_s), Status::Loading);
        QVERIFY(Testing::waitForIdle(vm));
        QCOMPARE(vm.text(u"org"_s), u"harbour"_s);
        QCOMPARE(vm.text(u"rank"_s), u"captain"_s);
        QVERIFY(vm.org.value().isOk());
        const QStringList expected{u"org,rank"_s, u"org,rank"_s};
        QCOMPARE(commits, expected);
    }

    void refresh_showsTheOldValueMeanwhile()
    {
        ManualScheduler scheduler;
        Profile vm;
        vm.have(u"org"_s, u"old"_s);
        vm.loadAsync(u"org"_s, [] { return u"new"_s; });
        QCOMPARE(vm.status(u"org"_s), Status::Refreshing);
        QCOMPARE(vm.text(u"org"_s), u"old"_s);
        QVERIFY(vm.org.value().isOk());
        scheduler.runAll();
        QCOMPARE(vm.text(u"org"_s), u"new"_s);
    }

    void reset_dropsTheOldValuesThatItNames_data()
    {
        QTest::addColumn<Reset>("reset");
        QTest::addColumn<QString>("org");
        QTest::addColumn<QString>("rank");
        QTest::newRow("none") << Reset(false) << u"old org"_s << u"old rank"_s;
        QTest::newRow("all") << Reset(true) << u"none"_s << u"none"_s;
        QTest::newRow("some") << Reset({u"rank"_s}) << u"old org"_s << u"none"_s;
    }
    void reset_dropsTheOldValuesThatItNames()
    {
        QFETCH(const Reset, reset);
        QFETCH(const QString, org);
        QFETCH(const QString, rank);
        const ManualScheduler scheduler;
        Profile vm;
        vm.have(u"org"_s, u"old org"_s);
        vm.have(u"rank"_s, u"old rank"_s);
        vm.loadAsync({u"org"_s, u"rank"_s}, returning({}), {.reset = reset});
        QCOMPARE(vm.text(u"org"_s), org);
        QCOMPARE(vm.text(u"rank"_s), rank);
        QCOMPARE(vm.org.value().isOk(), org != u"none"_s);
        QVERIFY(vm.rank.value().isLoading());
    }

    void laterLoad_takesOverOnlyTheKeysThatItNames()
    {
        ManualScheduler scheduler;
        Profile vm;
        TaskSpy spy(vm);
        vm.loadAsync({u"org"_s, u"rank"_s}, returning({{u"org"_s, u"first"_s}, {u"rank"_s, u"first"_s}}));
        const Task second = vm.loadAsync(u"org"_s, [] { return u"second"_s; });
        scheduler.runAll();
        QCOMPARE(vm.text(u"org"_s), u"second"_s);
        QCOMPARE(vm.text(u"rank"_s), u"first"_s);
        QCOMPARE(spy.log(), QStringList({u"org, rank Ok"_s, u"org Ok"_s}));
        QCOMPARE(second.outcome(), Outcome::Ok);
    }

    void earlierLoad_isCanceledOnceItHasNoKeysLeft()
    {
        ManualScheduler scheduler;
        Profile vm;
        TaskSpy spy(vm);
        bool canceled = false;
        vm.loadAsync(u"org"_s, [&canceled](TaskContext &context) {
            canceled = !context.sleep(1h);
            return u"late"_s;
        });
        scheduler.runAll();
        vm.loadAsync({u"org"_s, u"rank"_s}, returning({{u"org"_s, u"new"_s}, {u"rank"_s, u"new"_s}}));
        QCOMPARE(spy.log(), QStringList{u"org Superseded"_s});
        scheduler.runAll();
        QVERIFY(canceled);
        QCOMPARE(vm.text(u"org"_s), u"new"_s);
        QCOMPARE(vm.text(u"rank"_s), u"new"_s);
        QVERIFY(!vm.org.value().isCanceled());
    }

    void twoLaterLoads_cancelTheFirstTogether()
    {
        ManualScheduler scheduler;
        Profile vm;
        TaskSpy spy(vm);
        const Task first = vm.loadAsync({u"org"_s, u"rank"_s}, returning({{u"org"_s, u"1"_s}, {u"rank"_s, u"1"_s}}));
        vm.loadAsync(u"org"_s, [] { return u"2"_s; });
        QVERIFY(first.isActive());
        vm.loadAsync(u"rank"_s, [] { return u"3"_s; });
        QCOMPARE(first.outcome(), Outcome::Superseded);
        scheduler.runAll();
        QCOMPARE(vm.text(u"org"_s), u"2"_s);
        QCOMPARE(vm.text(u"rank"_s), u"3"_s);
    }

    void wrongReturn_failsEveryKeyAndTouchesNothingElse_data()
    {
        QTest::addColumn<QString>("wrong");
        QTest::addColumn<QString>("named");
        QTest::newRow("missing key") << u"missing"_s << u"no value for ‘rank’"_s;
        QTest::newRow("another key") << u"another"_s << u"‘number’"_s;
        QTest::newRow("nothing") << u"nothing"_s << u"no value for ‘org’"_s;
        QTest::newRow("undeclared key") << u"undeclared"_s << u"‘extra’"_s;
    }
    void wrongReturn_failsEveryKeyAndTouchesNothingElse()
    {
        QFETCH(const QString, wrong);
        QFETCH(const QString, named);
        const Test::Log log;
        ManualScheduler scheduler;
        Profile vm;
        vm.have(u"org"_s, u"old"_s);
        Assigns values{{u"org"_s, u"new"_s}};
        if (wrong == u"nothing"_s)
            values = {};
        else if (wrong == u"another"_s)
            values.set(u"rank"_s, u"new"_s).set(u"number"_s, 8);
        else if (wrong == u"undeclared"_s)
            values.set(u"rank"_s, u"new"_s).set(u"extra"_s, 8);
        vm.loadAsync({u"org"_s, u"rank"_s}, returning(values));
        scheduler.runAll();
        QCOMPARE(vm.status(u"org"_s), Status::Failed);
        QCOMPARE(vm.status(u"rank"_s), Status::Failed);
        QCOMPARE(vm.org.value().failure().kind(), Failure::Kind::Contract);
        QVERIFY2(vm.rank.value().failure().message().contains(named), qPrintable(vm.rank.value().failure().message()));
        QCOMPARE(vm.text(u"org"_s), u"old"_s);
        QVERIFY(vm.org.value().isOk());
        QCOMPARE(vm.number.value(), 7);
        QVERIFY(!vm.contains(u"extra"_s));
    }

    void failure_reachesEachKeyAndKeepsItsValue()
    {
        const Test::Log log;
        ManualScheduler scheduler;
        Profile vm;
        TaskSpy spy(vm);
        vm.have(u"rank"_s, u"old"_s);
        spy.clear();
        vm.loadAsync({u"org"_s, u"rank"_s}, []() -> Assigns { throw std::runtime_error("no network"); });
        scheduler.runAll();
        QCOMPARE(vm.org.value().failure().message(), u"no network"_s);
        QCOMPARE(vm.rank.value().failure().message(), u"no network"_s);
        QVERIFY(vm.rank.value().failure().exception());
        QCOMPARE(vm.text(u"rank"_s), u"old"_s);
        QVERIFY(!vm.org.value().isOk());
        QVERIFY(vm.rank.value().isOk());
        QCOMPARE(spy.log(), QStringList{u"org, rank Failed: no network"_s});
    }

    void nestedFailure_failsTheLoadAndNothingElse()
    {
        const Test::Log log;
        ManualScheduler scheduler;
        Profile vm;
        vm.assign(u"other"_s, 1);
        vm.loadAsync(u"org"_s, [](TaskContext &context) {
            const auto part = []() -> QString { throw 42; };
            return std::get<0>(gather(part, [] { return 1; })(context));
        });
        vm.loadAsync(u"rank"_s, [] { return u"fine"_s; });
        scheduler.runAll();
        QCOMPARE(vm.status(u"org"_s), Status::Failed);
        QCOMPARE(vm.text(u"rank"_s), u"fine"_s);
        QCOMPARE(vm.value<int>(u"other"_s), 1);
    }

    void cancelLoad_leavesSiblingsAlone()
    {
        ManualScheduler scheduler;
        Profile vm;
        TaskSpy spy(vm);
        vm.have(u"org"_s, u"old"_s);
        spy.clear();
        vm.loadAsync({u"org"_s, u"rank"_s}, returning({{u"org"_s, u"new"_s}, {u"rank"_s, u"new"_s}}));
        vm.cancelLoad({u"org"_s, u"number"_s});
        QCOMPARE(vm.status(u"org"_s), Status::Canceled);
        QCOMPARE(vm.status(u"rank"_s), Status::Loading);
        scheduler.runAll();
        QCOMPARE(vm.text(u"org"_s), u"old"_s);
        QCOMPARE(vm.text(u"rank"_s), u"new"_s);
        QCOMPARE(spy.log(), QStringList{u"org, rank Ok"_s});
    }

    void cancel_marksEachKeyAndKeepsItsOwnValue_data()
    {
        QTest::addColumn<QString>("way");
        for (const char *const way : {"handle", "name", "keys", "all"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }
    void cancel_marksEachKeyAndKeepsItsOwnValue()
    {
        QFETCH(const QString, way);
        ManualScheduler scheduler;
        Profile vm;
        vm.have(u"org"_s, u"old"_s);
        Task task = vm.loadAsync({u"org"_s, u"rank"_s}, returning({{u"org"_s, u"new"_s}, {u"rank"_s, u"new"_s}}));
        if (way == u"handle"_s)
            task.cancel();
        else if (way == u"name"_s)
            vm.cancelAsync(u"org, rank"_s);
        else if (way == u"keys"_s)
            vm.cancelLoad({u"org"_s, u"rank"_s});
        else
            vm.cancelAll();
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QCOMPARE(vm.status(u"org"_s), Status::Canceled);
        QCOMPARE(vm.status(u"rank"_s), Status::Canceled);
        QCOMPARE(vm.text(u"org"_s), u"old"_s);
        QVERIFY(!vm.rank.value().isOk());
        scheduler.runAll();
        QCOMPARE(vm.status(u"org"_s), Status::Canceled);
        vm.loadAsync(u"org"_s, [] { return u"again"_s; });
        scheduler.runAll();
        QCOMPARE(vm.text(u"org"_s), u"again"_s);
    }

    void progress_isTheResultsOwn()
    {
        ManualScheduler scheduler;
        Profile vm;
        vm.loadAsync({u"org"_s, u"rank"_s}, [](TaskContext &context) {
            context.setProgress(0.5, u"half"_s);
            context.sleep(1s);
            return Assigns{{u"org"_s, 1}, {u"rank"_s, 2}};
        });
        scheduler.runAll();
        QCOMPARE(vm.org.value().progress(), 0.5);
        QCOMPARE(vm.rank.value().progressText(), u"half"_s);
        scheduler.advance(1s);
        QCOMPARE(vm.org.value().progress(), -1.0);
        QVERIFY(!vm.org.value().isLoading());
    }

    void update_getsTheValueInsideOfTheResult()
    {
        ManualScheduler scheduler;
        Profile vm;
        vm.have(u"org"_s, u"a"_s);
        vm.loadAsync(u"org"_s, [] { return Assigns{{u"org"_s, update([](const QString &old) { return QString(old + u'b'); })}}; });
        scheduler.runAll();
        QCOMPARE(vm.text(u"org"_s), u"ab"_s);
    }

    void refusedLoad_changesNothing_data()
    {
        QTest::addColumn<QStringList>("keys");
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("named");
        QTest::newRow("no keys") << QStringList() << u""_s << u"no keys"_s;
        QTest::newRow("twice") << QStringList{u"org"_s, u"org"_s} << u""_s << u"twice"_s;
        QTest::newRow("cannot hold it") << QStringList{u"org"_s, u"number"_s} << u""_s << u"number"_s;
        QTest::newRow("reserved") << QStringList{u"org"_s, u"_async"_s} << u""_s << u"_async"_s;
        QTest::newRow("reset of another key") << QStringList{u"org"_s} << u"reset"_s << u"‘rank’"_s;
        QTest::newRow("policy") << QStringList{u"org"_s} << u"queue"_s << u"policy"_s;
        QTest::newRow("throttle") << QStringList{u"org"_s} << u"throttle"_s << u"throttled"_s;
        QTest::newRow("leading edge") << QStringList{u"org"_s} << u"leading"_s << u"leading"_s;
    }
    void refusedLoad_changesNothing()
    {
        QFETCH(const QStringList, keys);
        QFETCH(const QString, option);
        QFETCH(const QString, named);
        ManualScheduler scheduler;
        Profile vm;
        const Task before = vm.loadAsync(u"org"_s, [] { return u"fine"_s; });
        LoadOptions options;
        if (option == u"reset"_s)
            options.reset = {u"rank"_s};
        else if (option == u"queue"_s)
            options.task.policy = Policy::Queue;
        else if (option == u"throttle"_s)
            options.task.throttle = 1s;
        else if (option == u"leading"_s)
            options.task.debounce = {1s, Edge::Leading};
        QString message;
        try {
            vm.loadAsync(keys, returning({}), options);
        } catch (const Error &error) {
            message = error.message();
        }
        QVERIFY2(message.contains(named), qPrintable(message));
        QVERIFY(before.isActive());
        scheduler.runAll();
        QCOMPARE(vm.text(u"org"_s), u"fine"_s);
        QCOMPARE(vm.number.value(), 7);
    }

    void handlerOfLoading_mayLoadTheSameKeyAgain()
    {
        ManualScheduler scheduler;
        Profile vm;
        int times = 0;
        connect(&vm, &Profile::orgChanged, this, [&] {
            if (++times == 1)
                vm.loadAsync(u"org"_s, [] { return u"inner"_s; });
        });
        vm.loadAsync(u"org"_s, [] { return u"outer"_s; });
        scheduler.runAll();
        QCOMPARE(vm.text(u"org"_s), u"inner"_s);
    }

    void handlerOfLoading_mayDestroyTheViewModel()
    {
        ManualScheduler scheduler;
        auto *const vm = new Profile;
        connect(vm, &Profile::orgChanged, this, [vm] { delete vm; });
        vm->loadAsync(u"org"_s, [] { return 1; });
        QCOMPARE(scheduler.runAll(), 0);
    }

    void disconnected_loadsNothing()
    {
        Profile vm;
        vm.setConnected(false);
        QVERIFY(!vm.loadAsync(u"org"_s, [] { return 1; }).isValid());
        QCOMPARE(vm.status(u"org"_s), Status::NeverAsked);
    }

    void destroyedWhileLoading_touchesNothing()
    {
        ManualScheduler scheduler;
        {
            Profile vm;
            vm.loadAsync({u"org"_s, u"rank"_s}, returning({{u"org"_s, 1}, {u"rank"_s, 1}}));
            scheduler.step();
            vm.loadAsync(u"org"_s, [](TaskContext &context) { return context.sleep(1h); });
            scheduler.step();
        }
        scheduler.runAll();
        QCOMPARE(scheduler.ready(), 0);
    }

    void future_loadsWithoutAThread()
    {
        ManualScheduler scheduler;
        Profile vm;
        QPromise<QString> promise;
        promise.start();
        vm.loadAsync(u"org"_s, [future = promise.future()] { return future; });
        scheduler.runAll();
        QVERIFY(vm.org.value().isLoading());
        promise.addResult(u"from afar"_s);
        promise.finish();
        QTRY_COMPARE(vm.text(u"org"_s), u"from afar"_s);
    }

    void task_hasTheNameOfItsKeys()
    {
        const ManualScheduler scheduler;
        Profile vm;
        const Task task = vm.loadAsync({u"org"_s, u"rank"_s}, returning({}));
        QCOMPARE(task.name(), u"org, rank"_s);
    }
};

QTEST_GUILESS_MAIN(TestLoadAsync)
#include "tst_loadasync.moc"
