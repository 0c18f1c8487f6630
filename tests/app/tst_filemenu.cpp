// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "demowindow.h"

#include <explore/folderpath.h>

#include <aside/taskobserver.h>

#include <QClipboard>
#include <QGuiApplication>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

// What can be done with a file, from each of the three lists, by mouse and by keyboard.
class TestFileMenu : public QObject
{
    Q_OBJECT

private:
    QQuickItem *list(const QString &name) { return m_demo->item(name); }
    QUrl urlOf(const QByteArray &name) const { return urlFromPath(m_demo->place().path("root/" + name)); }
    void selectFirst()
    {
        list(u"entryList"_s)->forceActiveFocus();
        m_demo->press(Qt::Key_Home);
        QCOMPARE(m_demo->explore().selectedRow, 0);
    }

    std::unique_ptr<DemoWindow> m_demo;
    QList<QUrl> m_opened;

private Q_SLOTS:
    void init();
    void cleanup() { m_demo.reset(); }
    void keys_actOnTheSelectedFile();
    void rightClick_selectsAndOpensTheMenu();
    void rightClick_besideTheFilesOpensNothing();
    void menuKey_opensTheMenuWhereTheFileIs_data();
    void menuKey_opensTheMenuWhereTheFileIs();
    void menu_isOperatedByKeys();
    void escape_closesTheMenuOnly();
    void doubleClick_opensTheFile();
    void largest_actOnTheirOwnRow();
    void rightClick_isForTheRowUnderThePointer();
    void duplicates_actOnFilesAndNotOnGroups();
    void details_haveButtons();
    void gone_isToldInTheWindow();
    void nothingSelected_doesNothing();
    void letter_goesOnWithTheSearch();
};

void TestFileMenu::init()
{
    m_demo = std::make_unique<DemoWindow>();
    m_opened.clear();
    m_demo->explore().files()->setOpener([this](const QUrl &url) {
        m_opened.append(url);
        return true;
    });
    QVERIFY(m_demo->place().addFile("root/a.txt", "the same"));
    QVERIFY(m_demo->place().addFile("root/sub/b.txt", "the same"));
    QVERIFY(m_demo->place().addFile("root/sub/c.txt", "quite another, and longer"));
    QVERIFY(m_demo->show());
    QVERIFY(m_demo->openRoot());
    QGuiApplication::clipboard()->clear();
}

void TestFileMenu::keys_actOnTheSelectedFile()
{
    selectFirst();
    m_demo->press(Qt::Key_Return);
    QTRY_COMPARE(m_opened, QList<QUrl>{urlOf("a.txt")});
    m_demo->press(Qt::Key_Down);
    m_demo->press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_opened, QList<QUrl>({urlOf("a.txt"), urlOf("sub")}));
    m_demo->press(Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QFile::decodeName(m_demo->place().path("root/sub/b.txt")));
    m_demo->press(Qt::Key_Enter, Qt::KeypadModifier);
    QTRY_COMPARE(m_opened.size(), 3);
    QCOMPARE(m_opened.last(), urlOf("sub/b.txt"));
}

void TestFileMenu::rightClick_selectsAndOpensTheMenu()
{
    m_demo->click(list(u"entryList"_s), {60, 48}, Qt::RightButton); // the second row
    QCOMPARE(m_demo->explore().selectedRow, 1);
    QTRY_VERIFY(m_demo->isOpen(u"fileMenu"_s));
    QVERIFY(!m_demo->object(u"fileMenu"_s)->findChild<QQuickItem *>(u"menuDetails"_s)->isVisible()); // they are shown beside it
    m_demo->click(m_demo->drawn(u"menuShowInFolder"_s));
    QTRY_COMPARE(m_opened, QList<QUrl>{urlOf("sub")});
    QTRY_VERIFY(!m_demo->isOpen(u"fileMenu"_s));
    m_demo->click(list(u"entryList"_s), {60, 16}, Qt::RightButton); // and then the first
    QTRY_VERIFY(m_demo->isOpen(u"fileMenu"_s));
    m_demo->click(m_demo->drawn(u"menuOpen"_s));
    QTRY_COMPARE(m_opened, QList<QUrl>({urlOf("sub"), urlOf("a.txt")}));
}

void TestFileMenu::rightClick_besideTheFilesOpensNothing()
{
    m_demo->click(list(u"entryList"_s), {60, 300}, Qt::RightButton);
    QCOMPARE(m_demo->explore().selectedRow, -1);
    QVERIFY(!m_demo->object(u"fileMenu"_s)->property("visible").toBool());
}

void TestFileMenu::menuKey_opensTheMenuWhereTheFileIs_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::newRow("Menu") << Qt::Key_Menu << Qt::KeyboardModifiers(Qt::NoModifier);
    QTest::newRow("Shift+F10") << Qt::Key_F10 << Qt::KeyboardModifiers(Qt::ShiftModifier);
}

void TestFileMenu::menuKey_opensTheMenuWhereTheFileIs()
{
    QFETCH(const Qt::Key, key);
    QFETCH(const Qt::KeyboardModifiers, modifiers);
    selectFirst();
    m_demo->press(Qt::Key_End);
    m_demo->press(key, modifiers);
    QTRY_VERIFY(m_demo->isOpen(u"fileMenu"_s));
    const double below = m_demo->drawn(u"menuOpen"_s)->mapToScene({0, 0}).y();
    const double row = list(u"entryList"_s)->mapToScene({0, 2 * 32}).y();
    QVERIFY2(below >= row + 32 && below < row + 64, qPrintable(QString::number(below - row)));
}

void TestFileMenu::menu_isOperatedByKeys()
{
    selectFirst();
    m_demo->press(Qt::Key_Menu);
    QTRY_VERIFY(m_demo->isOpen(u"fileMenu"_s));
    m_demo->press(Qt::Key_Down); // from the first entry
    m_demo->press(Qt::Key_Down);
    m_demo->press(Qt::Key_Return);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QFile::decodeName(m_demo->place().path("root/a.txt")));
    QTRY_VERIFY(!m_demo->isOpen(u"fileMenu"_s));
    QTRY_VERIFY(list(u"entryList"_s)->hasActiveFocus());
    QVERIFY(m_opened.isEmpty());
}

void TestFileMenu::escape_closesTheMenuOnly()
{
    m_demo->explore().filter = u"txt"_s;
    QTRY_VERIFY(!m_demo->explore().task(u"search"_s)->isRunning());
    selectFirst();
    m_demo->press(Qt::Key_Menu);
    QTRY_VERIFY(m_demo->isOpen(u"fileMenu"_s));
    m_demo->press(Qt::Key_Escape);
    QTRY_VERIFY(!m_demo->isOpen(u"fileMenu"_s));
    QCOMPARE(m_demo->explore().filter, u"txt"_s);
    QCOMPARE(m_demo->explore().selectedRow, 0);
}

void TestFileMenu::doubleClick_opensTheFile()
{
    QQuickItem *const entries = list(u"entryList"_s);
    QTest::mouseDClick(&m_demo->window(), Qt::LeftButton, Qt::NoModifier, entries->mapToScene({60, 16}).toPoint());
    QTRY_COMPARE(m_opened, QList<QUrl>{urlOf("a.txt")});
}

void TestFileMenu::largest_actOnTheirOwnRow()
{
    QTRY_COMPARE(m_demo->explore().largest()->count(), 3);
    QQuickItem *const largest = list(u"largestList"_s);
    largest->forceActiveFocus();
    m_demo->press(Qt::Key_Home);
    m_demo->press(Qt::Key_Return);
    QTRY_COMPARE(m_opened, QList<QUrl>{urlOf("sub/c.txt")});
    QCOMPARE(m_demo->explore().selectedId, 0);

    m_demo->click(largest, {60, 20}, Qt::RightButton);
    QTRY_VERIFY(m_demo->isOpen(u"largestMenu"_s));
    m_demo->click(m_demo->drawn(u"menuDetails"_s));
    QTRY_COMPARE(m_demo->explore().selectedId, m_demo->explore().largestId(0));
}

void TestFileMenu::rightClick_isForTheRowUnderThePointer()
{
    QTRY_COMPARE(m_demo->explore().largest()->count(), 3);
    QQuickItem *const largest = list(u"largestList"_s);
    largest->forceActiveFocus();
    QCOMPARE(largest->property("currentIndex").toInt(), 0);
    const auto *const first = largest->property("currentItem").value<QQuickItem *>();
    m_demo->click(largest, {60, 2.5 * first->height()}, Qt::RightButton);
    QTRY_VERIFY(m_demo->isOpen(u"largestMenu"_s));
    QCOMPARE(largest->property("currentIndex").toInt(), 2);
    m_demo->click(m_demo->drawn(u"menuDetails"_s));
    QTRY_COMPARE(m_demo->explore().selectedId, m_demo->explore().largestId(2));
}

void TestFileMenu::duplicates_actOnFilesAndNotOnGroups()
{
    m_demo->press(Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(m_demo->explore().duplicates()->groups()->count(), 3);
    QTRY_VERIFY(!m_demo->explore().duplicates()->task(u"duplicates"_s)->isRunning());
    QQuickItem *const duplicates = list(u"duplicateList"_s);
    m_demo->press(Qt::Key_Return); // nothing is selected
    m_demo->click(duplicates, {60, 10}, Qt::RightButton); // the group
    QVERIFY(!m_demo->object(u"duplicateMenu"_s)->property("visible").toBool());
    m_demo->press(Qt::Key_Down);
    m_demo->press(Qt::Key_Return);
    QTRY_COMPARE(m_opened, QList<QUrl>{urlOf("a.txt")});
    m_demo->click(duplicates, {60, 36 + 32 + 16}, Qt::RightButton);
    QTRY_VERIFY(m_demo->isOpen(u"duplicateMenu"_s));
    m_demo->press(Qt::Key_Return);
    QTRY_COMPARE(m_opened, QList<QUrl>({urlOf("a.txt"), urlOf("sub/b.txt")}));
}

void TestFileMenu::details_haveButtons()
{
    selectFirst();
    QTRY_VERIFY(!m_demo->explore().details->isEmpty());
    m_demo->click(m_demo->item(u"openFile"_s));
    QTRY_COMPARE(m_opened, QList<QUrl>{urlOf("a.txt")});
    m_demo->click(m_demo->item(u"showFileInFolder"_s));
    QTRY_COMPARE(m_opened.last(), urlFromPath(m_demo->place().path("root")));
    m_demo->click(m_demo->item(u"copyFilePath"_s));
    QTRY_VERIFY(QGuiApplication::clipboard()->text().endsWith("/root/a.txt"_L1));
}

void TestFileMenu::gone_isToldInTheWindow()
{
    QQuickItem *const notice = m_demo->item(u"fileNotice"_s);
    QVERIFY(!notice->isVisible());
    QVERIFY(m_demo->place().remove("root/a.txt"));
    selectFirst();
    m_demo->press(Qt::Key_Return);
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(m_opened.isEmpty());
}

void TestFileMenu::nothingSelected_doesNothing()
{
    list(u"entryList"_s)->forceActiveFocus();
    m_demo->press(Qt::Key_Return);
    m_demo->press(Qt::Key_C, Qt::ControlModifier);
    m_demo->press(Qt::Key_Menu);
    QVERIFY(!m_demo->explore().files()->task(u"find"_s)->isRunning());
    QVERIFY(!m_demo->object(u"fileMenu"_s)->property("visible").toBool());
}

void TestFileMenu::letter_goesOnWithTheSearch()
{
    selectFirst();
    m_demo->type(u"b."_s);
    QCOMPARE(m_demo->explore().filter, u"b."_s);
    QVERIFY(m_demo->item(u"searchField"_s)->hasActiveFocus());
    m_demo->press(Qt::Key_Down);
    QTRY_VERIFY(list(u"entryList"_s)->hasActiveFocus());
    m_demo->press(Qt::Key_T, Qt::AltModifier); // writes nothing
    QCOMPARE(m_demo->explore().filter, u"b."_s);
    m_demo->type(u"t"_s);
    QCOMPARE(m_demo->explore().filter, u"b.t"_s);
    QTRY_COMPARE(m_demo->explore().entries()->count(), 1);
}

QTEST_MAIN(TestFileMenu)
#include "tst_filemenu.moc"
