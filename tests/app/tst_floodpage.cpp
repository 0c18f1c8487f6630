// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "demowindow.h"

#include <flood/floodmodel.h>

#include <QRegularExpression>
#include <QSignalSpy>

using namespace AsideDemo;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The page Flood in the window of the demo, operated by keys and clicks.
class TestFloodPage : public QObject
{
    Q_OBJECT

private:
    QQuickItem *item(const QString &name) const { return m_demo->item(name); }
    QString text(const QString &name) const { return item(name)->property("text").toString(); }
    QString longest(const QString &chart) const
    {
        return item(chart)->findChild<QQuickItem *>(u"longestStall"_s)->property("text").toString();
    }
    bool isMeasured(const QString &row) const { return item(row)->property("isMeasured").toBool(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const { m_demo->press(key, modifiers); }
    void type(const QString &text) const { m_demo->type(text); }
    void click(const QString &name) const { m_demo->click(item(name)); }
    /// Gives the keyboard to \a target as Tab does, however often that takes.
    void tabTo(const QString &name) const
    {
        for (int i = 0; i < 30 && !item(name)->hasActiveFocus(); ++i)
            press(Qt::Key_Tab);
        QVERIFY2(item(name)->hasActiveFocus(), qPrintable(name));
    }
    void openPage() const { m_demo->openPage(u"floodPage"_s); }
    static void listCut(const QQuickItem &place, QStringList &names);

    std::unique_ptr<DemoWindow> m_demo;
    QQuickWindow *m_window = nullptr;
    FloodModel *m_flood = nullptr;

private Q_SLOTS:
    void init();
    void cleanup() { m_demo.reset(); }

    void page_opensWithTheKeyboardOnStart();
    void start_movesTheMarkAndStopsAtEsc();
    void idle_drawsNothing();
    void doubleClick_startsAndDoesNotStop();
    void way_isChosenByArrowKeys();
    void way_isChosenByAClick();
    void rate_isTyped();
    void rate_thatIsNoneIsToldAndEscTakesThatBack();
    void sliders_areMovedByKeys();
    void figures_ofBothWaysAreComparedUntilReset();
    void guard_saysWhyItStopped();
    void leavingThePage_stopsTheNaiveWay();
    void leavingThePage_letsAsideGoOn();
    void hiddenPage_measuresNoFrames();
    void texts_areNotCut_data();
    void texts_areNotCut();
};

void TestFloodPage::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_demo = std::make_unique<DemoWindow>();
    m_window = &m_demo->window();
    QVERIFY(m_demo->show());
    m_flood = m_window->property("flood").value<FloodModel *>();
    m_flood->setGuard({.waiting = 1000, .time = 1h, .growth = qint64(1) << 40});
    m_flood->changeRate(u"2000"_s);
    openPage();
}

void TestFloodPage::page_opensWithTheKeyboardOnStart()
{
    QVERIFY(item(u"floodButton"_s)->hasActiveFocus());
    QVERIFY(!m_flood->running);
    QCOMPARE(text(u"floodText"_s), u"Nothing is pushed"_s);
    for (const QString &chart : {u"naiveChart"_s, u"asideChart"_s})
        QCOMPARE(longest(chart), QString());
    QVERIFY(!isMeasured(u"naiveRow"_s) && !isMeasured(u"asideRow"_s));
}

void TestFloodPage::start_movesTheMarkAndStopsAtEsc()
{
    const qreal place = item(u"glideMark"_s)->x();
    press(Qt::Key_Return);
    QVERIFY(m_flood->running);
    QTRY_VERIFY(item(u"glideMark"_s)->x() > place + 20);
    QVERIFY(item(u"floodPage"_s)->property("isLive").toBool());
    QCOMPARE(text(u"floodText"_s), u"2 workers queue a call for each update"_s);
    QTRY_VERIFY(text(u"floodButton"_s) == u"Stop"_s);
    press(Qt::Key_Escape);
    QVERIFY(!m_flood->running);
    QCOMPARE(text(u"floodButton"_s), u"Start"_s);
}

void TestFloodPage::idle_drawsNothing()
{
    press(Qt::Key_Return);
    QTRY_VERIFY(m_flood->worker1 > 10);
    press(Qt::Key_Escape);
    QSignalSpy frames(m_window, &QQuickWindow::afterAnimating);
    // What was under way before has been drawn.
    QTRY_VERIFY(!frames.wait(100));
}

void TestFloodPage::doubleClick_startsAndDoesNotStop()
{
    const QQuickItem *const button = item(u"floodButton"_s);
    QTest::mouseDClick(m_window, Qt::LeftButton, Qt::NoModifier,
                       button->mapToScene({button->width() / 2, button->height() / 2}).toPoint());
    QVERIFY(m_flood->running);
}

void TestFloodPage::way_isChosenByArrowKeys()
{
    press(Qt::Key_Backtab);
    press(Qt::Key_Right);
    QCOMPARE(m_flood->way, FloodModel::WithAside);
    press(Qt::Key_Right); // the last one
    QCOMPARE(m_flood->way, FloodModel::WithAside);
    press(Qt::Key_Left);
    QCOMPARE(m_flood->way, FloodModel::Naive);
    press(Qt::Key_Tab); // one stop for all choices
    QVERIFY(item(u"floodButton"_s)->hasActiveFocus());
}

void TestFloodPage::way_isChosenByAClick()
{
    const QQuickItem *const bar = item(u"way"_s);
    QTest::mouseClick(m_window, Qt::LeftButton, Qt::NoModifier, bar->mapToScene({bar->width() - 10, 10}).toPoint());
    QCOMPARE(m_flood->way, FloodModel::WithAside);
    QTest::mouseClick(m_window, Qt::LeftButton, Qt::NoModifier, bar->mapToScene({bar->width() - 10, 10}).toPoint());
    QCOMPARE(m_flood->way, FloodModel::WithAside);
    QTest::mouseClick(m_window, Qt::LeftButton, Qt::NoModifier, bar->mapToScene({10, 10}).toPoint());
    QCOMPARE(m_flood->way, FloodModel::Naive);
}

void TestFloodPage::rate_isTyped()
{
    tabTo(u"rateText"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"500000"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_flood->rate, 500'000);
    QCOMPARE(text(u"rateText"_s), QLocale().toString(500'000));
    QCOMPARE(item(u"rateSlider"_s)->property("value").toInt(), m_flood->rateStep);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"unlimited"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_flood->rate, 0);
}

void TestFloodPage::rate_thatIsNoneIsToldAndEscTakesThatBack()
{
    tabTo(u"rateText"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"plenty"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_flood->rate, 2000);
    QCOMPARE(text(u"rateText"_s), QLocale().toString(2000));
    QVERIFY(item(u"floodProblem"_s)->isVisible());
    QVERIFY(text(u"floodProblem"_s).contains(u"plenty"_s));
    press(Qt::Key_Escape);
    QVERIFY(!item(u"floodProblem"_s)->isVisible());
}

void TestFloodPage::sliders_areMovedByKeys()
{
    tabTo(u"rateSlider"_s);
    press(Qt::Key_Right);
    QCOMPARE(m_flood->rate, 5000);
    press(Qt::Key_End);
    press(Qt::Key_Home);
    tabTo(u"workersSlider"_s);
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    QCOMPARE(m_flood->workers, 4);
    QCOMPARE(text(u"workersText"_s), u"4"_s);
    tabTo(u"knob"_s);
    const double before = item(u"knob"_s)->property("value").toDouble();
    press(Qt::Key_Right);
    QVERIFY(item(u"knob"_s)->property("value").toDouble() > before);
    tabTo(u"tryField"_s);
    type(u"live"_s);
    QCOMPARE(text(u"tryField"_s), u"live"_s);
}

void TestFloodPage::figures_ofBothWaysAreComparedUntilReset()
{
    const QString before = text(u"verdictText"_s);
    click(u"floodButton"_s);
    QTRY_VERIFY(isMeasured(u"naiveRow"_s));
    QVERIFY(!isMeasured(u"asideRow"_s));
    QCOMPARE(text(u"verdictText"_s), before);
    m_flood->chooseWay(FloodModel::WithAside);
    QTRY_VERIFY(isMeasured(u"asideRow"_s));
    click(u"floodButton"_s);
    QVERIFY(!m_flood->running);
    for (const QString &chart : {u"naiveChart"_s, u"asideChart"_s})
        QVERIFY2(longest(chart).endsWith(u" ms"_s), qPrintable(longest(chart)));
    QVERIFY(text(u"verdictText"_s) != before);
    QCOMPARE(item(u"naiveRow"_s)->property("sent").toString(), m_flood->naive->sentText());
    QCOMPARE(item(u"asideRow"_s)->property("arrived").toString(), m_flood->aside->arrivedText());
    click(u"resetFlood"_s);
    QVERIFY(!isMeasured(u"naiveRow"_s) && !isMeasured(u"asideRow"_s));
    QCOMPARE(text(u"verdictText"_s), before);
    QCOMPARE(longest(u"asideChart"_s), QString());
}

void TestFloodPage::guard_saysWhyItStopped()
{
    m_flood->setGuard({.waiting = 1000, .time = 50ms, .growth = qint64(1) << 40});
    press(Qt::Key_Return);
    QTRY_VERIFY(!m_flood->running);
    QVERIFY2(text(u"floodText"_s).startsWith(u"Stopped by itself"_s), qPrintable(text(u"floodText"_s)));
    press(Qt::Key_Escape);
    QCOMPARE(text(u"floodText"_s), u"Nothing is pushed"_s);
}

void TestFloodPage::leavingThePage_stopsTheNaiveWay()
{
    press(Qt::Key_Return);
    QVERIFY(m_flood->running);
    press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(!m_flood->running);
    openPage();
    QVERIFY(text(u"floodText"_s).contains(u"page was left"_s));
}

void TestFloodPage::leavingThePage_letsAsideGoOn()
{
    m_flood->way = FloodModel::WithAside;
    press(Qt::Key_Return);
    press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(m_flood->running);
    QVERIFY(item(u"floodPage"_s)->property("isLive").toBool());
    const double number = m_flood->worker1;
    QTRY_VERIFY(m_flood->worker1 > number + 10);
    openPage();
    press(Qt::Key_Escape);
    QVERIFY(!m_flood->running);
}

void TestFloodPage::hiddenPage_measuresNoFrames()
{
    m_flood->way = FloodModel::WithAside;
    press(Qt::Key_1, Qt::ControlModifier);
    m_flood->start();
    QTRY_VERIFY(m_flood->aside->isMeasured());
    QVERIFY(!isMeasured(u"asideRow"_s));
    m_flood->stop();
    openPage();
    QCOMPARE(longest(u"asideChart"_s), QString());
}

void TestFloodPage::texts_areNotCut_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("small") << QSize(900, 600);
    QTest::newRow("least") << QSize(720, 420);
    QTest::newRow("large") << QSize(2560, 1440);
}

void TestFloodPage::texts_areNotCut()
{
    QFETCH(const QSize, size);
    m_window->resize(size);
    QTRY_COMPARE(m_window->contentItem()->size(), QSizeF(size));
    m_flood->changeRate(u"plenty"_s); // its problem is shown, too
    const auto cut = [this] {
        QStringList names;
        listCut(*item(u"floodPage"_s), names);
        return names.join(u", "_s);
    };
    QTRY_COMPARE(cut(), QString()); // layouts may take another frame
    m_flood->problem = QString();
    m_flood->setGuard({.waiting = 1000, .time = 300ms, .growth = qint64(1) << 40});
    m_flood->start();
    QTRY_VERIFY(!m_flood->running);
    m_flood->chooseWay(FloodModel::WithAside);
    m_flood->start();
    QTRY_VERIFY(isMeasured(u"asideRow"_s));
    m_flood->stop();
    QTRY_COMPARE(cut(), QString());
}

/// The texts of \a place that are seen and do not fit.
void TestFloodPage::listCut(const QQuickItem &place, QStringList &names)
{
    for (const QQuickItem *child : place.childItems()) {
        if (!child->isVisible())
            continue;
        if (child->property("truncated").toBool())
            names.append(child->property("text").toString());
        listCut(*child, names);
    }
}

QTEST_MAIN(TestFloodPage)
#include "tst_floodpage.moc"
