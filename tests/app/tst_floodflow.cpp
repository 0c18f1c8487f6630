// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include <flood/floodfigures.h>
#include <flood/floodflow.h>
#include <flood/floodworker.h>
#include <flood/frameplot.h>
#include <flood/residentset.h>

#include <QImage>
#include <QPainter>
#include <QPointer>
#include <QTest>

#include <memory>
#include <thread>

using namespace AsideDemo;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What a flood is made of: its pace, where its calls arrive, its figures, and the plot of frames.
class TestFloodFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pace_isThatOfTheRate();
    void pace_isSharedByTheWorkers();
    void pace_catchesUpWithLittle();
    void pace_followsARateThatChanges();
    void pace_withoutALimitIsAsMuchAsAsked();
    void room_isWhatMayWait();
    void target_takesNothingOnceClosed();
    void target_diesOnItsOwnThread();
    void resident_growsWithWhatIsUsed();
    void figures_areEmptyBeforeAnythingWasMeasured();
    void figures_areAverages();
    void verdict_tellsTheRatio_data();
    void verdict_tellsTheRatio();
    void plot_drawsAStallAsWideAndHighAsItWas();
    void plot_losesNoFrame();
};

void TestFloodFlow::pace_isThatOfTheRate()
{
    const FloodFlow flow(1, 1000, {});
    const auto start = FloodPace::Clock::now();
    FloodPace pace(flow, start);
    QCOMPARE(pace.take(100, start), 0);
    QCOMPARE(pace.take(100, start + 10ms), 10);
    QCOMPARE(pace.take(100, start + 10ms), 0);
    QCOMPARE(pace.take(100, start + 10500us), 0);
    QCOMPARE(pace.take(100, start + 11ms), 1); // halves add up
    QCOMPARE(pace.take(5, start + 31ms), 5);
    QCOMPARE(pace.take(100, start + 31ms), 15); // what was left
}

void TestFloodFlow::pace_isSharedByTheWorkers()
{
    const FloodFlow flow(8, 100, {});
    const auto start = FloodPace::Clock::now();
    FloodPace pace(flow, start);
    qint64 taken = 0;
    for (int step = 1; step <= 1000; ++step)
        taken += pace.take(100, start + step * 2ms);
    QVERIFY(qAbs(taken - 25) <= 1); // an eighth of 100 a second, for two seconds
}

void TestFloodFlow::pace_catchesUpWithLittle()
{
    const FloodFlow flow(1, 1000, {});
    const auto start = FloodPace::Clock::now();
    FloodPace pace(flow, start);
    QCOMPARE(pace.take(100'000, start + 1h), 50);
}

void TestFloodFlow::pace_followsARateThatChanges()
{
    FloodFlow flow(1, 1000, {});
    const auto start = FloodPace::Clock::now();
    FloodPace pace(flow, start);
    flow.setRate(100'000);
    QCOMPARE(pace.take(100'000, start + 10ms), 1000);
    flow.setRate(0);
    QCOMPARE(pace.take(256, start + 10ms), 256);
}

void TestFloodFlow::pace_withoutALimitIsAsMuchAsAsked()
{
    const FloodFlow flow(2, 0, {});
    FloodPace pace(flow);
    QCOMPARE(pace.take(256), 256);
    QCOMPARE(pace.take(0), 0);
}

void TestFloodFlow::room_isWhatMayWait()
{
    FloodFlow naive(4, 0, FloodGuard{.waiting = 1000});
    QCOMPARE(naive.room(2, 0), 250);
    QCOMPARE(naive.room(2, 250), 0);
    naive.setArrived(2, 100);
    QCOMPARE(naive.room(2, 250), 100);
    QCOMPARE(naive.room(3, 250), 0); // each has its own
    QVERIFY(FloodFlow(4, 0, {}).room(0, 1'000'000'000) > 1'000'000'000);
}

void TestFloodFlow::target_takesNothingOnceClosed()
{
    int taken = 0;
    const auto target = FloodTarget::make([&](int worker, qint64 number) { taken += worker == 1 ? int(number) : 0; });
    const auto queue = [&] { QMetaObject::invokeMethod(target.get(), [&] { target->take(1, 5); }, Qt::QueuedConnection); };
    queue();
    QCoreApplication::processEvents();
    QCOMPARE(taken, 5);
    queue();
    target->close();
    queue(); // by a worker that has not heard of it yet
    QCoreApplication::processEvents();
    QCOMPARE(taken, 5);
}

void TestFloodFlow::target_diesOnItsOwnThread()
{
    auto target = FloodTarget::make([](int, qint64) { });
    const QPointer<FloodTarget> watched(target.get());
    Qt::HANDLE diedOn = nullptr;
    connect(target.get(), &QObject::destroyed, [&] { diedOn = QThread::currentThreadId(); });
    std::thread([last = std::move(target)] { }).join();
    QVERIFY(watched);
    QTRY_VERIFY(!watched);
    QCOMPARE(diedOn, QThread::currentThreadId());
}

void TestFloodFlow::resident_growsWithWhatIsUsed()
{
    const auto before = residentBytes();
    if (!before)
        QSKIP("the system does not tell how much memory the process holds");
    constexpr qsizetype size = 64 << 20;
    auto used = std::make_unique<QByteArray>(size, 'x');
    QVERIFY(*residentBytes() - *before > size * 9 / 10);
    used.reset();
    giveBackFreedMemory();
    QVERIFY(*residentBytes() - *before < size / 2);
}

void TestFloodFlow::figures_areEmptyBeforeAnythingWasMeasured()
{
    const FloodFigures none;
    QVERIFY(!none.isMeasured());
    QCOMPARE(none.sentText() + none.arrivedText() + none.growthText(), QString());
    FloodFigures untold;
    untold.milliseconds = 1;
    QCOMPARE(untold.growthText(), QString(QChar(0x2013)));
}

void TestFloodFlow::figures_areAverages()
{
    FloodFigures figures;
    figures.milliseconds = 4000;
    figures.sent = 10'000;
    figures.arrived = 100;
    figures.growth = 1'500'000;
    QCOMPARE(figures.sentText(), QLocale().toString(2500));
    QCOMPARE(figures.arrivedText(), u"25"_s);
    QCOMPARE(figures.growthText(), u"1.5 MB"_s);
}

void TestFloodFlow::verdict_tellsTheRatio_data()
{
    QTest::addColumn<double>("naive");
    QTest::addColumn<double>("aside");
    QTest::addColumn<QString>("said");
    QTest::newRow("neither") << 0.0 << 0.0 << QString();
    QTest::newRow("one way") << 100.0 << 0.0 << QString();
    QTest::newRow("much shorter") << 1000.0 << 20.0 << u"50 times shorter"_s;
    QTest::newRow("somewhat shorter") << 50.0 << 20.0 << u"2.5 times shorter"_s;
    QTest::newRow("alike") << 20.0 << 18.0 << u"hardly differ"_s;
    QTest::newRow("alike, the other way round") << 18.0 << 20.0 << u"hardly differ"_s;
    QTest::newRow("longer") << 20.0 << 60.0 << u"3.0 times longer"_s;
}

void TestFloodFlow::verdict_tellsTheRatio()
{
    QFETCH(const double, naive);
    QFETCH(const double, aside);
    QFETCH(const QString, said);
    const QString verdict = floodVerdict(naive, aside);
    QVERIFY2(verdict.contains(said), qPrintable(verdict));
    QCOMPARE(verdict.isEmpty(), said.isEmpty());
}

namespace {

/// A plot of one second and a hundred ms, a pixel a ms: black for frames, red for late ones.
QImage drawn(const QList<double> &times)
{
    FramePlot plot;
    plot.setSize({1000, 100});
    plot.setProperty("seconds", 1.0);
    plot.setProperty("textColor", QColor(Qt::red));
    plot.setProperty("times", QVariant::fromValue(times));
    QImage image(1000, 100, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    plot.paint(&painter);
    return image;
}

} // namespace

void TestFloodFlow::plot_drawsAStallAsWideAndHighAsItWas()
{
    const QImage image = drawn({300, 20, 50, 20});
    QCOMPARE(drawn({200, 200}).pixelColor(799, 50), QColor(Qt::white)); // stalls in a row stay apart
    const auto colour = [&](int x, int y) { return image.pixelColor(x, y); };
    QCOMPARE(colour(990, 90), QColor(Qt::black)); // 20 ms, the newest
    QCOMPARE(colour(990, 75), QColor(Qt::white));
    QCOMPARE(colour(935, 55), QColor(Qt::red)); // 50 ms: late
    QCOMPARE(colour(935, 45), QColor(Qt::white));
    QCOMPARE(colour(978, 55), QColor(Qt::red));
    QCOMPARE(colour(982, 55), QColor(Qt::white));
    QCOMPARE(colour(615, 1), QColor(Qt::red)); // 300 ms: higher than the plot
    QCOMPARE(colour(905, 1), QColor(Qt::red));
    QCOMPARE(colour(605, 99), QColor(Qt::white)); // before the first
}

void TestFloodFlow::plot_losesNoFrame()
{
    // Many frames a pixel: a late one among them is seen all the same.
    QList<double> times(8000, 0.1);
    times[4000] = 26;
    const QImage image = drawn(times);
    int red = 0;
    int black = 0;
    for (int x = 0; x < 1000; ++x) {
        red += image.pixelColor(x, 80) == QColor(Qt::red);
        black += image.pixelColor(x, 99) == QColor(Qt::black);
    }
    QCOMPARE(red, 25); // and one that keeps it apart from its neighbour
    QVERIFY(black > 790);
    QVERIFY(drawn({}).pixelColor(500, 99) == QColor(Qt::white));
}

QTEST_MAIN(TestFloodFlow)
#include "tst_floodflow.moc"
