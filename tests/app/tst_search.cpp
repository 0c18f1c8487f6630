// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "samplefolder.h"

#include <catalogue/cataloguewriter.h>
#include <catalogue/search.h>

#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

class TestSearch : public QObject
{
    Q_OBJECT

private:
    QStringList hits(const QString &text, SortBy sortBy = SortBy::Name,
                     Qt::SortOrder order = Qt::AscendingOrder) const
    {
        const SearchHits found = search(*m_connection, {m_root, text, sortBy, order}, [] { return false; });
        QStringList names;
        for (const EntryRow &row : readRows(*m_connection, found.ids))
            names.append(row.name);
        return names;
    }

    SampleFolder m_place;
    std::unique_ptr<Connection> m_connection;
    qint64 m_root = 0;

private Q_SLOTS:
    void initTestCase();
    void text_isFoundInNamesAndPaths_data();
    void text_isFoundInNamesAndPaths();
    void order_holdsBothWays_data();
    void order_holdsBothWays();
    void hits_tellTheirSizeTogether();
    void unknownSize_countsAsNothing();
    void canceledSearch_stops();
    void otherRoots_areLeftOut();
    void rows_keepTheirOrderAndGapsWhereSomethingIsGone();
};

void TestSearch::initTestCase()
{
    m_connection = std::make_unique<Connection>(m_place.textPath(u"c.sqlite"_s), Connection::Write);
    CatalogueWriter writer(*m_connection, "/r");
    m_root = writer.root();
    writer.add(FolderListing{"",
                             {{"Alpha.txt", 30, 3000, EntryKind::File},
                              {"beta.TXT", 10, 2000, EntryKind::File},
                              {"100%.log", 20, 1000, EntryKind::File},
                              {"under_score", 40, 4000, EntryKind::File}},
                             true,
                             0});
    writer.add(FolderListing{"Sub/deep",
                             {{"gamma", -1, -1, EntryKind::Link},
                              {"\xc3\x84rger.txt", 5, 5000, EntryKind::File},
                              {"back\\slash", 6, 6000, EntryKind::File}},
                             true,
                             0});
    writer.finish();
}

void TestSearch::text_isFoundInNamesAndPaths_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    const QString aerger = u"Ärger.txt"_s;
    QTest::newRow("nothing asked") << u""_s << QStringList{u"100%.log"_s, u"Alpha.txt"_s, u"back\\slash"_s,
                                                           u"beta.TXT"_s, u"gamma"_s,     u"under_score"_s,
                                                           aerger};
    QTest::newRow("any case") << u"ALPHA"_s << QStringList{u"Alpha.txt"_s};
    QTest::newRow("within") << u"amm"_s << QStringList{u"gamma"_s};
    QTest::newRow("folder") << u"sub"_s << QStringList{u"back\\slash"_s, u"gamma"_s, aerger};
    QTest::newRow("across the slash") << u"deep/g"_s << QStringList{u"gamma"_s};
    QTest::newRow("every word") << u"txt  a "_s << QStringList{u"Alpha.txt"_s, u"beta.TXT"_s};
    QTest::newRow("words in name and folder") << u"deep txt"_s << QStringList{aerger};
    QTest::newRow("percent sign") << u"%"_s << QStringList{u"100%.log"_s};
    QTest::newRow("underscore") << u"r_s"_s << QStringList{u"under_score"_s};
    QTest::newRow("backslash") << u"\\"_s << QStringList{u"back\\slash"_s};
    QTest::newRow("quote") << u"'"_s << QStringList{};
    QTest::newRow("other case beyond ASCII") << u"äRGER"_s << QStringList{aerger};
    QTest::newRow("decomposed letter") << u"a\u0308rg"_s << QStringList{aerger};
    QTest::newRow("ASCII part of such a name") << u"RGER"_s << QStringList{aerger};
    QTest::newRow("no hit") << u"zzz"_s << QStringList{};
}

void TestSearch::text_isFoundInNamesAndPaths()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, names);
    QCOMPARE(hits(text), names);
}

void TestSearch::order_holdsBothWays_data()
{
    QTest::addColumn<SortBy>("sortBy");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::newRow("name") << SortBy::Name << u"100%.log"_s << u"Ärger.txt"_s;
    QTest::newRow("size") << SortBy::Size << u"gamma"_s << u"under_score"_s;
    QTest::newRow("date") << SortBy::Modified << u"gamma"_s << u"back\\slash"_s;
}

void TestSearch::order_holdsBothWays()
{
    QFETCH(const SortBy, sortBy);
    const QStringList up = hits({}, sortBy, Qt::AscendingOrder);
    QTEST(up.first(), "first");
    QTEST(up.last(), "last");
    QStringList down = hits({}, sortBy, Qt::DescendingOrder);
    std::reverse(down.begin(), down.end());
    QCOMPARE(down, up);
}

void TestSearch::hits_tellTheirSizeTogether()
{
    const SearchHits found = search(*m_connection, {m_root, u"txt"_s}, [] { return false; });
    QCOMPARE(found.ids.size(), 3);
    QCOMPARE(found.bytes, 45);
}

void TestSearch::unknownSize_countsAsNothing()
{
    const SearchHits found = search(*m_connection, {m_root, u"gamma"_s}, [] { return false; });
    QCOMPARE(found.bytes, 0);
    const EntryRow row = readRows(*m_connection, found.ids).first();
    QCOMPARE(row.size, -1);
    QCOMPARE(row.modified, -1);
    QCOMPARE(row.kind, EntryKind::Link);
    QCOMPARE(row.folder, u"Sub/deep"_s);
}

void TestSearch::canceledSearch_stops()
{
    int asked = 0;
    const SearchHits found = search(*m_connection, {m_root, {}}, [&] { return ++asked > 0; });
    QCOMPARE(asked, 1);
    QVERIFY(found.ids.isEmpty());
}

void TestSearch::otherRoots_areLeftOut()
{
    CatalogueWriter other(*m_connection, "/other");
    other.add(FolderListing{"sub", {{"stranger", 1, 1, EntryKind::File}}, true, 0});
    other.finish();
    QVERIFY(!hits({}).contains(u"stranger"_s));
    QVERIFY(!hits(u"sub"_s).contains(u"stranger"_s));
    QVERIFY(search(*m_connection, {999, {}}, [] { return false; }).ids.isEmpty());
}

void TestSearch::rows_keepTheirOrderAndGapsWhereSomethingIsGone()
{
    const QList<qint64> ids = search(*m_connection, {m_root, u"txt"_s}, [] { return false; }).ids;
    const QList<EntryRow> rows = readRows(*m_connection, {ids.at(2), 4711, ids.at(0)});
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(0).id, ids.at(2));
    QCOMPARE(rows.at(1).id, 0);
    QCOMPARE(rows.at(2).id, ids.at(0));
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
