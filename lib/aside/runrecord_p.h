// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "run.h"
#include "taskinfo.h"
#include "timers_p.h"

#include <QList>

#include <atomic>
#include <vector>

namespace Aside::Detail {

/// False in a library built without ASIDE_TRACING: its runs have no code that traces.
#ifdef ASIDE_NO_TRACING
inline constexpr bool canTrace = false;
#else
inline constexpr bool canTrace = true;
#endif

/// Who wants to know of runs, in the whole process. A run that starts pays for one relaxed load of it.
class Watchers
{
public:
    enum Who : quint8 {
        Registry = 1, ///< it keeps books
        Listeners = 2, ///< of its signals
        Trace = 4, ///< one is written
    };

    static bool any() { return s_who.load(std::memory_order_relaxed) != 0; }
    static bool has(Who who) { return s_who.load(std::memory_order_relaxed) & who; }
    static void add(Who who) { s_who.fetch_or(who); }
    static void remove(Who who) { s_who.fetch_and(quint8(~who)); }

private:
    static inline std::atomic<quint8> s_who = 0;
};

/// What is known of a run only if somebody looks. The run owns it.
class RunRecord
{
public:
    /// Of a run that starts now, or that has started before, by nobody knows when.
    RunRecord(const ViewModel &viewModel, bool startsNow);
    /// Of a child in a gather, at which nobody but a trace looks.
    static RunRecord *ofChild(const RunRecord &parent) { return new RunRecord(parent.session, parent.id, parent.m_viewModel); }
    ~RunRecord();
    Q_DISABLE_COPY_MOVE(RunRecord)

    // Worker.
    void begin(const Run &run, bool first);
    /// The functor has returned; what it returned may have to be waited for.
    void setReturned(bool waits);
    void end();

    // Home thread.
    void setOver() { m_over = Clock::now(); }
    /// Whether its progress is another than that which this was last asked for.
    bool hasProgressed(const Run &run);
    TaskInfo describeEnded(const Run &run) const;

    /// Any thread, while it has no outcome.
    TaskInfo describeLive(const Run &run) const;

    const quint64 id;
    bool isNews = false; ///< home thread: its progress is to be told by the registry
    bool isListed = false; ///< home thread: the registry has it
    const quint32 session; ///< the trace that has its start; 0 if none has
    bool isTraced() const { return canTrace && session != 0; }
    const quint64 parent = 0; ///< of a child in a gather: the record of whom
    Outcome settled = Outcome::None; ///< under the lock of the tracer
    QString viewModel() const { return m_viewModel; }

private:
    RunRecord(quint32 session, quint64 parent, const QString &viewModel);
    TaskInfo describe(const Run &run) const;
    void setTimes(TaskInfo &info, Clock::Time now) const;

    const QString m_viewModel;
    const Clock::Time m_started; // Time() while unknown, as all of these
    std::atomic<Clock::Time> m_began{};
    std::atomic<Clock::Time> m_ended{};
    Clock::Time m_over;
    double m_progress = -1;
    QString m_progressText;
};

/// What the listeners of the registry are to be told of the runs of one home thread.
class News
{
public:
    bool isEmpty() const { return m_started.isEmpty() && m_progressed.empty() && m_ended.isEmpty(); }
    void start(const Run &run, const RunRecord &record) { m_started.append(record.describeLive(run)); }
    void progress(Run &run, RunRecord &record);
    void end(const Run &run, const RunRecord &record) { m_ended.append(record.describeEnded(run)); }
    void tell();

private:
    QList<TaskInfo> m_started;
    std::vector<RunPtr> m_progressed;
    QList<TaskInfo> m_ended;
};

/// The books of the registry. Any thread.
namespace Books {
void add(Run &run, RunRecord &record);
void remove(RunRecord &record);
}

} // namespace Aside::Detail
