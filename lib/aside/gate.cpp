// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "gate_p.h"

#include "mailbox_p.h"
#include "livestate.h"
#include "scheduler_p.h"
#include "tasktable_p.h"
#include "viewmodel.h"

#include <QCoreApplication>
#include <QScopeGuard>
#include <QThread>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Aside::Detail {

namespace {

// Of whatever ViewModels, on this thread.
thread_local int t_blocks = 0;

[[noreturn]] void throwNested()
{
    throw ImmutableStateError(u"a block cannot be asked for within a block: assign through the state that it was given"_s);
}

std::exception_ptr leaving()
{
    return std::make_exception_ptr(StateGoneError(u"the application is leaving: no block is called any more"_s));
}

// Nothing of it stays here.
std::exception_ptr gone()
{
    return std::make_exception_ptr(StateGoneError(u"the ViewModel is gone"_s));
}

void checkMayWait()
{
    // The other thread may wait for this one.
    if (t_blocks > 0)
        throwNested();
    const QCoreApplication *const application = QCoreApplication::instance();
    if (application && application->thread() == QThread::currentThread())
        throw ImmutableStateError(u"the thread of the application waits for no other: ask for this block elsewhere"_s);
}

} // namespace

Request::Request(BlockCall call, RunPtr asker, std::shared_ptr<Waiter> waiter)
    : m_call(call)
    , m_run(std::move(asker))
    , m_waiter(std::move(waiter))
{
}

void Request::rethrow()
{
    // It is handed over: who asked is the last to hold it, and frees it.
    if (m_exception)
        std::rethrow_exception(std::move(m_exception));
}

bool Request::begin()
{
    const std::lock_guard lock(m_waiter->mutex);
    if (m_phase != Phase::Asked)
        return false;
    m_phase = Phase::Called;
    return true;
}

void Request::end(std::exception_ptr exception)
{
    const std::lock_guard lock(m_waiter->mutex);
    m_phase = Phase::Over;
    m_exception = std::move(exception);
    m_waiter->wake();
}

Block::Block(std::shared_ptr<Gate> gate, RequestPtr request)
    : Parcel(Kind::Block)
    , m_gate(std::move(gate))
    , m_request(std::move(request))
{
}

Block::~Block() = default;

Gate::Gate(ViewModel &viewModel)
    : m_viewModel(&viewModel)
    , m_home(thisThread())
{
}

quint64 Gate::thisThread()
{
    // Unlike the system's, none comes again: some ask long after the ViewModel's thread has ended.
    static std::atomic<quint64> threads = 0;
    thread_local const quint64 number = ++threads;
    return number;
}

void Gate::submit(const RequestPtr &request)
{
    checkMayWait();
    const std::lock_guard lock(m_mutex);
    if (m_gone)
        throwGone();
    if (!request->m_run && Scheduler::instance().isLeaving())
        std::rethrow_exception(leaving());
    m_asked.push_back(request);
    if (m_inbox)
        send(request);
}

void Gate::send(const RequestPtr &request)
{
    auto *const block = new Block(shared_from_this(), request);
    block->ref.ref(); // the mailbox's
    m_inbox->push(*block);
}

void Gate::modify(BlockCall call)
{
    if (isGone())
        throwGone();
    if (isHome()) {
        callHere(call, nullptr);
        return;
    }
    const auto waiter = std::make_shared<Waiter>();
    const auto request = std::make_shared<Request>(call, RunPtr(), waiter);
    submit(request);
    {
        const Pause pause; // it may be called by a run of another ViewModel
        std::unique_lock lock(waiter->mutex);
        waiter->wait(lock, Clock::Time::max(), [&] { return request->isOver(); });
    }
    request->rethrow();
}

void Gate::throwGone()
{
    throw StateGoneError(u"the ViewModel is gone"_s);
}

void Gate::attach(Inbox *inbox)
{
    const std::lock_guard lock(m_mutex);
    m_home = thisThread();
    m_inbox = inbox;
    for (const RequestPtr &request : std::as_const(m_asked))
        send(request);
}

void Gate::detach()
{
    const std::lock_guard lock(m_mutex);
    m_home = 0;
    m_inbox = nullptr;
    m_inBlock = false;
}

void Gate::close()
{
    m_viewModel = nullptr;
    std::deque<RequestPtr> asked;
    {
        const std::lock_guard lock(m_mutex);
        m_gone = true;
        asked = std::exchange(m_asked, {});
    }
    for (const RequestPtr &request : std::as_const(asked)) {
        if (request->begin())
            request->end(gone());
    }
}

void Gate::refuse()
{
    std::vector<RequestPtr> refused;
    {
        const std::lock_guard lock(m_mutex);
        const auto others = std::stable_partition(m_asked.begin(), m_asked.end(),
                                                  [](const RequestPtr &request) { return request->m_run; });
        refused.assign(others, m_asked.end());
        m_asked.erase(others, m_asked.end());
    }
    for (const RequestPtr &request : refused) {
        if (request->begin())
            request->end(leaving());
    }
}

void Gate::open(const BlockPtr &block, const Inbox *inbox)
{
    const RequestPtr request = block->m_request;
    {
        const std::lock_guard lock(m_mutex);
        if (m_inbox != inbox)
            return;
        if (m_inBlock) { // which serves events
            m_anyCameInBlock = true;
            return;
        }
        const auto asked = std::find(m_asked.begin(), m_asked.end(), request);
        if (asked == m_asked.end())
            return;
        m_asked.erase(asked);
    }
    if (!request->begin())
        return;
    std::exception_ptr exception;
    try {
        callHere(request->m_call, request->m_run.data());
    } catch (...) {
        exception = std::current_exception();
    }
    request->end(std::move(exception));
}

void Gate::callHere(BlockCall call, Run *asker)
{
    const auto self = shared_from_this(); // the block may destroy the ViewModel
    if (m_inBlock)
        throwNested();
    const RunPtr root(asker ? &asker->root() : nullptr);
    // What it has posted before comes first.
    if (root && root->m_table)
        root->m_table->takeNote(*root);
    if (isGone())
        throwGone();
    if (asker && asker->isCanceled())
        throw Canceled();
    // Also if it throws: the state is newer then than what the run knows.
    const auto remember = qScopeGuard([&] {
        if (root && !isGone() && isHome())
            root->keepSnapshot(m_viewModel->snapshot());
    });
    LiveState state(*this);
    Assigns changes = changesOf(call, state);
    if (!changes.isEmpty())
        m_viewModel->commit(std::move(changes));
}

Assigns Gate::changesOf(BlockCall call, LiveState &state)
{
    m_inBlock = true;
    ++t_blocks;
    const auto leave = qScopeGuard([&] {
        state.close();
        leaveBlock();
    });
    call(state);
    if (isGone())
        throwGone();
    if (!isHome())
        throw ImmutableStateError(u"a block cannot move its ViewModel to another thread"_s);
    return state.take();
}

void Gate::leaveBlock()
{
    --t_blocks;
    if (!isHome())
        return; // it has moved
    m_inBlock = false;
    if (!std::exchange(m_anyCameInBlock, false))
        return;
    const std::lock_guard lock(m_mutex);
    for (const RequestPtr &request : std::as_const(m_asked))
        send(request);
}

} // namespace Aside::Detail
