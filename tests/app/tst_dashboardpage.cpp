// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "dashboardcase.h"

#include <QAccessible>
#include <QSignalSpy>

using namespace AsideDemo;
using namespace Qt::StringLiterals;
using Aside::AsyncResult;

// What the page does.
class TestDashboardPage : public DashboardCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void init() { showPage(); }
    void cleanup() { m_engine.reset(); }

    void withoutAFolder_offersToChooseOne();
    void hiddenPage_loadsNothing();
    void cards_loadOnceTheyAreSeen();
    void bars_tellTheirFigures();
    void keys_goFromBarToBar();
    void pointer_showsTheTip();
    void pickedBar_leadsToItsFiles();
    void pickedFile_leadsToIt();
    void check_failsUntilItIsTriedAgain();
    void filter_recountsWhatIsSeen();
    void filterWithoutHits_saysThatThereIsNothing();
    void catalogueFile_isLookedAtAgainAndAgain();
    void escape_emptiesTheFilterThenStops();
    void damagedCatalogue_isToldInTheCards();
    void cards_fillEachRow_data();
    void cards_fillEachRow();
    void noText_isCut_data();
    void noText_isCut();
};

void TestDashboardPage::withoutAFolder_offersToChooseOne()
{
    QVERIFY(!item(u"dashboardFilter"_s)->isVisible());
    QCOMPARE(statusOf(m_dashboard->totals), AsyncResult::Status::NeverAsked);
    QSignalSpy wanted(m_page, SIGNAL(folderWanted()));
    QList<QQuickItem *> buttons;
    collect(m_window->contentItem(), buttons, "QQuickButton");
    QCOMPARE(buttons.size(), 1);
    click(buttons.first());
    QCOMPARE(wanted.count(), 1);
}

void TestDashboardPage::hiddenPage_loadsNothing()
{
    m_page->setProperty("visible", false);
    open();
    QCoreApplication::processEvents();
    QCOMPARE(statusOf(m_dashboard->totals), AsyncResult::Status::NeverAsked);
    m_page->setProperty("visible", true);
    QTRY_COMPARE(statusOf(m_dashboard->totals), AsyncResult::Status::Ok);
}

void TestDashboardPage::cards_loadOnceTheyAreSeen()
{
    m_window->resize(900, 600);
    open();
    QTRY_VERIFY(hasCounted());
    QCOMPARE(statusOf(m_dashboard->check), AsyncResult::Status::NeverAsked);
    QCOMPARE(statusOf(m_dashboard->equalSizes), AsyncResult::Status::NeverAsked);
    press(Qt::Key_End, Qt::ControlModifier);
    item(u"types"_s)->forceActiveFocus();
    press(Qt::Key_End, Qt::ControlModifier);
    QTRY_VERIFY(m_dashboard->check->hasFailed());
    QTRY_COMPARE(statusOf(m_dashboard->catalogueFile), AsyncResult::Status::Ok);
}

void TestDashboardPage::bars_tellTheirFigures()
{
    open();
    QTRY_VERIFY(hasCounted());
    const QList<QQuickItem *> bars = marks(u"types"_s);
    QCOMPARE(bars.size(), 7);
    QAccessibleInterface *const told = QAccessible::queryAccessibleInterface(bars.first());
    QVERIFY(told);
    QCOMPARE(told->text(QAccessible::Name), u".flac: 4.0 kB, 2 files"_s);
    QAccessibleInterface *const chart = QAccessible::queryAccessibleInterface(bars.first()->parentItem());
    QVERIFY(chart);
    QCOMPARE(chart->role(), QAccessible::Chart);
    QCOMPARE(chart->text(QAccessible::Name), u"Bytes by type"_s);
    QVERIFY(chart->text(QAccessible::Description).contains(u"7.0 kB"_s));
}

void TestDashboardPage::keys_goFromBarToBar()
{
    open();
    QTRY_VERIFY(hasCounted());
    QQuickItem *const chart = marks(u"types"_s).first()->parentItem();
    QVERIFY(!item(u"tipLabel"_s, u"types"_s)->isVisible());
    chart->forceActiveFocus(Qt::TabFocusReason);
    const auto tip = [this] { return item(u"tipLabel"_s, u"types"_s)->property("text").toString(); };
    QVERIFY(item(u"tipLabel"_s, u"types"_s)->isVisible());
    QCOMPARE(tip(), u".flac"_s);
    press(Qt::Key_Up); // there is none before
    QCOMPARE(tip(), u".flac"_s);
    press(Qt::Key_Down);
    QCOMPARE(tip(), u".png"_s);
    press(Qt::Key_End);
    QCOMPARE(tip(), u"no ending"_s);
    press(Qt::Key_Down);
    QCOMPARE(tip(), u"no ending"_s);
    press(Qt::Key_Home);
    QSignalSpy wanted(m_page, SIGNAL(searchWanted(QString)));
    press(Qt::Key_Return);
    QCOMPARE(wanted.value(0).value(0).toString(), u".flac"_s);
    press(Qt::Key_End);
    press(Qt::Key_Return); // leads nowhere
    QCOMPARE(wanted.count(), 1);
}

void TestDashboardPage::pointer_showsTheTip()
{
    open();
    QTRY_VERIFY(hasCounted());
    const QQuickItem *second = marks(u"ages"_s).at(1);
    QTest::mouseMove(m_window, second->mapToScene({second->width() / 2, second->height() / 2}).toPoint());
    QTRY_VERIFY(item(u"tipLabel"_s, u"ages"_s)->isVisible());
    QCOMPARE(item(u"tipLabel"_s, u"ages"_s)->property("text").toString(), u"1 to 7 days"_s);
    QTest::mouseMove(m_window, {2, 2});
    QTRY_VERIFY(!item(u"tipLabel"_s, u"ages"_s)->isVisible());
}

void TestDashboardPage::pickedBar_leadsToItsFiles()
{
    open();
    QTRY_VERIFY(hasCounted());
    QSignalSpy wanted(m_page, SIGNAL(searchWanted(QString)));
    click(marks(u"folders"_s).first());
    QCOMPARE(wanted.value(0).value(0).toString(), u"music/"_s);
}

void TestDashboardPage::pickedFile_leadsToIt()
{
    open();
    QTRY_VERIFY(hasCounted());
    QSignalSpy wanted(m_page, SIGNAL(entryWanted(double)));
    click(marks(u"files"_s).at(1));
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toDouble(), m_dashboard->files->value<Figures>().ids.at(1));
}

void TestDashboardPage::check_failsUntilItIsTriedAgain()
{
    m_window->resize(1200, 2400); // all are seen
    open();
    QTRY_VERIFY(m_dashboard->check->hasFailed());
    QTRY_VERIFY(item(u"action"_s, u"check"_s));
    item(u"action"_s, u"check"_s)->forceActiveFocus();
    press(Qt::Key_Space);
    QTRY_COMPARE(statusOf(m_dashboard->check), AsyncResult::Status::Ok);
}

void TestDashboardPage::filter_recountsWhatIsSeen()
{
    open();
    QTRY_VERIFY(hasCounted());
    item(u"dashboardFilter"_s)->forceActiveFocus();
    for (const char letter : QByteArray("music"))
        QTest::keyClick(m_window, letter);
    QTRY_COMPARE(m_dashboard->totals->value<Figures>().texts.value(0), u"4"_s);
    QTRY_VERIFY(hasCounted());
    QCOMPARE(m_dashboard->types->value<Figures>().labels, QStringList({u".flac"_s, u".mp3"_s, u".txt"_s}));
    QTRY_COMPARE(marks(u"types"_s).size(), 3);
}

void TestDashboardPage::filterWithoutHits_saysThatThereIsNothing()
{
    open();
    QTRY_VERIFY(hasCounted());
    QTRY_VERIFY(!marks(u"years"_s).isEmpty());
    m_dashboard->filter = u"nowhere"_s;
    QTRY_COMPARE(m_dashboard->words, u"nowhere"_s);
    QTRY_VERIFY(hasCounted());
    for (const QString &card : {u"years"_s, u"types"_s, u"ages"_s})
        QTRY_VERIFY2(marks(card).isEmpty() && item(u"nothing"_s, card), qPrintable(card));
}

void TestDashboardPage::catalogueFile_isLookedAtAgainAndAgain()
{
    m_window->resize(1200, 2400);
    item(u"catalogueFile"_s)->setProperty("pollInterval", 20);
    open();
    QTRY_COMPARE(m_dashboard->catalogueFile->value<Figures>().texts.value(0), u"11"_s);
    m_sample->add("late", {DashboardSample::file("late", 1)});
    QTRY_COMPARE(m_dashboard->catalogueFile->value<Figures>().texts.value(0), u"12"_s);
}

void TestDashboardPage::escape_emptiesTheFilterThenStops()
{
    open();
    QTRY_VERIFY(hasCounted());
    m_dashboard->filter = u"music"_s;
    QTRY_COMPARE(m_dashboard->words, u"music"_s);
    QVERIFY(QMetaObject::invokeMethod(m_page, "backWanted"));
    QCOMPARE(m_dashboard->filter, QString());
    QTRY_VERIFY(m_dashboard->words->isEmpty() && hasCounted());
    m_dashboard->setGate(std::make_shared<ScanGate>());
    click(item(u"dashboardAgain"_s));
    QTRY_COMPARE(statusOf(m_dashboard->totals), AsyncResult::Status::Refreshing);
    QVERIFY(QMetaObject::invokeMethod(m_page, "backWanted"));
    QVERIFY(m_dashboard->totals->isCanceled());
    QVERIFY(!marks(u"types"_s).isEmpty()); // the old figures
}

void TestDashboardPage::damagedCatalogue_isToldInTheCards()
{
    QFile file(m_sample->textPath(u"damaged"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no catalogue, and long enough to be seen as something else\n") > 0);
    file.close();
    m_dashboard->open(file.fileName(), QUrl(u"file:///r"_s));
    QTRY_VERIFY(m_dashboard->types->hasFailed());
    QTRY_VERIFY(item(u"action"_s, u"types"_s));
    QVERIFY(file.remove());
    m_sample->addAll(); // elsewhere: this one is made anew, and is empty
    click(item(u"action"_s, u"types"_s));
    QTRY_VERIFY(m_dashboard->types->isOk());
}

void TestDashboardPage::cards_fillEachRow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("smallest") << QSize(640, 420);
    QTest::newRow("small") << QSize(820, 600);
    QTest::newRow("usual") << QSize(1100, 760);
    QTest::newRow("large") << QSize(1840, 1080);
    QTest::newRow("4K") << QSize(3760, 2160);
}

void TestDashboardPage::cards_fillEachRow()
{
    QFETCH(const QSize, size);
    m_window->resize(size);
    open();
    QTRY_COMPARE(int(qobject_cast<QQuickItem *>(m_page)->width()), size.width());
    QQuickItem *const grid = item(u"totals"_s)->parentItem();
    QTRY_VERIFY(qAbs(grid->width() - (size.width() - 32)) < 1);
    grid->ensurePolished();
    QMap<int, qreal> filled; // by row
    QMap<int, QSet<int>> heights;
    const auto cards = grid->childItems();
    for (const QQuickItem *card : cards) {
        if (!card->isVisible() || card->width() == 0)
            continue;
        filled[int(card->y())] += card->width() + 12;
        heights[int(card->y())].insert(int(card->height()));
    }
    QVERIFY(filled.size() > 2);
    const bool isComplete = m_dashboard->hasServer;
    for (auto row = filled.cbegin(); row != filled.cend(); ++row) {
        QVERIFY(row.value() - 12 <= grid->width());
        if (isComplete || row.key() != filled.lastKey())
            QVERIFY2(row.value() - 12 > grid->width() - 12, qPrintable(QString::number(row.key())));
        QCOMPARE(heights.value(row.key()).size(), 1);
    }
}

void TestDashboardPage::noText_isCut_data()
{
    cards_fillEachRow_data();
}

void TestDashboardPage::noText_isCut()
{
    QFETCH(const QSize, size);
    m_window->resize(size.width(), 4000); // all are seen
    open();
    QTRY_VERIFY(hasCounted());
    QTRY_VERIFY(m_dashboard->check->hasFailed() && m_dashboard->equalSizes->isOk() && m_dashboard->catalogueFile->isOk());
    QList<QQuickItem *> texts;
    collect(m_window->contentItem(), texts, "QQuickText");
    QVERIFY(texts.size() > 60);
    for (const QQuickItem *text : texts) {
        const bool isName = text->property("elide").toInt() == Qt::ElideMiddle;
        QVERIFY2(isName || !text->property("truncated").toBool(), qPrintable(text->property("text").toString()));
    }
}

QTEST_MAIN(TestDashboardPage)
#include "tst_dashboardpage.moc"
