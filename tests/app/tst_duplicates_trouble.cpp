// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "duplicatesample.h"

#include <catalogue/catalogueerror.h>

#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

// Files that change under the search or cannot be read, cancellation, progress, and a catalogue that is not one.
class TestDuplicatesTrouble : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DuplicateSample> m_place;

private Q_SLOTS:
    void init() { m_place = std::make_unique<DuplicateSample>(); }
    void unreadableFile_isToldAndTheRestStays();
    void fileChangedSinceTheScan_isToldAndLeftOut_data();
    void fileChangedSinceTheScan_isToldAndLeftOut();
    void fileChangedBetweenTheLooks_isToldAndLeftOut();
    void fileThatChangesWhileItIsRead_isToldAndLeftOut_data();
    void fileThatChangesWhileItIsRead_isToldAndLeftOut();
    void fileThatBecameAPipe_isNotWaitedFor();
    void firstNameGoneBetweenTheLooks_leavesTheOtherName();
    void canceledMidway_stopsWithinAFileAndTellsNoMore();
    void canceledAtTheFirstLook_tellsNoGroupOfWhatItHasNotSeen();
    void canceledAtTheLastFile_tellsNoGroup();
    void progress_neverFallsAndEndsAtOne();
    void missingCatalogue_hasNone();
    void damagedCatalogue_isSaid();
};

void TestDuplicatesTrouble::unreadableFile_isToldAndTheRestStays()
{
    for (const char *name : {"root/a", "root/b", "root/shut"})
        QVERIFY(m_place->addFile(name));
    QVERIFY(m_place->scanIt());
    QVERIFY(m_place->setMode("root/shut", 0));
    QVERIFY(m_place->setMode("c.sqlite", 0666));
    QVERIFY(m_place->setMode(".", 0777));
    DuplicateSample::Found found;
    {
        const AsNobody nobody;
        found = m_place->find();
    }
    QCOMPARE(found.names(0), QList<QByteArray>({"a", "b"}));
    QCOMPARE(found.skipped.keys(), QList<QByteArray>{"shut"});
    QVERIFY(found.skipped["shut"].contains(u"permission"_s));
    QCOMPARE(found.progress.constLast().skipped, 1);
}

void TestDuplicatesTrouble::fileChangedSinceTheScan_isToldAndLeftOut_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isOfOneTime");
    QTest::newRow("gone") << QByteArray() << false;
    QTest::newRow("longer") << QByteArray("content and more") << false;
    QTest::newRow("longer, at the same time") << QByteArray("content and more") << true;
    QTest::newRow("as long, at another time") << QByteArray("content") << false;
}

void TestDuplicatesTrouble::fileChangedSinceTheScan_isToldAndLeftOut()
{
    QFETCH(const QByteArray, content);
    QFETCH(const bool, isOfOneTime);
    for (const char *name : {"root/a", "root/b", "root/c"})
        QVERIFY(m_place->addFile(name));
    QVERIFY(m_place->scanIt());
    struct stat before = {};
    QCOMPARE(::stat(m_place->path("root/b").constData(), &before), 0);
    QVERIFY(m_place->remove("root/b"));
    if (!content.isEmpty()) {
        QVERIFY(m_place->addFile("root/b", content));
        const timespec other{1'000'000, 0};
        const timespec times[] = {other, isOfOneTime ? before.st_mtim : other};
        QCOMPARE(::utimensat(AT_FDCWD, m_place->path("root/b").constData(), times, 0), 0);
    }
    const DuplicateSample::Found found = m_place->find();
    QCOMPARE(found.names(0), QList<QByteArray>({"a", "c"}));
    QCOMPARE(found.skipped.keys(), QList<QByteArray>{"b"});
    QVERIFY(!found.skipped["b"].isEmpty());
}

void TestDuplicatesTrouble::fileChangedBetweenTheLooks_isToldAndLeftOut()
{
    const QByteArray content(3 * DigestUnit, 'x');
    for (const char *name : {"root/a", "root/b", "root/c"})
        QVERIFY(m_place->addFile(name, content));
    QVERIFY(m_place->scanIt());
    int steps = 0;
    const DuplicateSample::Found found = m_place->find(1, never, [&] {
        if (++steps > 1)
            return;
        const timespec times[] = {{1'000'000, 0}, {1'000'000, 0}};
        QCOMPARE(::utimensat(AT_FDCWD, m_place->path("root/a").constData(), times, 0), 0);
    });
    QCOMPARE(found.names(0), QList<QByteArray>({"b", "c"}));
    QCOMPARE(found.skipped.keys(), QList<QByteArray>{"a"});
}

void TestDuplicatesTrouble::fileThatChangesWhileItIsRead_isToldAndLeftOut_data()
{
    QTest::addColumn<bool>("shrinks");
    QTest::newRow("shrinks") << true;
    QTest::newRow("is written to where it has been read") << false;
}

void TestDuplicatesTrouble::fileThatChangesWhileItIsRead_isToldAndLeftOut()
{
    QFETCH(const bool, shrinks);
    const QByteArray content(40 * DigestUnit, 'x');
    for (const char *name : {"root/a", "root/b", "root/c"})
        QVERIFY(m_place->addFile(name, content));
    QVERIFY(m_place->scanIt());
    int asked = 0; // first for the search, then twice a file for the first looks, then within the first file
    const DuplicateSample::Found found = m_place->find(1, [&] {
        if (++asked != 1 + 6 + 3)
            return false;
        if (shrinks) {
            std::filesystem::resize_file(m_place->path("root/a").toStdString(), 100);
        } else {
            QFile file(QFile::decodeName(m_place->path("root/a")));
            if (!file.open(QIODevice::ReadWrite) || file.write("y") != 1)
                qFatal("it could not be written to");
        }
        return false;
    });
    QCOMPARE(found.names(0), QList<QByteArray>({"b", "c"}));
    QCOMPARE(found.skipped.keys(), QList<QByteArray>{"a"});
    QVERIFY(found.skipped["a"].contains(u"while it was read"_s));
}

void TestDuplicatesTrouble::fileThatBecameAPipe_isNotWaitedFor()
{
    for (const char *name : {"root/a", "root/b"})
        QVERIFY(m_place->addFile(name));
    QVERIFY(m_place->scanIt());
    QVERIFY(m_place->remove("root/b"));
    QCOMPARE(::mkfifo(m_place->path("root/b").constData(), 0666), 0);
    const DuplicateSample::Found found = m_place->find();
    QCOMPARE(found.groups.size(), 0);
    QVERIFY(found.skipped["b"].contains(u"no ordinary file"_s));
}

void TestDuplicatesTrouble::firstNameGoneBetweenTheLooks_leavesTheOtherName()
{
    const QByteArray content(3 * DigestUnit, 'x');
    QVERIFY(m_place->addFile("root/a", content));
    QVERIFY(m_place->addFile("root/c", content));
    QCOMPARE(::link(m_place->path("root/a").constData(), m_place->path("root/b").constData()), 0);
    QVERIFY(m_place->scanIt());
    const DuplicateSample::Found found = m_place->find(1, never, [&] { m_place->remove("root/a"); });
    QCOMPARE(found.names(0), QList<QByteArray>({"b", "c"}));
    QVERIFY(!found.groups[0].files[0].isOtherName);
    QCOMPARE(found.skipped.keys(), QList<QByteArray>{"a"});
}

void TestDuplicatesTrouble::canceledMidway_stopsWithinAFileAndTellsNoMore()
{
    for (const char *name : {"root/a", "root/b"})
        QVERIFY(m_place->addFile(name, QByteArray(200 * DigestUnit, 'x')));
    QVERIFY(m_place->scanIt());
    int asked = 0;
    const DuplicateSample::Found found = m_place->find(1, [&] { return ++asked > 10; });
    QVERIFY(asked < 20);
    QVERIFY(found.bytesHashed() < 100 * DigestUnit);
    QVERIFY(found.groups.isEmpty() && found.skipped.isEmpty());
}

void TestDuplicatesTrouble::canceledAtTheFirstLook_tellsNoGroupOfWhatItHasNotSeen()
{
    for (const char *name : {"root/a", "root/b", "root/c", "root/d"})
        QVERIFY(m_place->addFile(name, name));
    QVERIFY(m_place->scanIt());
    int asked = 0; // once for the search, then twice a file
    const DuplicateSample::Found found = m_place->find(1, [&] { return ++asked > 1 + 2; });
    QVERIFY(found.groups.isEmpty() && found.skipped.isEmpty());
}

void TestDuplicatesTrouble::canceledAtTheLastFile_tellsNoGroup()
{
    for (const char *name : {"root/a", "root/b", "root/c"})
        QVERIFY(m_place->addFile(name, QByteArray(40 * DigestUnit, 'x')));
    QVERIFY(m_place->scanIt());
    int asked = 0; // once for the search, twice a file for the first looks, six times a file that is read whole
    const DuplicateSample::Found found = m_place->find(1, [&] { return ++asked > 1 + 6 + 12 + 3; });
    QVERIFY(found.groups.isEmpty() && found.skipped.isEmpty());
}

void TestDuplicatesTrouble::progress_neverFallsAndEndsAtOne()
{
    for (int i = 0; i < 1500; ++i)
        QVERIFY(m_place->addFile("root/" + QByteArray::number(i), QByteArray(2000 + i % 20, char('a' + i % 3))));
    QVERIFY(m_place->addFile("root/big1", QByteArray(100 * DigestUnit, 'x')));
    QVERIFY(m_place->addFile("root/big2", 'y' + QByteArray(100 * DigestUnit - 1, 'x')));
    QVERIFY(m_place->scanIt());
    QVERIFY(m_place->remove("root/7"));
    const DuplicateSample::Found found = m_place->find();
    for (qsizetype i = 1; i < found.progress.size(); ++i)
        QVERIFY(found.progress[i].fraction() >= found.progress[i - 1].fraction());
    QCOMPARE(found.progress.constLast().fraction(), 1.0);
    QVERIFY(found.isComplete());
    // Some 25 times a second, and where the search says so itself.
    QVERIFY(found.progress.size() <= found.milliseconds / 40 + 5);
}

void TestDuplicatesTrouble::missingCatalogue_hasNone()
{
    const DuplicateSample::Found found = m_place->find();
    QVERIFY(found.groups.isEmpty());
    QCOMPARE(found.progress.constLast().fraction(), 1.0);
}

void TestDuplicatesTrouble::damagedCatalogue_isSaid()
{
    QVERIFY(m_place->addFile("c.sqlite", "no catalogue at all, but a letter" + QByteArray(2000, '.')));
    QVERIFY_EXCEPTION_THROWN(m_place->find(), CatalogueError);
}

QTEST_GUILESS_MAIN(TestDuplicatesTrouble)
#include "tst_duplicates_trouble.moc"
