// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "run.h"
#include "runrecord_p.h"
#include "timers_p.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace Aside::Detail {

class Mailbox;

/// Gives up what a parcel holds, unopened.
void discard(Parcel &parcel);

/// The end of a mailbox that workers see: a list without locks, and one wake-up for many parcels.
/// Never freed, since late runs may still hold it; there are as many as home threads at one time.
class Inbox
{
public:
    /// One that no mailbox uses.
    static Inbox *acquire(Mailbox *mailbox);
    void release();
    /// Where a run that has started comes home to.
    static Inbox *of(const Run &run) { return run.m_inbox; }

    /// Any thread. Takes over one reference to the parcel's run.
    void push(Parcel &parcel);
    /// Home thread: all that has come, oldest first.
    Parcel *takeAll();
    bool isEmpty() const { return !m_newest.load(); }
    /// Makes drain() run soon, once for any number of calls. Any thread.
    void wake();
    void setAwake() { m_wakePending.store(false); }
    /// Has \a function called on the thread of the mailbox, soon; not at all if that has gone. Any thread.
    void call(std::function<void(Mailbox &)> function);
    std::vector<std::function<void(Mailbox &)>> takeCalls();
    /// Whether the calling thread is that of the mailbox.
    bool isHome() const { return m_home.load() == QThread::currentThreadId(); }
    /// Throws ImmutableStateError on any thread but that of the mailbox.
    void checkThread(const char *action) const;
    /// Has it called for the mailboxes of all other threads, there, soon.
    static void callElsewhere(void (Mailbox::*function)());

private:
    void discardAll();

    std::atomic<Parcel *> m_newest = nullptr;
    std::atomic<bool> m_wakePending = false;
    std::atomic<Qt::HANDLE> m_home = nullptr;
    std::mutex m_mutex;
    Mailbox *m_mailbox = nullptr;
    // Handed over by the mutex above and not within an event of Qt's, so that a thread sanitizer sees it.
    std::vector<std::function<void(Mailbox &)>> m_calls;
};

/// How results come home: one for each home thread, shared by its ViewModels.
///
/// drain() applies what has come, in order, until the frame budget is used up; then it tells views
/// what changed, and goes on after the event loop has served others.
class Mailbox : public QObject
{
    Q_OBJECT

public:
    static std::shared_ptr<Mailbox> ofCurrentThread();
    ~Mailbox() override;

    Inbox *inbox() const { return m_inbox; }
    Timers &timers() { return m_timers; }
    /// Calls what is due of the timers, as a drain does.
    void fire();
    bool isDraining() const { return m_draining > 0; }
    std::chrono::steady_clock::time_point drainEnd() const { return m_drainEnd; }
    /// Whether parcels or tables wait for the next drain.
    bool hasMore() const { return m_waiting || !m_touched.empty() || !m_news.isEmpty() || !m_inbox->isEmpty(); }

    void add(TaskTable &table);
    void remove(TaskTable &table);
    /// The table has something to tell: its flush() is called at the end of the drain, or soon.
    void touch(TaskTable &table);
    /// Cancels a run that has its outcome; names it in the log if it goes on for cancelGrace().
    void stop(const RunPtr &run);
    void cancelEverything();
    /// What the registry's listeners are to be told, at the end of the drain or soon.
    News &news();
    /// Has the registry know all live runs, of all threads: here at once, elsewhere soon.
    static void recordEverywhere();

Q_SIGNALS:
    /// Emitted by workers, at most once until drain() runs.
    void wakeUp();
    /// Emitted by any thread, at most once until makeCalls() runs.
    void called();
    /// After each drain, with the number of parcels that it took.
    void drained(int parcels);

private:
    struct Canceled
    {
        RunPtr run;
        std::chrono::steady_clock::time_point deadline;
    };

    Mailbox();
    void drain();
    void makeCalls();
    void open(Parcel &parcel);
    void watchStubborn(Clock::Time deadline);
    Parcel *next();
    void flush();
    void nameTheStubborn();
    void record();

    Inbox *const m_inbox;
    Parcel *m_waiting = nullptr;
    int m_draining = 0;
    std::chrono::steady_clock::time_point m_drainEnd;
    std::vector<TaskTable *> m_tables;
    std::vector<TaskTable *> m_touched; // null where one died
    size_t m_flushed = 0;
    News m_news;
    std::vector<Canceled> m_canceled;
    size_t m_sweepAt = 64; // entries of m_canceled
    Timers m_timers;
    Timers::Key m_stubbornTimer;
};

} // namespace Aside::Detail
