// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include <background/backgroundmodel.h>

#include <aside/taskobserver.h>
#include <aside/testing.h>

#include <QAbstractItemModelTester>
#include <QDeadlineTimer>
#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <cstdio>
#include <optional>

using namespace AsideDemo;
using namespace Aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The counter that many instances share, and the thread that comes by a token. Time is stepped.
class TestBackgroundModel : public QObject
{
    Q_OBJECT

private:
    std::optional<Testing::ManualScheduler> m_scheduler;

    static int cell(BackgroundModel &model, int row, const QString &role)
    {
        return model.instances()->get(row).value(role).toInt();
    }
    /// Reads a file of ten thousand bytes to its end, or until \a act says otherwise at a fifth.
    static bool fetch(BackgroundModel &model, const std::function<void()> &act);

private Q_SLOTS:
    void init() { m_scheduler.emplace(); }
    void cleanup() { m_scheduler.reset(); }

    void instances_countTogether();
    void instances_endAtTheMaximum();
    void instance_readsStaleOutsideOfItsBlock();
    void start_letsNoMoreInThanAreAllowed();
    void stop_endsTheOneThatIsMeant();
    void stopAll_endsAll();
    void reset_letsThemGoOnFromZero();
    void restartedInstance_showsItsFirstStepThoughItReadsTheSame();
    void manyThatEndAtOnce_areTakenOutInOneGo();
    void task_tellsHowFarTheCounterIs();
    void progressWords_tellShareSpeedAndRest_data();
    void progressWords_tellShareSpeedAndRest();
    void speed_isThatOfLate();
    void speed_isMeasuredWhileAnythingRuns();
    void change_refusesWhatIsNoSuchNumber_data();
    void change_refusesWhatIsNoSuchNumber();
    void fingerprint_isThatOfTheFile();
    void fingerprint_stopsWhenItIsNotWanted();
    void fingerprint_hearsThatItsPanelIsGone();
    void fingerprint_tellsWhatCannotBeRead();
    void fingerprint_isWaitedForAtTheEndOfTheProgram();
};

void TestBackgroundModel::instances_countTogether()
{
    BackgroundModel model;
    const QAbstractItemModelTester tester(model.instances(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPace(100ms);
    model.start(3);
    QCOMPARE(model.running, 3);
    m_scheduler->advance(1s);
    QCOMPARE(model.count, 30);
    QCOMPARE(model.instances()->count(), 3);
    QCOMPARE(cell(model, 2, u"instance"_s), 3);
    QCOMPARE(cell(model, 2, u"steps"_s), 10);
    QCOMPARE(model.problem, QString());
}

void TestBackgroundModel::instances_endAtTheMaximum()
{
    BackgroundModel model;
    model.maximum = 10;
    model.start(4);
    m_scheduler->advance(10s);
    QCOMPARE(model.count, 10);
    QCOMPARE(model.running, 0);
    QCOMPARE(model.instances()->count(), 0);
    model.start(); // and says why nothing comes of it
    QCOMPARE(model.running, 0);
    QVERIFY(model.problem->contains(u"at its maximum"_s));
    model.reset();
    model.start();
    QCOMPARE(model.running, 1);
    QCOMPARE(model.problem, QString());
}

void TestBackgroundModel::instance_readsStaleOutsideOfItsBlock()
{
    BackgroundModel model;
    model.start(2);
    m_scheduler->advance(200ms);
    // Each has seen only what its own last block saw; meanwhile the other has counted.
    for (int row : {0, 1})
        QCOMPARE(cell(model, row, u"fresh"_s) - cell(model, row, u"stale"_s), 1);
}

void TestBackgroundModel::start_letsNoMoreInThanAreAllowed()
{
    BackgroundModel model;
    model.allowed = 5;
    model.start(3);
    QCOMPARE(model.problem, QString());
    model.start(3);
    QCOMPARE(model.running, 5);
    QVERIFY(model.problem->startsWith(u"2 of 3 started"_s));
    model.start();
    QCOMPARE(model.running, 5);
    model.stop(2);
    m_scheduler->runAll();
    model.start();
    QCOMPARE(model.running, 5);
    QCOMPARE(model.problem, QString());
    QVERIFY(model.instances()->indexOfId(2) >= 0); // its number is free again
}

void TestBackgroundModel::stop_endsTheOneThatIsMeant()
{
    BackgroundModel model;
    model.start(3);
    model.stop(2);
    m_scheduler->advance(100ms);
    QCOMPARE(model.running, 2);
    QCOMPARE(model.instances()->indexOfId(2), -1);
    QCOMPARE(model.count, 2);
    model.stop(7); // there is none
    QCOMPARE(model.running, 2);
}

void TestBackgroundModel::stopAll_endsAll()
{
    BackgroundModel model;
    model.start(100);
    m_scheduler->advance(100ms);
    model.stopAll();
    m_scheduler->advance(1s);
    QCOMPARE(model.running, 0);
    QCOMPARE(model.count, 100);
}

void TestBackgroundModel::reset_letsThemGoOnFromZero()
{
    BackgroundModel model;
    model.start(2);
    m_scheduler->advance(500ms);
    model.reset();
    QCOMPARE(model.count, 0);
    m_scheduler->advance(100ms);
    QCOMPARE(model.count, 2);
}

void TestBackgroundModel::restartedInstance_showsItsFirstStepThoughItReadsTheSame()
{
    BackgroundModel model;
    for (int round = 0; round < 2; ++round) {
        model.reset();
        model.start();
        QCOMPARE(cell(model, 0, u"steps"_s), 0);
        m_scheduler->advance(100ms);
        QCOMPARE(cell(model, 0, u"steps"_s), 1);
        QCOMPARE(cell(model, 0, u"fresh"_s), 0);
        model.stopAll();
        QTRY_COMPARE(model.instances()->count(), 0);
    }
}

void TestBackgroundModel::manyThatEndAtOnce_areTakenOutInOneGo()
{
    BackgroundModel model;
    model.allowed = 1000;
    model.start(1000);
    const QSignalSpy ended(&model, &ViewModel::taskFinished);
    const QSignalSpy removed(model.instances(), &QAbstractItemModel::rowsRemoved);
    const QSignalSpy told(&model, &BackgroundModel::runningChanged);
    model.stopAll();
    QTRY_COMPARE(model.running, 0);
    QCOMPARE(ended.size(), 1000);
    QCOMPARE(told.size(), 1);
    QTRY_COMPARE(model.instances()->count(), 0);
    QVERIFY(removed.size() < 100); // slices, and not one for each
    model.start(3); // those that have ended hold no place
    QCOMPARE(model.instances()->count(), 3);
    model.stop(1);
    model.start(); // before anybody was told
    QCOMPARE(model.running, 3);
    QVERIFY(model.instances()->indexOfId(1) >= 0);
}

void TestBackgroundModel::task_tellsHowFarTheCounterIs()
{
    BackgroundModel model;
    model.maximum = 10;
    model.start(2);
    m_scheduler->advance(200ms);
    QCOMPARE(model.task(u"count"_s)->progress(), 0.4);
}

void TestBackgroundModel::progressWords_tellShareSpeedAndRest_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("perSecond");
    QTest::addColumn<QString>("words");
    QTest::newRow("at rest") << 0 << 0.0 << u"0%"_s;
    QTest::newRow("almost there is not all") << 9'999 << 0.0 << u"99%"_s;
    QTest::newRow("beyond a maximum that was lowered") << 12'000 << 10.0 << u"120% · 10 steps/s"_s;
    QTest::newRow("soon") << 5'000 << 990.0 << u"50% · 990 steps/s · 6 s left"_s;
    QTest::newRow("late") << 0 << 10.0 << u"0% · 10 steps/s · 17 min left"_s;
    QTest::newRow("done") << 10'000 << 10.0 << u"100% · 10 steps/s"_s;
}

void TestBackgroundModel::progressWords_tellShareSpeedAndRest()
{
    QFETCH(const int, count);
    QFETCH(const double, perSecond);
    QTEST(BackgroundModel::progressWords(count, 10'000, perSecond), "words");
}

void TestBackgroundModel::speed_isThatOfLate()
{
    Speed speed;
    QCOMPARE(speed.add(0, 100), 0.0);
    QCOMPARE(speed.add(500, 150), 100.0);
    QCOMPARE(speed.add(1000, 150), 50.0);
    for (int ms = 1500; ms <= 4000; ms += 500)
        speed.add(ms, 150);
    QCOMPARE(speed.add(4500, 150), 0.0); // what was more than two seconds ago is forgotten
    QCOMPARE(speed.add(5000, 0), 0.0); // it was reset
    QCOMPARE(speed.add(5500, 10), 20.0);
}

void TestBackgroundModel::speed_isMeasuredWhileAnythingRuns()
{
    m_scheduler.reset(); // in real time
    BackgroundModel model;
    model.setPace(1ms);
    model.maximum = BackgroundModel::HighestMaximum;
    QCOMPARE(model.progressText, u"0%"_s);
    model.start(2);
    QTRY_VERIFY(model.perSecond > 1);
    QVERIFY(model.progressText->contains(u"steps/s"_s));
    model.stopAll();
    QTRY_COMPARE(model.running, 0);
    QCOMPARE(model.perSecond, 0.0);
}

void TestBackgroundModel::change_refusesWhatIsNoSuchNumber_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("maximum");
    QTest::newRow("a number") << u"500"_s << 500;
    QTest::newRow("with blanks") << u" 20 "_s << 20;
    QTest::newRow("the highest") << u"1000000"_s << 1'000'000;
    QTest::newRow("too high") << u"1000001"_s << 10'000;
    QTest::newRow("zero") << u"0"_s << 10'000;
    QTest::newRow("negative") << u"-3"_s << 10'000;
    QTest::newRow("a word") << u"many"_s << 10'000;
    QTest::newRow("nothing") << QString() << 10'000;
    QTest::newRow("beyond an int") << u"99999999999"_s << 10'000;
}

void TestBackgroundModel::change_refusesWhatIsNoSuchNumber()
{
    QFETCH(const QString, text);
    QFETCH(const int, maximum);
    BackgroundModel model;
    model.changeMaximum(text);
    QCOMPARE(model.maximum, maximum);
    const bool isTaken = maximum != 10'000;
    QCOMPARE(model.problem->isEmpty(), isTaken);
    if (!isTaken)
        QVERIFY2(model.problem->contains(u'“' + text.trimmed() + u'”'), qPrintable(model.problem));
    model.changeAllowed(u"5000"_s);
    QCOMPARE(model.allowed, 200);
    QVERIFY(model.problem->contains(u"5000"_s));
}

bool TestBackgroundModel::fetch(BackgroundModel &model, const std::function<void()> &act)
{
    QTemporaryFile file;
    if (!file.open() || file.write(QByteArray(10'000, 'a')) != 10'000 || !file.flush())
        return false;
    FingerprintModel *const fingerprint = model.fingerprint();
    fingerprint->file = file.fileName();
    fingerprint->setPause(0ms);
    const auto acting = connect(fingerprint, &ViewModel::assigned, &model, [&, hasActed = false]() mutable {
        if (fingerprint->progress >= 0.2 && !std::exchange(hasActed, true))
            act();
    });
    fingerprint->start();
    const bool hasEnded = QTest::qWaitFor([&] { return !model.log->isEmpty(); }, 60'000);
    disconnect(acting);
    return hasEnded;
}

void TestBackgroundModel::fingerprint_isThatOfTheFile()
{
    BackgroundModel model;
    QVERIFY(fetch(model, [] { }));
    QCOMPARE(model.fingerprint()->result,
             u"27dd1f61b867b6a0f6e9d8a41c43231de52107e53ae424de8f847b821db4b711"_s);
    QCOMPARE(model.fingerprint()->progress, 1.0);
    QVERIFY(!model.fingerprint()->running);
    QVERIFY(model.log->constFirst().contains(u"read all"_s));
}

void TestBackgroundModel::fingerprint_stopsWhenItIsNotWanted()
{
    BackgroundModel model;
    QVERIFY(fetch(model, [&] { model.fingerprint()->stop(); }));
    QVERIFY(model.log->constFirst().contains(u"not wanted"_s));
    QCOMPARE(model.fingerprint()->result, QString());
    QVERIFY(!model.fingerprint()->running);
    QVERIFY(model.fingerprint()->progress < 1);
}

void TestBackgroundModel::fingerprint_hearsThatItsPanelIsGone()
{
    BackgroundModel model;
    const QSignalSpy changed(&model, &BackgroundModel::fingerprintChanged);
    QVERIFY(fetch(model, [&] {
        QTimer::singleShot(0, &model, [&] { model.closeFingerprint(); });
    }));
    QVERIFY(model.log->constFirst().contains(u"StateGoneError: the ViewModel is gone"_s));
    QCOMPARE(model.fingerprint(), nullptr);
    QCOMPARE(changed.size(), 1);
    model.openFingerprint();
    QVERIFY(model.fingerprint());
    QVERIFY(!model.fingerprint()->running);
}

void TestBackgroundModel::fingerprint_tellsWhatCannotBeRead()
{
    BackgroundModel model;
    model.fingerprint()->file = u"/nowhere/at/all"_s;
    model.fingerprint()->start();
    QTRY_VERIFY_WITH_TIMEOUT(!model.log->isEmpty(), 60'000);
    QVERIFY(model.fingerprint()->problem->startsWith(u"/nowhere/at/all cannot be read: "_s));
    QVERIFY(!model.fingerprint()->running);
}

void TestBackgroundModel::fingerprint_isWaitedForAtTheEndOfTheProgram()
{
    if (!QDir(u"/proc/self/task"_s).exists())
        QSKIP("the system does not tell of its threads");
    QProcess leaving;
    leaving.start(QCoreApplication::applicationFilePath(), {u"--leave"_s});
    QVERIFY(leaving.waitForFinished(60'000));
    QCOMPARE(leaving.exitCode(), 0);
    QCOMPARE(leaving.readAllStandardOutput(), "it reads\nthe application is gone\nthreads that read: 0\n");
}

namespace {

/// Leaves while a fingerprint is being made, and says which threads that leaves behind.
int leave(int argc, char **argv)
{
    const auto readers = [] {
        int count = 0;
        const QDir tasks(u"/proc/self/task"_s);
        for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile name(tasks.filePath(task + u"/comm"_s));
            count += name.open(QIODevice::ReadOnly) && name.readAll() == "Fingerprint\n";
        }
        return count;
    };
    {
        QCoreApplication application(argc, argv);
        BackgroundModel model;
        model.fingerprint()->setPause(1s);
        QObject::connect(model.fingerprint(), &FingerprintModel::progressChanged, &application, [&] {
            if (model.fingerprint()->progress > 0 && readers() == 1) {
                std::puts("it reads");
                QCoreApplication::quit();
            }
        });
        model.fingerprint()->start();
        QCoreApplication::exec();
    }
    // The system may name a thread a moment longer than it runs; one that is left alone sleeps on for a second.
    for (const QDeadlineTimer deadline(500ms); readers() > 0 && !deadline.hasExpired();)
        QThread::yieldCurrentThread();
    std::printf("the application is gone\nthreads that read: %d\n", readers());
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 2 && qstrcmp(argv[1], "--leave") == 0)
        return leave(argc, argv);
    QCoreApplication application(argc, argv);
    TestBackgroundModel test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_backgroundmodel.moc"
