// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "samplefolder.h"

#include <explore/exploremodel.h>
#include <explore/folderpath.h>
#include <explore/recentfolders.h>

#include <aside/taskobserver.h>

#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

class TestRecentFolders : public QObject
{
    Q_OBJECT

private:
    static QStringList column(RecentFolders &recent, const QString &role)
    {
        QStringList values;
        for (int row = 0; row < recent.rows()->count(); ++row)
            values.append(recent.rows()->get(row).value(role).toString());
        return values;
    }
    static bool isDone(Aside::ViewModel &model, const QString &task) { return !model.task(task)->isRunning(); }

    std::unique_ptr<SampleFolder> m_place;

private Q_SLOTS:
    void init() { m_place = std::make_unique<SampleFolder>(); }
    void add_putsTheNewestFirstAndNoneTwice();
    void add_keepsNoMoreThanMost();
    void bytes_comeBack();
    void root_hasAName();
    void urls_thatAreNoFoldersAreLeftOut();
    void look_tellsWhatIsGone();
    void forget_dropsOne();
    void clear_dropsAll();
    void explore_addsWhatItCouldRead();
    void openLast_opensTheNewest();
    void openLast_leavesWhatIsGone();
    void openLast_yieldsToAnotherFolder();
};

void TestRecentFolders::add_putsTheNewestFirstAndNoneTwice()
{
    RecentFolders recent;
    for (const char *folder : {"/a/one", "/a/two", "/b/three", "/a/one"})
        recent.add(folder);
    QCOMPARE(column(recent, u"name"_s), QStringList({u"one"_s, u"three"_s, u"two"_s}));
    QCOMPARE(column(recent, u"place"_s), QStringList({u"/a"_s, u"/b"_s, u"/a"_s}));
    QCOMPARE(recent.newest(), QUrl(u"file:///a/one"_s));
}

void TestRecentFolders::add_keepsNoMoreThanMost()
{
    RecentFolders recent;
    for (int i = 0; i < RecentFolders::Most + 3; ++i)
        recent.add("/folder " + QByteArray::number(i));
    QCOMPARE(recent.rows()->count(), RecentFolders::Most);
    QCOMPARE(recent.urls->size(), RecentFolders::Most);
    QCOMPARE(column(recent, u"name"_s).last(), u"folder 3"_s);
}

void TestRecentFolders::bytes_comeBack()
{
    const QByteArray folder("/odd \xff\xfe/100%/#?");
    RecentFolders recent;
    recent.add(folder);
    RecentFolders next;
    next.urls = recent.urls.value();
    QCOMPARE(pathFromUrl(next.newest()), folder);
    QCOMPARE(next.rows()->count(), 1);
}

void TestRecentFolders::root_hasAName()
{
    RecentFolders recent;
    recent.add("/");
    recent.add("/usr");
    QCOMPARE(column(recent, u"name"_s), QStringList({u"usr"_s, u"/"_s}));
    QCOMPARE(column(recent, u"place"_s), QStringList({u"/"_s, QString()}));
}

void TestRecentFolders::urls_thatAreNoFoldersAreLeftOut()
{
    RecentFolders recent;
    recent.urls = QStringList{u"https://example.org/a"_s, QString(), u"file:///a"_s, u"words"_s, u"file:///a/"_s};
    QCOMPARE(column(recent, u"name"_s), QStringList{u"a"_s});
    recent.add("/b");
    QCOMPARE(recent.urls, QStringList({u"file:///b"_s, u"file:///a"_s}));
}

void TestRecentFolders::look_tellsWhatIsGone()
{
    QVERIFY(m_place->addFolder("here") && m_place->addFolder("there") && m_place->addFile("file"));
    RecentFolders recent;
    for (const char *name : {"file", "there", "here"})
        recent.add(m_place->path(name));
    QVERIFY(m_place->remove("there"));
    recent.look();
    QTRY_COMPARE(column(recent, u"isGone"_s), QStringList({u"false"_s, u"true"_s, u"true"_s})); // a file is no folder
    QVERIFY(m_place->addFolder("there"));
    recent.look();
    QTRY_COMPARE(column(recent, u"isGone"_s), QStringList({u"false"_s, u"false"_s, u"true"_s}));
    recent.add(m_place->path("file")); // it could be read, so it is there
    QCOMPARE(column(recent, u"isGone"_s), QStringList({u"false"_s, u"false"_s, u"false"_s}));
}

void TestRecentFolders::forget_dropsOne()
{
    RecentFolders recent;
    recent.add("/one");
    recent.add("/two");
    recent.forget(u"file:///two"_s);
    recent.forget(u"file:///nowhere"_s);
    QCOMPARE(column(recent, u"name"_s), QStringList{u"one"_s});
}

void TestRecentFolders::clear_dropsAll()
{
    RecentFolders recent;
    recent.add("/one");
    recent.clear();
    QCOMPARE(recent.rows()->count(), 0);
    QVERIFY(recent.urls->isEmpty() && recent.newest().isEmpty());
}

void TestRecentFolders::explore_addsWhatItCouldRead()
{
    QVERIFY(m_place->addFile("full/file") && m_place->addFolder("empty"));
    ExploreModel explore;
    explore.setCatalogue(m_place->textPath(u"c.sqlite"_s));
    for (const char *name : {"full", "missing", "empty"}) {
        explore.open(m_place->path(name));
        QTRY_VERIFY(isDone(explore, u"scan"_s) && isDone(explore, u"search"_s));
    }
    QCOMPARE(column(*explore.recent(), u"name"_s), QStringList({u"empty"_s, u"full"_s}));
}

void TestRecentFolders::openLast_opensTheNewest()
{
    QVERIFY(m_place->addFolder("one") && m_place->addFolder("two"));
    ExploreModel explore;
    explore.setCatalogue(m_place->textPath(u"c.sqlite"_s));
    explore.openLast(); // there is none
    explore.recent()->add(m_place->path("one"));
    explore.recent()->add(m_place->path("two"));
    explore.openLast();
    QTRY_COMPARE(explore.folderUrl(), urlFromPath(m_place->path("two")));
    QTRY_VERIFY(isDone(explore, u"scan"_s) && isDone(explore, u"search"_s));
}

void TestRecentFolders::openLast_leavesWhatIsGone()
{
    ExploreModel explore;
    explore.setCatalogue(m_place->textPath(u"c.sqlite"_s));
    explore.recent()->add(m_place->path("missing"));
    explore.openLast();
    QTRY_VERIFY(isDone(explore, u"last"_s));
    QVERIFY(explore.folder->isEmpty() && explore.notice->text.isEmpty());
}

void TestRecentFolders::openLast_yieldsToAnotherFolder()
{
    QVERIFY(m_place->addFolder("one") && m_place->addFolder("two"));
    ExploreModel explore;
    explore.setCatalogue(m_place->textPath(u"c.sqlite"_s));
    explore.recent()->add(m_place->path("one"));
    explore.openLast();
    explore.open(m_place->path("two"));
    QTRY_VERIFY(isDone(explore, u"last"_s) && isDone(explore, u"scan"_s) && isDone(explore, u"search"_s));
    QCOMPARE(explore.folderUrl(), urlFromPath(m_place->path("two")));
}

QTEST_GUILESS_MAIN(TestRecentFolders)
#include "tst_recentfolders.moc"
