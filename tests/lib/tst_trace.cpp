// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// What a trace has of runs.

#include "traceevents.h"

#include <aside/gather.h>
#include <aside/testing.h>
#include <aside/trace.h>

#include <QPromise>
#include <QTemporaryDir>

using namespace Aside;
using namespace Aside::Testing;
using namespace Test;

namespace {

Assigns nothing()
{
    return {};
}

} // namespace

class TestTrace : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_file;

    Events end()
    {
        stopTrace();
        return Events(m_file);
    }

private Q_SLOTS:
    void init()
    {
        setFrameBudget(1h);
        m_file = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".json"_s);
        QVERIFY(startTrace(m_file));
    }
    void cleanup()
    {
        setAsync(true);
        stopTrace();
        QVERIFY(settle());
    }

    void aRunHasItsSliceWithNameOutcomeAndViewModel()
    {
        ViewModel vm;
        vm.setObjectName(u"har\"bour\n"_s);
        const Task task = vm.assignAsync(u"a \\ \"name\"\t日本 🐢"_s, &nothing);
        EVENTUALLY(!task.isActive());
        const Events events = end();
        const auto slices = events.slices(u"a \\ \"name\"\t日本 🐢"_s);
        QCOMPARE(slices.size(), 1);
        QCOMPARE(slices[0][u"args"][u"outcome"].toString(), u"Ok"_s);
        QCOMPARE(slices[0][u"args"][u"viewModel"].toString(), u"har\"bour\n"_s);
        QCOMPARE(events.track(slices[0]), u"Compute 1"_s);
        QVERIFY(!events.slices(u"drain"_s).isEmpty());
        QCOMPARE(events.track(events.slices(u"drain"_s).constFirst()), u"Home"_s);
        QCOMPARE(events.slices(u"land a \\ \"name\"\t日本 🐢"_s).size(), 1);
        QVERIFY(Events::areWholeLines(m_file)); // Qt's parser takes line breaks within strings, too
        QCOMPARE(events.arrows(), QStringList{u"stf"_s});
        QVERIFY(events.arrowsAreBound());
    }

    void lanesHaveATrackForEachWorkerAtOnce()
    {
        ViewModel vm;
        const Gate began, leave;
        const auto work = [began, leave] { began.open(); leave.pass(); return Assigns(); };
        vm.assignAsync(u"c1"_s, work);
        vm.assignAsync(u"c2"_s, work);
        for (int i = 0; i < 3; ++i)
            vm.assignAsync(u"io"_s, work, {.policy = Policy::Parallel, .lane = Lane::Io});
        for (int i = 0; i < 5; ++i)
            began.pass();
        leave.open(5);
        QVERIFY(waitForIdle(vm));
        const Task later = vm.assignAsync(u"later"_s, &nothing, {.lane = Lane::Io});
        EVENTUALLY(!later.isActive());
        const Events events = end();
        QStringList compute = events.attempts(u"c1"_s) + events.attempts(u"c2"_s);
        compute.sort();
        QCOMPARE(compute, (QStringList{u"Ok @ Compute 1"_s, u"Ok @ Compute 2"_s}));
        QCOMPARE(events.attempts(u"io"_s), (QStringList{u"Ok @ Io 1"_s, u"Ok @ Io 2"_s, u"Ok @ Io 3"_s}));
        QCOMPARE(events.attempts(u"later"_s), QStringList{u"Ok @ Io 1"_s});
    }

    void eachAttemptOfARetriedRunHasASlice()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        int calls = 0;
        vm.assignAsync(u"t"_s, [&calls]() -> Assigns {
            if (++calls < 3)
                throw std::runtime_error("not yet");
            return {};
        }, {.retry = {.times = 5, .delay = 1s}});
        QVERIFY(waitForIdle(vm));
        const Events events = end();
        QCOMPARE(events.attempts(u"t"_s), (QStringList{u"Failed @ Compute 1"_s, u"Failed @ Compute 1"_s, u"Ok @ Compute 1"_s}));
        QCOMPARE(events.arrows(), QStringList{u"stttttf"_s});
    }

    void whatNeverRanHasAnArrowAndNoSlice()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        vm.assignAsync(u"t"_s, &nothing);
        vm.assignAsync(u"t"_s, &nothing);
        vm.assignAsync(u"c"_s, &nothing).cancel();
        QVERIFY(waitForIdle(vm));
        const Events events = end();
        QCOMPARE(events.attempts(u"t"_s), QStringList{u"Ok @ Compute 1"_s});
        QVERIFY(events.attempts(u"c"_s).isEmpty());
        QStringList arrows = events.arrows();
        arrows.sort();
        QCOMPARE(arrows, (QStringList{u"sf"_s, u"sf"_s, u"stf"_s}));
        QCOMPARE(events.slices(u"supersede t"_s).size(), 1);
        QCOMPARE(events.slices(u"cancel c"_s).size(), 1);
    }

    void aRunThatIsEndedWhileItRunsHasOneSlice_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("canceled") << 0 << u"Canceled"_s;
        QTest::newRow("superseded") << 1 << u"Superseded"_s;
        QTest::newRow("destroyed") << 2 << u"Canceled"_s;
        QTest::newRow("detached") << 3 << u"Canceled"_s;
    }
    void aRunThatIsEndedWhileItRunsHasOneSlice()
    {
        QFETCH(const int, how);
        QFETCH(const QString, outcome);
        auto vm = std::make_unique<ViewModel>();
        const Gate began, leave;
        const TaskOptions options{.onDestroyed = how == 3 ? OnDestroyed::Detach : OnDestroyed::Cancel};
        Task task = vm->assignAsync(u"t"_s, [began, leave] { began.open(); leave.pass(); return Assigns(); }, options);
        began.pass();
        if (how == 0)
            task.cancel();
        else if (how == 1)
            vm->assignAsync(u"t"_s, &nothing).cancel();
        else
            vm.reset();
        leave.open();
        QVERIFY(settle());
        const Events events = end();
        // The run that supersedes may have begun, too, on the other worker.
        QCOMPARE(events.attempts(u"t"_s).count(outcome + u" @ Compute 1"_s), 1);
        QVERIFY(events.arrows().contains(u"stf"_s));
        QVERIFY(events.arrowsAreBound());
    }

    void aDetachedRunThatWasQueuedHasItsOutcome()
    {
        auto vm = std::make_unique<ViewModel>();
        {
            const FullHouse house(*vm);
            vm->assignAsync(u"t"_s, &nothing, {.onDestroyed = OnDestroyed::Detach});
            vm.reset();
        }
        QVERIFY(settle());
        ViewModel other;
        other.assignAsync(u"other"_s, &nothing);
        QVERIFY(waitForIdle(other) && settle());
        // Not only as the trace ends.
        QCOMPARE(Events(m_file, "]").slices(u"t"_s).size(), 1);
    }

    void waitsAndPartsAreWithinTheSlice()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        vm.background(u"t"_s, [](TaskContext &context) {
            context.sleep(2s);
            context.modify([](LiveState &state) { state.assign(u"a"_s, 1); });
        });
        QVERIFY(waitForIdle(vm));
        const Events events = end();
        QCOMPARE(events.slices(u"sleep"_s).size(), 1);
        QCOMPARE(events.slices(u"sleep"_s)[0][u"dur"].toDouble(), 2e6);
        QCOMPARE(events.slices(u"modify"_s).size(), 1);
        QCOMPARE(events.track(events.slices(u"modify"_s)[0]), u"Compute 1"_s);
    }

    void aFutureIsAnAsynchronousSliceAfterTheCall_data()
    {
        QTest::addColumn<bool>("canceled");
        QTest::newRow("finished") << false;
        QTest::newRow("canceled") << true;
    }
    void aFutureIsAnAsynchronousSliceAfterTheCall()
    {
        QFETCH(const bool, canceled);
        ViewModel vm;
        QPromise<Assigns> promise;
        promise.start();
        const Gate began;
        Task task = vm.assignAsync(u"t"_s, [began, future = promise.future()] { began.open(); return future; });
        began.pass();
        QVERIFY(settle());
        if (canceled)
            task.cancel();
        promise.addResult(Assigns());
        promise.finish();
        QVERIFY(waitForIdle(vm) && settle());
        const Events events = end();
        QCOMPARE(events.attempts(u"t"_s), QStringList{(canceled ? u"Canceled"_s : u"Ok"_s) + u" @ Compute 1"_s});
        QCOMPARE(events.waits(u"t"_s), u"b e"_s);
        QCOMPARE(events.arrows(), QStringList{u"stf"_s});
    }

    void partsOfAGatherHaveSlicesOfTheirOwn()
    {
        ViewModel vm;
        vm.startAsync(u"t"_s, gather([] { return 1; }, [] { return 2; }), [](const auto &) { });
        QVERIFY(waitForIdle(vm));
        const Events events = end();
        const auto slices = events.slices(u"t"_s);
        QCOMPARE(slices.size(), 3);
        const auto parts = std::count_if(slices.cbegin(), slices.cend(), [](const QJsonObject &slice) { return slice[u"args"][u"partOf"].isDouble(); });
        QCOMPARE(parts, 2);
        QCOMPARE(events.slices(u"gather"_s).size(), 1);
    }

    void aFailureHasItsOutcomeAlsoIfItIsARefusal()
    {
        ViewModel vm;
        const Task thrown = vm.assignAsync(u"thrown"_s, []() -> Assigns { throw 1; });
        const Task refused = vm.assignAsync(u"refused"_s, [] { return Assigns{{u"_async"_s, 1}}; });
        EVENTUALLY(!thrown.isActive() && !refused.isActive());
        const Events events = end();
        QVERIFY(events.attempts(u"thrown"_s).value(0).startsWith(u"Failed"));
        QVERIFY(events.attempts(u"refused"_s).value(0).startsWith(u"Failed"));
    }

    void synchronousRunsAreOnTheHomeTrack()
    {
        setAsync(false);
        ViewModel vm;
        vm.assignAsync(u"t"_s, &nothing);
        const Events events = end();
        QCOMPARE(events.attempts(u"t"_s), QStringList{u"Ok @ Home"_s});
        QVERIFY(events.arrowsAreBound());
    }

    void runsOfBeforeAndOfAnotherTraceAreLeftOut()
    {
        stopTrace();
        ViewModel vm;
        const Gate leave;
        const auto work = [leave] { leave.pass(); return Assigns(); };
        vm.assignAsync(u"before"_s, work);
        QVERIFY(startTrace(m_file));
        vm.assignAsync(u"other"_s, work);
        QVERIFY(startTrace(m_file));
        leave.open(2);
        QVERIFY(waitForIdle(vm));
        const Events events = end();
        QVERIFY(!events.isEmpty());
        QVERIFY(events.slices(u"before"_s).isEmpty() && events.slices(u"other"_s).isEmpty());
        QVERIFY(events.arrows().isEmpty());
    }

    void whatStillRunsAtTheEndIsWritten()
    {
        ViewModel vm;
        const Gate began, leave;
        vm.assignAsync(u"t"_s, [began, leave] { began.open(); leave.pass(); return Assigns(); });
        began.pass();
        const Events events = end();
        leave.open();
        QCOMPARE(events.attempts(u"t"_s), QStringList{u"None @ Compute 1"_s});
        QVERIFY(waitForIdle(vm));
    }

    void aFloodOnTwoHomeThreadsIsComplete()
    {
        constexpr int tasks = 3000;
        Home home;
        std::unique_ptr<ViewModel> there;
        std::atomic<int> endedThere = 0;
        home.run([&] {
            there = std::make_unique<ViewModel>();
            QObject::connect(there.get(), &ViewModel::taskFinished, there.get(), [&] { ++endedThere; });
            for (int i = 0; i < tasks; ++i)
                there->assignAsync(u"t"_s, &nothing, {.policy = Policy::Parallel});
        });
        ViewModel here;
        int endedHere = 0;
        connect(&here, &ViewModel::taskFinished, this, [&] { ++endedHere; });
        for (int i = 0; i < tasks; ++i)
            here.assignAsync(u"t"_s, &nothing, {.policy = Policy::Parallel});
        EVENTUALLY(endedHere == tasks && endedThere == tasks);
        home.run([&] { there.reset(); });
        const Events events = end();
        QCOMPARE(events.slices(u"t"_s).size(), 2 * tasks);
        const QStringList arrows = events.arrows();
        QCOMPARE(arrows.size(), 2 * tasks);
        QVERIFY(std::all_of(arrows.cbegin(), arrows.cend(), [](QString arrow) {
            std::sort(arrow.begin(), arrow.end());
            return arrow == u"fst"_s;
        }));
    }
};

QTEST_GUILESS_MAIN(TestTrace)
#include "tst_trace.moc"
