// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "demowindow.h"

#include <background/backgroundmodel.h>

#include <aside/taskobserver.h>

#include <QRegularExpression>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

// The page Tasks, operated in the window of the demo.
class TestTasksPage : public QObject
{
    Q_OBJECT

private:
    QQuickItem *item(const QString &name) const { return m_demo->item(name); }
    BackgroundModel &background() const { return *m_demo->window().property("counter").value<BackgroundModel *>(); }
    ExploreModel &explore() const { return m_demo->explore(); }
    QQuickItem *inspector() const { return item(u"taskInspector"_s); }
    int rows() const { return item(u"taskTable"_s)->property("count").toInt(); }
    int live() const { return inspector()->property("liveCount").toInt(); }
    QObject *bar(int row) const
    {
        QQuickItem *found = nullptr;
        QMetaObject::invokeMethod(item(u"bars"_s), "itemAt", Q_RETURN_ARG(QQuickItem *, found), Q_ARG(int, row));
        return found;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const { m_demo->press(key, modifiers); }
    void click(const QString &name) const
    {
        QVERIFY2(item(name)->isVisible(), qPrintable(name));
        m_demo->click(item(name));
    }
    void openPage() const { m_demo->openPage(u"tasksPage"_s); }
    void openFolder()
    {
        QVERIFY(m_demo->place().addFile("root/notes.txt"));
        QVERIFY(m_demo->openRoot());
    }

    std::unique_ptr<DemoWindow> m_demo;

private Q_SLOTS:
    void init();
    void cleanup();

    void idleProgram_saysHowToSeeSomething();
    void scan_isStartedAndSeen();
    void searchAsYouType_supersedes();
    void counters_areSeenAndCanceledByKeyboard();
    void counters_areCanceledByMouse();
    void counters_areStopped();
    void esc_endsThePause();
    void esc_letsGoOfTheBarFirst();
    void barsOfBothLanes_areClicked();
    void otherPage_isNotWatched();
};

void TestTasksPage::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_demo = std::make_unique<DemoWindow>();
    QVERIFY(m_demo->show());
    background().setPace(std::chrono::hours(1)); // who counts goes on
}

void TestTasksPage::cleanup()
{
    background().stopAll();
    QTRY_COMPARE(background().running, 0);
    m_demo.reset();
}

void TestTasksPage::idleProgram_saysHowToSeeSomething()
{
    openPage();
    QVERIFY(item(u"noTasks"_s)->isVisible());
    QVERIFY(!item(u"taskChart"_s)->isVisible());
    QVERIFY(!item(u"tasksScan"_s)->isEnabled()); // there is no folder
    click(u"tasksCount"_s);
    QTRY_COMPARE(live(), 20);
    QVERIFY(!item(u"noTasks"_s)->isVisible());
    QVERIFY(item(u"taskChart"_s)->isVisible());
}

void TestTasksPage::scan_isStartedAndSeen()
{
    openFolder();
    openPage();
    click(u"tasksScan"_s);
    QTRY_VERIFY(rows() > 0 && live() == 0 && !explore().task(u"scan"_s)->isRunning());
    QCOMPARE(explore().task(u"scan"_s)->outcome(), Aside::Outcome::Ok);
    bool isSeen = false;
    for (int row = 0; row < item(u"bars"_s)->property("count").toInt(); ++row)
        isSeen |= bar(row)->property("name") == u"scan"_s;
    QVERIFY(isSeen);
}

void TestTasksPage::searchAsYouType_supersedes()
{
    openFolder();
    openPage();
    click(u"tasksSearch"_s);
    QTest::keyClick(&m_demo->window(), 'n');
    QCOMPARE(explore().filter, u"n"_s);
    explore().filter = u"no"_s; // as fast as nobody types
    explore().filter = u"not"_s;
    QTRY_VERIFY(explore().hits.value() && explore().hits.value()->query.text == u"not"_s && live() == 0);
    QVERIFY(item(u"tasksSearch"_s)->hasActiveFocus());
    click(u"chooseCanceled"_s);
    QVERIFY(rows() >= 1);
    bool hasHeir = false;
    for (int row = 0; row < item(u"bars"_s)->property("count").toInt(); ++row)
        hasHeir |= bar(row)->property("outcome").toInt() == int(Aside::Outcome::Superseded) && bar(row)->property("heirTrack").toInt() >= 0;
    QVERIFY(hasHeir);
}

void TestTasksPage::counters_areSeenAndCanceledByKeyboard()
{
    openPage();
    click(u"tasksCount"_s);
    QTRY_COMPARE(rows(), 20);
    item(u"taskTable"_s)->forceActiveFocus(Qt::TabFocusReason);
    press(Qt::Key_Down);
    press(Qt::Key_Delete);
    QTRY_COMPARE(background().running, 19);
    QTRY_COMPARE(live(), 19);
    QCOMPARE(rows(), 20);
    click(u"chooseCanceled"_s);
    QCOMPARE(rows(), 1);
}

void TestTasksPage::counters_areCanceledByMouse()
{
    openPage();
    background().start(3);
    QTRY_COMPARE(rows(), 3);
    QQuickItem *row = nullptr;
    QTRY_VERIFY(QMetaObject::invokeMethod(item(u"taskTable"_s), "itemAtIndex", Q_RETURN_ARG(QQuickItem *, row), Q_ARG(int, 1)) && row);
    m_demo->click(row, {row->width() - 24, row->height() / 2});
    QTRY_COMPARE(background().running, 2);
}

void TestTasksPage::counters_areStopped()
{
    openPage();
    QVERIFY(!item(u"tasksStopCounting"_s)->isEnabled());
    background().start(2);
    QTRY_COMPARE(rows(), 2);
    click(u"tasksStopCounting"_s);
    QTRY_COMPARE(live(), 0);
    QVERIFY(!item(u"tasksStopCounting"_s)->isEnabled());
}

void TestTasksPage::esc_endsThePause()
{
    openPage();
    background().start(1);
    QTRY_COMPARE(rows(), 1);
    click(u"pause"_s);
    QVERIFY(inspector()->property("paused").toBool());
    background().start(1);
    QTRY_COMPARE(background().running, 2);
    QCOMPARE(rows(), 1);
    press(Qt::Key_Escape);
    QVERIFY(!inspector()->property("paused").toBool());
    QTRY_COMPARE(rows(), 2);
}

void TestTasksPage::esc_letsGoOfTheBarFirst()
{
    openPage();
    background().start(1);
    QTRY_COMPARE(rows(), 1);
    item(u"taskChart"_s)->forceActiveFocus(Qt::TabFocusReason);
    press(Qt::Key_Space);
    press(Qt::Key_Home);
    QVERIFY(bar(0)->property("isCurrent").toBool());
    press(Qt::Key_Escape);
    QVERIFY(!bar(0)->property("isCurrent").toBool());
    QVERIFY(inspector()->property("paused").toBool());
    press(Qt::Key_Escape);
    QVERIFY(!inspector()->property("paused").toBool());
}

void TestTasksPage::barsOfBothLanes_areClicked()
{
    openFolder();
    openPage();
    background().start(1);
    explore().files()->open(4711); // reads: in the other lane
    QTRY_COMPARE(rows(), 2);
    QTRY_COMPARE(live(), 1);
    click(u"pause"_s); // or they move on
    for (int row : {0, 1}) {
        auto *const one = qobject_cast<QQuickItem *>(bar(row));
        m_demo->click(one);
        QVERIFY2(one->property("isCurrent").toBool(), qPrintable(one->property("name").toString()));
    }
    QVERIFY(bar(0)->property("lane") != bar(1)->property("lane"));
}

void TestTasksPage::otherPage_isNotWatched()
{
    background().start(2);
    QTRY_COMPARE(background().running, 2);
    QCOMPARE(rows(), 0);
    QVERIFY(!inspector()->property("isWatching").toBool());
    openPage();
    QTRY_COMPARE(rows(), 2);
    press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(!inspector()->property("moves").toBool());
    QCOMPARE(rows(), 0);
}

QTEST_MAIN(TestTasksPage)
#include "tst_taskspage.moc"
