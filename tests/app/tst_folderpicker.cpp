// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "samplefolder.h"

#include <explore/folderpath.h>
#include <explore/folderpicker.h>

#include <QDir>
#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

class TestFolderPicker : public QObject
{
    Q_OBJECT

private:
    bool isDone() const { return !m_picker->folders->isLoading(); }
    QStringList folders() const { return m_picker->folders->value<QStringList>(); }

    std::unique_ptr<SampleFolder> m_place;
    std::unique_ptr<FolderPicker> m_picker;

private Q_SLOTS:
    void init();
    void url_leadsBackToTheSameBytes_data();
    void url_leadsBackToTheSameBytes();
    void absolutePath_isTidy_data();
    void absolutePath_isTidy();
    void goTo_listsFoldersInOrder();
    void goTo_withoutUrlGoesHome();
    void enter_andUpLeadBack();
    void enter_outsideOfTheRowsDoesNothing();
    void nameThatIsNotUtf8_canBeEntered();
    void goToTyped_knowsHome();
    void missingFolder_isSaid();
    void newerPlace_winsOverTheOneBefore();
};

void TestFolderPicker::init()
{
    m_place = std::make_unique<SampleFolder>();
    for (const char *name : {"beta", "Alpha", ".hidden", "odd \xff"})
        QVERIFY(m_place->addFolder(name));
    QVERIFY(m_place->addFile("file.txt"));
    QVERIFY(m_place->addLink("to-beta", "beta"));
    m_picker = std::make_unique<FolderPicker>();
}

void TestFolderPicker::url_leadsBackToTheSameBytes_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("plain") << QByteArray("/usr/share");
    QTest::newRow("root") << QByteArray("/");
    QTest::newRow("odd characters") << QByteArray("/a b/100%/#?&/\n");
    QTest::newRow("not UTF-8") << QByteArray("/a\xff\xfe/b");
    QTest::newRow("umlaut") << QByteArray("/\xc3\xa4");
}

void TestFolderPicker::url_leadsBackToTheSameBytes()
{
    QFETCH(const QByteArray, path);
    QCOMPARE(pathFromUrl(urlFromPath(path)), path);
    QVERIFY(urlFromPath({}).isEmpty());
    QVERIFY(pathFromUrl(QUrl(u"ftp://host/usr"_s)).isEmpty());
}

void TestFolderPicker::absolutePath_isTidy_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("tidy");
    const QByteArray here = QFile::encodeName(QDir::currentPath());
    QTest::newRow("as it is") << QByteArray("/usr") << QByteArray("/usr");
    QTest::newRow("slash at the end") << QByteArray("/usr//") << QByteArray("/usr");
    QTest::newRow("root") << QByteArray("/") << QByteArray("/");
    QTest::newRow("up") << QByteArray("/usr/share/..") << QByteArray("/usr");
    QTest::newRow("above root") << QByteArray("/../..") << QByteArray("/");
    QTest::newRow("here") << QByteArray(".") << here;
    QTest::newRow("relative") << QByteArray("sub") << QByteArray(here + "/sub");
}

void TestFolderPicker::absolutePath_isTidy()
{
    QFETCH(const QByteArray, path);
    QTEST(absolutePath(path), "tidy");
}

void TestFolderPicker::goTo_listsFoldersInOrder()
{
    m_picker->goTo(urlFromPath(m_place->path()));
    QTRY_COMPARE(folders(), QStringList({u"Alpha"_s, u"beta"_s, u"odd \uFFFD"_s, u"to-beta"_s}));
    QVERIFY(m_picker->folders->isOk());
    QCOMPARE(m_picker->path, QFile::decodeName(m_place->path()));
}

void TestFolderPicker::goTo_withoutUrlGoesHome()
{
    m_picker->goTo({});
    QCOMPARE(m_picker->url(), urlFromPath(absolutePath(QFile::encodeName(QDir::homePath()))));
    QTRY_VERIFY(isDone());
}

void TestFolderPicker::enter_andUpLeadBack()
{
    m_picker->goTo(urlFromPath(m_place->path()));
    QTRY_VERIFY(isDone());
    m_picker->enter(1);
    QCOMPARE(m_picker->url(), urlFromPath(m_place->path("beta")));
    QTRY_VERIFY(isDone());
    QVERIFY(folders().isEmpty());
    m_picker->goUp();
    QTRY_COMPARE(folders().size(), 4);
    QCOMPARE(m_picker->url(), urlFromPath(m_place->path()));
}

void TestFolderPicker::enter_outsideOfTheRowsDoesNothing()
{
    m_picker->goTo(urlFromPath(m_place->path()));
    m_picker->enter(0); // nothing is listed yet
    QTRY_VERIFY(isDone());
    m_picker->enter(-1);
    m_picker->enter(4);
    QCOMPARE(m_picker->url(), urlFromPath(m_place->path()));
}

void TestFolderPicker::nameThatIsNotUtf8_canBeEntered()
{
    m_picker->goTo(urlFromPath(m_place->path()));
    QTRY_VERIFY(isDone());
    m_picker->enter(2);
    QTRY_VERIFY(isDone());
    QVERIFY(m_picker->folders->isOk());
    QCOMPARE(pathFromUrl(m_picker->url()), m_place->path("odd \xff"));
    m_picker->goToTyped(m_picker->path); // accepted as it stands in the field
    QCOMPARE(pathFromUrl(m_picker->url()), m_place->path("odd \xff"));
    QTRY_VERIFY(isDone());
}

void TestFolderPicker::goToTyped_knowsHome()
{
    m_picker->goToTyped(u" ~ "_s);
    QCOMPARE(m_picker->path, QDir::cleanPath(QDir::homePath()));
    m_picker->goToTyped(u"~/x"_s);
    QCOMPARE(m_picker->path, QDir::cleanPath(QDir::homePath() % u"/x"_s));
    QTRY_VERIFY(isDone());
}

void TestFolderPicker::missingFolder_isSaid()
{
    m_picker->goToTyped(m_place->textPath(u"nowhere"_s));
    QTRY_COMPARE(m_picker->folders->failure().message(), u"This folder cannot be read."_s);
    QVERIFY(!m_picker->folders->isOk()); // no folder of the place before can be entered
    m_picker->enter(0);
    QCOMPARE(pathFromUrl(m_picker->url()), m_place->path("nowhere"));
    QVERIFY(m_place->addFolder("nowhere/by now"));
    m_picker->lookAgain();
    QTRY_COMPARE(folders(), QStringList{u"by now"_s});
    m_picker->goUp();
    QTRY_COMPARE(folders().size(), 5);
}

void TestFolderPicker::newerPlace_winsOverTheOneBefore()
{
    m_picker->goTo(urlFromPath(m_place->path()));
    m_picker->goTo(urlFromPath(m_place->path("beta")));
    QTRY_VERIFY(isDone());
    QVERIFY(folders().isEmpty());
}

QTEST_GUILESS_MAIN(TestFolderPicker)
#include "tst_folderpicker.moc"
