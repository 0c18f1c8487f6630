// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include <background/backgroundmodel.h>

#include <aside/testing.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>
#include <QTimer>

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
    void change_refusesWhatIsNoSuchNumber_data();
    void change_refusesWhatIsNoSuchNumber();
    void fingerprint_isThatOfTheFile();
    void fingerprint_stopsWhenItIsNotWanted();
    void fingerprint_hearsThatItsPanelIsGone();
    void fingerprint_tellsWhatCannotBeRead();
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

QTEST_GUILESS_MAIN(TestBackgroundModel)
#include "tst_backgroundmodel.moc"
