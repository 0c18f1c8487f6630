// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "samplefolder.h"

#include <explore/exploremodel.h>
#include <explore/folderpath.h>

#include <aside/settings.h>
#include <aside/taskobserver.h>

#include <QSignalSpy>
#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

class TestExploreModel : public QObject
{
    Q_OBJECT

private:
    bool isIdle() const
    {
        for (const auto &name : {u"scan"_s, u"search"_s, u"rows"_s, u"details"_s, u"startAfresh"_s}) {
            if (m_explore->task(name)->isRunning())
                return false;
        }
        return true;
    }
    Aside::Outcome scanOutcome() const { return m_explore->task(u"scan"_s)->outcome(); }
    bool isScanned() const { return isIdle() && scanOutcome() == Aside::Outcome::Ok; }
    QString nameAt(int row) const
    {
        const EntryListModel *entries = m_explore->entries();
        return entries->data(entries->index(row), EntryListModel::NameRole).toString();
    }
    QStringList names() const
    {
        QStringList found;
        for (int row = 0; row < m_explore->entries()->count(); ++row)
            found.append(nameAt(row));
        return found;
    }
    std::shared_ptr<ScanGate> openHeld(const QByteArray &folder)
    {
        auto gate = std::make_shared<ScanGate>();
        m_explore->setScanGate(gate);
        m_explore->open(folder);
        return gate;
    }

    std::unique_ptr<SampleFolder> m_place;
    std::unique_ptr<ExploreModel> m_explore;

private Q_SLOTS:
    void init();
    void cleanup();
    void open_scansAndShowsTheFiles();
    void open_showsWhatWasCataloguedBeforeTheScanIsDone();
    void open_ofAnotherFolderWhileScanningShowsOnlyThat();
    void rows_appearWhileTheScanRuns();
    void cancel_worksAtOnceAndKeepsTheRows();
    void destroyedWhileScanning_leavesNothingBehind();
    void typing_landsTheLastSearchOnly();
    void list_isKeptWhileTheNextSearchRuns();
    void sortBy_sameColumnTurnsTheOrder();
    void select_loadsDetails();
    void select_ofAnotherDropsTheDetailsThatAreLate();
    void selection_followsItsFile();
    void topRow_isAnnouncedWhereItWent();
    void scrolledRows_areLoaded();
    void missingFolder_isSaid();
    void damagedCatalogue_canBeReplaced();
    void notice_goesWhenTheTaskWorksAgain();
    void unreadableFolder_isListed();
    void urlOfAnotherComputer_isRefused();
    void synchronousMode_givesTheSame();
};

void TestExploreModel::init()
{
    m_place = std::make_unique<SampleFolder>();
    QVERIFY(m_place->addFile("root/alpha.txt", "first\n"));
    QVERIFY(m_place->addFile("root/beta.txt", QByteArray(5000, 'b')));
    QVERIFY(m_place->addFile("root/sub/gamma.txt", "third\n"));
    m_explore = std::make_unique<ExploreModel>();
    m_explore->setCatalogue(m_place->textPath(u"c.sqlite"_s));
}

void TestExploreModel::cleanup()
{
    m_explore->setScanGate(nullptr);
    m_explore->cancelAll();
    m_explore.reset();
    Aside::setAsync(true);
}

void TestExploreModel::open_scansAndShowsTheFiles()
{
    m_explore->open(m_place->path("root"));
    QTRY_VERIFY(isScanned());
    QCOMPARE(names(), QStringList({u"alpha.txt"_s, u"beta.txt"_s, u"gamma.txt"_s}));
    QCOMPARE(m_explore->folder, m_place->textPath(u"root"_s));
    QCOMPARE(m_explore->progress->files, 3);
    QCOMPARE(m_explore->progress->fraction, 1.0);
    QVERIFY(m_explore->hitsText->startsWith(u"3 files"_s));
    QVERIFY(m_explore->notice->text.isEmpty());
    QVERIFY(m_explore->filesPerSecond > 0);
}

void TestExploreModel::open_showsWhatWasCataloguedBeforeTheScanIsDone()
{
    m_explore->open(m_place->path("root"));
    QTRY_VERIFY(isScanned());
    m_explore->open(m_place->path("root/sub"));
    QTRY_VERIFY(isScanned());
    QVERIFY(m_place->remove("root"));

    m_explore->open(m_place->path("root")); // the scan fails, but what was found stays
    QTRY_VERIFY(isIdle() && scanOutcome() == Aside::Outcome::Failed);
    QCOMPARE(m_explore->entries()->count(), 3);
    QVERIFY(!m_explore->notice->text.isEmpty());
}

void TestExploreModel::open_ofAnotherFolderWhileScanningShowsOnlyThat()
{
    const auto gate = openHeld(m_place->path("root"));
    QTRY_VERIFY(m_explore->progress->files > 0);
    m_explore->setScanGate(nullptr);
    m_explore->open(m_place->path("root/sub"));
    gate->open();
    QTRY_VERIFY(isScanned());
    QCOMPARE(names(), QStringList{u"gamma.txt"_s});
    QCOMPARE(m_explore->progress->files, 1);
}

void TestExploreModel::rows_appearWhileTheScanRuns()
{
    for (int i = 0; i < 300; ++i)
        QVERIFY(m_place->addFile("root/many" + QByteArray::number(i) + "/file", {}));
    const auto gate = openHeld(m_place->path("root"));
    QTRY_VERIFY(m_explore->entries()->count() > 0);
    QVERIFY(m_explore->task(u"scan"_s)->isRunning());
    QVERIFY(m_explore->entries()->count() < 303);
    gate->open();
    QTRY_VERIFY(isScanned());
    QCOMPARE(m_explore->entries()->count(), 303);
}

void TestExploreModel::cancel_worksAtOnceAndKeepsTheRows()
{
    const auto gate = openHeld(m_place->path("root"));
    QTRY_VERIFY(m_explore->entries()->count() > 0);
    m_explore->task(u"scan"_s)->cancel();
    QVERIFY(!m_explore->task(u"scan"_s)->isRunning());
    QCOMPARE(scanOutcome(), Aside::Outcome::Canceled);
    QTRY_VERIFY(isIdle());
    QVERIFY(m_explore->entries()->count() > 0);
    QVERIFY(m_explore->notice->text.isEmpty());
}

void TestExploreModel::destroyedWhileScanning_leavesNothingBehind()
{
    const auto gate = openHeld(m_place->path("root"));
    QTRY_VERIFY(m_explore->progress->files > 0);
    m_explore.reset();
    init();
    m_explore->open(m_place->path("root"));
    QTRY_VERIFY(isScanned());
}

void TestExploreModel::typing_landsTheLastSearchOnly()
{
    m_explore->open(m_place->path("root"));
    QTRY_VERIFY(isScanned());
    QSignalSpy landed(m_explore.get(), &ExploreModel::hitsChanged);
    QSignalSpy ended(m_explore.get(), &ExploreModel::taskFinished);
    for (const auto &text : {u"g"_s, u"ga"_s, u"gam"_s})
        m_explore->filter = text;
    QTRY_VERIFY(isIdle());
    QCOMPARE(landed.size(), 1);
    QCOMPARE(ended.size(), 3);
    QCOMPARE(names(), QStringList{u"gamma.txt"_s});
    m_explore->filter = u"SUB/"_s;
    QTRY_VERIFY(isIdle());
    QCOMPARE(names(), QStringList{u"gamma.txt"_s});
}

void TestExploreModel::list_isKeptWhileTheNextSearchRuns()
{
    m_explore->open(m_place->path("root"));
    QTRY_VERIFY(isScanned());
    QSignalSpy replaced(m_explore.get(), &ExploreModel::listReplaced);
    m_explore->filter = u"beta"_s;
    QCOMPARE(m_explore->entries()->count(), 3);
    QCOMPARE(nameAt(2), u"gamma.txt"_s);
    QTRY_VERIFY(isIdle());
    QCOMPARE(names(), QStringList{u"beta.txt"_s});
    QCOMPARE(replaced.size(), 1);
}

void TestExploreModel::sortBy_sameColumnTurnsTheOrder()
{
    m_explore->open(m_place->path("root"));
    QTRY_VERIFY(isScanned());
    m_explore->sortBy(ExploreModel::BySize);
    QTRY_VERIFY(isIdle());
    QVERIFY(m_explore->descending);
    QCOMPARE(nameAt(0), u"beta.txt"_s);
    m_explore->sortBy(ExploreModel::BySize);
    QTRY_VERIFY(isIdle());
    QCOMPARE(nameAt(2), u"beta.txt"_s);
    m_explore->sortBy(ExploreModel::ByName);
    QTRY_VERIFY(isIdle());
    QVERIFY(!m_explore->descending);
    QCOMPARE(nameAt(0), u"alpha.txt"_s);
}

void TestExploreModel::select_loadsDetails()
{
    m_explore->open(m_place->path("root"));
    QTRY_VERIFY(isScanned());
    m_explore->select(0);
    QTRY_COMPARE(m_explore->details->name, u"alpha.txt"_s);
    QCOMPARE(m_explore->details->lines, QStringList{u"first"_s});
    QCOMPARE(m_explore->details->place, m_place->textPath(u"root"_s));
    QVERIFY(m_place->remove("root/sub/gamma.txt"));
    m_explore->select(2);
    QTRY_COMPARE(m_explore->details->name, u"gamma.txt"_s);
    QVERIFY(!m_explore->details->note.isEmpty());
    m_explore->select(-1);
    QCOMPARE(m_explore->selectedRow, -1);
    QVERIFY(m_explore->details->isEmpty());
}

void TestExploreModel::select_ofAnotherDropsTheDetailsThatAreLate()
{
    m_explore->open(m_place->path("root"));
    QTRY_VERIFY(isScanned());
    QSignalSpy shown(m_explore.get(), &ExploreModel::detailsChanged);
    for (int row = 0; row < 3; ++row)
        m_explore->select(row);
    QTRY_VERIFY(isIdle());
    QCOMPARE(shown.size(), 1);
    QCOMPARE(m_explore->details->name, u"gamma.txt"_s);
}

void TestExploreModel::selection_followsItsFile()
{
    m_explore->open(m_place->path("root"));
    QTRY_VERIFY(isScanned());
    m_explore->select(0);
    m_explore->sortBy(ExploreModel::BySize);
    QTRY_VERIFY(isIdle());
    QCOMPARE(nameAt(m_explore->selectedRow), u"alpha.txt"_s);
    m_explore->filter = u"beta"_s;
    QTRY_VERIFY(isIdle());
    QCOMPARE(m_explore->selectedRow, -1);
    QCOMPARE(m_explore->details->name, u"alpha.txt"_s);
}

void TestExploreModel::topRow_isAnnouncedWhereItWent()
{
    m_explore->open(m_place->path("root"));
    QTRY_VERIFY(isScanned());
    QVERIFY(m_explore->setProperty("topRow", 1)); // beta.txt
    QSignalSpy shifted(m_explore.get(), &ExploreModel::listShifted);
    QSignalSpy replaced(m_explore.get(), &ExploreModel::listReplaced);
    QVERIFY(m_place->addFile("root/aaa.txt"));
    QVERIFY(m_place->addFile("root/aab.txt"));
    m_explore->rescan();
    QTRY_VERIFY(isScanned());
    QCOMPARE(m_explore->entries()->count(), 5);
    int rows = 0;
    for (const auto &arguments : shifted)
        rows += arguments.first().toInt();
    QVERIFY(rows >= 2); // the test does not move the view, so each refresh tells again
    QCOMPARE(replaced.size(), 0);
}

void TestExploreModel::scrolledRows_areLoaded()
{
    for (int i = 0; i < 1000; ++i)
        QVERIFY(m_place->addFile("root/many/f" + QByteArray::number(i).rightJustified(4, '0'), {}));
    m_explore->open(m_place->path("root"));
    QTRY_VERIFY(isScanned());
    QCOMPARE(nameAt(900), QString());
    QTRY_COMPARE(nameAt(900), u"f0898"_s);
}

void TestExploreModel::missingFolder_isSaid()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"task \"scan\" failed"_s));
    m_explore->open(m_place->path("nowhere"));
    QTRY_VERIFY(isIdle() && scanOutcome() == Aside::Outcome::Failed);
    QVERIFY(m_explore->notice->text.contains(u"nowhere"_s));
    QVERIFY(m_explore->notice->canRetry());
    m_explore->dismissNotice();
    QVERIFY(m_explore->notice->text.isEmpty());
}

void TestExploreModel::damagedCatalogue_canBeReplaced()
{
    QVERIFY(m_place->addFile("c.sqlite", "no catalogue at all, but a letter" + QByteArray(2000, '.')));
    m_explore->open(m_place->path("root"));
    QTRY_VERIFY(isIdle() && m_explore->notice->canStartAfresh());
    m_explore->startAfresh();
    QTRY_VERIFY(isScanned());
    QVERIFY(m_explore->notice->text.isEmpty());
    QCOMPARE(m_explore->entries()->count(), 3);
    const QDir place(m_place->textPath(u""_s));
    QCOMPARE(place.entryList({u"c.sqlite.damaged-*"_s}, QDir::Files).size(), 1);
}

void TestExploreModel::notice_goesWhenTheTaskWorksAgain()
{
    m_explore->open(m_place->path("root"));
    QTRY_VERIFY(isScanned());
    QVERIFY(::rename(m_place->path("root").constData(), m_place->path("away").constData()) == 0);
    m_explore->rescan();
    QTRY_VERIFY(isIdle() && !m_explore->notice->text.isEmpty());
    QVERIFY(::rename(m_place->path("away").constData(), m_place->path("root").constData()) == 0);
    m_explore->retry();
    QTRY_VERIFY(isScanned());
    QVERIFY(m_explore->notice->text.isEmpty());
}

void TestExploreModel::unreadableFolder_isListed()
{
    QVERIFY(m_place->addFile("root/shut/secret"));
    QVERIFY(m_place->setMode("root/shut", 0));
    QVERIFY(m_place->setMode(".", 0777));
    {
        const AsNobody nobody;
        m_explore->open(m_place->path("root"));
        QTRY_VERIFY(isScanned());
    }
    QVERIFY(m_place->setMode("root/shut", 0755));
    QCOMPARE(m_explore->problems->size(), 1);
    QVERIFY(m_explore->problems->first().startsWith(u"shut\n"_s));
    QCOMPARE(m_explore->entries()->count(), 3);
}

void TestExploreModel::urlOfAnotherComputer_isRefused()
{
    m_explore->openUrl(QUrl(u"https://example.org/folder"_s));
    QVERIFY(!m_explore->notice->text.isEmpty());
    QVERIFY(m_explore->folder->isEmpty());
    m_explore->openUrl(urlFromPath(m_place->path("root")));
    QTRY_VERIFY(isScanned());
    QCOMPARE(m_explore->entries()->count(), 3);
    QCOMPARE(m_explore->folderUrl(), urlFromPath(m_place->path("root")));
}

void TestExploreModel::synchronousMode_givesTheSame()
{
    Aside::setAsync(false);
    m_explore->open(m_place->path("root"));
    QCOMPARE(names(), QStringList({u"alpha.txt"_s, u"beta.txt"_s, u"gamma.txt"_s}));
    m_explore->filter = u"gamma"_s;
    QCOMPARE(names(), QStringList{u"gamma.txt"_s});
    m_explore->select(0);
    QCOMPARE(m_explore->details->name, u"gamma.txt"_s);
}

QTEST_GUILESS_MAIN(TestExploreModel)
#include "tst_exploremodel.moc"
