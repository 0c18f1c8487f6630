// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "lifeline_p.h"
#include "run.h"
#include "runindex_p.h"

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

/// The live runs of one ViewModel, by name; it decides what lands. Home thread.
class TaskTable
{
public:
    explicit TaskTable(ViewModel &viewModel);
    ~TaskTable();
    Q_DISABLE_COPY_MOVE(TaskTable)

    /// False, and nothing starts, if the ViewModel is disconnected or the application is leaving.
    bool start(const RunPtr &run);
    void cancel(const QString &name);
    void cancel(Run &run);
    void cancelAll();

    // From the mailbox.
    void land(Run &run);
    void takeNote(Run &run);
    void commitPost(Run &run, Assigns changes);
    /// Tells views and listeners what the drain changed and which runs have ended.
    void flush();

    TaskObserver *observer(const QString &name);
    QVariantMap describe();
    void setWatched() { m_watched = true; }

    bool isConnected() const { return m_connected; }
    void setConnected(bool connected) { m_connected = connected; }
    bool isIdle() const { return !m_firstLive; }
    /// The ViewModel moves to another thread: what runs is canceled, and the mailbox is left.
    void leaveThread();

    /// The store has notifications: have flush() called, once, when it is time.
    void touch();
    bool isDraining() const;

private:
    friend class Mailbox;

    Mailbox &mailbox();
    /// Takes the run out of the table: nothing of it lands from here on.
    void unlink(Run &run);
    void end(const RunPtr &run, Outcome outcome);
    void tellProgress();
    void tellEnded();
    void tell(Run &run);
    void noteChange();

    ViewModel &m_viewModel;
    std::shared_ptr<Mailbox> m_mailbox;
    size_t m_place = 0; // in the mailbox
    bool m_touched = false;
    bool m_connected = true;
    std::atomic<bool> m_watched = false; // somebody has read _async
    bool m_changed = false; // _async has, since it was told last
    Run *m_firstLive = nullptr; // each holds a reference
    RunIndex m_current;
    QHash<QString, TaskObserver *> m_observers;
    std::vector<TaskObserver *> m_progressed; // not told yet
    std::vector<RunPtr> m_ended; // not told yet, from m_told on
    size_t m_told = 0;
    Lifeline::Anchor m_anchor;
};

} // namespace Aside::Detail
