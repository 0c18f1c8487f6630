// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "samplefolder.h"

#include <catalogue/catalogueerror.h>
#include <catalogue/cataloguewriter.h>
#include <catalogue/scan.h>
#include <catalogue/search.h>

#include <QTest>
#include <QVariant>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

namespace {

bool never()
{
    return false;
}

void ignore(const ScanProgress &) { }

} // namespace

class TestScan : public QObject
{
    Q_OBJECT

private:
    QString catalogue() const { return m_place->textPath(u"c.sqlite"_s); }
    QByteArray root() const { return m_place->path("root"); }
    bool scanAll() const { return scan(catalogue(), root(), ignore, never); }
    QStringList names() const
    {
        const Connection connection(catalogue(), Connection::Read);
        const SearchQuery all{findRoot(connection, root()).root, {}, SortBy::Name, Qt::AscendingOrder};
        const SearchHits hits = search(connection, all, never);
        QStringList found;
        for (const EntryRow &row : readRows(connection, hits.ids))
            found.append(row.folder.isEmpty() ? row.name : QString(row.folder % u'/' % row.name));
        found.sort();
        return found;
    }

    std::unique_ptr<SampleFolder> m_place;

private Q_SLOTS:
    void init();
    void scan_cataloguesEveryFile();
    void rescan_ofTheSameFilesWritesNoEntry();
    void rescan_addsChangesAndRemoves();
    void rescan_keepsTheIdsOfWhatStayed();
    void rescan_turnsAFileIntoAFolder();
    void canceledRescan_removesNothingThatItHasNotSeen();
    void canceledScan_keepsWhatItFound();
    void unreadableFolder_keepsItsEntriesAndItsFoldersAndIsListed();
    void missingRoot_throwsAndKeepsWhatWasThere();
    void fullDisk_throwsAndKeepsTheBatchesBefore();
    void secondScan_endsTheFirst();
    void oddNames_openAgainByTheirPath_data();
    void oddNames_openAgainByTheirPath();
    void namesThatReadAlike_stayApart();
    void twoRoots_doNotMix();
    void progress_isToldWhenRowsCanBeRead();
    void entries_areToldByTheIdsThatOthersCanRead();
    void exceptionWhileScanning_leavesTheCatalogueUsable();
};

void TestScan::init()
{
    m_place = std::make_unique<SampleFolder>();
    QVERIFY(m_place->addFile("root/a.txt", "12345"));
    QVERIFY(m_place->addFile("root/sub/b.txt", "1"));
    QVERIFY(m_place->addFile("root/sub/deep/c.txt", "1"));
    QVERIFY(m_place->addFile("root/zoo/d.txt", "1"));
}

void TestScan::scan_cataloguesEveryFile()
{
    ScanProgress last;
    QVERIFY(scan(
        catalogue(), root(), [&](const ScanProgress &progress) { last = progress; }, never));
    QCOMPARE(names(), QStringList({u"a.txt"_s, u"sub/b.txt"_s, u"sub/deep/c.txt"_s, u"zoo/d.txt"_s}));
    QCOMPARE(last.files, 4);
    QCOMPARE(last.folders, 4);
    QCOMPARE(last.bytes, 8);
    QCOMPARE(last.problems, 0);
    QCOMPARE(last.fraction, 1.0);
    const Connection connection(catalogue(), Connection::Read);
    QVERIFY(findRoot(connection, root()).scanned > 0);
    QCOMPARE(findRoot(connection, "/elsewhere").root, 0);
}

void TestScan::rescan_ofTheSameFilesWritesNoEntry()
{
    QVERIFY(scanAll());
    Connection(catalogue(), Connection::Write)
        .value(
            u"CREATE TRIGGER no_update BEFORE UPDATE ON entries BEGIN SELECT raise(ABORT, 'update'); END"_s);
    Connection(catalogue(), Connection::Write)
        .value(
            u"CREATE TRIGGER no_insert BEFORE INSERT ON entries BEGIN SELECT raise(ABORT, 'insert'); END"_s);
    QVERIFY(scanAll());
    QCOMPARE(names().size(), 4);
    QVERIFY(m_place->addFile("root/new"));
    QVERIFY_EXCEPTION_THROWN(scanAll(), CatalogueError);
}

void TestScan::rescan_addsChangesAndRemoves()
{
    QVERIFY(scanAll());
    QVERIFY(m_place->addFile("root/a.txt", "1234567"));
    QVERIFY(m_place->addFile("root/new.txt"));
    QVERIFY(m_place->remove("root/sub/b.txt"));
    QVERIFY(m_place->remove("root/zoo"));
    QVERIFY(scanAll());
    QCOMPARE(names(), QStringList({u"a.txt"_s, u"new.txt"_s, u"sub/deep/c.txt"_s}));
    const Connection connection(catalogue(), Connection::Read);
    QCOMPARE(connection.value(u"SELECT size FROM entries WHERE name = 'a.txt'"_s).toInt(), 7);
    QCOMPARE(connection.value(u"SELECT count(*) FROM folders"_s).toInt(), 3);
}

void TestScan::rescan_keepsTheIdsOfWhatStayed()
{
    QVERIFY(scanAll());
    const auto id = [&] {
        return Connection(catalogue(), Connection::Read)
            .value(u"SELECT id FROM entries WHERE name = 'b.txt'"_s)
            .toInt();
    };
    const int before = id();
    QVERIFY(m_place->addFile("root/sub/aaa.txt"));
    QVERIFY(scanAll());
    QCOMPARE(id(), before);
}

void TestScan::rescan_turnsAFileIntoAFolder()
{
    QVERIFY(scanAll());
    QVERIFY(m_place->remove("root/a.txt"));
    QVERIFY(m_place->addFile("root/a.txt/inside"));
    QVERIFY(scanAll());
    QVERIFY(names().contains(u"a.txt/inside"_s));
    QVERIFY(!names().contains(u"a.txt"_s));
}

void TestScan::canceledRescan_removesNothingThatItHasNotSeen()
{
    QVERIFY(scanAll());
    QVERIFY(m_place->remove("root/sub"));
    QVERIFY(m_place->remove("root/zoo"));
    int asked = 0;
    QVERIFY(!scan(catalogue(), root(), ignore, [&] { return ++asked > 1; }));
    QCOMPARE(names().size(), 4);
}

void TestScan::canceledScan_keepsWhatItFound()
{
    for (int i = 0; i < 20; ++i)
        QVERIFY(m_place->addFile("root/many" + QByteArray::number(i) + "/file"));
    int asked = 0;
    QVERIFY(!scan(catalogue(), root(), ignore, [&] { return ++asked > 50; }));
    QVERIFY(!names().isEmpty());
    QVERIFY(names().size() < 24);
    const Connection connection(catalogue(), Connection::Read);
    QCOMPARE(findRoot(connection, root()).scanned, -1);
}

void TestScan::unreadableFolder_keepsItsEntriesAndItsFoldersAndIsListed()
{
    QVERIFY(scanAll());
    QVERIFY(m_place->setMode("root/sub", 0));
    QVERIFY(m_place->remove("root/zoo"));
    QVERIFY(::chown(m_place->path("c.sqlite").constData(), 65534, 65534) == 0 || ::geteuid() != 0);
    QVERIFY(m_place->setMode(".", 0777));
    {
        const AsNobody nobody;
        QVERIFY(scanAll());
    }
    QVERIFY(m_place->setMode("root/sub", 0755));
    QCOMPARE(names(), QStringList({u"a.txt"_s, u"sub/b.txt"_s, u"sub/deep/c.txt"_s}));
    const auto problems = [&] {
        const Connection connection(catalogue(), Connection::Read);
        return readProblems(connection, findRoot(connection, root()).root);
    };
    QCOMPARE(problems().size(), 1);
    QCOMPARE(problems().first().path, u"sub"_s);
    QVERIFY(!problems().first().reason.isEmpty());
    QVERIFY(scanAll());
    QVERIFY(problems().isEmpty());
}

void TestScan::missingRoot_throwsAndKeepsWhatWasThere()
{
    QVERIFY(scanAll());
    QVERIFY(m_place->remove("root"));
    QVERIFY_EXCEPTION_THROWN(scanAll(), ScanError);
    QCOMPARE(names().size(), 4);
}

void TestScan::fullDisk_throwsAndKeepsTheBatchesBefore()
{
    const Connection connection(catalogue(), Connection::Write);
    CatalogueWriter writer(connection, root());
    FolderListing listing{"full", {}, false, 0};
    for (int i = 0; i < 1000; ++i)
        listing.entries.append({"some-name-" + QByteArray::number(i), 1, 1, EntryKind::File});
    writer.add(listing);
    writer.commit();
    connection.value(
        u"PRAGMA max_page_count = %1"_s.arg(connection.value(u"PRAGMA page_count"_s).toInt() + 3));
    try {
        for (int i = 0; i < 100; ++i)
            writer.add(listing);
        writer.commit();
        QFAIL("a disk without end");
    } catch (const CatalogueError &error) {
        QCOMPARE(error.kind(), CatalogueError::Full);
    }
    const Connection reader(catalogue(), Connection::Read);
    QCOMPARE(reader.value(u"SELECT count(*) FROM entries"_s).toInt(), 1000);
}

void TestScan::secondScan_endsTheFirst()
{
    const Connection connection(catalogue(), Connection::Write);
    CatalogueWriter first(connection, root());
    first.add(FolderListing{"x", {{"one", 1, 1, EntryKind::File}}, false, 0});
    first.commit();
    const Connection other(catalogue(), Connection::Write);
    CatalogueWriter second(other, root());
    try {
        first.add(FolderListing{"x", {{"two", 1, 1, EntryKind::File}}, true, 0});
        QFAIL("two scans of one folder at once");
    } catch (const CatalogueError &error) {
        QCOMPARE(error.kind(), CatalogueError::Overtaken);
    }
    connection.rollback();
    second.add(FolderListing{"x", {{"one", 1, 1, EntryKind::File}, {"two", 1, 1, EntryKind::File}}, true, 0});
    second.finish();
    QCOMPARE(names(), QStringList({u"x/one"_s, u"x/two"_s}));
}

void TestScan::oddNames_openAgainByTheirPath_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("plain") << QByteArray("plain");
    QTest::newRow("line break") << QByteArray("two\nlines");
    QTest::newRow("markup") << QByteArray("<b>x<b>");
    QTest::newRow("invalid UTF-8") << QByteArray("a\xff\xfe\x80z");
    QTest::newRow("byte-order mark") << QByteArray("\xef\xbb\xbfmarked");
    QTest::newRow("quotes") << QByteArray("it's \"quoted\"; DROP TABLE entries");
}

void TestScan::oddNames_openAgainByTheirPath()
{
    QFETCH(const QByteArray, name);
    QVERIFY(m_place->remove("root"));
    const QByteArray path = "root/" + name + "/" + name;
    QVERIFY(m_place->addFile(path));
    for (int round = 0; round < 2; ++round) {
        QVERIFY(scanAll());
        QCOMPARE(names().size(), 1);
        const Connection connection(catalogue(), Connection::Read);
        QCOMPARE(pathOf(connection, connection.value(u"SELECT id FROM entries"_s).toLongLong()),
                 m_place->path(path));
    }
    QVERIFY(scan(catalogue(), m_place->path("root/" + name), ignore, never));
    const Connection connection(catalogue(), Connection::Read);
    const qint64 inner = connection.value(u"SELECT max(id) FROM entries"_s).toLongLong();
    QCOMPARE(pathOf(connection, inner), m_place->path(path));
    QVERIFY(pathOf(connection, inner + 1).isEmpty());
}

void TestScan::namesThatReadAlike_stayApart()
{
    QVERIFY(m_place->remove("root"));
    QVERIFY(m_place->addFile("root/\xff", "1"));
    QVERIFY(m_place->addFile("root/\xfe", "22"));
    QVERIFY(m_place->addFile("root/\xef\xbf\xbd", "333"));
    QVERIFY(m_place->addFile("root/d\xff/x"));
    QVERIFY(m_place->addFile("root/d\xfe/x"));
    QVERIFY(scanAll());
    QVERIFY(scanAll());
    QCOMPARE(names().size(), 5);
    QVERIFY(m_place->remove("root/\xfe"));
    QVERIFY(m_place->remove("root/d\xff"));
    QVERIFY(scanAll());
    const Connection connection(catalogue(), Connection::Read);
    QCOMPARE(connection.value(u"SELECT group_concat(size) FROM (SELECT size FROM entries ORDER BY size)"_s)
                 .toString(),
             u"1,3,7"_s);
}

void TestScan::twoRoots_doNotMix()
{
    QVERIFY(scanAll());
    QVERIFY(scan(catalogue(), m_place->path("root/sub"), ignore, never));
    QCOMPARE(names().size(), 4);
    QVERIFY(m_place->remove("root/sub/b.txt"));
    QVERIFY(scan(catalogue(), m_place->path("root/sub"), ignore, never));
    QCOMPARE(names().size(), 4);
    QVERIFY(scanAll());
    QCOMPARE(names().size(), 3);
}

void TestScan::progress_isToldWhenRowsCanBeRead()
{
    for (int i = 0; i < 12'000; ++i)
        QVERIFY(m_place->addFile("root/many/f" + QByteArray::number(i), {}));
    const Connection reader(catalogue(), Connection::Read);
    int steps = 0;
    ScanProgress before;
    const auto check = [&](const ScanProgress &progress) {
        steps += progress.readable > before.readable;
        QVERIFY(progress.files >= before.files);
        QVERIFY(progress.fraction >= before.fraction);
        QCOMPARE(reader.value(u"SELECT count(*) FROM entries"_s).toLongLong(), progress.readable);
        before = progress;
    };
    QVERIFY(scan(catalogue(), root(), check, never));
    QVERIFY(steps >= 3);
    QCOMPARE(before.readable, 12'004);
}

void TestScan::entries_areToldByTheIdsThatOthersCanRead()
{
    for (int i = 0; i < 300; ++i)
        QVERIFY(m_place->addFile("root/many" + QByteArray::number(i) + "/file"));
    for (int attempt = 0; attempt < 2; ++attempt) { // all are new, then none
        QHash<qint64, QByteArray> told;
        int checks = 0;
        scan(
            catalogue(), root(),
            [&](const ScanProgress &progress) {
                QCOMPARE(told.size(), progress.files);
                if (progress.readable < progress.files)
                    return;
                ++checks;
                const Connection other(catalogue(), Connection::Read);
                for (auto it = told.cbegin(); it != told.cend(); ++it)
                    QCOMPARE(pathOf(other, it.key()), root() + '/' + it.value());
            },
            never,
            [&](qint64 id, const QByteArray &folder, const Entry &entry) {
                told.insert(id, folder.isEmpty() ? entry.name : folder + '/' + entry.name);
            });
        QCOMPARE(told.size(), 304);
        QVERIFY(checks > 0);
    }
}

void TestScan::exceptionWhileScanning_leavesTheCatalogueUsable()
{
    const auto explode = [](const ScanProgress &) { throw 7; };
    QVERIFY_EXCEPTION_THROWN(scan(catalogue(), root(), explode, never), int);
    QVERIFY(scanAll());
    QCOMPARE(names().size(), 4);
}

QTEST_GUILESS_MAIN(TestScan)
#include "tst_scan.moc"
