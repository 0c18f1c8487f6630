// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/taskinfo.h>

#include <QAbstractListModel>
#include <QElapsedTimer>
#include <QList>
#include <QQmlEngine>

#include <algorithm>

namespace Aside::Qml {

/// The runs of the process, in the order of their start: all that are alive, and the latest that have
/// ended. TaskInspector shows it.
///
/// Its roles are the properties of TaskInfo, `taskId` for its id, and three moments on one clock, in ms:
/// `startedAt`, `beganAt` (-1 until then) and `endedAt` (-1 while it is alive), the last of which is when
/// its outcome was known here: what lies between `beganAt + ran` and that is its landing.
///
/// It listens to the TaskRegistry only while it is active. Once it is not, those that were alive go, since
/// nobody will tell how they end; those that have ended stay.
///
/// While it is paused, no run comes or goes, so that one can read and point at them; those that are there
/// still change. `missedCount` is how many have started meanwhile; those of them that are alive at the end
/// come then.
///
/// \code
/// TaskListModel { id: runs; active: page.visible; capacity: 500 }
/// ListView { model: runs; delegate: RunRow { } }
/// \endcode
class TaskListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged FINAL)
    Q_PROPERTY(bool paused READ isPaused WRITE setPaused NOTIFY pausedChanged FINAL)
    Q_PROPERTY(int missedCount READ missedCount NOTIFY missedCountChanged FINAL)
    /// How many are kept that have ended.
    Q_PROPERTY(int capacity READ capacity WRITE setCapacity NOTIFY capacityChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(int liveCount READ liveCount NOTIFY countChanged FINAL)

public:
    enum Role {
        IdRole = Qt::UserRole,
        NameRole,
        ViewModelRole,
        LaneRole,
        StatusRole,
        OutcomeRole,
        ProgressRole,
        TextRole,
        FailureRole,
        WaitedRole,
        RanRole,
        StartedAtRole,
        BeganAtRole,
        EndedAtRole,
    };

    struct Row
    {
        TaskInfo task;
        double startedAt = 0;
        double endedAt = -1;
        double beganAt() const { return task.ran < 0 ? -1 : startedAt + std::max(0.0, task.waited); }
    };

    explicit TaskListModel(QObject *parent = nullptr);

    bool isActive() const { return m_active; }
    void setActive(bool active);
    bool isPaused() const { return m_paused; }
    void setPaused(bool paused);
    int missedCount() const { return m_missed; }
    int capacity() const { return m_capacity; }
    void setCapacity(int capacity);
    int count() const { return int(m_rows.size()); }
    int liveCount() const { return m_live; }
    const Row &at(int row) const { return m_rows.at(row); }
    int rowOf(quint64 taskId) const; ///< -1 if it is not there

    /// Brings the times of those that are alive up to date: nobody tells of time that passes.
    Q_INVOKABLE void refresh();
    /// Forgets those that have ended.
    Q_INVOKABLE void clear();
    /// As TaskRegistry::cancel() does.
    Q_INVOKABLE void cancel(qulonglong taskId);
    /// Now, on the clock of the moments.
    Q_INVOKABLE double now() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void activeChanged();
    void pausedChanged();
    void missedCountChanged();
    void capacityChanged();
    /// Also once all of what came together is in the list.
    void countChanged();

private:
    void hearStarted(const QList<TaskInfo> &tasks);
    void take(const QList<TaskInfo> &tasks);
    void append(const QList<TaskInfo> &tasks, double now);
    void take(const TaskInfo &task, double now);
    static Row rowOf(const TaskInfo &task, double now);
    void dropEnded(int kept);
    void dropLive();
    QList<Row>::const_iterator find(quint64 taskId) const;
    template<typename Condition>
    void drop(Condition condition);

    QList<Row> m_rows; // sorted by id
    QElapsedTimer m_clock;
    int m_capacity = 200;
    int m_live = 0;
    int m_missed = 0;
    bool m_active = false;
    bool m_paused = false;
};

} // namespace Aside::Qml
