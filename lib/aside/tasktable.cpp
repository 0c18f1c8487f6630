// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "tasktable_p.h"

#include "logging_p.h"
#include "mailbox_p.h"
#include "scheduler_p.h"
#include "settings.h"
#include "store_p.h"
#include "taskobserver.h"
#include "viewmodel.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Aside::Detail {

TaskTable::TaskTable(ViewModel &viewModel)
    : m_viewModel(viewModel)
{
}

TaskTable::~TaskTable()
{
    // Silent: those who would listen see an object that is half gone.
    while (m_firstLive) {
        const RunPtr run(m_firstLive);
        unlink(*run);
        run->m_outcome = Outcome::Canceled;
        if (run->options().onDestroyed == OnDestroyed::Cancel)
            mailbox().stop(run);
    }
    if (m_mailbox)
        m_mailbox->remove(*this);
}

bool TaskTable::start(const RunPtr &run)
{
    if (!m_connected || !Scheduler::instance().isOpen())
        return false;

    run->m_inbox = mailbox().inbox();
    run->m_table = this;
    run->m_synchronous = !isAsync();
    run->m_watched = m_watched.load();
    run->m_nextLive = m_firstLive;
    if (m_firstLive)
        m_firstLive->m_previousLive = run.data();
    m_firstLive = run.data();
    run->ref.ref();

    const RunPtr before(m_current.replace(*run));
    if (!run->m_synchronous)
        Scheduler::instance().lane().add(run);
    if (!m_observers.isEmpty()) {
        if (TaskObserver *const observer = m_observers.value(run->name()))
            Store::guarded(m_viewModel, [observer] { observer->start(); });
    }
    // From here on listeners may have ended the run, or destroyed the ViewModel: either clears m_table.
    if (before && run->m_table) {
        unlink(*before);
        end(before, Outcome::Superseded);
    }
    if (run->m_table)
        noteChange();
    if (run->m_synchronous && run->m_table) {
        run->execute();
        // What threads of the functor's own have told.
        if (run->m_noted.exchange(false) && run->m_table)
            takeNote(*run);
        if (run->m_table)
            land(*run);
        run->m_result = {};
    }
    return true;
}

void TaskTable::cancel(const QString &name)
{
    if (Run *const run = m_current.find(name))
        cancel(*run);
}

void TaskTable::cancel(Run &run)
{
    const RunPtr canceled(&run);
    unlink(run);
    end(canceled, Outcome::Canceled);
}

void TaskTable::cancelAll()
{
    const Lifeline life(m_anchor);
    std::vector<RunPtr> runs;
    for (Run *run = m_firstLive; run; run = run->m_nextLive)
        runs.emplace_back(run);
    // Oldest first; what is told of one may start others, which are not meant.
    for (auto run = runs.rbegin(); run != runs.rend() && !life.isCut(); ++run) {
        if ((*run)->m_table)
            cancel(**run);
    }
}

void TaskTable::land(Run &landed)
{
    const RunPtr run(&landed);
    unlink(landed);
    if (run->m_failure) {
        end(run, Outcome::Failed);
        return;
    }
    const Lifeline life(m_anchor);
    try {
        m_viewModel.commit(std::move(run->m_result));
    } catch (...) {
        run->m_refusal = std::make_unique<Failure>(Failure::fromCurrentException(Failure::Kind::Refused));
        run->m_result = {};
        end(run, Outcome::Failed);
        return;
    }
    run->m_result = {}; // a handle may keep the run
    // Where nothing is deferred, the commit has told its listeners, and one may have destroyed this.
    if (!life.isCut())
        end(run, Outcome::Ok);
    else
        run->m_outcome = Outcome::Ok;
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
        run->m_refusal = std::make_unique<Failure>(Failure::fromCurrentException(Failure::Kind::Refused));
        unlink(*run);
        end(run, Outcome::Failed);
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
        if (const Run *const run = m_current.find(name)) {
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
    for (Run *live = m_firstLive; live; live = live->m_nextLive) {
        Run &run = *live;
        if (!run.m_isCurrent)
            continue; // about to be superseded
        // In this order: either this sees that it runs, or the run sees that it has to tell.
        run.m_watched.store(true);
        const bool queued = run.m_phase.load() == Run::Phase::Queued;
        tasks.insert(run.name(), QVariantMap{{u"status"_s, queued ? u"queued"_s : u"running"_s},
                                              {u"progress"_s, run.progress()},
                                              {u"text"_s, run.progressText()}});
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
    if (m_mailbox) {
        m_mailbox->remove(*this);
        m_mailbox.reset();
        m_touched = false;
        m_changed = false;
    }
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
    }
    return *m_mailbox;
}

void TaskTable::unlink(Run &run)
{
    m_current.remove(run);
    (run.m_previousLive ? run.m_previousLive->m_nextLive : m_firstLive) = run.m_nextLive;
    if (run.m_nextLive)
        run.m_nextLive->m_previousLive = run.m_previousLive;
    run.m_previousLive = run.m_nextLive = nullptr;
    run.m_table = nullptr;
    run.ref.deref(); // the table's reference; the caller holds another
}

void TaskTable::end(const RunPtr &run, Outcome outcome)
{
    run->m_outcome = outcome;
    m_ended.push_back(run);
    if (outcome != Outcome::Ok)
        mailbox().stop(run);
    noteChange();
    if (isDraining())
        touch();
    else
        tellEnded();
}

void TaskTable::tellProgress()
{
    const Lifeline life(m_anchor);
    const auto progressed = std::exchange(m_progressed, {});
    for (TaskObserver *const observer : progressed) {
        const RunPtr run(life.isCut() ? nullptr : m_current.find(observer->name()));
        if (run)
            Store::guarded(m_viewModel, [&] { observer->setProgress(run->progress(), run->progressText()); });
    }
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
    if (!m_observers.isEmpty() && !m_current.find(run.name())) {
        if (TaskObserver *const observer = m_observers.value(run.name()))
            Store::guarded(m_viewModel, [&] { observer->end(run.m_outcome, run); });
    }
    if (run.m_outcome == Outcome::Failed) {
        const Failure failure = run.failure();
        qCWarning(lcTask).nospace() << "task " << run.name() << " failed: " << qUtf8Printable(failure.message());
        if (!life.isCut())
            Store::guarded(m_viewModel, [&] { Q_EMIT m_viewModel.taskFailed(run.name(), failure); });
    }
    if (!life.isCut())
        Store::guarded(m_viewModel, [&] { Q_EMIT m_viewModel.taskFinished(run.name(), run.m_outcome); });
}

void TaskTable::noteChange()
{
    if (m_watched && !std::exchange(m_changed, true))
        touch();
}

} // namespace Aside::Detail
