// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/export.h>
#include <aside/failure.h>
#include <aside/task.h>

#include <QObject>

namespace Aside {

class ViewModel;

namespace Detail {
class Run;
class TaskTable;
}

/// What views see of the tasks of one name: there before the first run, and through all of them.
/// Made and owned by ViewModel::task(). Home thread only.
///
/// \code
/// BusyIndicator { running: vm.task("scan").running }
/// Button { text: qsTr("Stop"); onClicked: vm.task("scan").cancel() }
/// \endcode
class ASIDE_EXPORT TaskObserver : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString name READ name CONSTANT FINAL)
    /// A run of that name has no outcome yet.
    Q_PROPERTY(bool running READ isRunning NOTIFY changed FINAL)
    /// Between 0 and 1; -1 while unknown.
    Q_PROPERTY(double progress READ progress NOTIFY progressed FINAL)
    Q_PROPERTY(QString progressText READ progressText NOTIFY progressed FINAL)
    /// How the last run that was not superseded ended; None before that, and while one is running.
    Q_PROPERTY(Aside::Outcome outcome READ outcome NOTIFY changed FINAL)
    /// Why the last run failed; its kind is None if it did not, and while one is running.
    Q_PROPERTY(Aside::Failure failure READ failure NOTIFY changed FINAL)
    Q_PROPERTY(bool failed READ hasFailed NOTIFY changed FINAL)
    /// The last run was canceled.
    Q_PROPERTY(bool canceled READ isCanceled NOTIFY changed FINAL)

public:
    ~TaskObserver() override;

    QString name() const { return m_name; }
    bool isRunning() const { return m_running; }
    double progress() const { return m_progress; }
    QString progressText() const { return m_progressText; }
    Outcome outcome() const { return m_outcome; }
    Failure failure() const { return m_failure; }
    bool hasFailed() const { return m_outcome == Outcome::Failed; }
    bool isCanceled() const { return m_outcome == Outcome::Canceled; }

    /// Cancels every run of that name.
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void changed();
    void progressed();

private:
    friend class Detail::TaskTable;
    TaskObserver(const QString &name, ViewModel *viewModel);

    void setProgress(double progress, const QString &text);
    void start();
    void end(Outcome outcome, const Detail::Run &run);

    ViewModel *const m_viewModel;
    const QString m_name;
    bool m_running = false;
    double m_progress = -1;
    QString m_progressText;
    Outcome m_outcome = Outcome::None;
    Failure m_failure;
};

} // namespace Aside
