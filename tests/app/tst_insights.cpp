// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "dashboardsample.h"

#include <QTest>

#include <numeric>

#include <time.h>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

// Whatever is counted, is counted alike in one slice of the catalogue and in many.
class TestInsights : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DashboardSample> m_sample;

    void addAll() const;

private Q_SLOTS:
    void init() { m_sample = std::make_unique<DashboardSample>(); }
    void totals_data() { slices(); }
    void totals();
    void types_data() { slices(); }
    void types();
    void types_restIsOneBar();
    void types_noBarIsOfOneOther();
    void types_knowTheirFamily();
    void ages_data() { slices(); }
    void ages();
    void ages_columnsBeginWhereTheLastOneEnds();
    void years_data() { slices(); }
    void years();
    void years_areThoseOfThePlace();
    void years_haveNoGapsAndAreTwoAtLeast();
    void largestFiles_data() { slices(); }
    void largestFiles();
    void largestFiles_areTheTwelveLargest();
    void largestFolders_data() { slices(); }
    void largestFolders();
    void largestFolders_stepIntoTheOnlyOne();
    void equalSizes_data() { slices(); }
    void equalSizes();
    void words_narrowEach();
    void emptyCatalogue_hasNoFigures();

private:
    static void slices()
    {
        QTest::addColumn<bool>("spread");
        QTest::newRow("one slice") << false;
        QTest::newRow("many slices") << true;
    }
};

void TestInsights::addAll() const
{
    m_sample->addAll();
    if (QTest::currentDataTag() && QByteArray(QTest::currentDataTag()) == "many slices")
        m_sample->spread();
}

void TestInsights::totals()
{
    addAll();
    const Figures facts = readTotals(m_sample->scope(), goOn);
    QCOMPARE(facts.texts, QStringList({u"9"_s, u"7.0 kB"_s, u"777 bytes"_s, u"4"_s, u"1"_s, u"2012-10-06"_s, u"2026-06-15"_s}));
    QCOMPARE(facts.labels.size(), facts.texts.size());
}

void TestInsights::types()
{
    addAll();
    const Figures figures = readTypes(m_sample->scope(), goOn);
    QCOMPARE(figures.labels, QStringList({u".flac"_s, u".png"_s, u".cpp"_s, u".gz"_s, u".mp3"_s, u".txt"_s, u"no ending"_s}));
    QCOMPARE(figures.values, QList<double>({4000, 1000, 500, 500, 500, 350, 150}));
    QCOMPARE(figures.details.first(), u"2 files"_s);
    QCOMPARE(figures.details.last(), u"2 files"_s); // the dot of .profile begins its name
    QCOMPARE(figures.groups, QList<int>({1, 0, 3, 4, 1, 3, 4}));
    QCOMPARE(figures.words.first(), u".flac"_s);
    QCOMPARE(figures.words.last(), QString());
    QCOMPARE(figures.axis.maximum, 4000.0);
    QVERIFY2(figures.summary.contains(u"7.0 kB"_s) && figures.summary.contains(u"7 types"_s), qPrintable(figures.summary));
}

void TestInsights::types_restIsOneBar()
{
    QList<Entry> entries;
    for (int i = 0; i < 12; ++i)
        entries.append(DashboardSample::file("f.t" + QByteArray::number(i), 100 - i));
    m_sample->add("", entries);
    const Figures figures = readTypes(m_sample->scope(), goOn);
    QCOMPARE(figures.count(), 8);
    QCOMPARE(figures.labels.at(6), u".t6"_s);
    QCOMPARE(figures.labels.last(), u"5 others"_s);
    QCOMPARE(figures.values.last(), 93.0 + 92 + 91 + 90 + 89);
    QCOMPARE(figures.details.last(), u"5 files"_s);
}

void TestInsights::types_noBarIsOfOneOther()
{
    QList<Entry> entries;
    for (int i = 0; i < 8; ++i)
        entries.append(DashboardSample::file("f.t" + QByteArray::number(i), 100 - i));
    m_sample->add("", entries);
    QCOMPARE(readTypes(m_sample->scope(), goOn).labels.last(), u".t7"_s);
}

void TestInsights::types_knowTheirFamily()
{
    m_sample->add("", {DashboardSample::file("p.jpg", 50), DashboardSample::file("s.ogg", 40), DashboardSample::file("v.mp4", 30),
                       DashboardSample::file("t.py", 20), DashboardSample::file("o.zip", 10)});
    const Figures figures = readTypes(m_sample->scope(), goOn);
    QCOMPARE(figures.groups, QList<int>({0, 1, 2, 3, 4}));
    QCOMPARE(figures.legend.size(), 5);
}

void TestInsights::ages()
{
    addAll();
    m_sample->add("odd", {{"undated", 1, -1, EntryKind::File}, DashboardSample::file("tomorrow", 1, -2)});
    const Figures figures = readAges(m_sample->scope(), goOn, DashboardSample::Now);
    QCOMPARE(figures.values, QList<double>({1, 1, 1, 1, 1, 1, 1, 1, 1}));
    QCOMPARE(figures.details, QStringList({u"100 bytes"_s, u"1.0 kB"_s, u"50 bytes"_s, u"2.0 kB"_s, u"2.0 kB"_s, u"500 bytes"_s,
                                           u"350 bytes"_s, u"500 bytes"_s, u"500 bytes"_s}));
    QCOMPARE(figures.marks.size(), 9);
    QVERIFY2(figures.summary.contains(u"2 files have no date"_s), qPrintable(figures.summary));
}

void TestInsights::ages_columnsBeginWhereTheLastOneEnds()
{
    QList<Entry> entries;
    for (const int days : {1, 7, 30, 90, 365, 2 * 365, 5 * 365, 10 * 365})
        entries.append(DashboardSample::file(QByteArray::number(days), 1, days));
    m_sample->add("", entries);
    QCOMPARE(readAges(m_sample->scope(), goOn, DashboardSample::Now).values, QList<double>({0, 1, 1, 1, 1, 1, 1, 1, 1}));
}

void TestInsights::years()
{
    addAll();
    m_sample->add("odd", {{"undated", 1, -1, EntryKind::File}, DashboardSample::file("next", 1, -300)});
    const Figures figures = readYears(m_sample->scope(), goOn, 2026);
    QCOMPARE(figures.labels.first(), u"2012"_s);
    QCOMPARE(figures.labels.last(), u"2026"_s);
    QCOMPARE(figures.values, QList<double>({500, 500, 500, 500, 500, 500, 500, 1000, 1000, 1000, 1000, 1350, 1350, 3850, 7000}));
    QCOMPARE(figures.others, QList<double>({500, 0, 0, 0, 0, 0, 0, 500, 0, 0, 0, 350, 0, 2500, 3150}));
    QVERIFY2(figures.summary.contains(u"2 files have no date"_s), qPrintable(figures.summary));
}

void TestInsights::years_areThoseOfThePlace()
{
    const QByteArray before = qgetenv("TZ");
    qputenv("TZ", "ABC-12"); // twelve hours before the others
    ::tzset();
    m_sample->add("", {{"new year", 10, QDateTime({2025, 12, 31}, {13, 0}, Qt::UTC).toMSecsSinceEpoch(), EntryKind::File}});
    const QList<double> within = readYears(m_sample->scope(), goOn, 2026).others;
    before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
    ::tzset();
    QCOMPARE(within, QList<double>({0, 10}));
}

void TestInsights::years_haveNoGapsAndAreTwoAtLeast()
{
    m_sample->add("", {DashboardSample::file("new", 10), DashboardSample::file("ancient", 5, 20'000)});
    const Figures figures = readYears(m_sample->scope(), goOn, 2026);
    QCOMPARE(figures.labels.first(), u"1971"_s);
    QCOMPARE(figures.count(), 56);
    QCOMPARE(figures.values.first(), 5.0);

    const DashboardSample fresh;
    fresh.add("", {DashboardSample::file("new", 10)});
    QCOMPARE(readYears(fresh.scope(), goOn, 2026).values, QList<double>({0, 10}));
}

void TestInsights::largestFiles()
{
    addAll();
    const Figures figures = readLargestFiles(m_sample->scope(), goOn);
    QCOMPARE(figures.labels.size(), 9);
    QCOMPARE(figures.labels.first(3), QStringList({u"a.flac"_s, u"b.flac"_s, u"Photo.PNG"_s}));
    QCOMPARE(figures.details.first(3), QStringList({u"music"_s, u"music"_s, u"in the folder itself"_s}));
    QCOMPARE(figures.values.first(3), QList<double>({2000, 2000, 1000}));
    QCOMPARE(figures.texts.last(), u"50 bytes"_s);
    const auto id = qint64(figures.ids.at(1));
    QVERIFY(id > 0 && id != qint64(figures.ids.at(0)));
}

void TestInsights::largestFiles_areTheTwelveLargest()
{
    for (int i = 0; i < 40; ++i)
        m_sample->add("f" + QByteArray::number(i), {DashboardSample::file("x", 1 + (i * 17) % 40)});
    const QList<double> sizes{40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29};
    QCOMPARE(readLargestFiles(m_sample->scope(), goOn).values, sizes);
    m_sample->spread();
    QCOMPARE(readLargestFiles(m_sample->scope(), goOn).values, sizes);
}

void TestInsights::largestFolders()
{
    addAll();
    const Figures figures = readLargestFolders(m_sample->scope(), goOn);
    QCOMPARE(figures.labels, QStringList({u"music"_s, u"not in a folder of it"_s, u"src"_s}));
    QCOMPARE(figures.values, QList<double>({4850, 1150, 1000})); // with music/old
    QCOMPARE(figures.details, QStringList({u"4 files"_s, u"3 files"_s, u"2 files"_s}));
    QCOMPARE(figures.words, QStringList({u"music/"_s, QString(), u"src/"_s}));
}

void TestInsights::largestFolders_stepIntoTheOnlyOne()
{
    m_sample->add("usr/share/fonts", {DashboardSample::file("a", 10)});
    m_sample->add("usr/share/icons/small", {DashboardSample::file("b", 20)});
    const Figures figures = readLargestFolders(m_sample->scope(), goOn);
    QCOMPARE(figures.labels, QStringList({u"icons"_s, u"fonts"_s}));
    QCOMPARE(figures.words, QStringList({u"usr/share/icons/"_s, u"usr/share/fonts/"_s}));
    QVERIFY2(figures.summary.contains(u"usr/share/"_s), qPrintable(figures.summary));

    m_sample->add("usr/share", {DashboardSample::file("c", 15)});
    QCOMPARE(readLargestFolders(m_sample->scope(), goOn).labels, QStringList({u"icons"_s, u"not in a folder of it"_s, u"fonts"_s}));
}

void TestInsights::equalSizes()
{
    addAll();
    m_sample->add("none", {DashboardSample::file("empty1", 0), DashboardSample::file("empty2", 0)});
    const Figures figures = readEqualSizes(m_sample->scope(), goOn);
    QCOMPARE(figures.labels, QStringList({u"2 × 2.0 kB"_s, u"3 × 500 bytes"_s}));
    QCOMPARE(figures.values, QList<double>({2000, 1000}));
    QCOMPARE(figures.texts, QStringList({u"2.0 kB"_s, u"1.0 kB"_s}));
    QVERIFY2(figures.summary.contains(u"3.0 kB"_s) && figures.summary.contains(u"5 files"_s), qPrintable(figures.summary));
}

void TestInsights::words_narrowEach()
{
    addAll();
    const Scope music = m_sample->scope(u"MUSIC old"_s); // two files, of 500 and 350 bytes
    QCOMPARE(readTotals(music, goOn).texts.first(2), QStringList({u"2"_s, u"850 bytes"_s}));
    QCOMPARE(readTypes(music, goOn).values, QList<double>({500, 350}));
    const QList<double> ages = readAges(music, goOn, DashboardSample::Now).values;
    QCOMPARE(std::accumulate(ages.begin(), ages.end(), 0.0), 2.0);
    QCOMPARE(readYears(music, goOn, 2026).values.last(), 850.0);
    QCOMPARE(readLargestFiles(music, goOn).labels, QStringList({u"c.mp3"_s, u"notes.txt"_s}));
    QCOMPARE(readLargestFolders(music, goOn).values, QList<double>({850}));
    QVERIFY(readEqualSizes(music, goOn).isEmpty());
    QCOMPARE(readEqualSizes(m_sample->scope(u"src"_s), goOn).labels, QStringList({u"2 × 500 bytes"_s}));
    QCOMPARE(readTotals(m_sample->scope(u"music/old/c"_s), goOn).texts.first(), u"1"_s);
}

void TestInsights::emptyCatalogue_hasNoFigures()
{
    const Scope scope = m_sample->scope();
    for (int pass = 0; pass < 2; ++pass) {
        QVERIFY(readTotals(scope, goOn).isEmpty());
        QVERIFY(readTypes(scope, goOn).isEmpty());
        QVERIFY(readAges(scope, goOn, DashboardSample::Now).isEmpty());
        QVERIFY(readYears(scope, goOn, 2026).isEmpty());
        QVERIFY(readLargestFiles(scope, goOn).isEmpty());
        QVERIFY(readLargestFolders(scope, goOn).isEmpty());
        QVERIFY(readEqualSizes(scope, goOn).isEmpty());
        m_sample->add("", {}); // from now on the folder is known, and has nothing
        m_sample->add("", {DashboardSample::file("stranger", 1)}, "/other");
    }
}

QTEST_GUILESS_MAIN(TestInsights)
#include "tst_insights.moc"
