// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/export.h>
#include <aside/failure.h>
#include <aside/taskoptions.h>

#include <QExplicitlySharedDataPointer>
#include <QObject>
#include <QString>

namespace Aside {

namespace Detail {
class Run;
class TaskTable;
}

Q_NAMESPACE_EXPORT(ASIDE_EXPORT)

/// How a run ended. Each run has exactly one outcome, told exactly once.
enum class Outcome {
    None, ///< it has not ended
    Ok, ///< its result was committed
    Failed, ///< it threw, or its result was refused
    Canceled, ///< it was canceled, or its ViewModel died
    Superseded, ///< a newer run of its name took its place
};
Q_ENUM_NS(Outcome)

/// A handle to one run. A value: copies mean the same run; it may outlive run and ViewModel, and keeps
/// neither functor nor result. Home thread only. Destroying it does nothing to the run.
///
/// \code
/// m_search = vm.assignAsync(u"search"_s, work);
/// // later, when the page closes:
/// m_search.cancel();
/// \endcode
class ASIDE_EXPORT Task
{
public:
    /// A handle to no run, as a disconnected ViewModel gives.
    Task();
    Task(const Task &);
    Task(Task &&) noexcept;
    Task &operator=(const Task &);
    Task &operator=(Task &&) noexcept;
    ~Task();

    /// False if there is no run: the ViewModel is disconnected, or the application is leaving.
    bool isValid() const;
    QString name() const;
    /// True until the outcome is known; false for an invalid handle.
    bool isActive() const;
    Outcome outcome() const;
    /// Why it failed, if outcome() is Failed.
    Failure failure() const;
    /// Between 0 and 1, or -1 as long as the run has told nothing.
    double progress() const;

    /// Cancels this run, and no other of its name. Does nothing once there is an outcome. Throws
    /// ImmutableStateError on any thread but the home thread.
    void cancel();

private:
    friend class ViewModel;
    explicit Task(QExplicitlySharedDataPointer<Detail::Run> run);

    QExplicitlySharedDataPointer<Detail::Run> m_run;
};

} // namespace Aside
