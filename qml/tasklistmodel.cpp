// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "tasklistmodel.h"

#include <aside/taskregistry.h>

#include <algorithm>
#include <utility>

namespace Aside::Qml {

TaskListModel::TaskListModel(QObject *parent) : QAbstractListModel(parent)
{
    m_clock.start();
}

void TaskListModel::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    TaskRegistry &registry = TaskRegistry::instance();
    if (active) {
        // Before the look at what is alive: who looks without listening makes it keep books for good.
        connect(&registry, &TaskRegistry::started, this, &TaskListModel::hearStarted);
        for (const auto signal : {&TaskRegistry::progressed, &TaskRegistry::ended})
            connect(&registry, signal, this, qOverload<const QList<TaskInfo> &>(&TaskListModel::take));
        take(registry.live());
    } else {
        registry.disconnect(this);
        dropLive();
    }
    Q_EMIT activeChanged();
}

void TaskListModel::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    Q_EMIT pausedChanged();
    if (paused)
        return;
    if (std::exchange(m_missed, 0) > 0)
        Q_EMIT missedCountChanged();
    if (m_active)
        take(TaskRegistry::instance().live());
    dropEnded(m_capacity);
}

void TaskListModel::setCapacity(int capacity)
{
    capacity = std::max(0, capacity);
    if (m_capacity == capacity)
        return;
    m_capacity = capacity;
    if (!m_paused)
        dropEnded(capacity);
    Q_EMIT capacityChanged();
}

void TaskListModel::refresh()
{
    if (m_active && m_live > 0)
        take(TaskRegistry::instance().live());
}

void TaskListModel::clear()
{
    dropEnded(0);
}

void TaskListModel::cancel(qulonglong taskId)
{
    TaskRegistry::instance().cancel(taskId);
}

double TaskListModel::now() const
{
    return double(m_clock.nsecsElapsed()) / 1e6;
}

void TaskListModel::hearStarted(const QList<TaskInfo> &tasks)
{
    if (!m_paused || !m_active)
        return take(tasks);
    m_missed += int(tasks.size());
    Q_EMIT missedCountChanged();
}

void TaskListModel::take(const QList<TaskInfo> &tasks)
{
    // What another thread has sent arrives even after the connection has gone.
    if (!m_active || tasks.isEmpty())
        return;
    const double moment = now();
    // What comes in order comes at once: views pay for each insertion, however many rows it has.
    const bool isNew = !m_paused && (m_rows.isEmpty() || m_rows.constLast().task.id < tasks.constFirst().id);
    if (isNew && std::is_sorted(tasks.begin(), tasks.end(), [](const TaskInfo &a, const TaskInfo &b) { return a.id < b.id; })) {
        append(tasks, moment);
    } else {
        for (const TaskInfo &task : tasks)
            take(task, moment);
    }
    if (!m_paused)
        dropEnded(m_capacity);
    Q_EMIT countChanged();
}

TaskListModel::Row TaskListModel::rowOf(const TaskInfo &task, double now)
{
    const double passed = std::max(0.0, task.waited) + std::max(0.0, task.ran);
    return {task, now - passed, task.status == TaskInfo::Status::Ended ? now : -1};
}

void TaskListModel::append(const QList<TaskInfo> &tasks, double now)
{
    beginInsertRows({}, count(), count() + int(tasks.size()) - 1);
    for (const TaskInfo &task : tasks) {
        m_rows.append(rowOf(task, now));
        m_live += task.status != TaskInfo::Status::Ended;
    }
    endInsertRows();
}

void TaskListModel::take(const TaskInfo &task, double now)
{
    const auto row = int(find(task.id) - m_rows.cbegin());
    const bool hasEnded = task.status == TaskInfo::Status::Ended;
    if (row < count() && m_rows.at(row).task.id == task.id) {
        Row &known = m_rows[row];
        if (known.task.status == TaskInfo::Status::Ended)
            return; // an older look at it
        known.task = task;
        if (hasEnded) {
            known.endedAt = now;
            --m_live;
        }
        Q_EMIT dataChanged(index(row), index(row));
        return;
    }
    if (m_paused)
        return;
    beginInsertRows({}, row, row);
    m_rows.insert(row, rowOf(task, now));
    m_live += !hasEnded;
    endInsertRows();
}

template<typename Condition>
void TaskListModel::drop(Condition condition)
{
    const qsizetype before = m_rows.size();
    for (qsizetype end = m_rows.size(); end > 0; --end) {
        if (!condition(m_rows.at(end - 1)))
            continue;
        qsizetype first = end - 1;
        while (first > 0 && condition(m_rows.at(first - 1)))
            --first;
        beginRemoveRows({}, int(first), int(end - 1));
        m_rows.remove(first, end - first);
        endRemoveRows();
        end = first + 1;
    }
    if (m_rows.size() != before)
        Q_EMIT countChanged();
}

void TaskListModel::dropEnded(int kept)
{
    qsizetype surplus = m_rows.size() - m_live - kept;
    if (surplus <= 0)
        return;
    QList<double> ends;
    for (const Row &row : std::as_const(m_rows)) {
        if (row.endedAt >= 0)
            ends.append(row.endedAt);
    }
    // Those that ended first, and of those that ended at once, those that started first.
    std::nth_element(ends.begin(), ends.begin() + (surplus - 1), ends.end());
    const double last = ends.at(surplus - 1);
    surplus -= std::count_if(ends.begin(), ends.end(), [last](double end) { return end < last; });
    quint64 lastId = 0;
    for (const Row &row : std::as_const(m_rows)) {
        if (row.endedAt == last && surplus-- > 0)
            lastId = row.task.id;
    }
    drop([last, lastId](const Row &row) {
        return row.endedAt >= 0 && (row.endedAt < last || (row.endedAt == last && row.task.id <= lastId));
    });
}

void TaskListModel::dropLive()
{
    m_live = 0;
    drop([](const Row &row) { return row.endedAt < 0; });
}

QList<TaskListModel::Row>::const_iterator TaskListModel::find(quint64 taskId) const
{
    return std::lower_bound(m_rows.cbegin(), m_rows.cend(), taskId, [](const Row &row, quint64 id) { return row.task.id < id; });
}

int TaskListModel::rowOf(quint64 taskId) const
{
    const auto found = find(taskId);
    return found == m_rows.cend() || found->task.id != taskId ? -1 : int(found - m_rows.cbegin());
}

int TaskListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant TaskListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case IdRole:
        return row.task.id;
    case NameRole:
        return row.task.name;
    case ViewModelRole:
        return row.task.viewModel;
    case LaneRole:
        return int(row.task.lane);
    case StatusRole:
        return int(row.task.status);
    case OutcomeRole:
        return int(row.task.outcome);
    case ProgressRole:
        return row.task.progress;
    case TextRole:
        return row.task.text;
    case FailureRole:
        return row.task.failure;
    case WaitedRole:
        return row.task.waited;
    case RanRole:
        return row.task.ran;
    case StartedAtRole:
        return row.startedAt;
    case BeganAtRole:
        return row.beganAt();
    case EndedAtRole:
        return row.endedAt;
    default:
        return {};
    }
}

QHash<int, QByteArray> TaskListModel::roleNames() const
{
    return {{IdRole, "taskId"},       {NameRole, "name"},           {ViewModelRole, "viewModel"}, {LaneRole, "lane"},       {StatusRole, "status"},
            {OutcomeRole, "outcome"}, {ProgressRole, "progress"},   {TextRole, "text"},           {FailureRole, "failure"}, {WaitedRole, "waited"},
            {RanRole, "ran"},         {StartedAtRole, "startedAt"}, {BeganAtRole, "beganAt"},     {EndedAtRole, "endedAt"}};
}

} // namespace Aside::Qml
