// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/export.h>
#include <aside/taskinfo.h>

#include <QList>
#include <QObject>

namespace Aside {

namespace Detail {
class News;
}

/// The live runs of the process, of all ViewModels on all threads: each from its start to its outcome.
///
/// It keeps books from the first look on: a call of live() or count(), or a connection to one of its
/// signals. Until then, and again once the last connection has gone unless live() or count() was ever
/// called without one, it costs a run one relaxed load. Runs that started before are found, too: at once
/// those of the calling thread, and those of another as soon as that serves events.
///
/// The signals are emitted on the home thread of the runs, once for all of one drain (or soon, for what
/// happens outside of one), in this order: started(), progressed(), ended(). An object on another thread
/// hears of them through its event loop, as always. What a slot throws is logged. Of a run, started()
/// comes first and ended() last; who connects later hears of those that are alive what comes from then on.
///
/// Any thread may call it. It lives as long as the process, on the thread of the application.
///
/// \code
/// QObject::connect(&TaskRegistry::instance(), &TaskRegistry::ended, this, [this](const QList<TaskInfo> &tasks) {
///     for (const TaskInfo &task : tasks)
///         m_timeSpent += std::max(0.0, task.ran);
/// });
/// for (const TaskInfo &task : TaskRegistry::instance().live())
///     qInfo() << task.viewModel << task.name << task.status;
/// \endcode
class ASIDE_EXPORT TaskRegistry : public QObject
{
    Q_OBJECT

public:
    static TaskRegistry &instance();

    /// As they are now, in the order of their start, but for those that were found later.
    Q_INVOKABLE QList<Aside::TaskInfo> live();
    Q_INVOKABLE int count();

    /// Cancels that run, and no other of its name, as Task::cancel() does: at once on the home thread of the
    /// run; from any other, as soon as that serves events, if the run has no outcome by then. False if no
    /// run that it has in its books goes by that id: it has ended, or never was.
    ///
    /// \code
    /// for (const TaskInfo &task : TaskRegistry::instance().live()) {
    ///     if (task.ran > 60'000)
    ///         TaskRegistry::instance().cancel(task.id);
    /// }
    /// \endcode
    Q_INVOKABLE bool cancel(qulonglong id);

Q_SIGNALS:
    void started(const QList<Aside::TaskInfo> &tasks);
    /// Progress, or the change from waiting or queued to running. Only the latest of each run in a drain.
    void progressed(const QList<Aside::TaskInfo> &tasks);
    void ended(const QList<Aside::TaskInfo> &tasks);

protected:
    void connectNotify(const QMetaMethod &signal) override;

private:
    friend class Detail::News;

    TaskRegistry();
    ~TaskRegistry() override;

    void look(bool forGood);
    /// Stops keeping books if nobody is left who would look.
    void lookAway();
    bool hasListeners() const;
};

} // namespace Aside
