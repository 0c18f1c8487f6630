// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "samplefolder.h"

#include <explore/exploremodel.h>

#include <aside/settings.h>
#include <aside/taskobserver.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

namespace {

Entry fileOf(qint64 size, const QByteArray &name = "file")
{
    return {.name = name, .size = size};
}

} // namespace

class TestLargestFiles : public QObject
{
    Q_OBJECT

private:
    QStringList names() const
    {
        QStringList found;
        for (int row = 0; row < m_explore->largest()->count(); ++row)
            found.append(m_explore->largest()->get(row).value(u"name"_s).toString());
        return found;
    }
    Aside::Outcome scanOutcome() const { return m_explore->task(u"scan"_s)->outcome(); }
    bool isOver() const { return !m_explore->task(u"scan"_s)->isRunning(); }
    bool isScanned() const { return isOver() && scanOutcome() == Aside::Outcome::Ok; }
    std::shared_ptr<ScanGate> openHeld()
    {
        auto gate = std::make_shared<ScanGate>();
        m_explore->setScanGate(gate);
        m_explore->open(m_place->path("root"));
        return gate;
    }

    std::unique_ptr<SampleFolder> m_place;
    std::unique_ptr<ExploreModel> m_explore;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

private Q_SLOTS:
    void init();
    void cleanup();
    void list_hasTheLargestFirstWhateverTheOrder();
    void list_keepsTheFirstOfEqualSizeInFront();
    void list_isNeverLongerThanItsMost();
    void list_leavesOutWhatIsEmptyUnknownOrNoFile();
    void changes_beginWithAnEmptyListOnce();
    void scan_streamsTheLargestFiles();
    void scan_streamsWhileItRuns();
    void row_leadsToItsFile();
    void rescan_showsEachFileOnce();
    void canceledScan_keepsTheRows();
    void failedScan_keepsTheRows();
    void otherFolder_showsNothingOfTheOneBefore();
    void synchronousMode_givesTheSame();
};

void TestLargestFiles::init()
{
    m_place = std::make_unique<SampleFolder>();
    QVERIFY(m_place->addFile("root/small", QByteArray(10, 's')));
    QVERIFY(m_place->addFile("root/sub/large", QByteArray(3000, 'l')));
    QVERIFY(m_place->addFile("root/sub/middle", QByteArray(200, 'm')));
    QVERIFY(m_place->addFile("root/empty", {}));
    QVERIFY(m_place->addLink("root/link", "sub/large"));
    m_explore = std::make_unique<ExploreModel>();
    m_explore->setCatalogue(m_place->textPath(u"c.sqlite"_s));
    m_tester = std::make_unique<QAbstractItemModelTester>(m_explore->largest(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestLargestFiles::cleanup()
{
    m_tester.reset();
    m_explore.reset();
    Aside::setAsync(true);
}

void TestLargestFiles::list_hasTheLargestFirstWhateverTheOrder()
{
    LargestFiles largest;
    Aside::StreamModelOf<LargeFile> list{largeFileRoles()};
    QCOMPARE(largest.size(), 0);
    for (const qint64 size : {5, 9, 1, 7, 3, 8})
        largest.add(size, "in", fileOf(size));
    list.apply(largest.takeChanges());
    largest.add(6, "in", fileOf(6));
    list.apply(largest.takeChanges());
    QList<qint64> sizes;
    for (int row = 0; row < list.count(); ++row)
        sizes.append(list.row(row).size);
    QCOMPARE(sizes, QList<qint64>({9, 8, 7, 6, 5, 3, 1}));
    QCOMPARE(largest.size(), 9);
    QCOMPARE(list.row(0), (LargeFile{9, u"file"_s, u"in"_s, 9}));
}

void TestLargestFiles::list_keepsTheFirstOfEqualSizeInFront()
{
    LargestFiles largest;
    Aside::StreamModelOf<LargeFile> list{largeFileRoles()};
    for (const qint64 id : {1, 2, 3})
        largest.add(id, {}, fileOf(7));
    list.apply(largest.takeChanges());
    QCOMPARE(list.row(0).id, 1);
    QCOMPARE(list.row(1).id, 2);
    QCOMPARE(list.row(2).id, 3);
}

void TestLargestFiles::list_isNeverLongerThanItsMost()
{
    LargestFiles largest;
    Aside::StreamModelOf<LargeFile> list{largeFileRoles()};
    constexpr int Files = 3 * LargestFiles::Most;
    for (int i = 0; i < Files; ++i)
        largest.add(i + 1, {}, fileOf((i * 7) % Files + 1));
    list.apply(largest.takeChanges());
    QCOMPARE(list.count(), LargestFiles::Most);
    for (int row = 0; row < list.count(); ++row)
        QCOMPARE(list.row(row).size, Files - row);

    largest.add(1000, {}, fileOf(Files - LargestFiles::Most)); // one too small
    QVERIFY(largest.takeChanges().isEmpty());
}

void TestLargestFiles::list_leavesOutWhatIsEmptyUnknownOrNoFile()
{
    LargestFiles largest;
    largest.takeChanges();
    largest.add(1, {}, fileOf(0));
    largest.add(2, {}, fileOf(-1));
    largest.add(3, {}, {.name = "link", .size = 100, .kind = EntryKind::Link});
    largest.add(4, {}, {.name = "device", .size = 100, .kind = EntryKind::Other});
    QVERIFY(largest.takeChanges().isEmpty());
    QCOMPARE(largest.size(), 0);
}

void TestLargestFiles::changes_beginWithAnEmptyListOnce()
{
    LargestFiles largest;
    Aside::StreamModelOf<LargeFile> list{largeFileRoles()};
    list.append(LargeFile{99, u"of the scan before"_s, {}, 99});
    largest.add(1, {}, fileOf(1));
    list.apply(largest.takeChanges());
    QCOMPARE(list.count(), 1);
    largest.add(2, {}, fileOf(2));
    list.apply(largest.takeChanges());
    QCOMPARE(list.count(), 2);
}

void TestLargestFiles::scan_streamsTheLargestFiles()
{
    m_explore->open(m_place->path("root"));
    QTRY_VERIFY(isScanned());
    QCOMPARE(names(), QStringList({u"large"_s, u"middle"_s, u"small"_s}));
    QCOMPARE(m_explore->largest()->get(0).value(u"folder"_s), u"sub"_s);
    QCOMPARE(m_explore->largest()->get(0).value(u"sizeText"_s), u"3.0 kB"_s);
    QCOMPARE(m_explore->largestSize, 3000.0);
    QCOMPARE(m_explore->largest()->status().status(), Aside::AsyncResult::Status::Ok);
}

void TestLargestFiles::scan_streamsWhileItRuns()
{
    for (int i = 0; i < 300; ++i)
        QVERIFY(m_place->addFile("root/many" + QByteArray::number(i) + "/file", "1"));
    const auto gate = openHeld();
    QTRY_VERIFY(m_explore->largest()->count() > 0);
    QVERIFY(m_explore->task(u"scan"_s)->isRunning());
    // Others can read it by then.
    const QString first = names().first();
    m_explore->selectLargest(0);
    QTRY_VERIFY(!m_explore->details->isEmpty());
    QCOMPARE(m_explore->details->name, first);
    gate->open();
    QTRY_VERIFY(isScanned());
    QCOMPARE(m_explore->largest()->count(), LargestFiles::Most);
    QCOMPARE(names().first(), u"large"_s);
}

void TestLargestFiles::row_leadsToItsFile()
{
    m_explore->open(m_place->path("root"));
    QTRY_VERIFY(isScanned());
    m_explore->selectLargest(1);
    QTRY_COMPARE(m_explore->details->name, u"middle"_s);

    m_explore->selectLargest(-1); // no row
    m_explore->selectLargest(3);
    QVERIFY(m_explore->hasSelection);
    m_explore->select(-1);
    QVERIFY(!m_explore->hasSelection);

    // The same once the rows were there before, and the scan finds them unchanged.
    m_explore->rescan();
    QTRY_VERIFY(isScanned());
    m_explore->selectLargest(0);
    QTRY_COMPARE(m_explore->details->name, u"large"_s);
}

void TestLargestFiles::rescan_showsEachFileOnce()
{
    m_explore->open(m_place->path("root"));
    QTRY_VERIFY(isScanned());
    QVERIFY(m_place->addFile("root/small", QByteArray(500, 's')));
    QVERIFY(m_place->remove("root/sub/large"));
    m_explore->rescan();
    QTRY_VERIFY(isScanned());
    QCOMPARE(names(), QStringList({u"small"_s, u"middle"_s}));
    QCOMPARE(m_explore->largestSize, 500.0);
}

void TestLargestFiles::canceledScan_keepsTheRows()
{
    m_explore->open(m_place->path("root"));
    QTRY_VERIFY(isScanned());
    const auto gate = std::make_shared<ScanGate>();
    m_explore->setScanGate(gate);
    m_explore->rescan();
    m_explore->cancelAsync(u"scan"_s);
    gate->open();
    QTRY_VERIFY(isOver());
    QCOMPARE(scanOutcome(), Aside::Outcome::Canceled);
    QCOMPARE(names().size(), 3);
}

void TestLargestFiles::failedScan_keepsTheRows()
{
    m_explore->open(m_place->path("root"));
    QTRY_VERIFY(isScanned());
    QVERIFY(m_place->remove("root"));
    m_explore->rescan();
    QTRY_VERIFY(isOver());
    QCOMPARE(scanOutcome(), Aside::Outcome::Failed);
    QCOMPARE(names().size(), 3);
}

void TestLargestFiles::otherFolder_showsNothingOfTheOneBefore()
{
    QVERIFY(m_place->addFolder("other"));
    m_explore->open(m_place->path("root"));
    QTRY_VERIFY(isScanned());
    m_explore->open(m_place->path("other"));
    QCOMPARE(m_explore->largest()->count(), 0);
    QTRY_VERIFY(isScanned());
    QCOMPARE(m_explore->largest()->count(), 0);
}

void TestLargestFiles::synchronousMode_givesTheSame()
{
    Aside::setAsync(false);
    m_explore->open(m_place->path("root"));
    QCOMPARE(names(), QStringList({u"large"_s, u"middle"_s, u"small"_s}));
}

QTEST_GUILESS_MAIN(TestLargestFiles)
#include "tst_largestfiles.moc"
