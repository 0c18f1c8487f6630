// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "samplefolder.h"

#include <explore/exploremodel.h>

#include <aside/settings.h>
#include <aside/taskobserver.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;
using Aside::Outcome;

class TestDuplicatesModel : public QObject
{
    Q_OBJECT

private:
    DuplicatesModel &duplicates() const { return *m_explore->duplicates(); }
    Aside::TaskObserver *finding() const { return duplicates().task(u"duplicates"_s); }
    Aside::TaskObserver *scanning() const { return m_explore->task(u"scan"_s); }
    bool hasFound() const { return finding()->outcome() == Outcome::Ok; }
    QVariant at(int row, DuplicateListModel::Role role) const
    {
        return duplicates().groups()->data(duplicates().groups()->index(row), role);
    }
    QStringList texts() const
    {
        QStringList all;
        for (int row = 0; row < duplicates().groups()->count(); ++row)
            all.append(at(row, DuplicateListModel::TextRole).toString());
        return all;
    }
    void openScanned() const
    {
        m_explore->open(m_place->path("root"));
        QTRY_COMPARE(scanning()->outcome(), Outcome::Ok);
    }
    std::shared_ptr<ScanGate> openHeld() const
    {
        openScanned();
        auto gate = std::make_shared<ScanGate>();
        duplicates().setGate(gate);
        duplicates().open();
        return gate;
    }

    std::unique_ptr<SampleFolder> m_place;
    std::unique_ptr<ExploreModel> m_explore;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

private Q_SLOTS:
    void init();
    void cleanup();
    void open_showsTheGroupsTheMostWastefulFirst();
    void open_whileTheScanRunsWaitsForItsEnd();
    void open_againShowsWhatWasFound();
    void rows_comeWhileItGoesOn();
    void stop_keepsTheRowsAndTheNextOpenLooksAgain();
    void rescan_looksAgainAfterIt();
    void otherFolder_closesTheView();
    void destroyedWhileItLooks_leavesNothingBehind();
    void fileInARow_showsItsDetails();
    void skippedFiles_areToldInPlainWords();
    void damagedCatalogue_isSaid();
    void rowsOfFiles_areFoundPastThoseOfGroups();
    void moreGroupsThanAreKept_keepsTheMostWasteful();
    void synchronousMode_givesTheSame();
};

void TestDuplicatesModel::init()
{
    m_place = std::make_unique<SampleFolder>();
    for (const char *name : {"root/small1", "root/small2", "root/line\nbreak"})
        QVERIFY(m_place->addFile(name, "small"));
    for (const char *name : {"root/large1", "root/sub/large2"})
        QVERIFY(m_place->addFile(name, QByteArray(5000, 'x')));
    m_explore = std::make_unique<ExploreModel>();
    m_explore->setCatalogue(m_place->textPath(u"c.sqlite"_s));
    m_tester = std::make_unique<QAbstractItemModelTester>(duplicates().groups(),
                                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void TestDuplicatesModel::cleanup()
{
    m_tester.reset();
    m_explore.reset();
    Aside::setAsync(true);
}

void TestDuplicatesModel::open_showsTheGroupsTheMostWastefulFirst()
{
    openScanned();
    duplicates().open();
    QTRY_VERIFY(hasFound());
    QVERIFY(duplicates().isOpen);
    QCOMPARE(texts(), QStringList({u"2 copies of 5.0 kB"_s, u"large1"_s, u"large2"_s, u"3 copies of 5 bytes"_s,
                                   u"line\u21b5break"_s, u"small1"_s, u"small2"_s}));
    QCOMPARE(at(2, DuplicateListModel::FolderRole), u"sub"_s);
    QCOMPARE(at(3, DuplicateListModel::SizeRole), u"10 bytes"_s);
    QCOMPARE(duplicates().resultText, u"2 groups · 5.0 kB could be won back"_s);
    QCOMPARE(duplicates().fraction, 1.0);
}

void TestDuplicatesModel::open_whileTheScanRunsWaitsForItsEnd()
{
    auto gate = std::make_shared<ScanGate>();
    m_explore->setScanGate(gate);
    m_explore->open(m_place->path("root"));
    duplicates().open();
    QVERIFY(duplicates().isWaiting);
    QVERIFY(!finding()->isRunning());
    gate->open();
    QTRY_VERIFY(hasFound());
    QVERIFY(!duplicates().isWaiting);
    QCOMPARE(texts().size(), 7);
}

void TestDuplicatesModel::open_againShowsWhatWasFound()
{
    openScanned();
    duplicates().open();
    QTRY_VERIFY(hasFound());
    duplicates().close();
    QSignalSpy looked(finding(), &Aside::TaskObserver::changed);
    duplicates().open();
    QCOMPARE(looked.size(), 0);
    QCOMPARE(texts().size(), 7);
}

void TestDuplicatesModel::rows_comeWhileItGoesOn()
{
    const auto gate = openHeld();
    QTRY_COMPARE(texts().size(), 3); // of the first group; the rest is held
    QVERIFY(finding()->isRunning());
    gate->open();
    QTRY_VERIFY(hasFound());
    QCOMPARE(texts().size(), 7);
}

void TestDuplicatesModel::stop_keepsTheRowsAndTheNextOpenLooksAgain()
{
    const auto gate = openHeld();
    QTRY_COMPARE(texts().size(), 3);
    duplicates().stop();
    QVERIFY(finding()->isCanceled());
    QCOMPARE(texts().size(), 3);
    gate->open();
    duplicates().close();
    duplicates().open();
    QTRY_VERIFY(hasFound());
    QCOMPARE(texts().size(), 7);
}

void TestDuplicatesModel::rescan_looksAgainAfterIt()
{
    const auto gate = openHeld();
    QTRY_COMPARE(texts().size(), 3);
    QVERIFY(m_place->remove("root/large1"));
    m_explore->rescan();
    QCOMPARE(texts().size(), 0);
    QVERIFY(duplicates().isOpen);
    gate->open();
    QTRY_VERIFY(hasFound());
    QCOMPARE(texts().size(), 4);
    duplicates().close();
    m_explore->rescan(); // nobody looks
    QTRY_COMPARE(scanning()->outcome(), Outcome::Ok);
    QVERIFY(!finding()->isRunning());
    QCOMPARE(texts().size(), 0);
}

void TestDuplicatesModel::otherFolder_closesTheView()
{
    const auto gate = openHeld();
    QTRY_COMPARE(texts().size(), 3);
    m_explore->open(m_place->path("root/sub"));
    QVERIFY(!duplicates().isOpen);
    gate->open();
    QTRY_COMPARE(scanning()->outcome(), Outcome::Ok);
    QVERIFY(finding()->isCanceled());
    QCOMPARE(texts().size(), 0);
    duplicates().open();
    QTRY_VERIFY(hasFound());
    QCOMPARE(texts().size(), 0);
}

void TestDuplicatesModel::destroyedWhileItLooks_leavesNothingBehind()
{
    const auto gate = openHeld();
    QTRY_COMPARE(texts().size(), 3);
    cleanup();
    init();
    openScanned();
    duplicates().open();
    QTRY_VERIFY(hasFound());
}

void TestDuplicatesModel::fileInARow_showsItsDetails()
{
    openScanned();
    duplicates().open();
    QTRY_VERIFY(hasFound());
    m_explore->selectEntry(duplicates().groups()->idAt(2));
    QTRY_COMPARE(m_explore->details->name, u"large2"_s);
    QCOMPARE(m_explore->selectedRow, m_explore->entries()->rowOf(m_explore->selectedId));
}

void TestDuplicatesModel::skippedFiles_areToldInPlainWords()
{
    openScanned();
    QVERIFY(m_place->remove("root/line\nbreak"));
    duplicates().open();
    QTRY_VERIFY(hasFound());
    QCOMPARE(duplicates().skippedCount, 1);
    QCOMPARE(duplicates().skipped->size(), 1);
    QVERIFY(duplicates().skipped->first().startsWith(u"line\u21b5break\n"_s));
    QCOMPARE(texts().size(), 6);
}

void TestDuplicatesModel::damagedCatalogue_isSaid()
{
    openScanned();
    for (const char *end : {"", "-wal", "-shm"})
        m_place->remove("c.sqlite" + QByteArray(end));
    QVERIFY(m_place->addFile("c.sqlite", "no catalogue at all, but a letter" + QByteArray(2000, '.')));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"task \"duplicates\" failed"_s));
    duplicates().open();
    QTRY_VERIFY(finding()->hasFailed());
    QVERIFY(duplicates().notice->canStartAfresh());
    duplicates().dismissNotice();
    QVERIFY(duplicates().notice->text.isEmpty());
}

void TestDuplicatesModel::rowsOfFiles_areFoundPastThoseOfGroups()
{
    openScanned();
    duplicates().open();
    QTRY_VERIFY(hasFound());
    const DuplicateListModel &rows = *duplicates().groups();
    QCOMPARE(rows.fileRow(0, true), 1);
    QCOMPARE(rows.fileRow(3, true), 4);
    QCOMPARE(rows.fileRow(3, false), 2);
    QCOMPARE(rows.fileRow(0, false), -1);
    QCOMPARE(rows.fileRow(7, true), -1);
    QCOMPARE(rows.idAt(0), 0);
    QVERIFY(rows.idAt(1) > 0);
    QCOMPARE(rows.idAt(7), 0);
}

void TestDuplicatesModel::moreGroupsThanAreKept_keepsTheMostWasteful()
{
    QList<DuplicateGroup> groups;
    for (int i = 0; i < DuplicateListModel::MostGroups + 10; ++i)
        groups.append({QByteArray::number(i), 1, 2, i, {{1, "", "a"}, {2, "", "b"}}});
    m_tester.reset(); // it looks at each row after each change
    DuplicateListModel rows;
    rows.add(groups);
    QCOMPARE(rows.count(), 3 * DuplicateListModel::MostGroups);
    QCOMPARE(rows.data(rows.index(rows.count() - 3), DuplicateListModel::SizeRole), u"10 bytes"_s);
}

void TestDuplicatesModel::synchronousMode_givesTheSame()
{
    Aside::setAsync(false);
    m_explore->open(m_place->path("root"));
    duplicates().open();
    QVERIFY(hasFound());
    QCOMPARE(texts().size(), 7);
}

QTEST_GUILESS_MAIN(TestDuplicatesModel)
#include "tst_duplicatesmodel.moc"
