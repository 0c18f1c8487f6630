// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "samplefolder.h"

#include <catalogue/cataloguewriter.h>
#include <catalogue/connection.h>
#include <explore/exploremodel.h>
#include <explore/folderpath.h>

#include <aside/taskobserver.h>
#include <aside/testing.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

class TestFileActions : public QObject
{
    Q_OBJECT

private:
    FileActions &files() const { return *m_explore->files(); }
    bool isDone() const { return !files().task(u"find"_s)->isRunning(); }
    /// Catalogues what is there; the only file whose name holds \a text.
    qint64 idOf(const QString &text)
    {
        m_explore->open(m_place->path("root"));
        m_explore->filter = text;
        const bool isFound = Aside::Testing::waitForIdle(*m_explore) && m_explore->hits.value()
            && m_explore->hits.value()->query.text == text && m_explore->entries()->count() == 1;
        return isFound ? m_explore->entries()->idAt(0) : 0;
    }

    std::unique_ptr<SampleFolder> m_place;
    std::unique_ptr<ExploreModel> m_explore;
    QList<QUrl> m_opened;
    bool m_isRefused = false;

private Q_SLOTS:
    void init();
    void open_handsTheFileToTheSystem();
    void open_keepsTheBytesOfTheName();
    void open_opensABrokenLinkAsWell();
    void showInFolder_opensTheFolder();
    void showInFolder_knowsTheTopmostFolder();
    void showInFolder_worksForAFileThatIsGone();
    void copyPath_isTheFile();
    void copyPath_ofOddBytesIsAUrl();
    void fileThatIsGone_isTold();
    void folderThatIsGone_isTold();
    void unknownFile_isTold();
    void noFile_doesNothing();
    void damagedCatalogue_isTold();
    void systemWithoutAProgram_isTold();
    void nextAction_takesTheMessageAway();
    void newestWish_wins();
};

void TestFileActions::init()
{
    m_place = std::make_unique<SampleFolder>();
    QVERIFY(m_place->addFile("root/sub/notes.txt"));
    m_explore = std::make_unique<ExploreModel>();
    m_explore->setCatalogue(m_place->textPath(u"c.sqlite"_s));
    m_opened.clear();
    m_isRefused = false;
    files().setOpener([this](const QUrl &url) {
        m_opened.append(url);
        return !m_isRefused;
    });
}

void TestFileActions::open_handsTheFileToTheSystem()
{
    files().open(idOf(u"notes"_s));
    QTRY_COMPARE(m_opened, QList<QUrl>{urlFromPath(m_place->path("root/sub/notes.txt"))});
    QVERIFY(files().notice->text.isEmpty());
}

void TestFileActions::open_keepsTheBytesOfTheName()
{
    QVERIFY(m_place->addFile("root/odd \xff#?.txt"));
    files().open(idOf(u"odd"_s));
    QTRY_COMPARE(m_opened.size(), 1);
    QCOMPARE(pathFromUrl(m_opened.first()), m_place->path("root/odd \xff#?.txt"));
}

void TestFileActions::open_opensABrokenLinkAsWell()
{
    QVERIFY(m_place->addLink("root/link", "nowhere")); // that its end is missing is for the system to say
    files().open(idOf(u"link"_s));
    QTRY_COMPARE(m_opened.size(), 1);
}

void TestFileActions::showInFolder_opensTheFolder()
{
    files().showInFolder(idOf(u"notes"_s));
    QTRY_COMPARE(m_opened, QList<QUrl>{urlFromPath(m_place->path("root/sub"))});
}

void TestFileActions::showInFolder_knowsTheTopmostFolder()
{
    const QString file = m_place->textPath(u"top.sqlite"_s);
    {
        const Connection connection(file, Connection::Write);
        CatalogueWriter writer(connection, "/");
        writer.add(FolderListing{"", {{"vmlinuz", 1, 1, EntryKind::File}}, true, 0});
        writer.commit();
    }
    files().setCatalogue(file);
    files().showInFolder(Connection(file, Connection::Read).value(u"SELECT id FROM entries"_s).toLongLong());
    QTRY_COMPARE(m_opened, QList<QUrl>{QUrl(u"file:///"_s)});
}

void TestFileActions::showInFolder_worksForAFileThatIsGone()
{
    const qint64 id = idOf(u"notes"_s);
    QVERIFY(m_place->remove("root/sub/notes.txt"));
    files().showInFolder(id);
    QTRY_COMPARE(m_opened.size(), 1);
}

void TestFileActions::copyPath_isTheFile()
{
    files().copyPath(idOf(u"notes"_s));
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QFile::decodeName(m_place->path("root/sub/notes.txt")));
    QVERIFY(m_opened.isEmpty());
}

void TestFileActions::copyPath_ofOddBytesIsAUrl()
{
    QVERIFY(m_place->addFile("root/odd \xff.txt"));
    files().copyPath(idOf(u"odd"_s));
    QTRY_VERIFY(QGuiApplication::clipboard()->text().endsWith("/root/odd%20%FF.txt"_L1));
    QVERIFY(QGuiApplication::clipboard()->text().startsWith("file:///"_L1));
}

void TestFileActions::fileThatIsGone_isTold()
{
    const qint64 id = idOf(u"notes"_s);
    QVERIFY(m_place->remove("root/sub/notes.txt"));
    files().open(id);
    QTRY_VERIFY(files().notice->text.contains("sub/notes.txt is gone"_L1));
    QVERIFY(m_opened.isEmpty());
}

void TestFileActions::folderThatIsGone_isTold()
{
    const qint64 id = idOf(u"notes"_s);
    QVERIFY(m_place->remove("root/sub"));
    files().showInFolder(id);
    QTRY_VERIFY(files().notice->text.contains("root/sub is gone"_L1));
    QVERIFY(m_opened.isEmpty());
}

void TestFileActions::unknownFile_isTold()
{
    idOf(u"notes"_s);
    files().open(4711);
    QTRY_VERIFY(files().notice->text.contains("left the catalogue"_L1));
    QVERIFY(m_opened.isEmpty());
}

void TestFileActions::noFile_doesNothing()
{
    files().open(0);
    files().copyPath(0);
    QVERIFY(isDone());
}

void TestFileActions::damagedCatalogue_isTold()
{
    QVERIFY(m_place->addFile("letter.sqlite", QByteArray("Dear aunt").repeated(500)));
    files().setCatalogue(m_place->textPath(u"letter.sqlite"_s));
    files().open(1);
    QTRY_VERIFY(files().notice->text.contains("letter.sqlite"_L1));
}

void TestFileActions::systemWithoutAProgram_isTold()
{
    m_isRefused = true;
    files().open(idOf(u"notes"_s));
    QTRY_VERIFY(files().notice->text.contains("no program"_L1));
}

void TestFileActions::nextAction_takesTheMessageAway()
{
    const qint64 id = idOf(u"notes"_s);
    files().open(4711);
    QTRY_VERIFY(!files().notice->text.isEmpty());
    files().copyPath(id);
    QTRY_VERIFY(isDone());
    QVERIFY(files().notice->text.isEmpty());
}

void TestFileActions::newestWish_wins()
{
    const qint64 id = idOf(u"notes"_s);
    files().open(id);
    files().showInFolder(id);
    QTRY_VERIFY(isDone());
    QCOMPARE(m_opened, QList<QUrl>{urlFromPath(m_place->path("root/sub"))});
}

QTEST_MAIN(TestFileActions)
#include "tst_fileactions.moc"
