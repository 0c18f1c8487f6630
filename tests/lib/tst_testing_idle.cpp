// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// testing.h: waitForIdle, and TaskSpy.

#include "diary.h"

#include <QPromise>

using namespace Aside;
using namespace Aside::Testing;
using namespace Test;

class TestTestingIdle : public QObject
{
    Q_OBJECT

private:
    /// With and without a ManualScheduler.
    static void ways_data()
    {
        QTest::addColumn<bool>("manual");
        QTest::newRow("real time") << false;
        QTest::newRow("manual time") << true;
    }
    static std::unique_ptr<ManualScheduler> scheduler()
    {
        QFETCH(const bool, manual);
        return manual ? std::make_unique<ManualScheduler>() : nullptr;
    }

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup()
    {
        setAsync(true);
        QVERIFY(settle());
    }

    void idle_atOnceIfNothingGoesOn_data() { ways_data(); }
    void idle_atOnceIfNothingGoesOn()
    {
        const auto manual = scheduler();
        ViewModel vm;
        QVERIFY(waitForIdle(vm, 0ms));
        QVERIFY(waitForIdle(vm, -1ms));
        const SynchronousScope synchronous;
        vm.assignAsync(u"t"_s, [] { return Assigns(); });
        QVERIFY(waitForIdle(vm, 0ms));
    }

    void idle_onlyWhenAllIsToldAndAsLongAsIsNeeded_data() { ways_data(); }
    void idle_onlyWhenAllIsToldAndAsLongAsIsNeeded()
    {
        const auto manual = scheduler();
        ViewModel vm;
        const Story story(vm);
        vm.assignAsync(u"t"_s, [](TaskContext &context) {
            context.sleep(20ms);
            return Assigns{{u"a"_s, 1}};
        });
        QVERIFY(waitForIdle(vm, std::chrono::milliseconds::max()));
        QCOMPARE(story.lines, (QStringList{u"assigned a"_s, u"changed a"_s, u"t Ok"_s}));
        if (manual)
            QCOMPARE(manual->elapsed(), 20ms);
    }

    void idle_includesWhatIsStartedMeanwhile_data() { ways_data(); }
    void idle_includesWhatIsStartedMeanwhile()
    {
        const auto manual = scheduler();
        ViewModel vm;
        int level = 0;
        connect(&vm, &ViewModel::taskFinished, this, [&] {
            if (++level < 20)
                vm.assignAsync(QString::number(level), [] { return Assigns(); }, {.debounce = level % 3 == 0 ? 1ms : 0ms});
        });
        vm.assignAsync(u"0"_s, [] { return Assigns(); });
        QVERIFY(waitForIdle(vm));
        QCOMPARE(level, 20);
    }

    void idle_includesWhatWaits_data()
    {
        QTest::addColumn<bool>("manual");
        QTest::addColumn<TaskOptions>("options");
        const std::pair<const char *, TaskOptions> rows[] = {{"debounce", {.debounce = 10ms}},
                                                             {"throttle", {.throttle = 10ms}},
                                                             {"turn", {.policy = Policy::Queue}},
                                                             {"back-off", {.retry = {.times = 2, .delay = 1ms}}}};
        for (const auto &[name, options] : rows) {
            QTest::addRow("%s, real time", name) << false << options;
            QTest::addRow("%s, manual time", name) << true << options;
        }
    }
    void idle_includesWhatWaits()
    {
        QFETCH(const TaskOptions, options);
        const auto manual = scheduler();
        ViewModel vm;
        vm.assignAsync(u"t"_s, [] { return Assigns(); }, options);
        const Task last = vm.assignAsync(u"t"_s, [attempt = 0]() mutable {
            if (++attempt < 3)
                throw std::runtime_error("broken");
            return Assigns();
        }, options);
        QVERIFY(waitForIdle(vm));
        QCOMPARE(last.outcome(), options.retry.times > 0 ? Outcome::Ok : Outcome::Failed);
    }

    void idle_isNotReachedInTime_data() { ways_data(); }
    void idle_isNotReachedInTime()
    {
        const auto manual = scheduler();
        ViewModel vm;
        const Task task = vm.assignAsync(u"t"_s, [](TaskContext &context) {
            context.sleep(1h);
            return Assigns();
        });
        QVERIFY(!waitForIdle(vm, 0ms));
        QVERIFY(!waitForIdle(vm, 10ms));
        QVERIFY(task.isActive());
        if (manual)
            QVERIFY(manual->elapsed() <= 10ms);
    }

    void idle_isNotReachedWhereOneWaitsForEver()
    {
        ManualScheduler manual;
        ViewModel vm;
        QPromise<Assigns> never;
        never.start();
        vm.assignAsync(u"t"_s, [future = never.future()] { return future; });
        QVERIFY(!waitForIdle(vm, 1h));
        never.addResult(Assigns{{u"a"_s, 1}});
        never.finish();
        QVERIFY(waitForIdle(vm, 1h));
        QVERIFY(vm.contains(u"a"_s));
    }

    void idle_isNotDisturbedByOthers_data() { ways_data(); }
    void idle_isNotDisturbedByOthers()
    {
        const auto manual = scheduler();
        ViewModel vm, other;
        const Task busy = other.assignAsync(u"t"_s, [](TaskContext &context) {
            context.sleep(1h);
            return Assigns();
        });
        vm.assignAsync(u"t"_s, [] { return Assigns(); });
        QVERIFY(waitForIdle(vm));
        QVERIFY(busy.isActive());
    }

    void idle_whenTheViewModelIsGone_data() { ways_data(); }
    void idle_whenTheViewModelIsGone()
    {
        const auto manual = scheduler();
        auto *const vm = new ViewModel;
        connect(vm, &ViewModel::taskFinished, vm, [vm] { delete vm; });
        vm->assignAsync(u"other"_s, [](TaskContext &context) {
            context.sleep(1h);
            return Assigns();
        });
        vm->assignAsync(u"t"_s, [] { return Assigns(); });
        QVERIFY(waitForIdle(*vm));
    }

    void spy_recordsHowRunsEnd_data() { ways_data(); }
    void spy_recordsHowRunsEnd()
    {
        const auto manual = scheduler();
        ViewModel vm;
        TaskSpy spy(vm);
        QVERIFY(spy.log().isEmpty() && spy.count() == 0);
        vm.assignAsync(u"good"_s, [] { return Assigns(); });
        QVERIFY(waitForIdle(vm));
        vm.assignAsync(u"bad"_s, []() -> Assigns { throw std::runtime_error("broken"); });
        QVERIFY(waitForIdle(vm));
        vm.assignAsync(u"good"_s, [] { return Assigns(); });
        vm.assignAsync(u"good"_s, [] { return Assigns(); });
        vm.cancelAsync(u"good"_s);
        QVERIFY(waitForIdle(vm));
        QCOMPARE(spy.log(), (QStringList{u"good Ok"_s, u"bad Failed: broken"_s, u"good Superseded"_s, u"good Canceled"_s}));
        QCOMPARE(spy.outcomes(u"good"_s), (QList<Outcome>{Outcome::Ok, Outcome::Superseded, Outcome::Canceled}));
        QVERIFY(spy.outcomes(u"nobody"_s).isEmpty());
        QCOMPARE(spy.count(), 4);
        QCOMPARE(spy.ends()[1].failure.kind(), Failure::Kind::Exception);
        QVERIFY(!spy.ends()[0].failure && !spy.ends()[2].failure);
        spy.clear();
        QCOMPARE(spy.count(), 0);
    }

    void spy_outlivesTheViewModel()
    {
        auto vm = std::make_unique<ViewModel>();
        const TaskSpy spy(*vm);
        vm->assignAsync(u"good"_s, [] { return Assigns(); });
        QVERIFY(waitForIdle(*vm));
        vm->assignAsync(u"late"_s, [](TaskContext &context) {
            context.sleep(1h);
            return Assigns();
        });
        vm.reset();
        QVERIFY(settle());
        QCOMPARE(spy.log(), QStringList{u"good Ok"_s}); // who dies tells nothing
    }

    void spy_thatDiesFirstHearsNothing()
    {
        ViewModel vm;
        {
            const TaskSpy spy(vm);
        }
        vm.assignAsync(u"t"_s, [] { return Assigns(); });
        QVERIFY(waitForIdle(vm));
    }

    void spy_keepsFailuresApartThatAreToldWithinEachOther_data()
    {
        QTest::addColumn<bool>("innerFails");
        QTest::newRow("the inner one fails") << true;
        QTest::newRow("the inner one is ok") << false;
    }
    void spy_keepsFailuresApartThatAreToldWithinEachOther()
    {
        QFETCH(const bool, innerFails);
        const SynchronousScope synchronous;
        ViewModel vm;
        const TaskSpy spy(vm);
        connect(&vm, &ViewModel::taskFailed, this, [&](const QString &name) {
            if (name == "outer"_L1)
                vm.assignAsync(u"inner"_s, [innerFails] {
                    if (innerFails)
                        throw std::runtime_error("second");
                    return Assigns();
                });
        });
        vm.assignAsync(u"outer"_s, []() -> Assigns { throw std::runtime_error("first"); });
        QCOMPARE(spy.log(), (QStringList{innerFails ? u"inner Failed: second"_s : u"inner Ok"_s, u"outer Failed: first"_s}));
    }
};

Q_DECLARE_METATYPE(Aside::TaskOptions)
QTEST_GUILESS_MAIN(TestTestingIdle)
#include "tst_testing_idle.moc"
