// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "taskfilter.h"

#include <aside/taskinfo.h>

namespace Aside::Qml {

namespace {

TaskFilter::State stateOf(TaskInfo::Status status, Outcome outcome)
{
    switch (status) {
    case TaskInfo::Status::Waiting:
    case TaskInfo::Status::Queued:
        return TaskFilter::Waiting;
    case TaskInfo::Status::Running:
        return TaskFilter::Running;
    case TaskInfo::Status::Ended:
        break;
    }
    return outcome == Outcome::Ok ? TaskFilter::Ok : outcome == Outcome::Failed ? TaskFilter::Failed : TaskFilter::Canceled;
}

} // namespace

TaskFilter::TaskFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    sort(0, Qt::DescendingOrder);
}

void TaskFilter::setRuns(TaskListModel *runs)
{
    if (sourceModel() == runs)
        return;
    setSourceModel(runs);
    Q_EMIT runsChanged();
}

void TaskFilter::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    invalidateFilter();
    Q_EMIT textChanged();
}

void TaskFilter::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    invalidateFilter();
    Q_EMIT stateChanged();
}

int TaskFilter::rowOf(double taskId) const
{
    const TaskListModel *const list = runs();
    const int row = list && taskId > 0 ? list->rowOf(quint64(taskId)) : -1;
    return row < 0 ? -1 : mapFromSource(list->index(row)).row();
}

bool TaskFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex run = sourceModel()->index(row, 0, parent);
    const auto status = TaskInfo::Status(run.data(TaskListModel::StatusRole).toInt());
    if (m_state != Any && m_state != stateOf(status, Outcome(run.data(TaskListModel::OutcomeRole).toInt())))
        return false;
    if (m_text.isEmpty())
        return true;
    for (const int role : {TaskListModel::NameRole, TaskListModel::ViewModelRole, TaskListModel::TextRole, TaskListModel::FailureRole}) {
        if (run.data(role).toString().contains(m_text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

bool TaskFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return left.row() < right.row(); // the list is in the order of their start
}

} // namespace Aside::Qml
