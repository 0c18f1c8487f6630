// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// What TaskTable does for those who look at runs: the registry, the log, and listeners of the ViewModel.

#include "tasktable_p.h"

#include "logging_p.h"
#include "mailbox_p.h"
#include "runrecord_p.h"
#include "store_p.h"
#include "viewmodel.h"

#include <utility>

namespace Aside::Detail {

RunRecord &TaskTable::recordOf(Run &run, bool startsNow)
{
    RunRecord *record = run.m_record.load(std::memory_order_relaxed);
    if (!record) {
        record = new RunRecord(m_viewModel, startsNow);
        run.m_record.store(record, std::memory_order_release);
        // Before it is handed to its lane, for those who want to hear that it runs.
        if (startsNow && Watchers::has(Watchers::Listeners))
            run.m_watched = true;
    }
    return *record;
}

void TaskTable::record()
{
    std::vector<Run *> runs;
    for (Run *run = m_firstLive; run; run = run->m_nextLive)
        runs.push_back(run);
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) { // oldest first
        RunRecord &record = recordOf(**run);
        (*run)->m_watched = true;
        if (!record.isListed)
            Books::add(**run, record);
    }
}

void TaskTable::list(Run &run)
{
    RunRecord &record = recordOf(run, true);
    if (Watchers::has(Watchers::Registry))
        Books::add(run, record);
}

void TaskTable::noteStart(Run &run)
{
    RunRecord &record = recordOf(run);
    if (Watchers::has(Watchers::Listeners))
        mailbox().news().start(run, record);
    qCDebug(lcTask).nospace() << "task " << run.name() << " started";
    if (isListenedTo(Started))
        Store::guarded(m_viewModel, [&] { Q_EMIT m_viewModel.taskStarted(run.name()); });
}

void TaskTable::noteProgress(Run &run)
{
    RunRecord &record = recordOf(run);
    if (Watchers::has(Watchers::Listeners))
        mailbox().news().progress(run, record);
    if (!isListenedTo(Progressed))
        return;
    m_progressedRuns.emplace_back(&run);
    if (isDraining())
        touch();
    else
        tellProgressedRuns();
}

void TaskTable::tellProgressedRuns()
{
    const Lifeline life(m_anchor);
    const auto progressed = std::exchange(m_progressedRuns, {});
    for (const RunPtr &run : progressed) {
        // Of several entries of one run, all but the first find nothing new.
        if (!life.isCut() && run->m_table && recordOf(*run).hasProgressed(*run)) {
            Store::guarded(m_viewModel, [&] {
                Q_EMIT m_viewModel.taskProgressed(run->name(), run->progress(), run->progressText());
            });
        }
    }
}

void TaskTable::noteEnd(Run &run, Mailbox &mailbox)
{
    RunRecord *const record = run.m_record.load(std::memory_order_relaxed);
    if (!record) [[likely]]
        return;
    record->setOver();
    if (record->isListed)
        Books::remove(*record);
    if (Watchers::has(Watchers::Listeners))
        mailbox.news().end(run, *record);
    if (lcTask().isDebugEnabled()) {
        const TaskInfo info = record->describeEnded(run);
        qCDebug(lcTask).nospace() << "task " << info.name << " ended: " << info.outcome << "; waited " << info.waited
                                  << " ms, ran " << info.ran << " ms";
    }
}

} // namespace Aside::Detail
