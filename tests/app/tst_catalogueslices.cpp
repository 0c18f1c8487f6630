// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "dashboardsample.h"

#include <catalogue/catalogueerror.h>

#include <QTest>

#include <stdexcept>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

// How the dashboard reads: bit by bit, what was there when it began, and beside who writes.
class TestCatalogueSlices : public QObject
{
    Q_OBJECT

private:
    /// The sizes that a reader with slices of \a rows ids sees.
    QList<qint64> sizes(qint64 rows, const OnSlice &onSlice = goOn) const
    {
        QList<qint64> found;
        CatalogueSlices(m_sample->scope(), onSlice, rows).read("dashboard-sizes"_L1, [&](const QSqlQuery &row) {
            for (qint64 i = 0; i < row.value(1).toLongLong(); ++i)
                found.append(row.value(0).toLongLong());
        });
        std::sort(found.begin(), found.end());
        return found;
    }

    std::unique_ptr<DashboardSample> m_sample;

private Q_SLOTS:
    void init();
    void slices_seeEachEntryOnce_data();
    void slices_seeEachEntryOnce();
    void progress_risesToOne();
    void throwing_endsItBetweenTwoSlices();
    void reader_seesOneMoment();
    void writer_disturbsNobody();
    void damagedCatalogue_isTold_data();
    void damagedCatalogue_isTold();
    void facts_areOfTheFile();
};

void TestCatalogueSlices::init()
{
    m_sample = std::make_unique<DashboardSample>();
    m_sample->addAll();
}

void TestCatalogueSlices::slices_seeEachEntryOnce_data()
{
    QTest::addColumn<qint64>("rows");
    for (const qint64 rows : {1, 2, 3, 5, 10, 11, 12, 1000})
        QTest::addRow("%lld", rows) << rows;
}

void TestCatalogueSlices::slices_seeEachEntryOnce()
{
    QFETCH(const qint64, rows);
    QCOMPARE(sizes(rows), QList<qint64>({50, 100, 350, 500, 500, 500, 1000, 2000, 2000}));
}

void TestCatalogueSlices::progress_risesToOne()
{
    QList<double> told;
    sizes(4, [&](double fraction) { told.append(fraction); });
    QCOMPARE(told.size(), 4); // before the first of three slices, and after each
    QCOMPARE(told.first(), 0.0);
    QCOMPARE(told.last(), 1.0);
    QVERIFY(std::is_sorted(told.begin(), told.end()));
}

void TestCatalogueSlices::throwing_endsItBetweenTwoSlices()
{
    int slices = -1;
    QVERIFY_EXCEPTION_THROWN(sizes(1, [&](double) {
                                 if (++slices == 2)
                                     throw std::runtime_error("enough");
                             }),
                             std::runtime_error);
    QCOMPARE(slices, 2);
}

void TestCatalogueSlices::reader_seesOneMoment()
{
    int slices = 0;
    const QList<qint64> found = sizes(2, [&](double) {
        if (++slices == 2)
            m_sample->add("late", {DashboardSample::file("late", 77)});
    });
    QCOMPARE(found.size(), 9);
    QVERIFY(!found.contains(77));
    QVERIFY(sizes(2).contains(77));
}

void TestCatalogueSlices::writer_disturbsNobody()
{
    const Connection connection(m_sample->catalogue(), Connection::Write);
    CatalogueWriter writer(connection, "/r");
    writer.add(FolderListing{"new", {DashboardSample::file("new", 88)}, true, 0});
    QVERIFY(writer.isInBatch());
    QCOMPARE(sizes(100).size(), 9);
    QCOMPARE(readTotals(m_sample->scope(), goOn).texts.first(), u"9"_s);
    writer.commit();
    QVERIFY(sizes(100).contains(88));
}

void TestCatalogueSlices::damagedCatalogue_isTold_data()
{
    QTest::addColumn<int>("from"); // what is overwritten from there on
    QTest::newRow("no database") << 0;
    QTest::newRow("broken inside") << 4096;
}

void TestCatalogueSlices::damagedCatalogue_isTold()
{
    QFETCH(const int, from);
    QFile file(m_sample->catalogue());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(from));
    QVERIFY(file.write(QByteArray(int(file.size()) - from, 'x')) > 0);
    file.close();
    const auto kindOf = [](const std::function<void()> &read) {
        try {
            read();
        } catch (const CatalogueError &error) {
            return int(error.kind());
        }
        return -1;
    };
    const Scope scope = m_sample->scope();
    QCOMPARE(kindOf([&] { readTotals(scope, goOn); }), int(CatalogueError::Damaged));
    QCOMPARE(kindOf([&] { readLargestFolders(scope, goOn); }), int(CatalogueError::Damaged));
    QCOMPARE(kindOf([&] { checkCatalogue(scope); }), int(CatalogueError::Damaged));
}

void TestCatalogueSlices::facts_areOfTheFile()
{
    const Figures file = readCatalogueFile(m_sample->scope());
    QCOMPARE(file.texts.first(), u"11"_s); // with the link, and the other root's file
    QCOMPARE(file.labels.size(), file.texts.size());
    QCOMPARE(file.texts.last(), QString(QChar(0x2013))); // no scan has ended
    QCOMPARE(checkCatalogue(m_sample->scope()).texts.first(), u"Sound"_s);
}

QTEST_GUILESS_MAIN(TestCatalogueSlices)
#include "tst_catalogueslices.moc"
