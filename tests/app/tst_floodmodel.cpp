// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include <flood/floodmodel.h>
#include <flood/residentset.h>

#include <aside/settings.h>
#include <aside/testing.h>

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace AsideDemo;
using namespace Aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Both ways of a flood, with real workers: how it ends, and what is known of it.
class TestFloodModel : public QObject
{
    Q_OBJECT

private:
    static constexpr FloodGuard NoGuard{.waiting = 20'000, .time = 1h, .growth = qint64(1) << 40};

    /// Waits without serving the home thread, as a stalled window does.
    template<typename Condition>
    static bool waitStalled(Condition condition)
    {
        const QDeadlineTimer deadline(60s);
        while (!condition() && !deadline.hasExpired())
            std::this_thread::yield();
        return condition();
    }
    static double sumOf(const FloodModel &model)
    {
        return model.worker1 + model.worker2 + model.worker3 + model.worker4 + model.worker5 + model.worker6
            + model.worker7 + model.worker8;
    }
    static void ways()
    {
        QTest::addColumn<FloodModel::Way>("way");
        QTest::newRow("naive") << FloodModel::Naive;
        QTest::newRow("aside") << FloodModel::WithAside;
    }
    static const FloodFigures &figuresOf(const FloodModel &model, FloodModel::Way way)
    {
        return way == FloodModel::Naive ? model.naive.value() : model.aside.value();
    }

private Q_SLOTS:
    void updates_areCountedAndArrive_data() { ways(); }
    void updates_areCountedAndArrive();
    void naive_tellsOfEachUpdate();
    void aside_mergesWhatComesFasterThanTheWindowTakes();
    void naive_isHeldWhereTooManyWait();
    void naive_stopsByItselfAfterItsTime();
    void naive_stopsByItselfWhenItTakesTooMuchMemory();
    void aside_hasNoGuard();
    void stop_reachesAllWorkersAndThrowsAwayWhatWaits_data() { ways(); }
    void stop_reachesAllWorkersAndThrowsAwayWhatWaits();
    void flood_endsWhenAllItsRunsAreCanceledElsewhere();
    void chooseWay_goesOnInTheOtherWay();
    void chooseWorkers_goesOnWithAsMany();
    void changeRate_isTakenWithinTheFlood();
    void changeRate_refusesWhatIsNoRate_data();
    void changeRate_refusesWhatIsNoRate();
    void rateSteps_goFromTheLowestToNoLimit();
    void reset_forgetsAndTheFloodGoesOn();
    void figures_areAddedUpOverFloods();
    void leave_stopsTheNaiveWayOnly();
    void destroyed_whileWorkersPush_data() { ways(); }
    void destroyed_whileWorkersPush();
    void start_needsThreads();
    void start_doesNothingWhileDisconnected();
};

void TestFloodModel::updates_areCountedAndArrive()
{
    QFETCH(const FloodModel::Way, way);
    FloodModel model;
    model.setGuard(NoGuard);
    model.way = way;
    model.workers = 3;
    model.rate = 0;
    QVERIFY(!figuresOf(model, way).isMeasured());
    model.start();
    QVERIFY(model.running);
    QTRY_VERIFY(model.worker1 > 1000 && model.worker2 > 1000 && model.worker3 > 1000);
    QCOMPARE(model.worker4, 0.0);
    // From here on there are pauses, in which all that was sent has arrived.
    model.changeRate(u"100"_s);
    QTRY_COMPARE(sumOf(model), double(model.flow()->sent()));
    model.stop();
    const FloodFigures &figures = figuresOf(model, way);
    QVERIFY(figures.isMeasured());
    QCOMPARE(double(figures.arrived + figures.merged), sumOf(model));
    QCOMPARE(model.note, QString());
}

void TestFloodModel::naive_tellsOfEachUpdate()
{
    FloodModel model;
    model.setGuard(NoGuard);
    model.workers = 1;
    const QSignalSpy told(&model, &FloodModel::worker1Changed);
    model.start();
    QTRY_VERIFY(model.worker1 > 5000);
    model.stop();
    QCOMPARE(double(told.size()), model.worker1.value());
    QCOMPARE(model.naive->merged, 0);
    QCOMPARE(double(model.naive->arrived), model.worker1.value());
}

void TestFloodModel::aside_mergesWhatComesFasterThanTheWindowTakes()
{
    FloodModel model;
    model.way = FloodModel::WithAside;
    model.workers = 1;
    model.rate = 0;
    model.start();
    const auto flow = model.flow();
    QVERIFY(waitStalled([&] { return flow->sent() > 50'000; }));
    const QSignalSpy told(&model, &FloodModel::worker1Changed);
    QTRY_VERIFY(model.worker1 > 50'000);
    QVERIFY2(told.size() < 100, qPrintable(QString::number(told.size())));
    model.stop();
    QVERIFY(model.aside->merged > 49'000);
}

void TestFloodModel::naive_isHeldWhereTooManyWait()
{
    FloodModel model;
    model.setGuard({.waiting = 1000, .time = NoGuard.time, .growth = NoGuard.growth});
    model.workers = 2;
    model.rate = 0;
    model.start();
    const auto flow = model.flow();
    // Nothing is taken meanwhile.
    QVERIFY(waitStalled([&] { return flow->sent() >= 1000; }));
    QCOMPARE(flow->sent(), 1000);
    QTRY_VERIFY(flow->sent() > 10'000); // and goes on once it is
}

void TestFloodModel::naive_stopsByItselfAfterItsTime()
{
    FloodModel model;
    model.setGuard({.waiting = 1000, .time = 100ms, .growth = NoGuard.growth});
    model.workers = 4;
    model.start();
    QTRY_VERIFY(!model.running);
    QVERIFY2(model.note->startsWith(u"Stopped by itself after 0.1 s"_s), qPrintable(model.note));
    QTRY_COMPARE(model.flow()->pushing, 0);
    QCOMPARE(model.waiting, 0.0);
    QCOMPARE(model.stateText, u"Nothing is pushed"_s);
    model.setGuard(NoGuard);
    model.start(); // and says nothing of the one before
    QCOMPARE(model.note, QString());
    QVERIFY(model.running);
}

void TestFloodModel::naive_stopsByItselfWhenItTakesTooMuchMemory()
{
    if (!residentBytes())
        QSKIP("the system does not tell how much memory the process holds");
    FloodModel model;
    model.setGuard({.waiting = 200'000, .time = 1h, .growth = 4 << 20});
    model.rate = 0;
    model.start();
    const auto flow = model.flow();
    QVERIFY(waitStalled([&] { return flow->end() != FloodFlow::End::None && flow->pushing == 0; }));
    QTRY_VERIFY(!model.running);
    QVERIFY2(model.note->contains(u"4 MB of memory"_s), qPrintable(model.note));
    QVERIFY(model.naive->growth > 4 << 20);
}

void TestFloodModel::aside_hasNoGuard()
{
    FloodModel model;
    model.setGuard({.waiting = 1, .time = 0ms, .growth = -1});
    model.way = FloodModel::WithAside;
    model.start();
    QTRY_VERIFY(model.worker1 > 1000);
    QVERIFY(model.running);
}

void TestFloodModel::stop_reachesAllWorkersAndThrowsAwayWhatWaits()
{
    QFETCH(const FloodModel::Way, way);
    FloodModel model;
    model.setGuard(NoGuard);
    model.way = way;
    model.workers = 8;
    model.rate = 0;
    Testing::TaskSpy spy(model);
    model.start();
    const auto flow = model.flow();
    QTRY_COMPARE(flow->pushing, 8);
    QVERIFY(waitStalled([&] { return flow->sent() > 10'000; }));
    model.stop();
    QVERIFY(!model.running);
    const double sum = sumOf(model);
    QTRY_COMPARE(flow->pushing, 0);
    QTRY_COMPARE(spy.count(), 8);
    QCOMPARE(spy.outcomes(u"flood"_s), QList<Outcome>(8, Outcome::Canceled));
    QCOMPARE(sumOf(model), sum);
    QCOMPARE(model.sentPerSecond, 0.0);
}

void TestFloodModel::flood_endsWhenAllItsRunsAreCanceledElsewhere()
{
    FloodModel model;
    model.way = FloodModel::WithAside;
    model.start();
    model.cancelAsync(u"flood"_s);
    QTRY_VERIFY(!model.running);
    QCOMPARE(model.note, QString());
}

void TestFloodModel::chooseWay_goesOnInTheOtherWay()
{
    FloodModel model;
    model.setGuard(NoGuard);
    model.chooseWay(FloodModel::WithAside); // nothing starts
    QVERIFY(!model.running);
    model.chooseWay(FloodModel::Naive);
    model.start();
    const auto naive = model.flow();
    QTRY_VERIFY(model.worker1 > 1000);
    model.chooseWay(FloodModel::WithAside);
    QVERIFY(model.running);
    QTRY_COMPARE(naive->pushing, 0);
    const qint64 arrived = model.naive->arrived;
    QTRY_VERIFY(model.worker1 > 1000 && model.aside->merged > 0);
    QCOMPARE(model.naive->arrived, arrived);
    model.chooseWay(FloodModel::WithAside); // it is chosen already: the flood goes on
    QVERIFY(model.running);
    QVERIFY(model.worker1 > 1000);
}

void TestFloodModel::chooseWorkers_goesOnWithAsMany()
{
    FloodModel model;
    model.way = FloodModel::WithAside;
    model.chooseWorkers(3);
    model.start();
    QTRY_COMPARE(model.flow()->pushing, 3);
    const auto before = model.flow();
    model.chooseWorkers(5);
    QTRY_COMPARE(model.flow()->pushing, 5);
    QTRY_COMPARE(before->pushing, 0);
    model.chooseWorkers(0);
    QCOMPARE(model.workers, 1);
    model.chooseWorkers(9);
    QCOMPARE(model.workers, 8);
}

void TestFloodModel::changeRate_isTakenWithinTheFlood()
{
    FloodModel model;
    model.way = FloodModel::WithAside;
    model.start();
    const auto flow = model.flow();
    model.changeRate(u"2000"_s);
    QCOMPARE(flow->rate(), 2000);
    model.chooseRateStep(model.lastRateStep());
    QCOMPARE(flow->rate(), 0);
    QCOMPARE(model.flow(), flow);
}

void TestFloodModel::changeRate_refusesWhatIsNoRate_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("rate");
    QTest::newRow("a number") << u"500"_s << 500;
    QTest::newRow("with blanks") << u" 2000 "_s << 2000;
    QTest::newRow("as it is shown") << QLocale().toString(250'000) << 250'000;
    QTest::newRow("the lowest") << u"100"_s << 100;
    QTest::newRow("the highest") << u"10000000"_s << 10'000'000;
    QTest::newRow("no limit") << u"unlimited"_s << 0;
    QTest::newRow("no limit, loudly") << u" UNLIMITED"_s << 0;
    QTest::newRow("too low") << u"99"_s << 1'000'000;
    QTest::newRow("zero") << u"0"_s << 1'000'000;
    QTest::newRow("too high") << u"10000001"_s << 1'000'000;
    QTest::newRow("negative") << u"-500"_s << 1'000'000;
    QTest::newRow("a word") << u"plenty"_s << 1'000'000;
    QTest::newRow("nothing") << QString() << 1'000'000;
    QTest::newRow("beyond an int") << u"99999999999"_s << 1'000'000;
}

void TestFloodModel::changeRate_refusesWhatIsNoRate()
{
    QFETCH(const QString, text);
    QFETCH(const int, rate);
    FloodModel model;
    model.changeRate(text);
    QCOMPARE(model.rate, rate);
    QCOMPARE(model.problem->isEmpty(), rate != 1'000'000);
    if (rate == 1'000'000)
        QVERIFY2(model.problem->contains(u'“' + text.trimmed() + u'”'), qPrintable(model.problem));
}

void TestFloodModel::rateSteps_goFromTheLowestToNoLimit()
{
    FloodModel model;
    int before = 0;
    for (int step = 0; step < model.lastRateStep(); ++step) {
        model.chooseRateStep(step);
        QVERIFY(model.rate > before);
        QCOMPARE(model.rateStep, step);
        before = model.rate;
        if (step == 0)
            QCOMPARE(model.rate, FloodModel::LowestRate);
    }
    QCOMPARE(model.rate, FloodModel::HighestRate);
    model.chooseRateStep(model.lastRateStep());
    QCOMPARE(model.rate, 0);
    QCOMPARE(model.rateStep, model.lastRateStep());
    QCOMPARE(model.rateText, u"unlimited"_s);
    model.changeRate(u"3000"_s); // between two steps
    QCOMPARE(model.rateStep, 5);
}

void TestFloodModel::reset_forgetsAndTheFloodGoesOn()
{
    FloodModel model;
    model.setGuard(NoGuard);
    model.workers = 1;
    model.start();
    QTRY_VERIFY(model.naive->arrived > 1000);
    model.reset();
    QCOMPARE(model.naive.value(), FloodFigures());
    QVERIFY(model.running);
    const double atReset = model.worker1;
    QTRY_VERIFY(model.naive->isMeasured());
    model.stop();
    QCOMPARE(double(model.naive->arrived), model.worker1 - atReset);
    model.changeRate(u"x"_s);
    model.reset();
    QVERIFY(!model.naive->isMeasured());
    QCOMPARE(model.problem, QString());
}

void TestFloodModel::figures_areAddedUpOverFloods()
{
    FloodModel model;
    model.setGuard(NoGuard);
    model.workers = 1;
    double sum = 0;
    for (int flood = 0; flood < 2; ++flood) {
        model.start();
        QTRY_VERIFY(model.worker1 > 1000);
        model.stop();
        sum += model.worker1;
    }
    QCOMPARE(double(model.naive->arrived), sum);
    QVERIFY(!model.aside->isMeasured());
}

void TestFloodModel::leave_stopsTheNaiveWayOnly()
{
    FloodModel model;
    model.setGuard(NoGuard);
    model.leave(); // nothing is pushed: there is nothing to say
    QCOMPARE(model.note, QString());
    model.way = FloodModel::WithAside;
    model.start();
    model.leave();
    QVERIFY(model.running);
    model.chooseWay(FloodModel::Naive);
    model.leave();
    QVERIFY(!model.running);
    QVERIFY(model.note->contains(u"page was left"_s));
}

void TestFloodModel::destroyed_whileWorkersPush()
{
    QFETCH(const FloodModel::Way, way);
    auto model = std::make_unique<FloodModel>();
    model->setGuard(NoGuard);
    model->way = way;
    model->workers = 8;
    model->rate = 0;
    model->start();
    const auto flow = model->flow();
    QTRY_COMPARE(flow->pushing, 8);
    QVERIFY(waitStalled([&] { return flow->sent() > 10'000; })); // so that much is on its way
    model.reset();
    QTRY_COMPARE(flow->pushing, 0);
    QCoreApplication::processEvents();
}

void TestFloodModel::start_needsThreads()
{
    const Testing::SynchronousScope synchronous;
    FloodModel model;
    model.start(); // and comes back
    QVERIFY(!model.running);
    QVERIFY(model.problem->contains(u"ASIDE_ASYNC=0"_s));
}

void TestFloodModel::start_doesNothingWhileDisconnected()
{
    FloodModel model;
    model.setConnected(false);
    model.start();
    QVERIFY(!model.running);
}

QTEST_GUILESS_MAIN(TestFloodModel)
#include "tst_floodmodel.moc"
