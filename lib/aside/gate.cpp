// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "gate_p.h"

#include "mailbox_p.h"
#include "livestate.h"
#include "tasktable_p.h"
#include "viewmodel.h"

#include <QScopeGuard>

#include <utility>

using namespace Qt::StringLiterals;

namespace Aside::Detail {

Block::Block(std::shared_ptr<Gate> gate, BlockCall call, RunPtr asker, std::shared_ptr<Waiter> waiter)
    : Parcel(nullptr, Kind::Block)
    , m_gate(std::move(gate))
    , m_call(call)
    , m_run(std::move(asker))
    , m_waiter(std::move(waiter))
{
}

Block::~Block() = default;

void Block::abandon()
{
    if (begin())
        end(std::make_exception_ptr(StateGoneError(u"the thread of the ViewModel has ended"_s)));
}

void Block::rethrow() const
{
    if (m_exception)
        std::rethrow_exception(m_exception);
}

bool Block::begin()
{
    const std::lock_guard lock(m_waiter->mutex);
    if (m_phase != Phase::Asked)
        return false;
    m_phase = Phase::Called;
    return true;
}

void Block::end(std::exception_ptr exception, const Snapshot &snapshot)
{
    const std::lock_guard lock(m_waiter->mutex);
    if (m_phase == Phase::Over)
        return;
    m_phase = Phase::Over;
    m_exception = std::move(exception);
    m_snapshot = snapshot;
    m_waiter->wake();
}

Gate::Gate(ViewModel &viewModel)
    : m_viewModel(&viewModel)
    , m_home(QThread::currentThreadId())
{
}

void Gate::submit(const BlockPtr &block)
{
    const std::lock_guard lock(m_mutex);
    if (m_gone)
        throwGone();
    m_asked.insert(block.data());
    block->ref.ref(); // the set's
    if (m_inbox) {
        block->ref.ref(); // the mailbox's
        m_inbox->push(*block);
    }
}

void Gate::modify(BlockCall call)
{
    if (isGone())
        throwGone();
    if (isHome()) {
        callHere(call);
        return;
    }
    const auto waiter = std::make_shared<Waiter>();
    const BlockPtr block(new Block(shared_from_this(), call, RunPtr(), waiter));
    submit(block);
    {
        std::unique_lock lock(waiter->mutex);
        waiter->wait(lock, Clock::Time::max(), [&] { return block->isOver(); });
    }
    block->rethrow();
}

void Gate::throwGone()
{
    throw StateGoneError(u"the ViewModel is gone"_s);
}

void Gate::throwNested()
{
    throw ImmutableStateError(u"a block cannot be asked for within a block: assign through the state that it was given"_s);
}

void Gate::attach(Inbox *inbox)
{
    const std::lock_guard lock(m_mutex);
    m_home = QThread::currentThreadId();
    m_inbox = inbox;
    for (Block *const block : std::as_const(m_asked)) {
        block->ref.ref();
        inbox->push(*block);
    }
}

void Gate::detach()
{
    const std::lock_guard lock(m_mutex);
    m_home = nullptr;
    m_inbox = nullptr;
}

void Gate::close()
{
    m_viewModel = nullptr;
    QSet<Block *> asked;
    {
        const std::lock_guard lock(m_mutex);
        m_gone = true;
        asked = std::exchange(m_asked, {});
    }
    for (Block *const block : std::as_const(asked)) {
        if (block->begin())
            block->end(std::make_exception_ptr(StateGoneError(u"the ViewModel is gone"_s)));
        if (!block->ref.deref())
            delete block;
    }
}

void Gate::open(const BlockPtr &block, const Inbox *inbox)
{
    {
        const std::lock_guard lock(m_mutex);
        // It has moved to another thread, whose mailbox has the block, too; or it has died.
        if (m_inbox != inbox || !m_asked.remove(block.data()))
            return;
        block->ref.deref(); // the caller holds another
    }
    // What the run has posted before comes first.
    if (block->m_run && block->m_run->m_table)
        block->m_run->m_table->takeNote(*block->m_run);
    if (!block->begin())
        return;
    if (!m_viewModel) {
        block->end(std::make_exception_ptr(StateGoneError(u"the ViewModel is gone"_s)));
        return;
    }
    if (block->m_run && block->m_run->isCanceled()) {
        block->end(std::make_exception_ptr(Canceled()));
        return;
    }
    try {
        callHere(block->m_call);
        block->end(nullptr, snapshot());
    } catch (...) {
        block->end(std::current_exception(), snapshot());
    }
}

void Gate::callHere(BlockCall call)
{
    if (m_inBlock)
        throwNested();
    const auto self = shared_from_this(); // the block may destroy the ViewModel
    m_inBlock = true;
    const auto leave = qScopeGuard([this] { m_inBlock = false; });
    LiveState state(*m_viewModel);
    const auto close = qScopeGuard([&state] { state.close(); });
    call(state);
    if (!m_viewModel)
        throwGone();
    Assigns changes = state.take();
    if (!changes.isEmpty())
        m_viewModel->commit(std::move(changes));
}

Snapshot Gate::snapshot() const
{
    return m_viewModel ? m_viewModel->snapshot() : Snapshot();
}

} // namespace Aside::Detail
