// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "run.h"
#include "waiter_p.h"

#include <QSet>
#include <QSharedData>
#include <QThread>

#include <atomic>
#include <exception>
#include <memory>
#include <mutex>

namespace Aside {
class ViewModel;
}

namespace Aside::Detail {

class Gate;
class Inbox;

/// One block on its way: asked for by a thread that waits, called on the home thread. What it may
/// change is under the lock of its waiter.
class Block : public QSharedData, public Parcel
{
public:
    /// \a asker is null for code that Aside did not start.
    Block(std::shared_ptr<Gate> gate, BlockCall call, RunPtr asker, std::shared_ptr<Waiter> waiter);
    ~Block();
    Q_DISABLE_COPY_MOVE(Block)

    Gate &gate() const { return *m_gate; }
    /// Nobody will ever open it: who waits hears that the ViewModel is gone.
    void abandon();

    // Who waits, under the lock.
    bool isOver() const { return m_phase == Phase::Over; }
    bool canWithdraw() const { return m_phase == Phase::Asked; }
    void withdraw() { m_phase = Phase::Over; }
    // Who waits, once it is over.
    const Snapshot &snapshot() const { return m_snapshot; }
    void rethrow() const;

private:
    friend class Gate;
    enum class Phase : quint8 { Asked, Called, Over };

    /// False if nobody waits for it any more.
    bool begin();
    void end(std::exception_ptr exception, const Snapshot &snapshot = {});

    const std::shared_ptr<Gate> m_gate;
    const BlockCall m_call;
    const RunPtr m_run;
    const std::shared_ptr<Waiter> m_waiter;
    Phase m_phase = Phase::Asked;
    std::exception_ptr m_exception;
    Snapshot m_snapshot;
};

using BlockPtr = QExplicitlySharedDataPointer<Block>;

/// Names a ViewModel for threads that are not its own, also when it is gone: blocks go through it.
class Gate : public std::enable_shared_from_this<Gate>
{
public:
    explicit Gate(ViewModel &viewModel);

    // Any thread.
    bool isGone() const { return m_gone.load(); }
    bool isHome() const { return m_home.load() == QThread::currentThreadId(); }
    /// Has the home thread call the block, soon. Throws StateGoneError.
    void submit(const BlockPtr &block);
    /// The block for code that Aside did not start.
    void modify(BlockCall call);
    [[noreturn]] static void throwGone();
    [[noreturn]] static void throwNested();

    // Home thread.
    /// The ViewModel's thread is served by \a inbox from here on.
    void attach(Inbox *inbox);
    /// The ViewModel is about to leave its thread.
    void detach();
    /// The ViewModel dies: who waits hears of it.
    void close();
    /// A block has arrived: calls it.
    void open(const BlockPtr &block, const Inbox *inbox);
    /// Calls \a call with the newest state, and commits what it assigns.
    void callHere(BlockCall call);
    Snapshot snapshot() const;

private:
    ViewModel *m_viewModel; // home thread
    bool m_inBlock = false; // home thread
    std::atomic<Qt::HANDLE> m_home;
    std::atomic<bool> m_gone = false;
    std::mutex m_mutex;
    Inbox *m_inbox = nullptr;
    QSet<Block *> m_asked; // each holds a reference
};

} // namespace Aside::Detail
