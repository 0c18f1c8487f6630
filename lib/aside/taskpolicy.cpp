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

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Aside::Detail {

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
        keepQuiet(run.name(), now + options.debounce.wait);
    return tooSoon;
}

void TaskTable::keepQuiet(const QString &name, Clock::Time until)
{
    if (m_quietUntil.size() >= 64)
        m_quietUntil.removeIf([now = Clock::now()](const auto &entry) { return *entry <= now; });
    m_quietUntil.insert(name, until);
}

void TaskTable::schedule(Run &run)
{
    const auto now = Clock::now();
    if (run.m_timing) {
        const TaskOptions &options = run.m_timing->options;
        if (options.debounce.wait > 0ms && options.debounce.edge == Edge::Trailing) {
            waitUntil(run, now + options.debounce.wait, &TaskTable::becomeDue);
            return;
        }
        if (options.throttle > 0ms && m_quietUntil.contains(run.name()) && now < m_quietUntil.value(run.name())) {
            waitUntil(run, m_quietUntil.value(run.name()), &TaskTable::becomeDue);
            return;
        }
        if (options.throttle > 0ms)
            keepQuiet(run.name(), now + options.throttle);
    }
    if (run.policy() == Policy::Queue && run.m_older != &run)
        run.m_held = true;
    else
        Scheduler::instance().add(RunPtr(&run));
}

void TaskTable::supersedeOlder(Run &run)
{
    // A throttled run that waits leaves the one that runs alone, so that something lands meanwhile.
    const bool onlyWaiting = run.m_held && run.m_timing && run.m_timing->options.throttle > 0ms;
    Run *other = m_runs.find(run.name())->m_newer; // the oldest
    while (other != &run) {
        if (onlyWaiting && !other->m_held) {
            other = other->m_newer;
            continue;
        }
        drop(*other, Outcome::Superseded);
        if (!run.m_table)
            return; // one who was told has ended it
        other = m_runs.find(run.name())->m_newer;
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
    run.m_held = false;
    const TaskOptions &options = run.m_timing->options;
    if (options.throttle > 0ms)
        keepQuiet(run.name(), Clock::now() + options.throttle);
    if (options.policy == Policy::Supersede)
        supersedeOlder(run);
    if (run.m_table)
        release(run);
}

void TaskTable::release(Run &run)
{
    run.m_held = false;
    const RunPtr released(&run);
    if (run.m_synchronous) {
        executeHere(released);
    } else {
        Scheduler::instance().add(released);
        noteChange();
    }
}

void TaskTable::executeHere(const RunPtr &run)
{
    Run::executeHere(run);
    // What threads of the functor's own have told.
    if (run->m_noted.exchange(false) && run->m_table)
        takeNote(*run);
    if (run->m_table && run->m_timing && run->m_timing->timedOut)
        timeOut(*run);
    else if (run->m_table)
        land(*run);
    run->m_result = {};
}

void TaskTable::armTimeout(Run &run)
{
    Run::Timing &timing = *run.m_timing;
    if (timing.options.timeout == 0ms || timing.timeout.number != 0 || run.m_synchronous || timing.began.load() == Clock::Time())
        return;
    timing.timeout = mailbox().timers().add(timing.began.load() + timing.options.timeout, [this, &run] {
        const RunPtr alive(&run);
        // What it has returned in time lands, however late the home thread comes to it.
        if (run.phase() != Run::Phase::Done || run.m_failure)
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
    qCDebug(lcTask).nospace() << "task " << run.name() << " failed: " << qUtf8Printable(run.m_failure->message())
                              << "; retry " << timing.attempts << " of " << options.times << " in " << delay.count() << " ms";
    ++timing.attempts;
    run.m_failure.reset();
    run.m_result = {};
    run.m_phase.store(Run::Phase::Queued);
    if (run.m_synchronous)
        release(run);
    else
        waitUntil(run, Clock::now() + delay, &TaskTable::release);
    return true;
}

QString TaskTable::statusOf(const Run &run)
{
    if (run.m_held)
        return u"waiting"_s;
    return run.phase() == Run::Phase::Queued ? u"queued"_s : u"running"_s;
}

} // namespace Aside::Detail
