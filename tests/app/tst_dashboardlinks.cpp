// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "demowindow.h"

#include <dashboard/dashboardmodel.h>
#include <explore/folderpath.h>

#include <aside/taskobserver.h>

#include <QMimeData>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

// How the pages of the window hang together: what the dashboard counts, and where it leads.
class TestDashboardLinks : public QObject
{
    Q_OBJECT

private:
    DashboardModel &dashboard() const { return *m_demo->window().property("dashboard").value<DashboardModel *>(); }
    ExploreModel &explore() const { return m_demo->explore(); }
    int page() const { return m_demo->window().property("page").toInt(); }
    Figures totals() const { return dashboard().totals->value<Figures>(); }
    void showDashboard()
    {
        m_demo->window().resize(1200, 2400); // all cards are seen
        m_demo->press(Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(dashboard().totals->isOk() && dashboard().types->isOk() && dashboard().files->isOk() && dashboard().equalSizes->isOk());
        QTRY_VERIFY(!dashboard().isLoading);
    }
    /// The bar of that name in a card.
    QQuickItem *mark(const QString &card, const QString &label) const
    {
        QList<QQuickItem *> places{m_demo->drawn(card)};
        for (qsizetype i = 0; i < places.size(); ++i) {
            if (places.at(i)->objectName() == "mark"_L1 && places.at(i)->property("label").toString().contains(label))
                return places.at(i);
            places.append(places.at(i)->childItems());
        }
        qFatal("no bar is called %s", qPrintable(label));
    }
    QQuickItem *button(const QString &text) const
    {
        QList<QQuickItem *> places{m_demo->window().contentItem()};
        for (qsizetype i = 0; i < places.size(); ++i) {
            if (places.at(i)->inherits("QQuickButton") && places.at(i)->isVisible() && places.at(i)->property("text") == text)
                return places.at(i);
            places.append(places.at(i)->childItems());
        }
        qFatal("no button is called %s", qPrintable(text));
    }
    bool drop(const QUrl &url)
    {
        QMimeData data;
        data.setUrls({url});
        QDragEnterEvent entered({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_demo->window(), &entered);
        QDropEvent dropped({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        return QCoreApplication::sendEvent(&m_demo->window(), &dropped);
    }

    std::unique_ptr<DemoWindow> m_demo;

private Q_SLOTS:
    void init();
    void cleanup() { m_demo.reset(); }
    void folder_isCountedAtOnce();
    void scan_isCountedWhenItEnds();
    void withoutAFolder_oneIsChosen();
    void bar_leadsToItsFiles();
    void file_leadsToItsDetails();
    void possibleDuplicates_leadToTheSearch();
    void droppedFolder_opensInExplore();
    void f5_scansInExploreOnly();
    void title_namesTheFolder();
};

void TestDashboardLinks::init()
{
    m_demo = std::make_unique<DemoWindow>();
    QVERIFY(m_demo->place().addFile("root/a.txt", "the same"));
    QVERIFY(m_demo->place().addFile("root/sub/b.txt", "the same"));
    QVERIFY(m_demo->place().addFile("root/sub/c.png", "quite another, and longer"));
    QVERIFY(m_demo->show());
}

void TestDashboardLinks::folder_isCountedAtOnce()
{
    const auto gate = std::make_shared<ScanGate>();
    explore().setScanGate(gate);
    explore().open(m_demo->place().path("root"));
    QCOMPARE(dashboard().folder, explore().folder);
    QVERIFY(!dashboard().folder->isEmpty());
    gate->open();
    QVERIFY(Aside::Testing::waitForIdle(explore()));
}

void TestDashboardLinks::scan_isCountedWhenItEnds()
{
    QVERIFY(m_demo->openRoot());
    showDashboard();
    QCOMPARE(totals().texts.value(0), u"3"_s);
    QVERIFY(m_demo->place().addFile("root/d.txt"));
    explore().rescan();
    QTRY_COMPARE(totals().texts.value(0), u"4"_s);
}

void TestDashboardLinks::withoutAFolder_oneIsChosen()
{
    m_demo->press(Qt::Key_2, Qt::ControlModifier);
    m_demo->click(button(u"Choose a folder…"_s));
    QTRY_VERIFY(m_demo->isOpen(u"folderChooser"_s));
}

void TestDashboardLinks::bar_leadsToItsFiles()
{
    QVERIFY(m_demo->openRoot());
    explore().duplicates()->open();
    showDashboard();
    m_demo->click(mark(u"types"_s, u".png"_s));
    QCOMPARE(page(), 0);
    QCOMPARE(explore().filter, u".png"_s);
    QVERIFY(m_demo->item(u"entryList"_s)->isVisible()); // and not the duplicates
    QTRY_COMPARE(explore().entries()->count(), 1);
}

void TestDashboardLinks::file_leadsToItsDetails()
{
    QVERIFY(m_demo->openRoot());
    explore().filter = u"a.txt"_s;
    explore().duplicates()->open();
    showDashboard();
    m_demo->click(mark(u"files"_s, u"c.png"_s));
    QCOMPARE(page(), 0);
    QTRY_COMPARE(m_demo->item(u"detailsName"_s)->property("text").toString(), u"c.png"_s);
    QVERIFY(m_demo->item(u"entryList"_s)->isVisible());
    QTRY_COMPARE(explore().entries()->count(), 3);
    QTRY_VERIFY(explore().selectedRow >= 0); // the list shows it, too
}

void TestDashboardLinks::possibleDuplicates_leadToTheSearch()
{
    QVERIFY(m_demo->openRoot());
    showDashboard();
    m_demo->click(mark(u"equalSizes"_s, u"2 "_s));
    QCOMPARE(page(), 0);
    QVERIFY(m_demo->item(u"duplicateList"_s)->isVisible());
    QTRY_COMPARE(explore().duplicates()->groups()->count(), 3);
}

void TestDashboardLinks::droppedFolder_opensInExplore()
{
    m_demo->press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(drop(urlFromPath(m_demo->place().path("root"))));
    QCOMPARE(page(), 0);
    QCOMPARE(explore().folderUrl(), urlFromPath(m_demo->place().path("root")));
    QVERIFY(Aside::Testing::waitForIdle(explore()));
}

void TestDashboardLinks::f5_scansInExploreOnly()
{
    QVERIFY(m_demo->openRoot());
    const auto gate = std::make_shared<ScanGate>(); // or it is over before anybody looks
    explore().setScanGate(gate);
    m_demo->press(Qt::Key_2, Qt::ControlModifier);
    m_demo->press(Qt::Key_F5);
    QVERIFY(!explore().task(u"scan"_s)->isRunning());
    m_demo->press(Qt::Key_1, Qt::ControlModifier);
    m_demo->press(Qt::Key_F5);
    QVERIFY(explore().task(u"scan"_s)->isRunning());
    gate->open();
    QVERIFY(Aside::Testing::waitForIdle(explore()));
}

void TestDashboardLinks::title_namesTheFolder()
{
    QCOMPARE(m_demo->window().title(), u"Aside"_s);
    QVERIFY(m_demo->openRoot());
    QCOMPARE(m_demo->window().title(), u"%1 – Aside"_s.arg(explore().folder.value()));
}

QTEST_MAIN(TestDashboardLinks)
#include "tst_dashboardlinks.moc"
