// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "samplefolder.h"

#include <catalogue/filewalker.h>

#include <QTest>

#include <map>

#ifdef Q_OS_LINUX
#include <sched.h>
#include <sys/mount.h>
#include <thread>
#endif

using namespace AsideDemo;
using namespace Qt::StringLiterals;

namespace {

bool never()
{
    return false;
}

struct Found
{
    std::map<QByteArray, Entry> entries; // by path
    QList<QByteArray> whole; // folders that were listed to their end
    QList<Problem> problems;
    QList<double> progress;
    int listings = 0;
    bool toTheEnd = false;
};

Found walk(const QByteArray &root, const std::function<bool()> &isCanceled = never)
{
    Found found;
    FileWalker walker(root);
    walker.onListing = [&](const FolderListing &part) {
        for (const Entry &entry : part.entries)
            found.entries[part.path.isEmpty() ? entry.name : part.path + '/' + entry.name] = entry;
        if (part.last)
            found.whole.append(part.path);
        found.progress.append(part.progress);
        ++found.listings;
    };
    walker.onProblem = [&](const Problem &problem) { found.problems.append(problem); };
    found.toTheEnd = walker.walk(isCanceled);
    return found;
}

} // namespace

class TestFileWalker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walk_findsEveryFileWithSizeAndDate();
    void oddNames_comeThroughByteForByte_data();
    void oddNames_comeThroughByteForByte();
    void links_areListedAndNotFollowed();
    void root_mayBeALink();
    void loopOfMounts_isLeftOutAndReported();
    void root_thatIsMissingIsReported();
    void root_thatIsAFileIsReported();
    void unreadableFolder_isReportedAndTheRestIsFound();
    void folderThatMayOnlyBeListed_keepsItsNames();
    void file_thatVanishesAfterItWasListedIsLeftOut();
    void folder_thatVanishesAfterItWasListedIsNoProblem();
    void folder_thatBecomesALinkIsNotFollowed();
    void pathLongerThanTheSystemAllows_isReported();
    void largeFolder_comesInSeveralListings();
    void pipe_isListedAndNotOpened();
    void cancel_endsTheWalkBeforeTheNextEntry();
    void progress_neverFallsAndEndsAtOne();
    void thrownByTheListener_comesThrough();
};

void TestFileWalker::walk_findsEveryFileWithSizeAndDate()
{
    const SampleFolder folder;
    QVERIFY(folder.addFile("a.txt", "12345"));
    QVERIFY(folder.addFile("sub/deep/b.txt", ""));
    QVERIFY(folder.addFile(".hidden", "1"));
    QVERIFY(folder.addFolder("empty"));
    const timespec times[2] = {{1'000'000, 0}, {1'600'000'000, 250'000'000}};
    QCOMPARE(::utimensat(AT_FDCWD, folder.path("a.txt").constData(), times, 0), 0);

    const Found found = walk(folder.path());
    QVERIFY(found.toTheEnd);
    QCOMPARE(found.entries.size(), size_t(3));
    QCOMPARE(found.entries.at("a.txt").size, 5);
    QCOMPARE(found.entries.at("a.txt").modified, 1'600'000'000'250);
    QCOMPARE(found.entries.at("a.txt").kind, EntryKind::File);
    QCOMPARE(found.entries.at("sub/deep/b.txt").size, 0);
    QCOMPARE(found.entries.at(".hidden").size, 1);
    QCOMPARE(found.whole.size(), 4);
    QVERIFY(found.problems.isEmpty());
}

void TestFileWalker::oddNames_comeThroughByteForByte_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("line break") << QByteArray("two\nlines");
    QTest::newRow("markup") << QByteArray("<b>x<b>");
    QTest::newRow("invalid UTF-8") << QByteArray("a\xff\xfe\x80z");
    QTest::newRow("cut UTF-8") << QByteArray("cut\xc3");
    QTest::newRow("byte-order mark") << QByteArray("\xef\xbb\xbfmarked");
    QTest::newRow("blanks") << QByteArray("  ");
    QTest::newRow("three dots") << QByteArray("...");
    QTest::newRow("wildcards") << QByteArray("100%_\\*?[a]");
    QTest::newRow("255 bytes") << QByteArray(255, 'n');
}

void TestFileWalker::oddNames_comeThroughByteForByte()
{
    QFETCH(const QByteArray, name);
    const SampleFolder folder;
    QVERIFY(folder.addFile(name));
    QVERIFY(folder.addFile("in " + name.left(200) + '/' + name));

    const Found found = walk(folder.path());
    QCOMPARE(found.entries.size(), size_t(2));
    QVERIFY(found.entries.contains(name));
    QVERIFY(found.entries.contains("in " + name.left(200) + '/' + name));
}

void TestFileWalker::links_areListedAndNotFollowed()
{
    const SampleFolder folder;
    QVERIFY(folder.addFile("sub/file"));
    QVERIFY(folder.addLink("sub/up", ".."));
    QVERIFY(folder.addLink("sub/self", "self"));
    QVERIFY(folder.addLink("nowhere", "/no/such/place"));
    QVERIFY(folder.addLink("file", "sub/file"));

    const Found found = walk(folder.path());
    QVERIFY(found.toTheEnd);
    QCOMPARE(found.entries.size(), size_t(5));
    for (const char *link : {"sub/up", "sub/self", "nowhere", "file"})
        QCOMPARE(found.entries.at(link).kind, EntryKind::Link);
    QVERIFY(found.problems.isEmpty());
}

void TestFileWalker::root_mayBeALink()
{
    const SampleFolder folder;
    QVERIFY(folder.addFile("real/file"));
    QVERIFY(folder.addLink("door", "real"));
    QVERIFY(walk(folder.path("door")).entries.contains("file"));
}

void TestFileWalker::loopOfMounts_isLeftOutAndReported()
{
#ifdef Q_OS_LINUX
    const SampleFolder folder;
    QVERIFY(folder.addFile("file"));
    QVERIFY(folder.addFolder("inside"));
    Found found;
    bool mounted = false;
    // The mount is seen by this thread alone, and goes with it.
    std::thread([&] {
        mounted = ::unshare(CLONE_NEWNS) == 0
            && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
            && ::mount(folder.path().constData(), folder.path("inside").constData(), nullptr, MS_BIND,
                       nullptr)
                == 0;
        if (mounted)
            found = walk(folder.path());
    }).join();
    if (!mounted)
        QSKIP("needs the right to mount");
    QVERIFY(found.toTheEnd);
    QCOMPARE(found.entries.size(), size_t(1));
    QCOMPARE(found.problems.size(), 1);
    QCOMPARE(found.problems.first().path, "inside");
#else
    QSKIP("bind mounts are Linux's");
#endif
}

void TestFileWalker::root_thatIsMissingIsReported()
{
    const SampleFolder folder;
    const Found found = walk(folder.path("nowhere"));
    QVERIFY(found.toTheEnd);
    QCOMPARE(found.problems.size(), 1);
    QVERIFY(found.problems.first().path.isEmpty());
    QVERIFY(!found.problems.first().reason.isEmpty());
    QCOMPARE(found.listings, 0);
}

void TestFileWalker::root_thatIsAFileIsReported()
{
    const SampleFolder folder;
    QVERIFY(folder.addFile("file"));
    const Found found = walk(folder.path("file"));
    QCOMPARE(found.problems.size(), 1);
    QCOMPARE(found.listings, 0);
}

void TestFileWalker::unreadableFolder_isReportedAndTheRestIsFound()
{
    const SampleFolder folder;
    QVERIFY(folder.addFile("open/file"));
    QVERIFY(folder.addFile("shut/secret"));
    QVERIFY(folder.setMode("shut", 0));
    Found found;
    {
        const AsNobody nobody;
        found = walk(folder.path());
    }
    QVERIFY(folder.setMode("shut", 0755));
    QVERIFY(found.toTheEnd);
    QVERIFY(found.entries.contains("open/file"));
    QCOMPARE(found.entries.size(), size_t(1));
    QCOMPARE(found.problems.size(), 1);
    QCOMPARE(found.problems.first().path, "shut");
    QVERIFY(!found.whole.contains("shut"));
}

void TestFileWalker::folderThatMayOnlyBeListed_keepsItsNames()
{
    const SampleFolder folder;
    QVERIFY(folder.addFile("half/file"));
    QVERIFY(folder.setMode("half", 0444));
    Found found;
    {
        const AsNobody nobody;
        found = walk(folder.path());
    }
    QVERIFY(folder.setMode("half", 0755));
    QCOMPARE(found.entries.at("half/file").size, -1);
    QCOMPARE(found.entries.at("half/file").modified, -1);
    QCOMPARE(found.problems.size(), 1);
    QCOMPARE(found.problems.first().path, "half");
}

void TestFileWalker::file_thatVanishesAfterItWasListedIsLeftOut()
{
    const SampleFolder folder;
    for (int i = 0; i < 20; ++i)
        QVERIFY(folder.addFile("file" + QByteArray::number(i)));
    // The system hands out names in blocks: by the second question all 20 are listed.
    int asked = 0;
    const Found found = walk(folder.path(), [&] {
        if (++asked == 2) {
            for (int i = 0; i < 20; ++i)
                folder.remove("file" + QByteArray::number(i));
        }
        return false;
    });
    QVERIFY(found.toTheEnd);
    QVERIFY(found.entries.empty());
    QVERIFY(asked > 20);
    QVERIFY(found.problems.isEmpty());
}

void TestFileWalker::folder_thatVanishesAfterItWasListedIsNoProblem()
{
    const SampleFolder folder;
    QVERIFY(folder.addFile("sub/file"));
    Found found;
    FileWalker walker(folder.path());
    walker.onListing = [&](const FolderListing &part) {
        ++found.listings;
        if (part.path.isEmpty())
            QVERIFY(folder.remove("sub"));
    };
    walker.onProblem = [&](const Problem &problem) { found.problems.append(problem); };
    QVERIFY(walker.walk(never));
    QCOMPARE(found.listings, 1);
    QVERIFY(found.problems.isEmpty());
}

void TestFileWalker::folder_thatBecomesALinkIsNotFollowed()
{
    const SampleFolder outside;
    QVERIFY(outside.addFile("secret"));
    const SampleFolder folder;
    QVERIFY(folder.addFolder("sub"));
    int files = 0;
    FileWalker walker(folder.path());
    walker.onListing = [&](const FolderListing &part) {
        files += int(part.entries.size());
        if (part.path.isEmpty()) {
            QVERIFY(folder.remove("sub"));
            QVERIFY(folder.addLink("sub", outside.path()));
        }
    };
    QVERIFY(walker.walk(never));
    QCOMPARE(files, 0);
}

void TestFileWalker::pathLongerThanTheSystemAllows_isReported()
{
    const SampleFolder folder;
    const std::string name(250, 'd');
    int place = ::open(folder.path().constData(), O_RDONLY | O_DIRECTORY);
    for (int depth = 0; depth < 20; ++depth) {
        QCOMPARE(::mkdirat(place, name.c_str(), 0755), 0);
        const int next = ::openat(place, name.c_str(), O_RDONLY | O_DIRECTORY);
        ::close(place);
        place = next;
    }
    ::close(place);

    const Found found = walk(folder.path());
    QVERIFY(found.toTheEnd);
    QCOMPARE(found.problems.size(), 1);
    QVERIFY(found.problems.first().path.size() > 3000);
    QVERIFY(folder.remove(QByteArray::fromStdString(name)));
}

void TestFileWalker::largeFolder_comesInSeveralListings()
{
    const SampleFolder folder;
    for (int i = 0; i < 2500; ++i)
        QVERIFY(folder.addFile("f" + QByteArray::number(i), {}));
    const Found found = walk(folder.path());
    QCOMPARE(found.entries.size(), size_t(2500));
    QVERIFY(found.listings >= 3);
    QCOMPARE(found.whole, QList<QByteArray>{QByteArray()});
}

void TestFileWalker::pipe_isListedAndNotOpened()
{
    const SampleFolder folder;
    QCOMPARE(::mkfifo(folder.path("pipe").constData(), 0644), 0);
    const Found found = walk(folder.path());
    QCOMPARE(found.entries.at("pipe").kind, EntryKind::Other);
}

void TestFileWalker::cancel_endsTheWalkBeforeTheNextEntry()
{
    const SampleFolder folder;
    for (int i = 0; i < 50; ++i)
        QVERIFY(folder.addFile("d" + QByteArray::number(i) + "/file"));
    int asked = 0;
    const Found found = walk(folder.path(), [&] { return ++asked > 60; });
    QVERIFY(!found.toTheEnd);
    QCOMPARE(asked, 61);
    QVERIFY(found.entries.size() < 50);
}

void TestFileWalker::progress_neverFallsAndEndsAtOne()
{
    const SampleFolder folder;
    for (int i = 0; i < 30; ++i)
        QVERIFY(folder.addFile("d" + QByteArray::number(i % 7) + "/e" + QByteArray::number(i) + "/file"));
    const Found found = walk(folder.path());
    QVERIFY(std::is_sorted(found.progress.begin(), found.progress.end()));
    QVERIFY(found.progress.first() < 0.5);
    QVERIFY(qAbs(found.progress.last() - 1.0) < 1e-9);
}

void TestFileWalker::thrownByTheListener_comesThrough()
{
    const SampleFolder folder;
    FileWalker walker(folder.path());
    walker.onListing = [](const FolderListing &) { throw 7; };
    QVERIFY_EXCEPTION_THROWN(walker.walk(never), int);
}

QTEST_APPLESS_MAIN(TestFileWalker)
#include "tst_filewalker.moc"
