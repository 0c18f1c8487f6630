// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "dashboardcase.h"

#include <QSignalSpy>

using namespace AsideDemo;
using namespace Qt::StringLiterals;
using Aside::AsyncResult;

// What the cards and the head of the page load, and when.
class TestDashboardCards : public DashboardCase
{
    Q_OBJECT

private:
    static QStringList counted()
    {
        return {u"totals"_s, u"years"_s, u"types"_s, u"ages"_s, u"folders"_s, u"files"_s, u"equalSizes"_s, u"catalogueFile"_s};
    }
    AsyncResult result(const QString &key) const { return m_dashboard->property(key.toLatin1().constData()).value<AsyncResult>(); }
    bool isAll(const QStringList &keys, const std::function<bool(const AsyncResult &)> &is) const
    {
        return std::all_of(keys.begin(), keys.end(), [&](const QString &key) { return is(result(key)); });
    }
    double scrolled() const { return item(u"dashboardView"_s)->property("contentY").toDouble(); }
    /// Where the lower edge of what is seen begins to cut the card off.
    bool isSeen(const QString &card) const
    {
        const QQuickItem *const view = item(u"dashboardView"_s);
        const QRectF place = item(card)->mapRectToItem(view, QRectF(QPointF(), item(card)->size()));
        return place.top() >= 0 && place.bottom() <= view->height();
    }
    void openAll()
    {
        m_window->resize(1200, 2400); // all are seen
        open();
        QTRY_VERIFY(isAll(counted(), [](const AsyncResult &result) { return result.isOk(); }));
        QTRY_VERIFY(!m_dashboard->isLoading);
    }

private Q_SLOTS:
    void init() { showPage(); }
    void cleanup() { m_engine.reset(); }
    void change_countsAllAgain();
    void again_loadsEveryCard();
    void again_isStopWhileItLoads();
    void rail_isToldWhileItLoads();
    void field_followsTheFilter();
    void totals_sayWhatTheyAreOf();
    void pageKeys_scroll();
    void card_thatGetsTheFocusIsSeen();
    void picked_withSpaceToo();
    void possibleDuplicates_leadToTheSearch();
    void catalogueFile_isPolled();
    void requests_tellWhatTheyWereWorth();
    void server_isAskedAfterEachRound();
    void site_takesThePlaceOfTheServer();
};

void TestDashboardCards::change_countsAllAgain()
{
    openAll();
    m_dashboard->setGate(std::make_shared<ScanGate>());
    open(); // as after a scan
    QVERIFY(isAll(counted(), [](const AsyncResult &result) { return result.isLoading() && result.isOk(); }));
    m_dashboard->stop();
}

void TestDashboardCards::again_loadsEveryCard()
{
    openAll();
    m_dashboard->setGate(std::make_shared<ScanGate>());
    click(item(u"dashboardAgain"_s));
    QVERIFY(isAll(counted() + QStringList{u"requests"_s, u"check"_s}, [](const AsyncResult &result) { return result.isLoading(); }));
    m_dashboard->stop();
}

void TestDashboardCards::again_isStopWhileItLoads()
{
    openAll();
    m_dashboard->setGate(std::make_shared<ScanGate>());
    QQuickItem *const button = item(u"dashboardAgain"_s);
    QCOMPARE(button->property("text").toString(), u"Load again"_s);
    click(button);
    QCOMPARE(button->property("text").toString(), u"Stop"_s);
    click(button);
    QVERIFY(isAll({u"totals"_s, u"requests"_s}, [](const AsyncResult &result) { return result.isCanceled(); }));
    QVERIFY(!m_dashboard->isLoading);
    QCOMPARE(button->property("text").toString(), u"Load again"_s);
}

void TestDashboardCards::rail_isToldWhileItLoads()
{
    openAll();
    QVERIFY(!m_page->property("isLive").toBool());
    m_dashboard->setGate(std::make_shared<ScanGate>());
    m_dashboard->loadYears();
    QVERIFY(m_page->property("isLive").toBool());
    m_dashboard->stop();
    QVERIFY(!m_page->property("isLive").toBool());
}

void TestDashboardCards::field_followsTheFilter()
{
    openAll();
    QQuickItem *const field = item(u"dashboardFilter"_s);
    field->forceActiveFocus();
    press(Qt::Key_M);
    QCOMPARE(m_dashboard->filter, u"m"_s);
    QVERIFY(QMetaObject::invokeMethod(m_page, "backWanted"));
    QCOMPARE(field->property("text").toString(), QString());
    m_dashboard->filter = u"music"_s;
    QCOMPARE(field->property("text").toString(), u"music"_s);
}

void TestDashboardCards::totals_sayWhatTheyAreOf()
{
    openAll();
    QVERIFY(texts(u"totals"_s).contains(u"In all"_s));
    m_dashboard->filter = u"music"_s;
    QTRY_COMPARE(m_dashboard->words, u"music"_s);
    QVERIFY(texts(u"totals"_s).contains(u"With “music” in name or path"_s));
}

void TestDashboardCards::pageKeys_scroll()
{
    m_window->resize(900, 600);
    open();
    QTRY_VERIFY(hasCounted());
    item(u"dashboardFilter"_s)->forceActiveFocus();
    press(Qt::Key_PageDown);
    const double once = scrolled();
    QVERIFY(once > 100);
    press(Qt::Key_PageDown);
    QVERIFY(scrolled() > once);
    press(Qt::Key_PageUp);
    QCOMPARE(scrolled(), once);
    press(Qt::Key_PageUp);
    press(Qt::Key_PageUp); // no further than the top
    QCOMPARE(scrolled(), 0.0);
}

void TestDashboardCards::card_thatGetsTheFocusIsSeen()
{
    m_window->resize(900, 600);
    open();
    QTRY_VERIFY(hasCounted());
    for (const QString &card : {u"check"_s, u"years"_s, u"catalogueFile"_s, u"totals"_s}) {
        QVERIFY2(!isSeen(card), qPrintable(card));
        item(card + u"Again"_s)->forceActiveFocus(Qt::TabFocusReason);
        QVERIFY2(isSeen(card), qPrintable(card));
    }
}

void TestDashboardCards::picked_withSpaceToo()
{
    openAll();
    marks(u"types"_s).first()->parentItem()->forceActiveFocus(Qt::TabFocusReason);
    QSignalSpy wanted(m_page, SIGNAL(searchWanted(QString)));
    press(Qt::Key_Space);
    QCOMPARE(wanted.value(0).value(0).toString(), u".flac"_s);
}

void TestDashboardCards::possibleDuplicates_leadToTheSearch()
{
    openAll();
    QSignalSpy wanted(m_page, SIGNAL(duplicatesWanted()));
    click(marks(u"equalSizes"_s).first());
    QCOMPARE(wanted.count(), 1);
}

void TestDashboardCards::catalogueFile_isPolled()
{
    QCOMPARE(item(u"catalogueFile"_s)->property("pollInterval").toInt(), 2000); // as its note says
}

void TestDashboardCards::requests_tellWhatTheyWereWorth()
{
    if (!DemoServer::isAvailable())
        QSKIP("built without Qt HTTP Server");
    openAll();
    QTRY_VERIFY(m_dashboard->requests->isOk());
    const auto figures = m_dashboard->requests->value<Figures>();
    QCOMPARE(item(u"requestsSummary"_s)->property("text").toString(), figures.summary);
    for (const QString &text : figures.labels + figures.texts)
        QVERIFY2(texts(u"requests"_s).contains(text), qPrintable(text));
}

void TestDashboardCards::server_isAskedAfterEachRound()
{
    if (!DemoServer::isAvailable())
        QSKIP("built without Qt HTTP Server");
    openAll();
    QTRY_VERIFY(m_dashboard->requests->isOk() && m_dashboard->answered >= 5); // Qt asks again where a connection breaks
    const int before = m_dashboard->answered;
    click(item(u"requestsAgain"_s));
    QTRY_VERIFY(m_dashboard->answered >= before + 5);
    const QStringList read = texts(u"server"_s);
    QCOMPARE(read.value(read.indexOf(u"Requests answered"_s) + 1), QString::number(m_dashboard->answered));
    QCOMPARE(read.value(read.indexOf(u"At most at the same time"_s) + 1), QString::number(m_dashboard->mostAtOnce));
}

void TestDashboardCards::site_takesThePlaceOfTheServer()
{
    m_dashboard->setGate(std::make_shared<ScanGate>());
    m_window->resize(1200, 2400);
    open();
    QCOMPARE(item(u"server"_s)->isVisible(), DemoServer::isAvailable());
    m_dashboard->setSite(QUrl(u"https://example.org/bin"_s));
    QVERIFY(!item(u"server"_s)->isVisible());
    QVERIFY(texts(u"requests"_s).contains(u"When each began and how long it took, in ms, at example.org"_s));
}

QTEST_MAIN(TestDashboardCards)
#include "tst_dashboardcards.moc"
