// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "demowindow.h"

#include <shell/kept.h>
#include <shell/session.h>
#include <shell/windowplace.h>

#include <aside/taskobserver.h>

#include <QGuiApplication>
#include <QPalette>
#include <QScreen>
#include <QSettings>
#include <QTemporaryDir>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

// The window around the pages: settings, and what comes back at the next start.
class TestShell : public QObject
{
    Q_OBJECT

private:
    QColor background() { return m_demo->window().color(); }
    bool isDark() { return background().lightnessF() < 0.5; }
    void openSettings()
    {
        m_demo->press(Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(m_demo->isOpen(u"settingsPopup"_s));
    }
    void start(bool keepsScheme = true)
    {
        m_place.reset();
        m_session.reset();
        m_demo = std::make_unique<DemoWindow>();
        m_place = std::make_unique<WindowPlace>(m_demo->window());
        m_session = std::make_unique<Session>(m_settings->filePath(u"settings.ini"_s));
        keepAll(*m_session, m_demo->window(), *m_place, m_demo->explore(), keepsScheme);
        QVERIFY(m_demo->show());
    }
    void end()
    {
        m_session.reset();
        m_place.reset();
        m_demo.reset();
    }

    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<DemoWindow> m_demo;
    std::unique_ptr<WindowPlace> m_place;
    std::unique_ptr<Session> m_session;

private Q_SLOTS:
    void init();
    void cleanup();
    void scheme_isChosenByClicks();
    void scheme_isChosenByKeys();
    void systemScheme_followsThePalette();
    void lessMotion_stopsTheSpinner();
    void settings_areClosedByEscapeOnly();
    void settings_comeBack();
    void settingsOutOfBounds_areLeft();
    void schemeOfTheCommandLine_isNotKept();
    void window_comesBackInItsPlace();
    void windowOutOfReach_isNotPutThere_data();
    void windowOutOfReach_isNotPutThere();
    void page_comesBackWithTheKeyboard();
    void largestFiles_comeInAtTheTopOfAHiddenPage();
    void recentFolders_areOfferedAndOpen();
    void recentFolders_areForgotten();
    void recentFolders_areOperatedByKeys();
    void recentFolders_areLookedAtWhenTheyShow();
};

void TestShell::init()
{
    m_settings = std::make_unique<QTemporaryDir>();
    start();
}

void TestShell::cleanup()
{
    end();
    QGuiApplication::setPalette(QPalette());
}

void TestShell::scheme_isChosenByClicks()
{
    m_demo->click(m_demo->item(u"settingsButton"_s));
    QTRY_VERIFY(m_demo->isOpen(u"settingsPopup"_s));
    m_demo->click(m_demo->drawn(u"schemeChoice2"_s));
    QVERIFY(isDark());
    m_demo->click(m_demo->drawn(u"schemeChoice1"_s));
    QVERIFY(!isDark());
    QCOMPARE(m_demo->window().property("scheme").toInt(), 1);
}

void TestShell::scheme_isChosenByKeys()
{
    openSettings();
    QVERIFY(m_demo->drawn(u"schemeChoice0"_s)->hasActiveFocus());
    m_demo->press(Qt::Key_Right);
    m_demo->press(Qt::Key_Right);
    QVERIFY(isDark());
    m_demo->press(Qt::Key_Right); // there is no other
    QCOMPARE(m_demo->window().property("scheme").toInt(), 2);
    QVERIFY(m_demo->drawn(u"schemeChoice2"_s)->property("visualFocus").toBool());
    m_demo->press(Qt::Key_Left);
    QVERIFY(!isDark());
}

void TestShell::systemScheme_followsThePalette()
{
    QVERIFY(!isDark());
    QPalette dark;
    dark.setColor(QPalette::Window, QColor(30, 30, 30));
    QGuiApplication::setPalette(dark);
    QTRY_VERIFY(isDark());
    m_demo->window().setProperty("scheme", 1);
    QVERIFY(!isDark()); // whatever the system says
    m_demo->window().setProperty("scheme", 0);
    QVERIFY(isDark());
    QGuiApplication::setPalette(QPalette());
    QTRY_VERIFY(!isDark());
}

void TestShell::lessMotion_stopsTheSpinner()
{
    openSettings();
    m_demo->press(Qt::Key_Tab);
    QVERIFY(m_demo->item(u"motionToggle"_s)->hasActiveFocus());
    m_demo->press(Qt::Key_Space);
    QVERIFY(m_demo->window().property("lessMotion").toBool());
    QVERIFY(!m_demo->window().property("isInMotion").toBool());
    QVERIFY(!m_demo->item(u"tasksScan"_s)->property("animated").toBool()); // as the theme says
    m_demo->press(Qt::Key_Return);
    QVERIFY(m_demo->item(u"tasksScan"_s)->property("animated").toBool());
    QVERIFY(m_demo->window().property("isInMotion").toBool());
    m_demo->window().setProperty("animated", false); // for pictures, whatever is chosen
    QVERIFY(!m_demo->window().property("isInMotion").toBool());
}

void TestShell::settings_areClosedByEscapeOnly()
{
    QVERIFY(m_demo->place().addFile("root/a.txt"));
    QVERIFY(m_demo->openRoot());
    m_demo->explore().filter = u"a"_s;
    openSettings();
    m_demo->press(Qt::Key_Escape);
    QTRY_VERIFY(!m_demo->isOpen(u"settingsPopup"_s));
    QCOMPARE(m_demo->explore().filter, u"a"_s);
}

void TestShell::settings_comeBack()
{
    m_demo->window().setProperty("scheme", 2);
    m_demo->window().setProperty("lessMotion", true);
    m_demo->explore().sortBy(ExploreModel::BySize);
    QVERIFY(m_demo->window().setProperty("detailsWidth", 300));
    end();
    start();
    QVERIFY(isDark());
    QVERIFY(!m_demo->window().property("isInMotion").toBool());
    QCOMPARE(m_demo->explore().sortColumn, ExploreModel::BySize);
    QVERIFY(m_demo->explore().descending);
    QVERIFY(m_demo->place().addFile("root/a.txt"));
    QVERIFY(m_demo->openRoot());
    QTRY_COMPARE(m_demo->item(u"detailsPane"_s)->width(), 300.0);
}

void TestShell::settingsOutOfBounds_areLeft()
{
    end();
    {
        QSettings settings(m_settings->filePath(u"settings.ini"_s), QSettings::IniFormat);
        settings.setValue("window/page", 5);
        settings.setValue("look/scheme", 3);
        settings.setValue("explore/detailsWidth", -1);
        settings.setValue("explore/sortColumn", 3);
    }
    start();
    QCOMPARE(m_demo->window().property("pageCount").toInt(), 5);
    QCOMPARE(m_demo->window().property("page").toInt(), 0);
    QCOMPARE(m_demo->window().property("scheme").toInt(), 0);
    QCOMPARE(m_demo->window().property("detailsWidth").toInt(), 0);
    QCOMPARE(m_demo->explore().sortColumn, ExploreModel::ByName);
}

void TestShell::schemeOfTheCommandLine_isNotKept()
{
    m_demo->window().setProperty("scheme", 2);
    end();
    start(false); // which has chosen another
    QCOMPARE(m_demo->window().property("scheme").toInt(), 0);
    m_demo->window().setProperty("scheme", 1);
    end();
    start();
    QCOMPARE(m_demo->window().property("scheme").toInt(), 2);
}

void TestShell::window_comesBackInItsPlace()
{
    const QRect place(40, 30, 742, 444);
    m_demo->window().setGeometry(place);
    QTRY_COMPARE(m_demo->window().geometry(), place);
    end();
    start();
    QCOMPARE(m_demo->window().size(), place.size());
    // Without a screen, frames of two pixels come and go as they like.
    QVERIFY((m_demo->window().position() - place.topLeft()).manhattanLength() <= 8);
    const QRect kept = m_place->geometry();
    m_demo->window().showMaximized();
    QTRY_VERIFY(m_demo->window().windowStates().testFlag(Qt::WindowMaximized));
    end();
    start();
    QTRY_VERIFY(m_demo->window().windowStates().testFlag(Qt::WindowMaximized));
    QCOMPARE(m_place->geometry(), kept); // where it goes back to
}

void TestShell::windowOutOfReach_isNotPutThere_data()
{
    QTest::addColumn<QRect>("place");
    QTest::addColumn<bool>("isWithin");
    const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
    QTest::newRow("within") << QRect(10, 10, 720, 420) << true;
    QTest::newRow("partly to the left") << QRect(-600, 10, 720, 420) << true;
    QTest::newRow("a sliver") << QRect(-700, 10, 720, 420) << false;
    QTest::newRow("on a screen that is gone") << QRect(screen.right() + 100, 10, 720, 420) << false;
    QTest::newRow("below the screen") << QRect(10, screen.bottom() + 1, 720, 420) << false;
    QTest::newRow("its bar above the screen") << QRect(10, screen.top() - 20, 720, 420) << false;
    QTest::newRow("nothing") << QRect() << false;
}

void TestShell::windowOutOfReach_isNotPutThere()
{
    QFETCH(const QRect, place);
    QTEST(WindowPlace::isWithinReach(place), "isWithin");
}

void TestShell::page_comesBackWithTheKeyboard()
{
    m_demo->press(Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(m_demo->window().property("page").toInt(), 2);
    end();
    start();
    QCOMPARE(m_demo->window().property("page").toInt(), 2);
    QVERIFY(m_demo->item(u"startOne"_s)->isVisible());
    QTRY_VERIFY(m_demo->item(u"startOne"_s)->hasActiveFocus());
}

void TestShell::largestFiles_comeInAtTheTopOfAHiddenPage()
{
    m_demo->press(Qt::Key_2, Qt::ControlModifier);
    for (int i = 0; i < 60; ++i)
        QVERIFY(m_demo->place().addFile("root/" + QByteArray::number(100 + i), QByteArray(10 + i, '.')));
    QVERIFY(m_demo->openRoot());
    QTRY_COMPARE(m_demo->explore().largest()->count(), 60);
    m_demo->press(Qt::Key_1, Qt::ControlModifier);
    QQuickItem *const list = m_demo->item(u"largestList"_s);
    QVERIFY(list->isVisible());
    QTRY_COMPARE(list->property("contentY").toDouble(), list->property("originY").toDouble());
    list->forceActiveFocus(Qt::TabFocusReason);
    QCOMPARE(list->property("currentIndex").toInt(), 0); // the focus shows
}

void TestShell::recentFolders_areOfferedAndOpen()
{
    QTemporaryDir one, two;
    m_demo->explore().recent()->add(QFile::encodeName(one.path()));
    m_demo->explore().recent()->add(QFile::encodeName(two.path()));
    end();
    QVERIFY(two.remove());
    start();
    QQuickItem *const list = m_demo->item(u"recentFoldersView"_s);
    QVERIFY(list->isVisible());
    QCOMPARE(list->property("count").toInt(), 2);
    QTRY_COMPARE(m_demo->explore().recent()->gone->size(), 1);
    m_demo->click(list, {60, 20}); // it is gone
    QVERIFY(m_demo->explore().folder->isEmpty());
    m_demo->click(list, {60, 70});
    QCOMPARE(m_demo->explore().folder, one.path());
    QTRY_VERIFY(!m_demo->explore().task(u"scan"_s)->isRunning());
    QVERIFY(!list->isVisible());
}

void TestShell::recentFolders_areForgotten()
{
    QTemporaryDir one, two;
    m_demo->explore().recent()->add(QFile::encodeName(one.path()));
    m_demo->explore().recent()->add(QFile::encodeName(two.path()));
    QQuickItem *const list = m_demo->item(u"recentFoldersView"_s);
    QTRY_VERIFY(list->isVisible());
    list->forceActiveFocus();
    m_demo->press(Qt::Key_Home);
    m_demo->press(Qt::Key_Delete);
    QCOMPARE(m_demo->explore().recent()->rows()->count(), 1);
    openSettings();
    m_demo->click(m_demo->item(u"forgetFolders"_s));
    QVERIFY(!m_demo->item(u"forgetFolders"_s)->isEnabled());
    QCOMPARE(m_demo->explore().recent()->rows()->count(), 0);
    QVERIFY(!list->isVisible());
    end();
    start();
    QCOMPARE(m_demo->explore().recent()->rows()->count(), 0);
}

void TestShell::recentFolders_areOperatedByKeys()
{
    QTemporaryDir one, two;
    m_demo->explore().recent()->add(QFile::encodeName(one.path()));
    m_demo->explore().recent()->add(QFile::encodeName(two.path()));
    QQuickItem *const list = m_demo->item(u"recentFoldersView"_s);
    QTRY_VERIFY(list->isVisible());
    list->forceActiveFocus();
    m_demo->press(Qt::Key_End);
    m_demo->press(Qt::Key_Return);
    QCOMPARE(m_demo->explore().folder, one.path());
    QVERIFY(Aside::Testing::waitForIdle(m_demo->explore()));
}

void TestShell::recentFolders_areLookedAtWhenTheyShow()
{
    QTemporaryDir one, two;
    m_demo->explore().recent()->add(QFile::encodeName(one.path()));
    m_demo->explore().recent()->add(QFile::encodeName(two.path()));
    QVERIFY(two.remove());
    m_demo->press(Qt::Key_2, Qt::ControlModifier);
    m_demo->press(Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE(m_demo->explore().recent()->gone->size(), 1);
    QQuickItem *const list = m_demo->item(u"recentFoldersView"_s);
    m_demo->click(list, {list->width() - 24, 25}); // its cross
    QCOMPARE(m_demo->explore().recent()->rows()->count(), 1);
    QVERIFY(m_demo->explore().folder->isEmpty());
}

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
