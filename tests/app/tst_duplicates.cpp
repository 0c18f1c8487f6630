// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "samplefolder.h"

#include <catalogue/catalogueerror.h>
#include <catalogue/duplicates.h>
#include <catalogue/scan.h>

#include <QTest>

#include <mutex>
#include <thread>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

class TestDuplicates : public QObject
{
    Q_OBJECT

private:
    struct Found
    {
        QList<DuplicateGroup> groups; // the most wasteful first
        QHash<QByteArray, QString> skipped;
        QList<DuplicateProgress> progress;

        QList<QByteArray> names(qsizetype group) const
        {
            QList<QByteArray> all;
            for (const Duplicate &file : groups.value(group).files)
                all.append(file.folder.isEmpty() ? file.name : QByteArray(file.folder + '/' + file.name));
            return all;
        }
        qint64 bytesHashed() const { return progress.isEmpty() ? -1 : progress.constLast().bytes; }
    };

    static bool never() { return false; }
    void catalogue() const { QVERIFY(scan(file(), root(), [](const ScanProgress &) { }, never)); }
    QString file() const { return m_place->textPath(u"c.sqlite"_s); }
    QByteArray root() const { return m_place->path("root"); }
    Found find(int threads = 1, const std::function<bool()> &isCanceled = never,
               const std::function<void()> &onStep = {}) const;

    std::unique_ptr<SampleFolder> m_place;

private Q_SLOTS:
    void init();
    void equalFiles_areOneGroup_data();
    void equalFiles_areOneGroup();
    void filesOfOneSizeThatDiffer_areNoDuplicates_data();
    void filesOfOneSizeThatDiffer_areNoDuplicates();
    void filesThatDifferEarly_areNotReadWhole();
    void sizeOfItsOwn_isNotReadAtAll();
    void hardLinks_takeNoSpace();
    void linksAndEmptyFiles_areLeftOut();
    void unreadableFile_isToldAndTheRestStays();
    void fileChangedSinceTheScan_isToldAndLeftOut_data();
    void fileChangedSinceTheScan_isToldAndLeftOut();
    void fileChangedBetweenTheLooks_isToldAndLeftOut();
    void fileThatShrinksWhileItIsRead_isToldAndLeftOut();
    void firstNameGoneBetweenTheLooks_leavesTheOtherName();
    void oddNames_comeBackByteForByte();
    void hugeSparseFiles_takeNoTimeAndNoSpace();
    void holesAndZeros_areEqual();
    void canceledMidway_stopsWithinAFileAndTellsNoMore();
    void manyThreads_findTheSame();
    void progress_neverFallsAndEndsAtOne();
    void otherFolder_isLeftOut();
    void missingCatalogue_hasNone();
    void damagedCatalogue_isSaid();
};

TestDuplicates::Found TestDuplicates::find(int threads, const std::function<bool()> &isCanceled,
                                           const std::function<void()> &onStep) const
{
    DuplicateSearch search(file(), root(), isCanceled);
    Found found;
    std::mutex mutex;
    search.onGroup = [&](const DuplicateGroup &group) {
        const std::lock_guard lock(mutex);
        found.groups.append(group);
    };
    search.onSkipped = [&](const Problem &problem) {
        const std::lock_guard lock(mutex);
        found.skipped.insert(problem.path, problem.reason);
    };
    search.onProgress = [&](const DuplicateProgress &now) {
        const std::lock_guard lock(mutex);
        found.progress.append(now);
    };
    while (search.next()) {
        std::vector<std::thread> helpers;
        for (int i = 1; i < threads; ++i)
            helpers.emplace_back([&] { search.work(isCanceled); });
        search.work(isCanceled);
        for (std::thread &helper : helpers)
            helper.join();
        if (onStep)
            onStep();
    }
    found.progress.append(search.progress());
    std::sort(found.groups.begin(), found.groups.end(),
              [](const DuplicateGroup &a, const DuplicateGroup &b) { return a.wasted > b.wasted; });
    return found;
}

void TestDuplicates::init()
{
    m_place = std::make_unique<SampleFolder>();
    QVERIFY(m_place->addFolder("root"));
}

void TestDuplicates::equalFiles_areOneGroup_data()
{
    QTest::addColumn<qint64>("size");
    for (const qint64 size : {qint64(1), DigestUnit - 1, DigestUnit, DigestUnit + 1, 8 * DigestUnit, 20 * DigestUnit + 7})
        QTest::addRow("%lld bytes", size) << size;
}

void TestDuplicates::equalFiles_areOneGroup()
{
    QFETCH(qint64, size);
    const QByteArray content(size, 'x');
    for (const char *name : {"root/b", "root/a", "root/sub/c"})
        QVERIFY(m_place->addFile(name, content));
    QVERIFY(m_place->addFile("root/other", QByteArray(size, 'y')));
    QVERIFY(m_place->addFile("root/longer", content + 'x'));
    catalogue();
    const Found found = find();
    QCOMPARE(found.groups.size(), 1);
    QCOMPARE(found.names(0), QList<QByteArray>({"a", "b", "sub/c"}));
    QCOMPARE(found.groups[0].size, size);
    QCOMPARE(found.groups[0].copies, 3);
    QCOMPARE(found.groups[0].wasted, 2 * size);
    QVERIFY(found.groups[0].files[2].id > 0);
    QVERIFY(found.skipped.isEmpty());
}

void TestDuplicates::filesOfOneSizeThatDiffer_areNoDuplicates_data()
{
    QTest::addColumn<qint64>("place");
    for (const qint64 place : {qint64(0), DigestUnit - 1, DigestUnit, 9 * DigestUnit, 9 * DigestUnit + 1})
        QTest::addRow("byte %lld", place) << place;
}

void TestDuplicates::filesOfOneSizeThatDiffer_areNoDuplicates()
{
    QFETCH(qint64, place);
    QByteArray content(9 * DigestUnit + 2, '\0');
    QVERIFY(m_place->addFile("root/a", content));
    content[place] = 1;
    QVERIFY(m_place->addFile("root/b", content));
    content[place] = 0;
    content[place > DigestUnit ? place - DigestUnit : place + DigestUnit] = 1; // the same unit, elsewhere
    QVERIFY(m_place->addFile("root/c", content));
    catalogue();
    QCOMPARE(find().groups.size(), 0);
}

void TestDuplicates::filesThatDifferEarly_areNotReadWhole()
{
    QVERIFY(m_place->addFile("root/a", 'a' + QByteArray(20 * DigestUnit, 'x')));
    QVERIFY(m_place->addFile("root/b", 'b' + QByteArray(20 * DigestUnit, 'x')));
    catalogue();
    QCOMPARE(find().bytesHashed(), 2 * DigestUnit);
}

void TestDuplicates::sizeOfItsOwn_isNotReadAtAll()
{
    QVERIFY(m_place->addFile("root/a", "12345"));
    QVERIFY(m_place->addFile("root/b", "1234"));
    catalogue();
    QVERIFY(m_place->remove("root/a"));
    const Found found = find();
    QCOMPARE(found.bytesHashed(), 0);
    QVERIFY(found.skipped.isEmpty());
}

void TestDuplicates::hardLinks_takeNoSpace()
{
    QVERIFY(m_place->addFile("root/a", "content"));
    QCOMPARE(::link(m_place->path("root/a").constData(), m_place->path("root/b").constData()), 0);
    catalogue();
    QCOMPARE(find().groups.size(), 0);

    QVERIFY(m_place->addFile("root/c", "content"));
    catalogue();
    const Found found = find();
    QCOMPARE(found.names(0), QList<QByteArray>({"a", "b", "c"}));
    QCOMPARE(found.groups[0].copies, 2);
    QCOMPARE(found.groups[0].wasted, 7);
    QVERIFY(!found.groups[0].files[0].isOtherName);
    QVERIFY(found.groups[0].files[1].isOtherName);
    QVERIFY(!found.groups[0].files[2].isOtherName);
}

void TestDuplicates::linksAndEmptyFiles_areLeftOut()
{
    for (const char *name : {"root/empty1", "root/empty2"})
        QVERIFY(m_place->addFile(name, {}));
    QVERIFY(m_place->addFile("root/a"));
    QVERIFY(m_place->addLink("root/b", "a"));
    QVERIFY(m_place->addLink("root/c", "a"));
    catalogue();
    QCOMPARE(find().groups.size(), 0);

    QVERIFY(m_place->addFile("root/file")); // becomes a link after the scan, to one of its size
    catalogue();
    QVERIFY(m_place->remove("root/file"));
    QVERIFY(m_place->addLink("root/file", "a"));
    const Found found = find();
    QCOMPARE(found.groups.size(), 0);
    QCOMPARE(found.skipped.keys(), QList<QByteArray>{"file"});
}

void TestDuplicates::unreadableFile_isToldAndTheRestStays()
{
    for (const char *name : {"root/a", "root/b", "root/shut"})
        QVERIFY(m_place->addFile(name));
    catalogue();
    QVERIFY(m_place->setMode("root/shut", 0));
    QVERIFY(m_place->setMode("c.sqlite", 0666));
    QVERIFY(m_place->setMode(".", 0777));
    Found found;
    {
        const AsNobody nobody;
        found = find();
    }
    QCOMPARE(found.names(0), QList<QByteArray>({"a", "b"}));
    QCOMPARE(found.skipped.keys(), QList<QByteArray>{"shut"});
    QVERIFY(found.skipped["shut"].contains(u"permission"_s));
    QCOMPARE(found.progress.constLast().skipped, 1);
}

void TestDuplicates::fileChangedSinceTheScan_isToldAndLeftOut_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("gone") << QByteArray();
    QTest::newRow("longer") << QByteArray("content and more");
    QTest::newRow("as long, at another time") << QByteArray("content");
}

void TestDuplicates::fileChangedSinceTheScan_isToldAndLeftOut()
{
    QFETCH(QByteArray, content);
    for (const char *name : {"root/a", "root/b", "root/c"})
        QVERIFY(m_place->addFile(name));
    catalogue();
    QVERIFY(m_place->remove("root/b"));
    if (!content.isEmpty()) {
        QVERIFY(m_place->addFile("root/b", content));
        const timespec times[] = {{1'000'000, 0}, {1'000'000, 0}};
        QCOMPARE(::utimensat(AT_FDCWD, m_place->path("root/b").constData(), times, 0), 0);
    }
    const Found found = find();
    QCOMPARE(found.names(0), QList<QByteArray>({"a", "c"}));
    QCOMPARE(found.skipped.keys(), QList<QByteArray>{"b"});
    QVERIFY(!found.skipped["b"].isEmpty());
}

void TestDuplicates::fileChangedBetweenTheLooks_isToldAndLeftOut()
{
    const QByteArray content(3 * DigestUnit, 'x');
    for (const char *name : {"root/a", "root/b", "root/c"})
        QVERIFY(m_place->addFile(name, content));
    catalogue();
    int steps = 0;
    const Found found = find(1, never, [&] {
        if (++steps > 1)
            return;
        const timespec times[] = {{1'000'000, 0}, {1'000'000, 0}};
        QCOMPARE(::utimensat(AT_FDCWD, m_place->path("root/a").constData(), times, 0), 0);
    });
    QCOMPARE(found.names(0), QList<QByteArray>({"b", "c"}));
    QCOMPARE(found.skipped.keys(), QList<QByteArray>{"a"});
}

void TestDuplicates::fileThatShrinksWhileItIsRead_isToldAndLeftOut()
{
    const QByteArray content(40 * DigestUnit, 'x');
    for (const char *name : {"root/a", "root/b", "root/c"})
        QVERIFY(m_place->addFile(name, content));
    catalogue();
    int asked = 0; // first for the search, then twice a file for the first looks, then within the first file
    const Found found = find(1, [&] {
        if (++asked == 1 + 6 + 3)
            std::filesystem::resize_file(m_place->path("root/a").toStdString(), 100);
        return false;
    });
    QCOMPARE(found.names(0), QList<QByteArray>({"b", "c"}));
    QCOMPARE(found.skipped.keys(), QList<QByteArray>{"a"});
    QVERIFY(found.skipped["a"].contains(u"while it was read"_s));
}

void TestDuplicates::firstNameGoneBetweenTheLooks_leavesTheOtherName()
{
    const QByteArray content(3 * DigestUnit, 'x');
    QVERIFY(m_place->addFile("root/a", content));
    QVERIFY(m_place->addFile("root/c", content));
    QCOMPARE(::link(m_place->path("root/a").constData(), m_place->path("root/b").constData()), 0);
    catalogue();
    const Found found = find(1, never, [&] { m_place->remove("root/a"); });
    QCOMPARE(found.names(0), QList<QByteArray>({"b", "c"}));
    QVERIFY(!found.groups[0].files[0].isOtherName);
    QCOMPARE(found.skipped.keys(), QList<QByteArray>{"a"});
}

void TestDuplicates::oddNames_comeBackByteForByte()
{
    const QList<QByteArray> names{"<b>bold<b>", "line\nbreak", "\xff\xfe raw"};
    for (const QByteArray &name : names)
        QVERIFY(m_place->addFile("root/\xfd/" + name));
    catalogue();
    const Found found = find();
    QCOMPARE(found.names(0), QList<QByteArray>({"\xfd/" + names[0], "\xfd/" + names[1], "\xfd/" + names[2]}));
}

void TestDuplicates::hugeSparseFiles_takeNoTimeAndNoSpace()
{
    constexpr qint64 Huge = qint64(1) << 40; // reading one would take the better part of an hour
    for (const char *name : {"root/a", "root/b", "root/c"}) {
        QVERIFY(m_place->addFile(name, name == QByteArray("root/c") ? "other" : "start"));
        std::filesystem::resize_file(m_place->path(name).toStdString(), Huge);
        QFile tail(QFile::decodeName(m_place->path(name)));
        QVERIFY(tail.open(QIODevice::ReadWrite) && tail.seek(Huge / 2 + 5) && tail.write("middle") == 6);
    }
    catalogue();
    const Found found = find();
    QCOMPARE(found.names(0), QList<QByteArray>({"a", "b"}));
    QCOMPARE(found.groups[0].size, Huge);
    QVERIFY(found.groups[0].wasted > 0);
    QVERIFY(found.groups[0].wasted < 1'000'000'000);
}

void TestDuplicates::holesAndZeros_areEqual()
{
    QVERIFY(m_place->addFile("root/a", 'x' + QByteArray(10 * DigestUnit, '\0')));
    QVERIFY(m_place->addFile("root/b", "x"));
    std::filesystem::resize_file(m_place->path("root/b").toStdString(), 10 * DigestUnit + 1);
    catalogue();
    QCOMPARE(find().names(0), QList<QByteArray>({"a", "b"}));
}

void TestDuplicates::canceledMidway_stopsWithinAFileAndTellsNoMore()
{
    for (const char *name : {"root/a", "root/b"})
        QVERIFY(m_place->addFile(name, QByteArray(200 * DigestUnit, 'x')));
    catalogue();
    int asked = 0;
    const Found found = find(1, [&] { return ++asked > 10; });
    QVERIFY(asked < 20);
    QVERIFY(found.bytesHashed() < 100 * DigestUnit);
    QVERIFY(found.groups.isEmpty() && found.skipped.isEmpty());
}

void TestDuplicates::manyThreads_findTheSame()
{
    for (int i = 0; i < 3000; ++i) // some of each step, and more than one round of them
        QVERIFY(m_place->addFile("root/" + QByteArray::number(i), QByteArray(i % 300 == 0 ? 3 * DigestUnit : 1 + i % 1000, char('a' + i % 2))));
    catalogue();
    const Found one = find(1);
    const Found many = find(4);
    QVERIFY(one.groups.size() > 100);
    QCOMPARE(many.groups.size(), one.groups.size());
    QCOMPARE(many.progress.constLast(), one.progress.constLast());
    QCOMPARE(many.progress.constLast().groups, one.groups.size());
    QCOMPARE(many.groups[0].wasted, one.groups[0].wasted);
}

void TestDuplicates::progress_neverFallsAndEndsAtOne()
{
    for (int i = 0; i < 1500; ++i)
        QVERIFY(m_place->addFile("root/" + QByteArray::number(i), QByteArray(2000 + i % 20, char('a' + i % 3))));
    QVERIFY(m_place->addFile("root/big1", QByteArray(100 * DigestUnit, 'x')));
    QVERIFY(m_place->addFile("root/big2", 'y' + QByteArray(100 * DigestUnit - 1, 'x')));
    catalogue();
    QVERIFY(m_place->remove("root/7"));
    const Found found = find();
    for (qsizetype i = 1; i < found.progress.size(); ++i)
        QVERIFY(found.progress[i].fraction() >= found.progress[i - 1].fraction());
    QCOMPARE(found.progress.constLast().fraction(), 1.0);
    QCOMPARE(found.progress.constLast().bytes, found.progress.constLast().ofBytes);
}

void TestDuplicates::otherFolder_isLeftOut()
{
    QVERIFY(m_place->addFile("root/a"));
    QVERIFY(m_place->addFile("elsewhere/b"));
    catalogue();
    QVERIFY(scan(file(), m_place->path("elsewhere"), [](const ScanProgress &) { }, never));
    QCOMPARE(find().groups.size(), 0);
}

void TestDuplicates::missingCatalogue_hasNone()
{
    const Found found = find();
    QVERIFY(found.groups.isEmpty());
    QCOMPARE(found.progress.constLast().fraction(), 1.0);
}

void TestDuplicates::damagedCatalogue_isSaid()
{
    QVERIFY(m_place->addFile("c.sqlite", "no catalogue at all, but a letter" + QByteArray(2000, '.')));
    QVERIFY_EXCEPTION_THROWN(find(), CatalogueError);
}

QTEST_GUILESS_MAIN(TestDuplicates)
#include "tst_duplicates.moc"
