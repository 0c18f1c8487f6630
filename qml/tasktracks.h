// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tasklistmodel.h"

#include <aside/task.h>

#include <QAbstractListModel>
#include <QList>
#include <QPointer>
#include <QQmlEngine>

#include <array>

namespace Aside::Qml {

/// Where the runs of a TaskListModel lie on a timeline, as bars in the order of their start: each run on a
/// track of its lane, beside those that it shares time with. TaskInspector draws it.
///
/// What finds no free track goes to one more track of its lane, the last, where a bar stands for all that
/// were there within some time: `runs` says how many, and `taskId` is 0. So no flood makes more bars than
/// can be told apart. What ended longer than `horizon` ago goes; past `capacity`, the oldest that have
/// ended go sooner, and `completeSince` tells from when on nothing is missing.
///
/// Roles: `key` (of a bar, for as long as it is there; the `taskId` of a run), `taskId`, `name`,
/// `viewModel`, `failure`, `lane`, `track`, `outcome`, the moments `startedAt`, `beganAt`, `returnedAt` and
/// `endedAt` (-1 until then), `heirTrack` (where on its lane that run lies that has superseded it, or -1), `runs`, and of
/// them `okRuns`, `failedRuns`, `canceledRuns`, `supersededRuns` and `peak`, the most that were alive at once.
class TaskTracks : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Aside::Qml::TaskListModel *runs READ runs WRITE setRuns NOTIFY runsChanged FINAL)
    /// Of each lane, without the last.
    Q_PROPERTY(int tracks READ tracks WRITE setTracks NOTIFY tracksChanged FINAL)
    /// How close bars may follow each other, in ms.
    Q_PROPERTY(double resolution READ resolution WRITE setResolution NOTIFY resolutionChanged FINAL)
    Q_PROPERTY(double horizon READ horizon WRITE setHorizon NOTIFY horizonChanged FINAL) ///< ms
    Q_PROPERTY(int capacity READ capacity WRITE setCapacity NOTIFY capacityChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(double completeSince READ completeSince NOTIFY countChanged FINAL)

public:
    static constexpr int Lanes = 2;
    static constexpr int MostTracks = 32;

    enum Role {
        KeyRole = Qt::UserRole, TaskIdRole, NameRole, ViewModelRole, FailureRole, LaneRole, TrackRole, OutcomeRole,
        StartedAtRole, BeganAtRole, ReturnedAtRole, EndedAtRole, HeirTrackRole,
        RunsRole, OkRunsRole, FailedRunsRole, CanceledRunsRole, SupersededRunsRole, PeakRole,
    };

    using QAbstractListModel::QAbstractListModel;

    TaskListModel *runs() const { return m_runs; }
    void setRuns(TaskListModel *runs);
    int tracks() const { return m_tracks; }
    void setTracks(int tracks);
    double resolution() const { return m_resolution; }
    void setResolution(double resolution);
    double horizon() const { return m_horizon; }
    void setHorizon(double horizon);
    int capacity() const { return m_capacity; }
    void setCapacity(int capacity);
    int count() const { return int(m_bars.size()); }
    double completeSince() const { return m_completeSince; }

    /// The row of the bar with that key, or -1.
    Q_INVOKABLE int rowOf(double key) const;
    /// The row of the bar at that moment, or of the nearest within \a tolerance ms; -1 if there is none.
    Q_INVOKABLE int at(int lane, int track, double moment, double tolerance) const;
    /// The row of the nearest bar on the next track that has one, above (-1) or below (1); \a row at the end.
    Q_INVOKABLE int beside(int row, int direction) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void runsChanged();
    void tracksChanged();
    void resolutionChanged();
    void horizonChanged();
    void capacityChanged();
    void countChanged();

private:
    struct Bar
    {
        quint64 order = 0; // of their coming
        quint64 taskId = 0; // 0: it is of many
        QString name;
        QString viewModel;
        QString failure;
        int lane = 0;
        int track = 0;
        Outcome outcome = Outcome::None;
        double startedAt = 0;
        double beganAt = -1;
        double returnedAt = -1;
        double endedAt = -1;
        int heirTrack = -1;
        int runs = 1;
        int peak = 1;
        std::array<int, 5> ends{}; // by outcome
    };
    struct Track
    {
        quint64 taskId = 0; // of the run that is alive on it, or 0
        quint64 order = 0; // of its bar
        double freeSince = 0;
    };
    /// Those of a lane that found no track.
    struct Crowd
    {
        int alive = 0;
        quint64 order = 0; // of the bar that grows, or 0
        bool hasChanged = false;
    };
    struct Lane
    {
        std::array<Track, MostTracks> tracks;
        Crowd crowd;
    };

    void add(int first, int last);
    void update(int first, int last);
    void remove(int first, int last);
    void settle();
    Bar read(int row) const;
    void refresh(Bar &bar, int row) const;
    Track *trackOf(const TaskInfo &task);
    Track *freeTrack(const Bar &bar);
    Bar &crowdBar(int lane);
    void enterCrowd(const Bar &bar);
    void leaveCrowd(int lane, Outcome outcome);
    int heirTrackOf(const Bar &bar) const;
    /// Of those that are alive there, the crowd has more.
    void clearTracks(int first);
    void append(Bar bar);
    void changed(const Bar &bar);
    QList<Bar>::iterator find(quint64 order);
    int visibleTrack(const Bar &bar) const { return bar.taskId ? bar.track : m_tracks; }
    void evict();
    void dropBar(quint64 order);
    template<typename Condition>
    void drop(Condition condition);

    QPointer<TaskListModel> m_runs;
    QList<Bar> m_bars; // sorted by their order
    std::array<Lane, Lanes> m_lanes;
    quint64 m_lastOrder = 0;
    int m_tracks = 6;
    double m_resolution = 100;
    double m_horizon = 60000;
    int m_capacity = 600;
    double m_completeSince = 0;
};

} // namespace Aside::Qml
