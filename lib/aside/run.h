// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// One execution of a task, from its start to its outcome. Not to be used by itself: the templates of
// ViewModel need it.

#include <aside/assigns.h>
#include <aside/export.h>
#include <aside/failure.h>
#include <aside/snapshot.h>
#include <aside/task.h>
#include <aside/taskcontext.h>

#include <QSharedData>

#include <atomic>
#include <chrono>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <type_traits>
#include <vector>

namespace Aside {
class ViewModel;
}

namespace Aside::Detail {

class Block;
struct Family;
class Gate;
class Inbox;
class LoopThread;
class Mailbox;
class News;
class Request;
class RowBox;
class Run;
class RunIndex;
class RunRecord;
class RunSlice;
class Stepper;
class Suspension;
class TaskTable;
class Waiter;
class Workers;

using RunPtr = QExplicitlySharedDataPointer<Run>;

/// Something on its way home: a link of a mailbox's list. It holds a reference to what it belongs to.
struct Parcel
{
    enum class Kind : quint8 {
        Result, ///< the run's result or failure
        Note, ///< posts, progress, or that it began
        Pending, ///< its functor has returned a future, which is watched at home where a test steps runs
        Block, ///< not of a run
    };
    explicit Parcel(Kind what) : kind(what) { }

    Parcel *next = nullptr;
    Kind kind;
};

/// The two that a run has: parts of it, so that either leads to it.
struct ResultParcel : Parcel
{
    ResultParcel() : Parcel(Kind::Result) { }
};
struct NoteParcel : Parcel
{
    NoteParcel() : Parcel(Kind::Note) { }
};

/// The state as a run knows it outside of blocks. Any thread.
class ASIDE_EXPORT LatestState
{
public:
    void set(Snapshot snapshot);
    Snapshot get() const;

private:
    void lock() const; // for as long as it takes to copy a pointer; a mutex would take more room than the rest

    Snapshot m_snapshot;
    mutable std::atomic<bool> m_locked = false;
};

class ASIDE_EXPORT Run : public QSharedData, private ResultParcel, private NoteParcel
{
public:
    enum class Phase : quint8 {
        Queued, ///< no worker has taken it
        Running, ///< its functor is being called
        Pending, ///< its functor has returned a future, or waits without a thread
        Done, ///< its functor has returned, or will never be called
    };

    /// Throws Error if the options are refused.
    Run(const QString &name, const TaskOptions &options);
    virtual ~Run();
    Q_DISABLE_COPY_MOVE(Run)

    QString name() const { return m_name; }
    Policy policy() const { return m_policy; }
    Lane lane() const { return m_lane; }
    Priority priority() const { return m_priority; }
    OnDestroyed onDestroyed() const { return m_onDestroyed; }
    Phase phase() const { return m_phase.load(std::memory_order_acquire); }
    bool isCanceled() const noexcept { return m_canceled.load(std::memory_order_relaxed); }

    // Worker.
    /// Calls the functor, unless somebody was faster and dropped it.
    void execute();
    /// Home thread, where tasks run synchronously.
    static void executeHere(const RunPtr &run);
    /// Sends the result of a run home that was executed, or drops it. Null does nothing.
    static void deliver(RunPtr run);
    bool sleep(std::chrono::nanoseconds duration);
    void setProgress(double fraction, const QString &text);
    void post(Assigns changes);
    /// Waits until there is room for rows, and holds the lock then; an empty lock says that
    /// nobody takes any more.
    std::unique_lock<std::mutex> lockForRows(const RowBox &box);
    /// Has the home thread look for rows, soon.
    void tellRows() { root().note(); }
    void modify(BlockCall call);
    /// The state as it was after the latest block, or at the start of a background run.
    Snapshot latest();
    /// Runs \a children beside each other and waits until all have ended; the first failure cancels the
    /// others, and is thrown.
    void gather(std::span<const RunPtr> children);

    // Of coroutines, on their thread.
    /// Begins, or goes on if what it waits for is there.
    void stepCoroutine();
    void setSuspension(Suspension *suspension) { m_suspension = suspension; }
    bool isSynchronous() const { return m_synchronous; }
    /// StateGoneError, or Canceled.
    std::exception_ptr whyCanceled() const;
    /// Asks for a block without waiting for it.
    std::shared_ptr<Request> ask(BlockCall call, std::shared_ptr<Waiter> waiter);

    // Of runs whose functor has returned a future.
    /// Sends its result home once that has finished. On a thread with an event loop.
    void watchFuture();
    /// Has the home thread do that.
    void sendPending();

    // Any thread.
    /// Whose parcel it is, which is not one of a block.
    static Run &of(Parcel &parcel);
    bool isCoroutine() const { return m_isCoroutine; }
    /// Makes isCanceled() true and ends waits. True if it was queued: its functor is destroyed here.
    bool cancel();
    double progress() const { return m_progress.load(std::memory_order_relaxed); }
    QString progressText() const;
    /// Whether it waits for its time or its turn.
    bool isHeld() const { return m_held; }
    /// Null unless somebody looks.
    RunRecord *record() const { return m_record.load(std::memory_order_acquire); }

    // Home thread.
    /// Why it failed, if its outcome is Failed.
    Failure failure() const { return m_outcome == Outcome::Failed ? *(m_refusal ? m_refusal : m_failure) : Failure(); }
    Outcome outcome() const { return m_outcome; }

protected:
    // Worker.
    virtual void call(TaskContext &context) = 0;
    void setResult(Assigns &&changes) { m_result = std::move(changes); }
    /// The functor has returned a future, which is to be waited for.
    void setPending() { m_returnedFuture = true; }
    virtual void destroyFunctor() noexcept = 0;
    /// Where a talkative run keeps it.
    virtual LatestState *latestState() { return nullptr; }
    /// Any thread: nobody will look at it.
    virtual void dropResult() noexcept { m_result = {}; }

    // Of coroutines.
    void setCoroutine() { m_isCoroutine = true; }
    /// Keeps the exception that is being handled as why it failed.
    void setFailure();
    /// It has gone to its end after it was suspended.
    void endCoroutine();

    // Of runs whose functor has returned a future, on the thread that watches it.
    /// Has \a done called there once it has finished.
    virtual void watch(std::function<void()> done);
    /// Keeps what it holds, or throws that; false if it was canceled.
    virtual bool takeFuture();
    virtual void dropFuture();
    /// Any thread.
    virtual void cancelFuture();

    // Home thread.
    /// Once, as soon as it counts as running for those who look; its functor may not have begun.
    virtual void begin(ViewModel &viewModel);
    /// What is to be committed; throws if the functor has returned what it must not.
    virtual Assigns changes(ViewModel &viewModel);
    /// It has told of its progress, or of rows.
    virtual void progressed(ViewModel &viewModel);
    /// It has ended, but what it has sent before is not applied yet: it lands once that is.
    virtual bool hasMore(ViewModel &viewModel);
    /// Once, as soon as there is an outcome.
    virtual void settle(ViewModel &viewModel);
    /// Once, when views have been told; null if the ViewModel is gone. Handlers are destroyed here.
    virtual void tell(ViewModel *viewModel);

    bool isLive() const { return m_table; }
    /// False if there are none.
    bool takeRows(RowBox &box);
    void closeRows(RowBox &box);

    void setTalkative() { m_talkative = true; }
    void setWantsState() { m_wantsState = true; }

private:
    friend class Block;
    friend class Gate;
    friend class Inbox;
    friend class LoopThread;
    friend class Mailbox;
    friend class News;
    friend class RunIndex;
    friend class RunSlice;
    friend class Stepper;
    friend class TaskTable;
    friend class Workers;
    friend class Aside::Task;
    struct Talk;
    struct Timing;

    Talk &talk();
    /// Waits until \a condition holds, without holding a thread of the pool. Under the lock of its talk.
    template<typename Condition>
    void await(std::unique_lock<std::mutex> &lock, std::chrono::steady_clock::time_point deadline, Condition condition);
    Run &root() { return m_parent ? m_parent->root() : *this; }
    std::vector<Assigns> takePosts(); // home thread
    void note();
    static void send(RunPtr run, Parcel::Kind kind);
    /// The result of its future is there. False if somebody was faster.
    bool finishFuture();
    void finish();
    /// What it holds goes here and now, since nobody will look at it; a handle may keep the run.
    void dropHeld();
    void cancelPending();
    /// Where it runs synchronously: the time of its root is over.
    void timeOutHere();
    void averageProgress(const QString &text);
    void keepSnapshot(const Snapshot &snapshot);
    void endChild();

    const QString m_name;
    const Policy m_policy;
    const Lane m_lane;
    const Priority m_priority;
    const OnDestroyed m_onDestroyed;
    bool m_talkative = false; // the functor takes a context; set before it starts
    bool m_wantsState = false; // from its start on; set before it starts
    bool m_synchronous = false; // set before it starts
    bool m_returnedFuture = false; // worker
    bool m_called = false; // worker; in this attempt
    bool m_isCoroutine = false; // set before it starts
    bool m_sourceCanceled = false; // home thread: its future was canceled by somebody else
    std::atomic<Phase> m_phase{Phase::Queued};
    std::atomic<bool> m_canceled{false};
    std::atomic<bool> m_watched{false}; // somebody wants to see it change from queued to running
    std::atomic<bool> m_noted{false};
    std::atomic<double> m_progress{-1};
    std::atomic<Talk *> m_talk{nullptr}; // what only talkative runs need
    std::atomic<RunRecord *> m_record{nullptr}; // only if somebody looks; made by the home thread
    std::unique_ptr<Timing> m_timing; // what only runs with such options need

    // Written by the worker, read at home after the result's parcel arrived.
    Assigns m_result;
    std::unique_ptr<Failure> m_failure;

    // Home thread.
    std::unique_ptr<Failure> m_refusal; // the home thread's; the worker may still write m_failure
    Outcome m_outcome = Outcome::None;
    bool m_isCurrent = false; // the one of its name that the table's index has
    std::atomic<bool> m_held{false}; // it waits for its time or its turn
    TaskTable *m_table = nullptr; // null once there is an outcome
    Run *m_previousLive = nullptr;
    Run *m_nextLive = nullptr;
    Run *m_older = nullptr; // of the same name, in a ring: the newest one's newer is the oldest
    Run *m_newer = nullptr;
    quint32 m_nameHash = 0;
    std::atomic<bool> m_childEnded{false};

    // Set before it starts.
    Inbox *m_inbox = nullptr;
    std::shared_ptr<Gate> m_gate; // of talkative runs
    RunPtr m_parent; // of a child in a gather
    Suspension *m_suspension = nullptr; // of a coroutine, on its thread
    Family *m_family = nullptr; // alive until the child has ended

    // Under the lock of the lane, or of the stepper.
    Run *m_nextQueued = nullptr;
};

} // namespace Aside::Detail
