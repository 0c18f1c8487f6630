// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "lifeline_p.h"
#include "load.h"
#include "loadof.h"
#include "run.h"
#include "runindex_p.h"
#include "stream.h"
#include "timers_p.h"

#include <QHash>
#include <QVariantMap>

#include <atomic>
#include <memory>
#include <vector>

namespace Aside {
class TaskObserver;
class ViewModel;
}

namespace Aside::Detail {

/// The live runs of one ViewModel, by name; it decides what starts, and what lands. Home thread.
class TaskTable
{
public:
    explicit TaskTable(ViewModel &viewModel);
    ~TaskTable();
    Q_DISABLE_COPY_MOVE(TaskTable)

    static TaskTable &of(ViewModel &viewModel);

    /// Starts \a run by its options. Returns the run that its handle is to name: itself, the one in its
    /// way, or null if there is none.
    RunPtr start(const RunPtr &run);
    /// Starts a load, which takes its keys over from those before; see start().
    RunPtr load(const QExplicitlySharedDataPointer<Load> &load, const LoadOptions &options);
    RunPtr stream(const QExplicitlySharedDataPointer<Stream> &stream);
    void cancelLoad(const QStringList &keys);
    void disown(Load &load);
    /// What it throws is told as a handler's.
    void commitQuietly(Assigns changes);
    void cancel(const QString &name);
    void cancel(Run &run);
    /// The same, of whichever table; false if it has left that already.
    static bool cancelLive(Run &run);
    /// Ends it as \a outcome; its result is dropped.
    void drop(Run &run, Outcome outcome);
    void cancelAll();
    /// The application leaves.
    void quit();

    // From the mailbox.
    void land(Run &run);
    void takeNote(Run &run);
    void commitPost(Run &run, Assigns changes);
    /// Tells views and listeners what the drain changed and which runs have ended.
    void flush();

    TaskObserver *observer(const QString &name);
    QVariantMap describe();
    void setWatched() { m_watched = true; }

    /// Signals of the ViewModel that somebody listens to.
    enum Signal : quint8 { Started = 1, Progressed = 2, Ended = 4 };
    void setListenedTo(Signal signal) { m_listenedTo.fetch_or(signal); }
    /// Has the registry know all that is live.
    void record();

    bool isConnected() const { return m_connected; }
    void setConnected(bool connected) { m_connected = connected; }
    /// Nothing runs, and nothing is left to be told.
    bool isIdle() const { return !m_firstLive && m_ended.empty() && !m_touched; }
    /// The ViewModel moves to another thread: what runs is canceled, and the mailbox is left.
    void leaveThread();
    /// It has moved.
    void enterThread();

    /// The store has notifications: have flush() called, once, when it is time.
    void touch();
    bool isDraining() const;
    /// Until when what comes home may be applied in one go.
    Clock::Time deadline() const;
    void fail(Run &run, Failure failure);
    const std::shared_ptr<Gate> &gate();

private:
    friend class Mailbox;

    Mailbox &mailbox();
    /// Whether it is the only one of its name.
    bool link(Run &run);
    /// Takes the run out of the table: nothing of it lands from here on. Returns the one whose turn it is now.
    Run *unlink(Run &run);
    void cancel(std::vector<RunPtr> runs);
    void end(const RunPtr &run, Outcome outcome);
    void commitResult(const RunPtr &run);
    static QString statusOf(const Run &run);

    // By its options.
    bool isTooSoon(Run &run);
    void keepQuiet(const QString &name, Clock::Time until);
    void schedule(Run &run);
    void supersedeOlder(Run &run);
    void waitUntil(Run &run, Clock::Time when, void (TaskTable::*then)(Run &));
    void becomeDue(Run &run);
    void release(Run &run);
    void executeHere(const RunPtr &run);
    void armTimeout(Run &run);
    void timeOut(Run &run);
    bool retry(Run &run);

    // For those who look at runs.
    RunRecord &recordOf(Run &run, bool startsNow = false);
    void list(Run &run);
    void noteStart(Run &run);
    void noteProgress(Run &run);
    static void noteEnd(Run &run, Mailbox &mailbox);
    void tellProgressedRuns();
    bool isListenedTo(Signal signal) const { return m_listenedTo.load(std::memory_order_relaxed) & signal; }
    bool isLookedAt() const;

    void tellProgress();
    void tellEnded();
    void tell(Run &run);
    void noteChange();

    ViewModel &m_viewModel;
    std::shared_ptr<Mailbox> m_mailbox;
    std::shared_ptr<Gate> m_gate;
    size_t m_place = 0; // in the mailbox
    bool m_touched = false;
    bool m_connected = true;
    std::atomic<bool> m_watched = false; // somebody has read _async
    std::atomic<quint8> m_listenedTo = 0; // Signals
    bool m_changed = false; // _async has, since it was told last
    Run *m_firstLive = nullptr; // each holds a reference
    RunIndex m_runs;
    QHash<QString, Load *> m_loads; // the live load of each key
    QHash<QString, Clock::Time> m_quietUntil; // of names with Edge::Leading, or with a throttle
    QHash<QString, TaskObserver *> m_observers;
    std::vector<TaskObserver *> m_progressed; // not told yet
    std::vector<RunPtr> m_progressedRuns; // not told yet
    std::vector<RunPtr> m_ended; // not told yet, from m_told on
    size_t m_told = 0;
    Lifeline::Anchor m_anchor;
};

} // namespace Aside::Detail
