// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "dashboardsample.h"

#include <dashboard/dashboardmodel.h>

#include <aside/taskregistry.h>
#include <aside/testing.h>

#include <QSignalSpy>
#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestDashboardModel : public QObject
{
    Q_OBJECT

private:
    static Figures figures(const Aside::AsyncResult &result) { return result.value<Figures>(); }
    void open(const QString &folder) const { m_dashboard->open(m_sample->catalogue(), QUrl(folder)); }
    void loadAll() const
    {
        m_dashboard->loadTotals();
        m_dashboard->loadTypes();
        m_dashboard->loadAges();
        m_dashboard->loadYears();
        m_dashboard->loadFiles();
        m_dashboard->loadFolders();
        m_dashboard->loadEqualSizes();
        m_dashboard->loadCatalogueFile();
    }
    QList<Aside::AsyncResult> all() const
    {
        return {m_dashboard->totals, m_dashboard->types, m_dashboard->ages, m_dashboard->years,
                m_dashboard->files, m_dashboard->folders, m_dashboard->equalSizes, m_dashboard->catalogueFile};
    }
    bool isAll(Aside::AsyncResult::Status status) const
    {
        const auto results = all();
        return std::all_of(results.begin(), results.end(), [=](const auto &result) { return result.status() == status; });
    }

    std::unique_ptr<DashboardSample> m_sample;
    std::unique_ptr<DashboardModel> m_dashboard;

private Q_SLOTS:
    void init();
    void cleanup() { m_dashboard.reset(); }
    void figures_loadSideBySide();
    void figures_areOfTheFolder();
    void words_followOnceTypingPauses();
    void emptiedFilter_countsAtOnce();
    void wordsTakenBack_neverArrive_data();
    void wordsTakenBack_neverArrive();
    void anotherFolder_startsFromNothing();
    void anotherFolder_endsTheLoadsOfTheOldOne();
    void anotherFolder_forgetsWhatWasBeingTyped();
    void sameFolder_keepsItsFigures();
    void stop_endsWhatLoadsAndKeepsTheOldFigures();
    void stop_endsTheRequestsAndTheCheck();
    void progress_isTold();
    void supersededLoad_neverLands();
    void damagedCatalogue_failsEach();
    void check_failsOnceOnPurpose();
    void destroyedWhileLoading_leavesNothingBehind();
};

void TestDashboardModel::init()
{
    m_sample = std::make_unique<DashboardSample>();
    m_sample->addAll();
    m_dashboard = std::make_unique<DashboardModel>();
    open(u"file:///r"_s);
}

void TestDashboardModel::figures_loadSideBySide()
{
    const auto gate = std::make_shared<ScanGate>();
    m_dashboard->setGate(gate);
    loadAll();
    QVERIFY(isAll(Aside::AsyncResult::Status::Loading));
    QVERIFY(m_dashboard->isLoading);
    gate->open();
    QTRY_VERIFY(isAll(Aside::AsyncResult::Status::Ok));
    QVERIFY(!m_dashboard->isLoading);
}

void TestDashboardModel::figures_areOfTheFolder()
{
    loadAll();
    QTRY_VERIFY(isAll(Aside::AsyncResult::Status::Ok));
    QCOMPARE(m_dashboard->folder, u"/r"_s);
    QCOMPARE(figures(m_dashboard->totals).texts.first(), u"9"_s);
    QCOMPARE(figures(m_dashboard->types).labels.first(), u".flac"_s);
    QCOMPARE(figures(m_dashboard->ages).count(), 9);
    QVERIFY(figures(m_dashboard->years).count() > 10);
    QCOMPARE(figures(m_dashboard->files).labels.first(), u"a.flac"_s);
    QCOMPARE(figures(m_dashboard->folders).labels.first(), u"music"_s);
    QCOMPARE(figures(m_dashboard->equalSizes).count(), 2);
    QCOMPARE(figures(m_dashboard->catalogueFile).texts.first(), u"11"_s);
}

void TestDashboardModel::words_followOnceTypingPauses()
{
    Aside::Testing::ManualScheduler scheduler;
    const int before = m_dashboard->revision;
    QSignalSpy revisions(m_dashboard.get(), &DashboardModel::revisionChanged);
    m_dashboard->filter = u"mu"_s;
    scheduler.advance(100ms);
    m_dashboard->filter = u"music"_s;
    scheduler.advance(100ms);
    QCOMPARE(m_dashboard->words, QString());
    scheduler.advance(100ms);
    QCOMPARE(m_dashboard->words, u"music"_s);
    QCOMPARE(m_dashboard->revision, before + 1);
    QCOMPARE(revisions.count(), 1);
    m_dashboard->loadTotals();
    scheduler.runAll();
    QCOMPARE(figures(m_dashboard->totals).texts.first(), u"4"_s);
}

void TestDashboardModel::emptiedFilter_countsAtOnce()
{
    Aside::Testing::ManualScheduler scheduler;
    m_dashboard->filter = u"music"_s;
    scheduler.advance(1s);
    m_dashboard->filter = QString();
    scheduler.runAll(); // and no time passes
    QCOMPARE(m_dashboard->words, QString());
}

void TestDashboardModel::wordsTakenBack_neverArrive_data()
{
    QTest::addColumn<QString>("before");
    QTest::newRow("to nothing") << QString();
    QTest::newRow("to what counts") << u"music"_s;
}

void TestDashboardModel::wordsTakenBack_neverArrive()
{
    QFETCH(const QString, before);
    Aside::Testing::ManualScheduler scheduler;
    m_dashboard->filter = before;
    scheduler.advance(1s);
    m_dashboard->filter = before + u"x"_s;
    scheduler.advance(100ms);
    m_dashboard->filter = before;
    scheduler.advance(1s);
    QCOMPARE(m_dashboard->words, before);
}

void TestDashboardModel::anotherFolder_startsFromNothing()
{
    loadAll();
    m_dashboard->filter = u"music"_s;
    QTRY_VERIFY(isAll(Aside::AsyncResult::Status::Ok));
    QTRY_COMPARE(m_dashboard->words, u"music"_s);
    open(u"file:///other"_s);
    QVERIFY(isAll(Aside::AsyncResult::Status::NeverAsked));
    QCOMPARE(m_dashboard->filter, QString());
    QCOMPARE(m_dashboard->words, QString());
    m_dashboard->loadTotals();
    QTRY_COMPARE(figures(m_dashboard->totals).texts.value(0), u"1"_s);
}

void TestDashboardModel::anotherFolder_endsTheLoadsOfTheOldOne()
{
    const auto gate = std::make_shared<ScanGate>();
    m_dashboard->setGate(gate);
    loadAll();
    m_dashboard->loadCheck();
    open(u"file:///other"_s);
    gate->open();
    QVERIFY(Aside::Testing::waitForIdle(*m_dashboard));
    QVERIFY(isAll(Aside::AsyncResult::Status::NeverAsked));
    QCOMPARE(m_dashboard->check->status(), Aside::AsyncResult::Status::NeverAsked);
}

void TestDashboardModel::anotherFolder_forgetsWhatWasBeingTyped()
{
    Aside::Testing::ManualScheduler scheduler;
    m_dashboard->filter = u"mus"_s;
    open(u"file:///other"_s);
    scheduler.advance(1s);
    QCOMPARE(m_dashboard->filter, QString());
    QCOMPARE(m_dashboard->words, QString());
}

void TestDashboardModel::sameFolder_keepsItsFigures()
{
    m_dashboard->loadTotals();
    QTRY_VERIFY(m_dashboard->totals->isOk());
    const int before = m_dashboard->revision;
    m_sample->add("late", {DashboardSample::file("late", 1)});
    open(u"file:///r"_s); // as after a scan
    QCOMPARE(m_dashboard->revision, before + 1);
    QVERIFY(m_dashboard->totals->isOk());
    m_dashboard->loadTotals();
    QCOMPARE(m_dashboard->totals->status(), Aside::AsyncResult::Status::Refreshing);
    QTRY_COMPARE(figures(m_dashboard->totals).texts.first(), u"10"_s);
}

void TestDashboardModel::stop_endsWhatLoadsAndKeepsTheOldFigures()
{
    m_dashboard->loadTotals();
    QTRY_VERIFY(m_dashboard->totals->isOk());
    m_dashboard->setGate(std::make_shared<ScanGate>());
    m_dashboard->loadTotals();
    m_dashboard->loadTypes();
    m_dashboard->stop();
    QVERIFY(m_dashboard->totals->isCanceled() && m_dashboard->totals->isOk());
    QVERIFY(m_dashboard->types->isCanceled() && !m_dashboard->types->isOk());
    QVERIFY(!m_dashboard->isLoading);
    QVERIFY(Aside::Testing::waitForIdle(*m_dashboard)); // though the gate stays shut
}

void TestDashboardModel::stop_endsTheRequestsAndTheCheck()
{
    m_dashboard->setGate(std::make_shared<ScanGate>());
    m_dashboard->loadRequests();
    QVERIFY(m_dashboard->isLoading);
    m_dashboard->stop();
    QVERIFY(m_dashboard->requests->isCanceled());
    QVERIFY(!m_dashboard->isLoading);
    m_dashboard->loadCheck();
    QVERIFY(m_dashboard->isLoading);
    m_dashboard->stop();
    QVERIFY(m_dashboard->check->isCanceled());
    QVERIFY(!m_dashboard->isLoading);
}

void TestDashboardModel::progress_isTold()
{
    double last = -1;
    connect(&Aside::TaskRegistry::instance(), &Aside::TaskRegistry::ended, m_dashboard.get(),
            [&](const QList<Aside::TaskInfo> &tasks) { last = tasks.constLast().progress; });
    m_dashboard->loadTotals();
    QTRY_COMPARE(last, 1.0);
}

void TestDashboardModel::supersededLoad_neverLands()
{
    const auto gate = std::make_shared<ScanGate>();
    m_dashboard->setGate(gate);
    m_dashboard->loadTotals();
    m_dashboard->setGate(nullptr);
    open(u"file:///other"_s);
    m_dashboard->loadTotals();
    gate->open();
    QTRY_VERIFY(m_dashboard->totals->isOk());
    QVERIFY(Aside::Testing::waitForIdle(*m_dashboard));
    QCOMPARE(figures(m_dashboard->totals).texts.first(), u"1"_s);
}

void TestDashboardModel::damagedCatalogue_failsEach()
{
    QFile file(m_sample->textPath(u"damaged"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no catalogue, and long enough to be seen as something else\n") > 0);
    file.close();
    m_dashboard->open(file.fileName(), QUrl(u"file:///r"_s));
    loadAll();
    QTRY_VERIFY(isAll(Aside::AsyncResult::Status::Failed));
    QVERIFY(m_dashboard->types->failure().message().contains(u"is damaged"_s));
    open(u"file:///r"_s);
    m_dashboard->loadTypes();
    QTRY_VERIFY(m_dashboard->types->isOk());
    QVERIFY(!m_dashboard->types->hasFailed());
}

void TestDashboardModel::check_failsOnceOnPurpose()
{
    m_dashboard->loadCheck();
    QTRY_VERIFY(m_dashboard->check->hasFailed());
    QVERIFY(m_dashboard->check->failure().message().contains(u"on purpose"_s));
    m_dashboard->loadCheck();
    QTRY_VERIFY(m_dashboard->check->isOk());
    m_dashboard->loadCheck();
    QTRY_VERIFY(!m_dashboard->check->isLoading());
    QVERIFY(!m_dashboard->check->hasFailed());
}

void TestDashboardModel::destroyedWhileLoading_leavesNothingBehind()
{
    const auto gate = std::make_shared<ScanGate>();
    m_dashboard->setGate(gate);
    loadAll();
    m_dashboard.reset();
    QTRY_COMPARE(gate.use_count(), 1);
}

QTEST_GUILESS_MAIN(TestDashboardModel)
#include "tst_dashboardmodel.moc"
