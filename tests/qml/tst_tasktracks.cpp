// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "tasktracks.h"

#include <aside/taskcontext.h>
#include <aside/testing.h>
#include <aside/viewmodel.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <optional>
#include <stdexcept>

using namespace Aside;
using namespace Aside::Qml;
using namespace Aside::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double Always = 1e12; // ms

Assigns nothing()
{
    return {};
}

Assigns fail()
{
    throw std::runtime_error(std::string(1000, 'x'));
}

} // namespace

/// Where runs lie on a timeline. Nothing runs but where a test lets it.
class TestTaskTracks : public QObject
{
    Q_OBJECT

private:
    QVariant get(int row, TaskTracks::Role role) const { return m_tracks->data(m_tracks->index(row), role); }
    int rowOf(const QString &name) const
    {
        for (int row = m_tracks->count() - 1; row >= 0; --row) {
            if (get(row, TaskTracks::NameRole) == name)
                return row;
        }
        return -1;
    }
    int trackOf(const QString &name) const { return get(rowOf(name), TaskTracks::TrackRole).toInt(); }
    int outcomeOf(const QString &name) const { return get(rowOf(name), TaskTracks::OutcomeRole).toInt(); }
    /// The row of the last bar that stands for many.
    int crowdRow() const
    {
        for (int row = m_tracks->count() - 1; row >= 0; --row) {
            if (get(row, TaskTracks::TaskIdRole).toInt() == 0)
                return row;
        }
        return -1;
    }
    int total(TaskTracks::Role role) const
    {
        int sum = 0;
        for (int row = 0; row < m_tracks->count(); ++row)
            sum += get(row, role).toInt();
        return sum;
    }
    void start(const QStringList &names, const TaskOptions &options = {})
    {
        const int before = m_list->liveCount();
        for (const QString &name : names)
            m_vm->assignAsync(name, &nothing, options);
        QTRY_COMPARE(m_list->liveCount(), before + int(names.size()));
    }
    void cancel(const QString &name)
    {
        const int before = m_list->liveCount();
        m_vm->cancelAsync(name);
        QTRY_COMPARE(m_list->liveCount(), before - 1);
    }
    void finish()
    {
        m_scheduler->runAll();
        QTRY_COMPARE(m_list->liveCount(), 0);
    }

    std::optional<ManualScheduler> m_scheduler;
    std::optional<ViewModel> m_vm;
    std::optional<TaskListModel> m_list;
    std::optional<TaskTracks> m_tracks;
    std::optional<QAbstractItemModelTester> m_tester;

private Q_SLOTS:
    void init();
    void cleanup();

    void runs_lieOnTheFirstFreeTrackOfTheirLane();
    void track_isFreeOnceItsRunHasEnded_data();
    void track_isFreeOnceItsRunHasEnded();
    void bars_areInTheOrderOfTheirStart();
    void moments_followEachOther();
    void failure_isCut();
    void superseded_pointsToTheTrackOfItsHeir();
    void canceled_hasNoHeir();
    void heir_isOfTheSameViewModel();
    void runsOfBefore_areThere();
    void runningBeforeAnybodyLooked_hasBegun();
    void landing_beginsWhereTheRunReturned();
    void surplus_isOneBarWithItsNumbers();
    void surplus_countsHowItEnded();
    void surplus_keepsItsPeak();
    void surplus_ofAnotherTimeIsAnotherBar();
    void flood_makesFewBarsAndLosesNoRun();
    void capacity_dropsTheOldestThatHaveEndedAndSaysSo();
    void horizon_dropsWhatEndedBefore();
    void inactiveList_takesTheLiveAlong();
    void fewerTracks_makeASurplus();
    void at_findsTheNearestBar();
    void beside_goesFromTrackToTrack();
    void surplus_isFoundBelowTheTracks();
    void surplus_movesWithTheNumberOfTracks();
};

void TestTaskTracks::init()
{
    m_scheduler.emplace();
    m_vm.emplace();
    m_vm->setObjectName(u"harbour"_s);
    m_list.emplace();
    m_list->setActive(true);
    m_tracks.emplace();
    m_tester.emplace(&*m_tracks, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_tracks->setRuns(&*m_list);
    m_tracks->setResolution(Always);
}

void TestTaskTracks::cleanup()
{
    m_tester.reset();
    m_tracks.reset();
    m_list.reset();
    m_vm.reset();
    m_scheduler.reset();
}

void TestTaskTracks::runs_lieOnTheFirstFreeTrackOfTheirLane()
{
    start({u"a"_s, u"b"_s, u"c"_s});
    start({u"read"_s, u"write"_s}, {.lane = Lane::Io});
    for (const auto &[name, lane, track] : {std::tuple(u"a"_s, 0, 0), {u"b"_s, 0, 1}, {u"c"_s, 0, 2}, {u"read"_s, 1, 0}, {u"write"_s, 1, 1}}) {
        QCOMPARE(get(rowOf(name), TaskTracks::LaneRole).toInt(), lane);
        QCOMPARE(trackOf(name), track);
        QCOMPARE(get(rowOf(name), TaskTracks::ViewModelRole).toString(), u"harbour"_s);
        QCOMPARE(get(rowOf(name), TaskTracks::RunsRole).toInt(), 1);
    }
}

void TestTaskTracks::track_isFreeOnceItsRunHasEnded_data()
{
    QTest::addColumn<double>("resolution");
    QTest::addColumn<int>("track");
    QTest::newRow("at once") << 0.0 << 0;
    QTest::newRow("not while their marks would touch") << Always << 2;
}

void TestTaskTracks::track_isFreeOnceItsRunHasEnded()
{
    QFETCH(double, resolution);
    m_tracks->setResolution(resolution);
    start({u"a"_s, u"b"_s});
    cancel(u"a"_s);
    start({u"c"_s});
    QTEST(trackOf(u"c"_s), "track");
    QCOMPARE(trackOf(u"b"_s), 1);
}

void TestTaskTracks::bars_areInTheOrderOfTheirStart()
{
    start({u"a"_s, u"b"_s});
    start({u"io"_s}, {.lane = Lane::Io});
    start({u"c"_s});
    cancel(u"b"_s);
    QStringList names;
    for (int row = 0; row < m_tracks->count(); ++row) {
        names += get(row, TaskTracks::NameRole).toString();
        const double key = get(row, TaskTracks::KeyRole).toDouble();
        QCOMPARE(key, double(m_list->at(row).task.id));
        QCOMPARE(m_tracks->rowOf(key), row);
    }
    QCOMPARE(names, QStringList({u"a"_s, u"b"_s, u"io"_s, u"c"_s}));
    QCOMPARE(m_tracks->rowOf(0), -1);
}

void TestTaskTracks::moments_followEachOther()
{
    start({u"a"_s, u"b"_s});
    QCOMPARE(get(0, TaskTracks::BeganAtRole).toDouble(), -1);
    QCOMPARE(get(0, TaskTracks::EndedAtRole).toDouble(), -1);
    cancel(u"b"_s);
    finish();
    double last = 0;
    for (const auto moment : {TaskTracks::StartedAtRole, TaskTracks::BeganAtRole, TaskTracks::ReturnedAtRole, TaskTracks::EndedAtRole}) {
        QVERIFY(get(0, moment).toDouble() >= last);
        last = get(0, moment).toDouble();
    }
    QVERIFY(last <= m_list->now());
    QCOMPARE(outcomeOf(u"a"_s), int(Outcome::Ok));
    // Who never began has neither.
    QCOMPARE(get(1, TaskTracks::BeganAtRole).toDouble(), -1);
    QCOMPARE(get(1, TaskTracks::ReturnedAtRole).toDouble(), -1);
    QVERIFY(get(1, TaskTracks::EndedAtRole).toDouble() >= get(1, TaskTracks::StartedAtRole).toDouble());
}

void TestTaskTracks::failure_isCut()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"task \"?bad\"? failed: x+"_s));
    m_vm->assignAsync(u"bad"_s, &fail);
    QTRY_COMPARE(m_list->count(), 1);
    finish();
    QCOMPARE(outcomeOf(u"bad"_s), int(Outcome::Failed));
    QCOMPARE(get(0, TaskTracks::FailureRole).toString(), QString(300, u'x'));
}

void TestTaskTracks::superseded_pointsToTheTrackOfItsHeir()
{
    start({u"search"_s, u"other"_s});
    m_vm->assignAsync(u"search"_s, &nothing);
    QTRY_COMPARE(m_tracks->count(), 3);
    QTRY_COMPARE(get(0, TaskTracks::OutcomeRole).toInt(), int(Outcome::Superseded));
    QCOMPARE(get(0, TaskTracks::HeirTrackRole).toInt(), 2);
    QCOMPARE(trackOf(u"search"_s), 2);
    QCOMPARE(get(2, TaskTracks::HeirTrackRole).toInt(), -1);
    QCOMPARE(outcomeOf(u"other"_s), int(Outcome::None));
}

void TestTaskTracks::canceled_hasNoHeir()
{
    start({u"search"_s});
    cancel(u"search"_s);
    start({u"search"_s, u"other"_s});
    QCOMPARE(get(0, TaskTracks::OutcomeRole).toInt(), int(Outcome::Canceled));
    QCOMPARE(get(0, TaskTracks::HeirTrackRole).toInt(), -1);
}

void TestTaskTracks::heir_isOfTheSameViewModel()
{
    ViewModel other;
    other.setObjectName(u"lighthouse"_s);
    start({u"search"_s});
    m_vm->assignAsync(u"search"_s, &nothing);
    other.assignAsync(u"search"_s, &nothing);
    QTRY_COMPARE(get(0, TaskTracks::OutcomeRole).toInt(), int(Outcome::Superseded));
    QCOMPARE(get(2, TaskTracks::ViewModelRole).toString(), u"lighthouse"_s);
    QCOMPARE(get(0, TaskTracks::HeirTrackRole).toInt(), 1);
}

void TestTaskTracks::runsOfBefore_areThere()
{
    start({u"a"_s, u"b"_s});
    m_tracks->setRuns(nullptr);
    QCOMPARE(m_tracks->count(), 0);
    m_tracks->setRuns(&*m_list);
    QCOMPARE(m_tracks->count(), 2);
    QCOMPARE(trackOf(u"b"_s), 1);
    finish();
    QCOMPARE(outcomeOf(u"b"_s), int(Outcome::Ok));
}

void TestTaskTracks::runningBeforeAnybodyLooked_hasBegun()
{
    m_list->setActive(false);
    m_vm->assignAsync(u"old"_s, [](TaskContext &context) {
        context.sleep(1h);
        return Assigns();
    });
    QVERIFY(m_scheduler->step());
    m_list->setActive(true);
    QTRY_COMPARE(m_tracks->count(), 1);
    QCOMPARE(outcomeOf(u"old"_s), int(Outcome::None));
    const double began = get(0, TaskTracks::BeganAtRole).toDouble();
    QVERIFY(began >= get(0, TaskTracks::StartedAtRole).toDouble() && began <= m_list->now());
}

void TestTaskTracks::landing_beginsWhereTheRunReturned()
{
    start({u"a"_s});
    finish();
    const double ran = m_list->at(0).task.ran;
    QVERIFY(ran >= 0);
    const double returned = get(0, TaskTracks::ReturnedAtRole).toDouble();
    QCOMPARE(returned, std::min(get(0, TaskTracks::BeganAtRole).toDouble() + ran, get(0, TaskTracks::EndedAtRole).toDouble()));
}

void TestTaskTracks::surplus_isOneBarWithItsNumbers()
{
    m_tracks->setTracks(2);
    start({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s});
    QCOMPARE(m_tracks->count(), 3);
    const int row = crowdRow();
    QCOMPARE(get(row, TaskTracks::RunsRole).toInt(), 3);
    QCOMPARE(get(row, TaskTracks::PeakRole).toInt(), 3);
    QCOMPARE(get(row, TaskTracks::TrackRole).toInt(), 2);
    QVERIFY(get(row, TaskTracks::KeyRole).toDouble() < 0);
    QCOMPARE(m_tracks->rowOf(get(row, TaskTracks::KeyRole).toDouble()), row);
    QCOMPARE(get(row, TaskTracks::EndedAtRole).toDouble(), -1);
    finish();
    QVERIFY(get(row, TaskTracks::EndedAtRole).toDouble() > 0);
}

void TestTaskTracks::surplus_countsHowItEnded()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"task \"?bad\"? failed: x+"_s));
    m_tracks->setTracks(1);
    start({u"a"_s, u"canceled"_s, u"again"_s, u"good"_s});
    m_vm->assignAsync(u"bad"_s, &fail);
    m_vm->assignAsync(u"again"_s, &nothing);
    QTRY_COMPARE(m_list->liveCount(), 5);
    cancel(u"canceled"_s);
    finish();
    const int row = crowdRow();
    QCOMPARE(get(row, TaskTracks::RunsRole).toInt(), 5);
    QCOMPARE(get(row, TaskTracks::OkRunsRole).toInt(), 2);
    QCOMPARE(get(row, TaskTracks::FailedRunsRole).toInt(), 1);
    QCOMPARE(get(row, TaskTracks::CanceledRunsRole).toInt(), 1);
    QCOMPARE(get(row, TaskTracks::SupersededRunsRole).toInt(), 1);
}

void TestTaskTracks::surplus_keepsItsPeak()
{
    m_tracks->setTracks(1);
    start({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    cancel(u"b"_s);
    cancel(u"c"_s);
    start({u"e"_s});
    QCOMPARE(get(crowdRow(), TaskTracks::RunsRole).toInt(), 4);
    QCOMPARE(get(crowdRow(), TaskTracks::PeakRole).toInt(), 3);
}

void TestTaskTracks::surplus_ofAnotherTimeIsAnotherBar()
{
    m_tracks->setTracks(1);
    start({u"a"_s, u"b"_s, u"c"_s});
    m_tracks->setResolution(0); // each moment is another time
    start({u"d"_s});
    QCOMPARE(m_tracks->count(), 3);
    QVERIFY(get(1, TaskTracks::EndedAtRole).toDouble() > 0);
    QCOMPARE(get(1, TaskTracks::RunsRole).toInt(), 2);
    QCOMPARE(get(2, TaskTracks::RunsRole).toInt(), 3); // those that go on are in both
    QCOMPARE(get(2, TaskTracks::PeakRole).toInt(), 3);
    m_tracks->setResolution(Always);
    finish();
    QCOMPARE(get(2, TaskTracks::OkRunsRole).toInt(), 3);
}

void TestTaskTracks::flood_makesFewBarsAndLosesNoRun()
{
    constexpr int Runs = 5000;
    for (int i = 0; i < Runs; ++i)
        m_vm->assignAsync(u"flood"_s, &nothing, {.policy = Policy::Parallel});
    QTRY_COMPARE(m_list->liveCount(), Runs);
    QCOMPARE(m_tracks->count(), m_tracks->tracks() + 1);
    QCOMPARE(total(TaskTracks::RunsRole), Runs);
    const int shown = m_tracks->tracks();
    m_vm->cancelAsync(u"flood"_s);
    QTRY_COMPARE(m_list->liveCount(), 0);
    QCOMPARE(get(crowdRow(), TaskTracks::CanceledRunsRole).toInt(), Runs - shown);
    QCOMPARE(m_tracks->count(), shown + 1);
}

void TestTaskTracks::capacity_dropsTheOldestThatHaveEndedAndSaysSo()
{
    m_tracks->setResolution(0);
    m_tracks->setCapacity(3);
    start({u"live"_s});
    for (const QString &name : {u"a"_s, u"b"_s}) {
        start({name});
        cancel(name);
    }
    QCOMPARE(m_tracks->count(), 3);
    QCOMPARE(m_tracks->completeSince(), 0);
    const double end = get(rowOf(u"a"_s), TaskTracks::EndedAtRole).toDouble();
    start({u"c"_s});
    QCOMPARE(m_tracks->count(), 3);
    QCOMPARE(rowOf(u"a"_s), -1);
    QCOMPARE(rowOf(u"live"_s), 0);
    QCOMPARE(m_tracks->completeSince(), end);
    // Those that are alive stay, however many.
    start({u"d"_s, u"e"_s, u"f"_s});
    QCOMPARE(m_tracks->count(), 5);
    QCOMPARE(rowOf(u"b"_s), -1);
}

void TestTaskTracks::horizon_dropsWhatEndedBefore()
{
    start({u"live"_s, u"a"_s});
    cancel(u"a"_s);
    QCOMPARE(m_tracks->count(), 2);
    m_tracks->setHorizon(0);
    QCOMPARE(m_tracks->count(), 1);
    QCOMPARE(rowOf(u"live"_s), 0);
    QCOMPARE(m_tracks->completeSince(), 0); // nobody misses it
}

void TestTaskTracks::inactiveList_takesTheLiveAlong()
{
    m_tracks->setTracks(2);
    m_tracks->setResolution(0);
    start({u"a"_s});
    cancel(u"a"_s);
    start({u"b"_s, u"c"_s, u"d"_s});
    QCOMPARE(trackOf(u"b"_s), 0);
    m_list->setActive(false);
    QCOMPARE(rowOf(u"a"_s), 0);
    QCOMPARE(rowOf(u"b"_s), -1);
    QCOMPARE(rowOf(u"c"_s), -1);
    QVERIFY(get(crowdRow(), TaskTracks::EndedAtRole).toDouble() > 0);
    m_tracks->setResolution(Always);
    m_list->setActive(true);
    QTRY_COMPARE(m_list->liveCount(), 3);
    QCOMPARE(trackOf(u"b"_s), 1); // a is still too near
    QCOMPARE(get(rowOf(u"b"_s), TaskTracks::EndedAtRole).toDouble(), -1);
    QCOMPARE(get(crowdRow(), TaskTracks::PeakRole).toInt(), 2);
    finish();
    QCOMPARE(outcomeOf(u"b"_s), int(Outcome::Ok));
}

void TestTaskTracks::fewerTracks_makeASurplus()
{
    start({u"a"_s, u"ended"_s, u"b"_s, u"c"_s});
    cancel(u"ended"_s);
    QCOMPARE(m_tracks->completeSince(), 0);
    QSignalSpy changed(&*m_tracks, &TaskTracks::tracksChanged);
    m_tracks->setTracks(1);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_tracks->count(), 2);
    QCOMPARE(trackOf(u"a"_s), 0);
    QVERIFY(m_tracks->completeSince() > 0);
    QCOMPARE(get(crowdRow(), TaskTracks::PeakRole).toInt(), 2);
    QCOMPARE(get(crowdRow(), TaskTracks::TrackRole).toInt(), 1);
    m_tracks->setTracks(4);
    QCOMPARE(get(crowdRow(), TaskTracks::TrackRole).toInt(), 4);
    finish();
    QCOMPARE(get(crowdRow(), TaskTracks::OkRunsRole).toInt(), 2);
}

void TestTaskTracks::at_findsTheNearestBar()
{
    m_tracks->setResolution(0);
    start({u"a"_s});
    cancel(u"a"_s);
    start({u"b"_s, u"c"_s});
    const double start = get(rowOf(u"a"_s), TaskTracks::StartedAtRole).toDouble();
    QCOMPARE(m_tracks->at(0, 0, start, 0), rowOf(u"a"_s));
    QCOMPARE(m_tracks->at(0, 0, start - 5, 10), rowOf(u"a"_s));
    QCOMPARE(m_tracks->at(0, 0, start - 50, 10), -1);
    QCOMPARE(m_tracks->at(0, 0, m_list->now() + Always, 0), rowOf(u"b"_s)); // it goes on
    QCOMPARE(m_tracks->at(0, 1, m_list->now(), 0), rowOf(u"c"_s));
    QCOMPARE(m_tracks->at(1, 0, m_list->now(), 0), -1);
}

void TestTaskTracks::beside_goesFromTrackToTrack()
{
    start({u"a"_s, u"b"_s});
    start({u"io"_s}, {.lane = Lane::Io});
    QCOMPARE(m_tracks->beside(rowOf(u"a"_s), 1), rowOf(u"b"_s));
    QCOMPARE(m_tracks->beside(rowOf(u"b"_s), 1), rowOf(u"io"_s));
    QCOMPARE(m_tracks->beside(rowOf(u"io"_s), 1), rowOf(u"io"_s));
    QCOMPARE(m_tracks->beside(rowOf(u"io"_s), -1), rowOf(u"b"_s));
    QCOMPARE(m_tracks->beside(rowOf(u"a"_s), -1), rowOf(u"a"_s));
    QCOMPARE(m_tracks->beside(-1, 1), -1);
}

void TestTaskTracks::surplus_isFoundBelowTheTracks()
{
    m_tracks->setTracks(2);
    start({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    start({u"io"_s}, {.lane = Lane::Io});
    const int many = crowdRow();
    QCOMPARE(m_tracks->at(0, 2, m_list->now(), 0), many);
    QCOMPARE(m_tracks->at(0, 0, m_list->now(), 0), rowOf(u"a"_s));
    QCOMPARE(m_tracks->beside(rowOf(u"b"_s), 1), many);
    QCOMPARE(m_tracks->beside(many, 1), rowOf(u"io"_s));
    QCOMPARE(m_tracks->beside(many, -1), rowOf(u"b"_s));
    QCOMPARE(m_tracks->beside(rowOf(u"a"_s), 1), rowOf(u"b"_s));
}

void TestTaskTracks::surplus_movesWithTheNumberOfTracks()
{
    m_tracks->setTracks(1);
    start({u"a"_s, u"b"_s});
    QSignalSpy changes(&*m_tracks, &TaskTracks::dataChanged);
    m_tracks->setTracks(4);
    QCOMPARE(get(crowdRow(), TaskTracks::TrackRole).toInt(), 4);
    QCOMPARE(changes.count(), 1); // or views leave it where it was
    QVERIFY(changes.first().at(0).toModelIndex().row() <= crowdRow() && changes.first().at(1).toModelIndex().row() >= crowdRow());
}

QTEST_GUILESS_MAIN(TestTaskTracks)
#include "tst_tasktracks.moc"
