// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "samplefolder.h"

#include <background/backgroundmodel.h>
#include <explore/exploremodel.h>
#include <theme/iconprovider.h>

#include <QAccessible>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

namespace {

// What a page costs: one entry.
const QByteArray ThreePages = R"(
import QtQuick
import QtQuick.Layouts
import AsideDemo

Window {
    id: root

    property alias rail: rail
    property alias pages: pages

    width: 400
    height: 300

    PageRail {
        id: rail
        height: parent.height
        pages: pages
    }
    StackLayout {
        id: pages
        x: rail.width
        width: 200
        height: 200

        RailPage { title: "Tides"; iconName: "folder"; focus: true; TextInput { objectName: "in1"; focus: true; activeFocusOnTab: true } }
        RailPage { title: "Moons"; iconName: "layers"; TextInput { objectName: "in2"; focus: true; activeFocusOnTab: true } }
        RailPage { title: "Winds"; iconName: "copies"; TextInput { objectName: "in3"; focus: true; activeFocusOnTab: true } }
    }
}
)";

} // namespace

// The rail of pages by itself with three pages, and in the window of the demo.
class TestPageRail : public QObject
{
    Q_OBJECT

private:
    QQuickItem *item(const QString &name) const
    {
        QQuickItem *const found = m_window->findChild<QQuickItem *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
    QQuickItem *button(int page) const { return buttonOf(m_window->contentItem(), page); }
    static QQuickItem *buttonOf(QQuickItem *place, int page);
    int current() const { return m_window->property("pages").value<QObject *>()->property("currentIndex").toInt(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(m_window, key, modifiers);
    }
    void show(QObject *root)
    {
        m_window = qobject_cast<QQuickWindow *>(root);
        QVERIFY(m_window);
        m_window->show();
        m_window->requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
    }
    void showThree()
    {
        m_engine->loadData(ThreePages);
        show(m_engine->rootObjects().value(0));
    }
    void showDemo()
    {
        m_engine->load(QUrl(u"qrc:/qt/qml/AsideDemo/shell/Main.qml"_s));
        show(m_engine->rootObjects().value(0));
    }
    ExploreModel *openFolder() const
    {
        auto *const explore = m_window->property("explore").value<ExploreModel *>();
        explore->setCatalogue(m_place.textPath(u"c.sqlite"_s));
        explore->open(m_place.path());
        return explore;
    }

    const SampleFolder m_place;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void init();
    void cleanup() { m_engine.reset(); }

    void shortcut_opensItsPageAndGivesItTheKeyboard();
    void click_opensItsPage();
    void arrows_goOnFromTheCurrentPageAndStopAtTheEnds();
    void tab_comesToTheCurrentPageOnly();
    void buttons_areNamedForAllWhoAsk();
    void liveDot_isShownWhileSomethingGoesOn();
    void page_keepsItsKeyboardFocus();
    void demo_keepsTheSearchOfExplore();
    void demo_keepsThePlaceInTheListOfInstances();
    void demo_escGoesBackInThePageThatIsShown();
};

QQuickItem *TestPageRail::buttonOf(QQuickItem *place, int page)
{
    // Delegates are no QObject children of the window.
    const auto children = place->childItems();
    for (QQuickItem *child : children) {
        if (child->objectName() == u"page%1"_s.arg(page))
            return child;
        if (QQuickItem *const found = buttonOf(child, page))
            return found;
    }
    return nullptr;
}

void TestPageRail::init()
{
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(u":/qt/qml"_s);
    m_engine->addImageProvider(u"icons"_s, new IconProvider);
}

void TestPageRail::shortcut_opensItsPageAndGivesItTheKeyboard()
{
    showThree();
    QCOMPARE(current(), 0);
    for (const int page : {3, 1, 2}) {
        press(Qt::Key(Qt::Key_0 + page), Qt::ControlModifier);
        QCOMPARE(current(), page - 1);
        QVERIFY(item(u"in%1"_s.arg(page))->hasActiveFocus());
        QVERIFY(item(u"in%1"_s.arg(page))->isVisible());
        QVERIFY(!item(u"in%1"_s.arg(page % 3 + 1))->isVisible());
    }
    press(Qt::Key_4, Qt::ControlModifier); // there is none
    QCOMPARE(current(), 1);
}

void TestPageRail::click_opensItsPage()
{
    showThree();
    QQuickItem *const third = button(3);
    const QPoint centre = third->mapToScene({third->width() / 2, third->height() / 2}).toPoint();
    QTest::mouseClick(m_window, Qt::LeftButton, Qt::NoModifier, centre);
    QCOMPARE(current(), 2);
    QVERIFY(button(3)->property("checked").toBool());
    QVERIFY(!button(1)->property("checked").toBool());
    QTest::mouseClick(m_window, Qt::LeftButton, Qt::NoModifier, centre); // it is shown already
    QCOMPARE(current(), 2);
    QVERIFY(button(3)->property("checked").toBool());
}

void TestPageRail::arrows_goOnFromTheCurrentPageAndStopAtTheEnds()
{
    showThree();
    button(1)->forceActiveFocus(Qt::TabFocusReason);
    const QList<std::pair<Qt::Key, int>> steps{{Qt::Key_Up, 1}, {Qt::Key_Down, 2}, {Qt::Key_Down, 3},
                                               {Qt::Key_Down, 3}, {Qt::Key_Up, 2}, {Qt::Key_Home, 1},
                                               {Qt::Key_End, 3}};
    for (const auto &[key, page] : steps) {
        press(key);
        QCOMPARE(current(), page - 1);
        QVERIFY(button(page)->hasActiveFocus());
        QVERIFY(button(page)->property("visualFocus").toBool());
    }
}

void TestPageRail::tab_comesToTheCurrentPageOnly()
{
    showThree();
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_Backtab);
    QVERIFY(item(u"settingsButton"_s)->hasActiveFocus());
    press(Qt::Key_Backtab);
    QVERIFY(button(2)->hasActiveFocus());
    press(Qt::Key_Tab);
    press(Qt::Key_Tab);
    QVERIFY(item(u"in2"_s)->hasActiveFocus());
    press(Qt::Key_Tab);
    QVERIFY(button(2)->hasActiveFocus());
}

void TestPageRail::buttons_areNamedForAllWhoAsk()
{
    showThree();
    const QStringList names{u"Tides"_s, u"Moons"_s, u"Winds"_s};
    press(Qt::Key_2, Qt::ControlModifier);
    for (int page : {1, 2, 3}) {
        QAccessibleInterface *const told = QAccessible::queryAccessibleInterface(button(page));
        QVERIFY(told);
        QCOMPARE(told->text(QAccessible::Name), names.at(page - 1));
        QCOMPARE(told->role(), QAccessible::PageTab);
        QCOMPARE(bool(told->state().selected), page == 2);
    }
    QAccessibleInterface *const rail
        = QAccessible::queryAccessibleInterface(m_window->property("rail").value<QQuickItem *>());
    QCOMPARE(rail->role(), QAccessible::PageTabList);
    QVERIFY(!rail->text(QAccessible::Name).isEmpty());
}

void TestPageRail::liveDot_isShownWhileSomethingGoesOn()
{
    showThree();
    QQuickItem *const page = item(u"in2"_s)->parentItem();
    QVERIFY(!button(2)->property("isLive").toBool());
    page->setProperty("isLive", true);
    QVERIFY(button(2)->property("isLive").toBool());
    QVERIFY(!button(1)->property("isLive").toBool());
}

void TestPageRail::page_keepsItsKeyboardFocus()
{
    showDemo();
    press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(item(u"startOne"_s)->hasActiveFocus());
    press(Qt::Key_Tab);
    QVERIFY(item(u"startMany"_s)->hasActiveFocus());
    press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(!item(u"startMany"_s)->hasActiveFocus());
    press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(item(u"startMany"_s)->hasActiveFocus());
}

void TestPageRail::demo_keepsTheSearchOfExplore()
{
    showDemo();
    ExploreModel *const explore = openFolder();
    press(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClick(m_window, 'n');
    QCOMPARE(explore->filter, u"n"_s);
    press(Qt::Key_3, Qt::ControlModifier);
    press(Qt::Key_1, Qt::ControlModifier);
    QTest::keyClick(m_window, 'o');
    QCOMPARE(explore->filter, u"no"_s);
    press(Qt::Key_3, Qt::ControlModifier);
    press(Qt::Key_F, Qt::ControlModifier); // from any page
    QTest::keyClick(m_window, 't');
    QCOMPARE(explore->filter, u"t"_s); // it selects what is there
}

void TestPageRail::demo_keepsThePlaceInTheListOfInstances()
{
    showDemo();
    auto *const background = m_window->property("counter").value<BackgroundModel *>();
    background->setPace(std::chrono::hours(1)); // the rows are there, and stay as they are
    background->start(100);
    press(Qt::Key_3, Qt::ControlModifier);
    QQuickItem *const list = item(u"instanceList"_s);
    QTRY_VERIFY(list->property("contentHeight").toDouble() > 2000);
    list->setProperty("currentIndex", 40);
    list->setProperty("contentY", 1000);
    press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(!list->isVisible());
    press(Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(list->property("contentY").toDouble(), 1000);
    QCOMPARE(list->property("currentIndex").toInt(), 40);
    background->stopAll();
    QTRY_COMPARE(background->running, 0);
}

void TestPageRail::demo_escGoesBackInThePageThatIsShown()
{
    showDemo();
    auto *const background = m_window->property("counter").value<BackgroundModel *>();
    ExploreModel *const explore = openFolder();
    background->setPace(std::chrono::hours(1));
    background->start(2);
    press(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClick(m_window, 'n');
    press(Qt::Key_Escape);
    QCOMPARE(explore->filter, QString());
    QCOMPARE(background->running, 2);
    explore->filter = u"kept"_s;
    press(Qt::Key_3, Qt::ControlModifier);
    press(Qt::Key_Escape);
    QTRY_COMPARE(background->running, 0);
    QCOMPARE(explore->filter, u"kept"_s);
}

QTEST_MAIN(TestPageRail)
#include "tst_pagerail.moc"
