// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// What TaskTable does by the options of a run: when it starts, and when it is tried again or given up.

#include "tasktable_p.h"

#include "logging_p.h"
#include "mailbox_p.h"
#include "options_p.h"
#include "scheduler_p.h"
#include "store_p.h"
#include "talk_p.h"

#include <QRandomGenerator>
#include <QScopedValueRollback>
#include <QVarLengthArray>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Aside::Detail {

namespace {

/// Runs whose turn has come, of the outermost call on this thread that is to call them.
thread_local std::vector<RunPtr> *t_turns = nullptr;

/// The clock overflows at its end; nobody waits for longer than this.
Clock::Time later(Clock::Time time, std::chrono::milliseconds wait)
{
    return time + std::min<std::chrono::milliseconds>(wait, 24h * 365 * 100);
}

} // namespace

bool TaskTable::isTooSoon(Run &run)
{
    const TaskOptions &options = run.m_timing->options;
    const bool leading = options.debounce.wait > 0ms && options.debounce.edge == Edge::Leading;
    const bool dropped = options.throttle > 0ms && options.policy == Policy::Drop;
    if (!leading && !dropped)
        return false;
    const auto now = Clock::now();
    const bool tooSoon = m_quietUntil.contains(run.name()) && now < m_quietUntil.value(run.name());
    if (leading)
        keepQuiet(run.name(), later(now, options.debounce.wait));
    return tooSoon;
}

void TaskTable::keepQuiet(const QString &name, Clock::Time until)
{
    // Before it grows, so that this costs no more than a few steps a name.
    if (m_quietUntil.size() >= std::max<qsizetype>(64, m_quietUntil.capacity())) {
        m_quietUntil.removeIf([now = Clock::now()](const auto &entry) { return *entry <= now; });
        m_quietUntil.squeeze();
        m_quietUntil.reserve(2 * m_quietUntil.size());
    }
    m_quietUntil.insert(name, until);
}

void TaskTable::schedule(Run &run)
{
    if (run.m_timing) {
        const auto now = Clock::now();
        const TaskOptions &options = run.m_timing->options;
        if (options.debounce.wait > 0ms && options.debounce.edge == Edge::Trailing) {
            waitUntil(run, later(now, options.debounce.wait), &TaskTable::becomeDue);
            return;
        }
        if (options.throttle > 0ms && m_quietUntil.contains(run.name()) && now < m_quietUntil.value(run.name())) {
            waitUntil(run, m_quietUntil.value(run.name()), &TaskTable::becomeDue);
            return;
        }
        if (options.throttle > 0ms)
            keepQuiet(run.name(), later(now, options.throttle));
    }
    if (run.policy() == Policy::Queue && run.m_older != &run)
        run.m_held = true;
    else
        Scheduler::instance().add(RunPtr(&run));
}

void TaskTable::supersedeOlder(Run &run)
{
    // A throttled run that waits leaves the one that runs alone, so that something lands meanwhile; also
    // while that one waits for its next attempt.
    const bool onlyWaiting = run.m_timing && run.m_timing->options.throttle > 0ms && run.m_timing->wait.number != 0;
    QVarLengthArray<RunPtr, 4> older; // newest first
    for (Run *other = run.m_older; !other->m_isCurrent; other = other->m_older) {
        const bool waits = other->m_held && !(other->m_timing && other->m_timing->attempts > 1);
        if (waits || !onlyWaiting)
            older.emplace_back(other);
    }
    // None of them takes the turn of another.
    for (const RunPtr &other : older)
        other->m_held = false;
    // What is told of one may end others, and destroy this.
    for (auto other = older.rbegin(); other != older.rend(); ++other) {
        if ((*other)->m_table)
            drop(**other, Outcome::Superseded);
        else
            (*other)->cancel();
    }
}

void TaskTable::waitUntil(Run &run, Clock::Time when, void (TaskTable::*then)(Run &))
{
    run.m_held = true;
    run.m_timing->wait = mailbox().timers().add(when, [this, &run, then] {
        const RunPtr alive(&run);
        run.m_timing->wait = {};
        (this->*then)(run);
    });
}

void TaskTable::becomeDue(Run &run)
{
    const RunPtr alive(&run);
    const TaskOptions &options = run.m_timing->options;
    if (options.throttle > 0ms)
        keepQuiet(run.name(), later(Clock::now(), options.throttle));
    if (options.policy == Policy::Supersede)
        supersedeOlder(run);
    if (run.m_table)
        release(run);
}

void TaskTable::release(Run &run)
{
    // What is told while one ends may end others, too, and so give the same run its turn again.
    if (!run.m_held.exchange(false))
        return;
    const RunPtr released(&run);
    if (!run.m_synchronous) {
        Scheduler::instance().add(released);
        noteChange();
        if (run.m_record.load(std::memory_order_relaxed)) [[unlikely]]
            noteProgress(run);
    } else if (t_turns) {
        t_turns->push_back(released);
    } else {
        executeHere(released);
    }
}

void TaskTable::executeHere(const RunPtr &run)
{
    // In a loop: in a recursion, many that wait for each other would use up the stack.
    std::vector<RunPtr> turns{run};
    const QScopedValueRollback outer(t_turns, &turns);
    for (size_t i = 0; i < turns.size(); ++i) {
        const RunPtr next = std::exchange(turns[i], {});
        if (!next->m_table)
            continue; // canceled
        Run::executeHere(next);
        // What threads of the functor's own have told.
        if (next->m_noted.exchange(false) && next->m_table)
            next->m_table->takeNote(*next);
        if (next->m_table && next->m_timing && next->m_timing->timedOut)
            next->m_table->timeOut(*next);
        else if (next->m_table)
            next->m_table->land(*next);
        if (!next->m_table && next->outcome() != Outcome::Ok)
            next->dropResult(); // of one that ended while it ran
    }
}

void TaskTable::armTimeout(Run &run)
{
    Run::Timing &timing = *run.m_timing;
    if (timing.options.timeout == 0ms || timing.timeout.number != 0 || run.m_synchronous || timing.began.load() == Clock::Time())
        return;
    timing.timeout = mailbox().timers().add(later(timing.began.load(), timing.options.timeout), [this, &run] {
        const RunPtr alive(&run);
        // How it has ended in time counts, however late the home thread comes to it.
        const Run::Timing &own = *run.m_timing;
        if (run.phase() != Run::Phase::Done || (run.m_failure && own.attempts <= own.options.retry.times))
            timeOut(run);
    });
}

void TaskTable::timeOut(Run &run)
{
    fail(run, Failure(Failure::Kind::Timeout, u"took longer than %1 ms"_s.arg(run.m_timing->options.timeout.count())));
}

bool TaskTable::retry(Run &run)
{
    if (!run.m_timing || run.m_timing->attempts > run.m_timing->options.retry.times)
        return false;
    const RunPtr alive(&run);
    Run::Timing &timing = *run.m_timing;
    const Retry &options = timing.options.retry;
    if (options.when) {
        bool again = false;
        Store::guarded(m_viewModel, [&] { again = options.when(*run.m_failure); });
        if (!run.m_table)
            return true; // it has been canceled there
        if (!again) {
            run.destroyFunctor();
            return false;
        }
    }
    const auto delay = jittered(options, timing.attempts, QRandomGenerator::global()->generateDouble());
    if (run.m_synchronous && timing.options.timeout > 0ms && (timing.slept += delay) >= timing.options.timeout) {
        timeOut(run);
        return true;
    }
    qCDebug(lcTask).nospace() << "task " << run.name() << " failed: " << qUtf8Printable(run.m_failure->message())
                              << "; retry " << timing.attempts << " of " << options.times << " in " << delay.count() << " ms";
    ++timing.attempts;
    run.m_failure.reset();
    run.dropResult();
    run.m_called = false;
    run.m_phase.store(Run::Phase::Queued);
    if (run.m_synchronous) {
        run.m_held = true;
        release(run);
    } else {
        waitUntil(run, later(Clock::now(), delay), &TaskTable::release);
    }
    return true;
}

QString TaskTable::statusOf(const Run &run)
{
    if (run.m_held)
        return u"waiting"_s;
    return run.phase() == Run::Phase::Queued ? u"queued"_s : u"running"_s;
}

} // namespace Aside::Detail
