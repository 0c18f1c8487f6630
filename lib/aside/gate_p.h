// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "run.h"
#include "waiter_p.h"

#include <QSharedData>

#include <atomic>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>

namespace Aside {
class ViewModel;
}

namespace Aside::Detail {

class Gate;
class Inbox;

/// A block that a thread waits for. What changes of it is under the lock of its waiter.
class Request
{
public:
    /// \a asker is null for code that Aside did not start.
    Request(BlockCall call, RunPtr asker, std::shared_ptr<Waiter> waiter);

    // Who waits, under the lock.
    bool isOver() const { return m_phase == Phase::Over; }
    bool canWithdraw() const { return m_phase == Phase::Asked; }
    void withdraw() { m_phase = Phase::Over; }
    // Who waits, once it is over.
    void rethrow();

private:
    friend class Gate;
    enum class Phase : quint8 { Asked, Called, Over };

    /// False if nobody waits for it any more.
    bool begin();
    void end(std::exception_ptr exception);

    const BlockCall m_call;
    const RunPtr m_run;
    const std::shared_ptr<Waiter> m_waiter;
    Phase m_phase = Phase::Asked;
    std::exception_ptr m_exception;
};

using RequestPtr = std::shared_ptr<Request>;

/// Carries a request to one inbox. If the ViewModel has moved when it arrives, another one is on its way
/// to where that is now.
class Block : public QSharedData, public Parcel
{
public:
    Block(std::shared_ptr<Gate> gate, RequestPtr request);
    ~Block();
    Q_DISABLE_COPY_MOVE(Block)

    Gate &gate() const { return *m_gate; }

private:
    friend class Gate;

    const std::shared_ptr<Gate> m_gate;
    const RequestPtr m_request;
};

using BlockPtr = QExplicitlySharedDataPointer<Block>;

/// Names a ViewModel for threads that are not its own, also when it is gone: blocks go through it.
class Gate : public std::enable_shared_from_this<Gate>
{
public:
    explicit Gate(ViewModel &viewModel);

    // Any thread.
    bool isGone() const { return m_gone.load(); }
    bool isHome() const { return m_home.load() == thisThread(); }
    /// Has the home thread call the block, soon. Throws StateGoneError; ImmutableStateError on a thread
    /// that must not wait for it.
    void submit(const RequestPtr &request);
    /// The block for code that Aside did not start.
    void modify(BlockCall call);
    [[noreturn]] static void throwGone();

    // Home thread.
    /// The ViewModel's thread is served by \a inbox from here on.
    void attach(Inbox *inbox);
    /// The ViewModel is about to leave its thread.
    void detach();
    /// The ViewModel dies: who waits hears of it.
    void close();
    /// The application leaves: code that Aside did not start waits no longer, since it may be waited for.
    void refuse();
    /// A block has arrived: calls it.
    void open(const BlockPtr &block, const Inbox *inbox);
    /// Calls \a call with the newest state, and commits what it assigns. \a asker may be null.
    void callHere(BlockCall call, Run *asker);
    /// Null once it is gone.
    const ViewModel *viewModel() const { return m_viewModel; }

private:
    static quint64 thisThread();
    void send(const RequestPtr &request);
    Assigns changesOf(BlockCall call, LiveState &state);
    void leaveBlock();

    ViewModel *m_viewModel; // home thread
    bool m_inBlock = false; // home thread
    bool m_anyCameInBlock = false; // home thread
    std::atomic<quint64> m_home;
    std::atomic<bool> m_gone = false;
    std::mutex m_mutex;
    Inbox *m_inbox = nullptr;
    std::deque<RequestPtr> m_asked; // oldest first
};

} // namespace Aside::Detail
