// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// One execution of a task, from its start to its outcome. Not to be used by itself: the templates of
// ViewModel need it.

#include <aside/assigns.h>
#include <aside/export.h>
#include <aside/failure.h>
#include <aside/task.h>
#include <aside/taskcontext.h>

#include <QSharedData>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <type_traits>
#include <vector>

namespace Aside::Detail {

class Inbox;
class Lane;
class Mailbox;
class Run;
class RunIndex;
class TaskTable;

using RunPtr = QExplicitlySharedDataPointer<Run>;

/// A functor that assignAsync takes.
template<typename Functor>
concept AssignsFunctor = std::is_invocable_r_v<Assigns, std::decay_t<Functor> &>
    || std::is_invocable_r_v<Assigns, std::decay_t<Functor> &, TaskContext &>;

/// Something of a run on its way home: a link of a mailbox's list. It holds a reference to its run.
struct Parcel
{
    enum class Kind : quint8 {
        Result, ///< the run's result or failure
        Note, ///< posts, progress, or that it began
    };
    Parcel(Run *from, Kind what) : run(from), kind(what) { }

    Parcel *next = nullptr;
    Run *const run;
    const Kind kind;
};

class ASIDE_EXPORT Run : public QSharedData
{
public:
    enum class Phase : quint8 {
        Queued, ///< no worker has taken it
        Running, ///< its functor is being called
        Done, ///< its functor has returned, or will never be called
    };

    Run(const QString &name, const TaskOptions &options);
    virtual ~Run();
    Q_DISABLE_COPY_MOVE(Run)

    QString name() const { return m_name; }
    const TaskOptions &options() const { return m_options; }
    Phase phase() const { return m_phase.load(std::memory_order_acquire); }
    bool isCanceled() const noexcept { return m_canceled.load(std::memory_order_relaxed); }

    // Worker.
    /// Calls the functor, unless somebody was faster and dropped it.
    void execute();
    /// Sends the result of a run home that was executed, or drops it. Null does nothing.
    static void deliver(RunPtr run);
    bool sleep(std::chrono::nanoseconds duration);
    void setProgress(double fraction, const QString &text);
    void post(Assigns changes);

    // Any thread.
    /// Makes isCanceled() true and ends waits. True if it was queued: its functor is destroyed here.
    bool cancel();
    double progress() const { return m_progress.load(std::memory_order_relaxed); }
    QString progressText() const;

    // Home thread.
    /// Why it failed, if its outcome is Failed.
    Failure failure() const { return m_outcome == Outcome::Failed ? *(m_refusal ? m_refusal : m_failure) : Failure(); }

protected:
    virtual Assigns call(TaskContext &context) = 0;
    virtual void destroyFunctor() noexcept = 0;

private:
    friend class Inbox;
    friend class Lane;
    friend class Mailbox;
    friend class RunIndex;
    friend class TaskTable;
    friend class Aside::Task;
    struct Talk;

    Talk &talk();
    std::vector<Assigns> takePosts(); // home thread
    void note();

    const QString m_name;
    const TaskOptions m_options;
    std::atomic<Phase> m_phase{Phase::Queued};
    std::atomic<bool> m_canceled{false};
    bool m_synchronous = false; // set before it starts
    std::atomic<bool> m_watched{false}; // somebody wants to see it change from queued to running
    std::atomic<bool> m_noted{false};
    std::atomic<double> m_progress{-1};
    std::atomic<Talk *> m_talk{nullptr}; // what only talkative runs need

    // Written by the worker, read at home after the result's parcel arrived.
    Assigns m_result;
    std::unique_ptr<Failure> m_failure;

    // Home thread.
    std::unique_ptr<Failure> m_refusal; // the store's; the worker may still write m_failure
    Outcome m_outcome = Outcome::None;
    TaskTable *m_table = nullptr; // null once there is an outcome
    Run *m_previousLive = nullptr;
    Run *m_nextLive = nullptr;
    size_t m_nameHash = 0;
    bool m_isCurrent = false; // the one of its name that the table's index has

    Inbox *m_inbox = nullptr; // set before it starts
    Parcel m_resultParcel{this, Parcel::Kind::Result};
    Parcel m_noteParcel{this, Parcel::Kind::Note};

    // Under the lane's lock.
    Run *m_nextQueued = nullptr;
};

template<typename Functor>
class RunOf final : public Run
{
public:
    template<typename F>
    RunOf(const QString &name, F &&functor, const TaskOptions &options)
        : Run(name, options)
        , m_functor(std::forward<F>(functor))
    {
    }

private:
    Assigns call(TaskContext &context) override
    {
        if constexpr (std::is_invocable_r_v<Assigns, Functor &, TaskContext &>)
            return (*m_functor)(context);
        else
            return (*m_functor)();
    }
    void destroyFunctor() noexcept override { m_functor.reset(); }

    std::optional<Functor> m_functor;
};

} // namespace Aside::Detail
