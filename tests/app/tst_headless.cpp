// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "samplefolder.h"

#include <catalogue/scan.h>
#include <catalogue/search.h>
#include <shell/headless.h>
#include <shell/interrupt.h>

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

class TestHeadless : public QObject
{
    Q_OBJECT

private:
    QString catalogue() const { return m_place->textPath(u"c.sqlite"_s); }
    QByteArray root() const { return m_place->path("root"); }
    /// The code to exit with; what is said is in the lists.
    int catalogueAll(const std::function<bool()> &isCanceled = [] { return false; })
    {
        const auto into = [](QStringList &list) { return [&list](const QString &line) { list.append(line); }; };
        return catalogueWithoutWindow(root(), catalogue(), {into(m_said), into(m_complaints), into(m_progress), isCanceled});
    }
    int files() const
    {
        const Connection connection(catalogue(), Connection::Read);
        return connection.value(u"SELECT count(*) FROM entries"_s).toInt();
    }
    /// The code that the demo exits with, started as people start it.
    int runDemo(const QStringList &arguments)
    {
        QProcess demo;
        demo.start(QStringLiteral(ASIDE_DEMO), arguments);
        if (!demo.waitForFinished() || demo.exitStatus() != QProcess::NormalExit)
            return -1;
        m_said = QString::fromUtf8(demo.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        m_complaints = QString::fromUtf8(demo.readAllStandardError()).split(u'\n', Qt::SkipEmptyParts);
        return demo.exitCode();
    }

    std::unique_ptr<SampleFolder> m_place;
    QStringList m_said;
    QStringList m_complaints;
    QStringList m_progress;

private Q_SLOTS:
    void init();
    void catalogued_isSummedUpAndExitsWith0();
    void progress_endsAtHundredPercent();
    void unreadable_isNamedAndExitsWith0();
    void manyUnreadable_areCounted();
    void canceled_keepsWhatItFoundAndWhatWasThere();
    void missingFolder_isToldAndExitsWith1();
    void damagedCatalogue_isToldAndLeftAlone();
    void program_cataloguesAndSaysNothingElse();
    void program_tellsMistakes_data();
    void program_tellsMistakes();
    void signal_isNotedOnceAndEndsTheNextTime_data();
    void signal_isNotedOnceAndEndsTheNextTime();
    void signalThatWasIgnored_staysSo();
};

void TestHeadless::init()
{
    m_place = std::make_unique<SampleFolder>();
    m_said.clear();
    m_complaints.clear();
    m_progress.clear();
    QVERIFY(m_place->addFile("root/a", QByteArray(1500, 'a')));
    QVERIFY(m_place->addFile("root/one/b", QByteArray(500, 'b')));
    QVERIFY(m_place->addFile("root/two/c", {}));
    QVERIFY(m_place->setMode(".", 0777)); // for the tests that are nobody
}

void TestHeadless::catalogued_isSummedUpAndExitsWith0()
{
    QCOMPARE(catalogueAll(), 0);
    QCOMPARE(m_said.size(), 1);
    const QRegularExpression words(u"^3 files, 2\\.0 kB, in 3 folders, catalogued in [0-9.]+ s into .*c\\.sqlite$"_s);
    QVERIFY2(words.match(m_said.first()).hasMatch(), qPrintable(m_said.first()));
    QVERIFY(m_complaints.isEmpty());
    QCOMPARE(files(), 3);
}

void TestHeadless::progress_endsAtHundredPercent()
{
    QCOMPARE(catalogueAll(), 0);
    QVERIFY(!m_progress.isEmpty());
    QCOMPARE(m_progress.last(), u"100 % · 3 files in 3 folders"_s);
}

void TestHeadless::unreadable_isNamedAndExitsWith0()
{
    QVERIFY(m_place->setMode("root/one", 0));
    const AsNobody nobody;
    QCOMPARE(catalogueAll(), 0);
    QCOMPARE(m_complaints, QStringList{u"one: You have no permission to read this folder."_s});
    QVERIFY2(m_said.first().startsWith("2 files"_L1), qPrintable(m_said.first()));
}

void TestHeadless::manyUnreadable_areCounted()
{
    for (int i = 0; i < 25; ++i) {
        const QByteArray folder = "root/closed " + QByteArray::number(i);
        QVERIFY(m_place->addFolder(folder) && m_place->setMode(folder, 0));
    }
    const AsNobody nobody;
    QCOMPARE(catalogueAll(), 0);
    QCOMPARE(m_complaints.size(), 21);
    QCOMPARE(m_complaints.last(), u"5 more could not be read."_s);
}

void TestHeadless::canceled_keepsWhatItFoundAndWhatWasThere()
{
    QCOMPARE(catalogueAll(), 0);
    QVERIFY(m_place->addFile("root/d"));
    QVERIFY(m_place->remove("root/one"));
    // Each entry is asked for: it is stopped within the folder that it begins with.
    QCOMPARE(catalogueAll([asked = 0]() mutable { return ++asked > 5; }), 1);
    QVERIFY2(m_said.last().startsWith("Stopped: 2 files"_L1), qPrintable(m_said.last()));
    QCOMPARE(files(), 4);
    QCOMPARE(catalogueAll(), 0);
    QCOMPARE(files(), 3);
}

void TestHeadless::missingFolder_isToldAndExitsWith1()
{
    QVERIFY(m_place->remove("root"));
    QCOMPARE(catalogueAll(), 1);
    QVERIFY(m_said.isEmpty());
    QCOMPARE(m_complaints.size(), 1);
    QVERIFY2(m_complaints.first().endsWith("There is no such folder."_L1), qPrintable(m_complaints.first()));
}

void TestHeadless::damagedCatalogue_isToldAndLeftAlone()
{
    QVERIFY(m_place->addFile("c.sqlite", "no database"));
    QCOMPARE(catalogueAll(), 1);
    QCOMPARE(m_complaints.size(), 1);
    QVERIFY2(m_complaints.first().contains("is damaged"_L1), qPrintable(m_complaints.first()));
    QFile file(catalogue());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "no database");
}

void TestHeadless::program_cataloguesAndSaysNothingElse()
{
    QCOMPARE(runDemo({u"--headless"_s, u"--scan"_s, m_place->textPath(u"root"_s), u"--database"_s, catalogue()}), 0);
    QCOMPARE(m_said.size(), 1);
    QVERIFY(m_said.first().startsWith("3 files"_L1));
    QCOMPARE(m_complaints, QStringList());
    QCOMPARE(files(), 3);
}

void TestHeadless::program_tellsMistakes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("told");
    QTest::newRow("no folder") << QStringList{u"--headless"_s} << 2 << u"--scan FOLDER"_s;
    QTest::newRow("missing folder") << QStringList{u"--headless"_s, u"--scan=/no/such/folder"_s} << 1
                                    << u"There is no such folder"_s;
}

void TestHeadless::program_tellsMistakes()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, code);
    QFETCH(const QString, told);
    QCOMPARE(runDemo(arguments + QStringList{u"--database"_s, catalogue()}), code);
    QVERIFY(m_said.isEmpty());
    QVERIFY2(m_complaints.value(0).contains(told), qPrintable(m_complaints.join(u'\n')));
}

void TestHeadless::signal_isNotedOnceAndEndsTheNextTime_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("kill") << SIGTERM;
    QTest::newRow("the terminal is closed") << SIGHUP;
}

void TestHeadless::signal_isNotedOnceAndEndsTheNextTime()
{
    QFETCH(const int, signal);
    std::signal(signal, SIG_DFL); // Qt Test has one of its own
    {
        const Interrupt interrupt;
        QVERIFY(!Interrupt::hasCome());
        QCOMPARE(std::raise(signal), 0);
        QVERIFY(Interrupt::hasCome());
        QVERIFY(std::signal(signal, SIG_IGN) == SIG_DFL); // what the next one would have met
    }
    QVERIFY(std::signal(signal, SIG_DFL) == SIG_DFL);
    const Interrupt another;
    QVERIFY(!Interrupt::hasCome());
}

void TestHeadless::signalThatWasIgnored_staysSo()
{
    std::signal(SIGHUP, SIG_IGN);
    {
        const Interrupt interrupt;
        QCOMPARE(std::raise(SIGHUP), 0);
        QVERIFY(!Interrupt::hasCome());
    }
    QVERIFY(std::signal(SIGHUP, SIG_DFL) == SIG_IGN);
}

QTEST_GUILESS_MAIN(TestHeadless)
#include "tst_headless.moc"
