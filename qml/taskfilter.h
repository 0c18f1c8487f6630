// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tasklistmodel.h"

#include <QQmlEngine>
#include <QSortFilterProxyModel>

namespace Aside::Qml {

/// Those runs of a TaskListModel that somebody looks for, the newest first.
///
/// A run is there if `text` is in its name, its view model, its text or its failure, in whichever case,
/// and if it is in that state; who is in another one later comes or goes then.
///
/// \code
/// TaskFilter { id: failed; runs: list; state: TaskFilter.Failed; text: field.text }
/// ListView { model: failed; delegate: RunRow { } }
/// \endcode
class TaskFilter : public QSortFilterProxyModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Aside::Qml::TaskListModel *runs READ runs WRITE setRuns NOTIFY runsChanged FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    Q_PROPERTY(State state READ state WRITE setState NOTIFY stateChanged FINAL)

public:
    enum State {
        Any,
        Waiting, ///< or queued
        Running,
        Ok,
        Failed,
        Canceled, ///< or superseded
    };
    Q_ENUM(State)

    explicit TaskFilter(QObject *parent = nullptr);

    TaskListModel *runs() const { return qobject_cast<TaskListModel *>(sourceModel()); }
    void setRuns(TaskListModel *runs);
    QString text() const { return m_text; }
    void setText(const QString &text);
    State state() const { return m_state; }
    void setState(State state);

    /// The row of that run, or -1 if it is not among them.
    Q_INVOKABLE int rowOf(double taskId) const;

Q_SIGNALS:
    void runsChanged();
    void textChanged();
    void stateChanged();

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString m_text;
    State m_state = Any;
};

} // namespace Aside::Qml
