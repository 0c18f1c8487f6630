// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "tasktable_p.h"

#include "gate_p.h"
#include "logging_p.h"
#include "mailbox_p.h"
#include "runrecord_p.h"
#include "scheduler_p.h"
#include "settings.h"
#include "store_p.h"
#include "talk_p.h"
#include "taskobserver.h"
#include "tracer_p.h"
#include "viewmodel.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Aside::Detail {

namespace {

Failure refusal()
{
    try {
        throw;
    } catch (const ContractError &) {
        return Failure::fromCurrentException(Failure::Kind::Contract);
    } catch (...) {
        return Failure::fromCurrentException(Failure::Kind::Refused);
    }
}

} // namespace

TaskTable::TaskTable(ViewModel &viewModel)
    : m_viewModel(viewModel)
{
}

TaskTable &TaskTable::of(ViewModel &viewModel)
{
    return *viewModel.m_tasks;
}

TaskTable::~TaskTable()
{
    if (m_gate)
        m_gate->close();
    // Silent: those who would listen see an object that is half gone.
    while (m_firstLive) {
        const RunPtr run(m_firstLive);
        const RunSlice slice(*run, RunSlice::End);
        unlink(*run);
        run->m_outcome = Outcome::Canceled;
        noteEnd(*run, mailbox());
        run->tell(nullptr);
        if (run->onDestroyed() == OnDestroyed::Cancel || run->m_held)
            mailbox().stop(run);
    }
    // Those that have ended, but are not told: else a worker might be the last to hold their handlers.
    for (; m_told < m_ended.size(); ++m_told)
        m_ended[m_told]->tell(nullptr);
    if (m_mailbox)
        m_mailbox->remove(*this);
}

inline bool TaskTable::isLookedAt() const
{
    return Watchers::any() || m_listenedTo.load(std::memory_order_relaxed) != 0 || lcTask().isDebugEnabled();
}

RunPtr TaskTable::start(const RunPtr &run)
{
    if (!m_connected || !Scheduler::instance().isOpen())
        return {};
    if (run->policy() == Policy::Drop) {
        if (Run *const inTheWay = m_runs.find(run->name()))
            return RunPtr(inTheWay);
    }
    run->m_synchronous = !isAsync();
    if (run->m_timing && !run->m_synchronous && isTooSoon(*run))
        return {};

    run->m_inbox = mailbox().inbox();
    if (m_watched.load())
        run->m_watched = true;
    if (run->m_talkative)
        run->m_gate = gate();
    if (run->m_wantsState)
        run->keepSnapshot(m_viewModel.snapshot());
    const bool isAlone = link(*run);
    const bool isLooked = isLookedAt();
    if (isLooked) [[unlikely]]
        list(*run);
    const RunSlice slice(*run, RunSlice::Start);
    if (!run->m_synchronous)
        schedule(*run);
    else
        run->m_held = run->policy() == Policy::Queue && !isAlone;
    if (!m_observers.isEmpty()) {
        if (TaskObserver *const observer = m_observers.value(run->name()))
            Store::guarded(m_viewModel, [observer] { observer->start(); });
    }
    if (isLooked && run->m_table) [[unlikely]]
        noteStart(*run);
    if (run->m_table)
        run->begin(m_viewModel);
    // Up to here listeners may have ended the run, or destroyed the ViewModel: either clears m_table.
    if (!isAlone && run->m_table && run->policy() == Policy::Supersede)
        supersedeOlder(*run);
    if (run->m_table)
        noteChange();
    if (run->m_synchronous && run->m_table && !run->m_held)
        executeHere(run);
    return run;
}

void TaskTable::cancel(const QString &name)
{
    std::vector<RunPtr> runs;
    if (Run *const newest = m_runs.find(name)) {
        Run *run = newest;
        do {
            run = run->m_newer;
            runs.emplace_back(run);
        } while (run != newest);
    }
    cancel(std::move(runs));
}

void TaskTable::cancel(std::vector<RunPtr> runs)
{
    // Those that wait go first, so that none of them takes the turn of one that goes.
    std::stable_partition(runs.begin(), runs.end(), [](const RunPtr &run) { return run->isHeld(); });
    const Lifeline life(m_anchor);
    // What is told of one may end others, and start some that are not meant.
    for (const RunPtr &run : runs) {
        if (!life.isCut() && run->m_table)
            cancel(*run);
    }
}

void TaskTable::cancel(Run &run)
{
    drop(run, Outcome::Canceled);
}

bool TaskTable::cancelLive(Run &run)
{
    if (!run.m_table)
        return false;
    run.m_table->cancel(run);
    return true;
}

void TaskTable::drop(Run &run, Outcome outcome)
{
    const RunPtr dropped(&run);
    const RunSlice slice(run, RunSlice::End);
    Run *const next = unlink(run);
    const Lifeline life(m_anchor);
    const RunPtr itsTurn(next);
    end(dropped, outcome);
    if (itsTurn && itsTurn->m_table && !life.isCut())
        release(*itsTurn);
}

void TaskTable::cancelAll()
{
    std::vector<RunPtr> runs;
    for (Run *run = m_firstLive; run; run = run->m_nextLive)
        runs.emplace_back(run);
    std::reverse(runs.begin(), runs.end()); // oldest first
    cancel(std::move(runs));
}

void TaskTable::quit()
{
    if (m_gate && Scheduler::instance().isLeaving())
        m_gate->refuse();
    cancelAll();
}

void TaskTable::land(Run &landed)
{
    const RunPtr run(&landed);
    if (run->m_sourceCanceled) {
        cancel(landed);
        return;
    }
    if (run->hasMore(m_viewModel)) {
        run->ref.ref();
        run->m_inbox->push(static_cast<ResultParcel &>(*run));
        return;
    }
    const RunSlice slice(landed, RunSlice::End);
    if (!run->m_table || (run->m_failure && retry(landed)))
        return;
    const RunPtr next(unlink(landed));
    const Lifeline life(m_anchor);
    commitResult(run);
    if (next && next->m_table && !life.isCut())
        release(*next);
}

void TaskTable::commitResult(const RunPtr &run)
{
    if (run->m_failure) {
        end(run, Outcome::Failed);
        return;
    }
    const Lifeline life(m_anchor);
    try {
        Assigns changes = run->changes(m_viewModel);
        if (!changes.isEmpty())
            m_viewModel.commit(std::move(changes));
    } catch (...) {
        run->m_refusal = std::make_unique<Failure>(refusal());
        run->dropResult();
        end(run, Outcome::Failed);
        return;
    }
    run->m_result = {}; // a handle may keep the run
    // Where nothing is deferred, the commit has told its listeners, and one may have destroyed this.
    if (!life.isCut()) {
        end(run, Outcome::Ok);
    } else {
        run->m_outcome = Outcome::Ok;
        noteEnd(*run, *Mailbox::ofCurrentThread());
    }
}

void TaskTable::takeNote(Run &noted)
{
    const RunPtr run(&noted);
    for (Assigns &post : run->takePosts()) {
        if (run->m_table)
            commitPost(*run, std::move(post));
    }
    if (!run->m_table)
        return;
    if (run->m_timing)
        armTimeout(*run);
    run->progressed(m_viewModel);
    if (!run->m_table)
        return;
    if (run->m_record.load(std::memory_order_relaxed) || isListenedTo(Progressed)) [[unlikely]]
        noteProgress(*run);
    if (!run->m_table)
        return;
    if (TaskObserver *const observer = m_observers.value(run->name())) {
        m_progressed.push_back(observer);
        if (isDraining())
            touch();
        else
            tellProgress();
    }
    if (run->m_table)
        noteChange();
}

void TaskTable::commitPost(Run &posting, Assigns changes)
{
    const RunPtr run(&posting);
    try {
        m_viewModel.commit(std::move(changes));
    } catch (...) {
        fail(*run, refusal());
    }
}

void TaskTable::flush()
{
    const Lifeline life(m_anchor);
    m_touched = false;
    m_viewModel.m_store->flush();
    if (!life.isCut())
        tellProgress();
    if (!life.isCut())
        tellEnded();
    if (!life.isCut() && std::exchange(m_changed, false))
        Store::guarded(m_viewModel, [this] { Q_EMIT m_viewModel.asyncChanged(); });
}

TaskObserver *TaskTable::observer(const QString &name)
{
    TaskObserver *&observer = m_observers[name];
    if (!observer) {
        observer = new TaskObserver(name, &m_viewModel);
        if (const Run *const run = m_runs.find(name)) {
            observer->m_running = true;
            observer->m_progress = run->progress();
            observer->m_progressText = run->progressText();
        }
    }
    return observer;
}

QVariantMap TaskTable::describe()
{
    m_watched = true;
    QVariantMap tasks;
    QHash<QString, int> counts;
    for (Run *live = m_firstLive; live; live = live->m_nextLive) {
        // In this order: either this sees that it runs, or the run sees that it has to tell.
        live->m_watched.store(true);
        ++counts[live->name()];
    }
    for (auto name = counts.cbegin(); name != counts.cend(); ++name) {
        const Run &newest = *m_runs.find(name.key());
        tasks.insert(name.key(), QVariantMap{{u"status"_s, statusOf(newest)},
                                             {u"progress"_s, newest.progress()},
                                             {u"text"_s, newest.progressText()},
                                             {u"count"_s, *name}});
    }
    return tasks;
}

void TaskTable::leaveThread()
{
    const Lifeline life(m_anchor);
    // What a listener would start now would come home to the thread that is being left.
    const bool connected = std::exchange(m_connected, false);
    if (m_firstLive) {
        qCWarning(lcTask) << "a ViewModel was moved to another thread: its tasks are canceled";
        cancelAll();
    }
    const bool touched = m_touched;
    if (!life.isCut() && touched)
        flush();
    if (life.isCut())
        return;
    m_touched = touched; // the mailbox still lists it
    m_connected = connected;
    if (m_gate)
        m_gate->detach();
    if (m_mailbox) {
        m_mailbox->remove(*this);
        m_mailbox.reset();
        m_touched = false;
        m_changed = false;
    }
}

void TaskTable::enterThread()
{
    if (m_gate)
        mailbox();
}

const std::shared_ptr<Gate> &TaskTable::gate()
{
    if (!m_gate) {
        m_gate = std::make_shared<Gate>(m_viewModel);
        m_gate->attach(mailbox().inbox());
    }
    return m_gate;
}

Clock::Time TaskTable::deadline() const
{
    return isDraining() ? m_mailbox->drainEnd() : Clock::Time::max();
}

void TaskTable::touch()
{
    mailbox().touch(*this);
}

bool TaskTable::isDraining() const
{
    return m_mailbox && m_mailbox->isDraining();
}

Mailbox &TaskTable::mailbox()
{
    if (!m_mailbox) {
        m_mailbox = Mailbox::ofCurrentThread();
        m_mailbox->add(*this);
        if (m_gate)
            m_gate->attach(m_mailbox->inbox());
    }
    return *m_mailbox;
}

bool TaskTable::link(Run &run)
{
    run.m_table = this;
    run.m_nextLive = m_firstLive;
    if (m_firstLive)
        m_firstLive->m_previousLive = &run;
    m_firstLive = &run;
    run.ref.ref();
    return !m_runs.add(run);
}

Run *TaskTable::unlink(Run &run)
{
    if (run.m_timing) {
        mailbox().timers().remove(run.m_timing->wait);
        mailbox().timers().remove(run.m_timing->timeout);
    }
    Run *const newer = run.m_newer;
    m_runs.remove(run);
    (run.m_previousLive ? run.m_previousLive->m_nextLive : m_firstLive) = run.m_nextLive;
    if (run.m_nextLive)
        run.m_nextLive->m_previousLive = run.m_previousLive;
    run.m_previousLive = run.m_nextLive = nullptr;
    run.m_table = nullptr;
    run.ref.deref(); // the table's reference; the caller holds another
    const bool isItsTurn = newer != &run && newer->policy() == Policy::Queue && newer->m_held
        && newer->m_older->m_isCurrent // it is the oldest
        && !(newer->m_timing && newer->m_timing->wait.number != 0);
    return isItsTurn ? newer : nullptr;
}

void TaskTable::end(const RunPtr &run, Outcome outcome)
{
    run->m_outcome = outcome;
    if (run->record()) [[unlikely]]
        noteEnd(*run, mailbox());
    m_ended.push_back(run);
    if (outcome != Outcome::Ok)
        mailbox().stop(run);
    const Lifeline life(m_anchor);
    run->settle(m_viewModel);
    if (life.isCut())
        return;
    noteChange();
    if (isDraining())
        touch();
    else
        tellEnded();
}

void TaskTable::fail(Run &run, Failure failure)
{
    run.m_refusal = std::make_unique<Failure>(std::move(failure));
    drop(run, Outcome::Failed);
}

void TaskTable::tellProgress()
{
    const Lifeline life(m_anchor);
    const auto progressed = std::exchange(m_progressed, {});
    for (TaskObserver *const observer : progressed) {
        const RunPtr run(life.isCut() ? nullptr : m_runs.find(observer->name()));
        if (run)
            Store::guarded(m_viewModel, [&] { observer->setProgress(run->progress(), run->progressText()); });
    }
    if (!life.isCut())
        tellProgressedRuns();
}

void TaskTable::tellEnded()
{
    const Lifeline life(m_anchor);
    // By index, since a listener may end others, or open an event loop.
    while (!life.isCut() && m_told < m_ended.size()) {
        const RunPtr run = m_ended[m_told++];
        tell(*run);
    }
    if (!life.isCut()) {
        m_ended.clear();
        m_told = 0;
    }
}

void TaskTable::tell(Run &run)
{
    const Lifeline life(m_anchor);
    // Not while a newer run of that name goes on: to views, the task is still running then.
    if (!m_observers.isEmpty() && !m_runs.find(run.name())) {
        if (TaskObserver *const observer = m_observers.value(run.name()))
            Store::guarded(m_viewModel, [&] { observer->end(run.m_outcome, run); });
    }
    if (!life.isCut())
        Store::guarded(m_viewModel, [&] { run.tell(&m_viewModel); });
    else
        run.tell(nullptr);
    if (run.m_outcome == Outcome::Failed) {
        const Failure failure = run.failure();
        qCWarning(lcTask).nospace() << "task " << run.name() << " failed: " << qUtf8Printable(failure.message());
        if (!life.isCut())
            Store::guarded(m_viewModel, [&] { Q_EMIT m_viewModel.taskFailed(run.name(), failure); });
    }
    if (!life.isCut())
        Store::guarded(m_viewModel, [&] { Q_EMIT m_viewModel.taskFinished(run.name(), run.m_outcome); });
    if (!life.isCut() && isListenedTo(Ended)) [[unlikely]] {
        const TaskInfo info = recordOf(run).describeEnded(run);
        Store::guarded(m_viewModel, [&] { Q_EMIT m_viewModel.taskEnded(info); });
    }
}

void TaskTable::noteChange()
{
    if (m_watched && !std::exchange(m_changed, true))
        touch();
}

} // namespace Aside::Detail
