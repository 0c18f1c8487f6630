// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include <shell/cursorrest.h>

#include <QFocusEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyleHints>
#include <QTest>
#include <QWindow>

using namespace AsideDemo;
using namespace std::chrono_literals;

class TestCursorRest : public QObject
{
    Q_OBJECT

private:
    static int flashTime() { return QGuiApplication::styleHints()->cursorFlashTime(); }

private Q_SLOTS:
    void cursors_blinkAndThenRest();
    void whateverIsDone_letsThemBlinkAgain_data();
    void whateverIsDone_letsThemBlinkAgain();
    void end_leavesThemToTheSystem();
};

void TestCursorRest::cursors_blinkAndThenRest()
{
    const int usual = flashTime();
    QVERIFY(usual > 0);
    QWindow window;
    const CursorRest rest(window, 1ms);
    QCOMPARE(flashTime(), usual);
    QTRY_COMPARE(flashTime(), 0);
}

void TestCursorRest::whateverIsDone_letsThemBlinkAgain_data()
{
    QTest::addColumn<std::shared_ptr<QEvent>>("event");
    QTest::newRow("key") << std::shared_ptr<QEvent>(new QKeyEvent(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier));
    QTest::newRow("click") << std::shared_ptr<QEvent>(new QMouseEvent(QEvent::MouseButtonPress, {}, {}, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier));
    QTest::newRow("focus") << std::shared_ptr<QEvent>(new QFocusEvent(QEvent::FocusIn));
}

void TestCursorRest::whateverIsDone_letsThemBlinkAgain()
{
    QFETCH(const std::shared_ptr<QEvent>, event);
    const int usual = flashTime();
    QWindow window;
    const CursorRest rest(window, 1ms);
    QTRY_COMPARE(flashTime(), 0);
    QCoreApplication::sendEvent(&window, event.get());
    QCOMPARE(flashTime(), usual);
    QTRY_COMPARE(flashTime(), 0);
}

void TestCursorRest::end_leavesThemToTheSystem()
{
    const int usual = flashTime();
    QWindow window;
    {
        const CursorRest rest(window, 1ms);
        QTRY_COMPARE(flashTime(), 0);
    }
    QCOMPARE(flashTime(), usual);
}

QTEST_MAIN(TestCursorRest)
#include "tst_cursorrest.moc"
