// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "run.h"

#include "gate_p.h"
#include "looptask.h"
#include "mailbox_p.h"
#include "options_p.h"
#include "rowbox.h"
#include "scheduler_p.h"
#include "talk_p.h"
#include "tasktable_p.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Aside::Detail {

namespace {

void checkMayWait(const Inbox &inbox)
{
    if (inbox.isHome())
        throw Error(u"the home thread waits for nobody: a run cannot sleep or gather within a block"_s);
}

} // namespace

Run::Run(const QString &name, const TaskOptions &options)
    : m_name(name)
    , m_policy(options.policy)
    , m_lane(options.lane)
    , m_priority(options.priority)
    , m_onDestroyed(options.onDestroyed)
{
    if (hasTiming(options)) {
        checkOptions(name, options);
        m_timing = std::make_unique<Timing>(options);
        m_watched = options.timeout > 0ms;
    }
}

Run::~Run()
{
    delete m_talk.load(std::memory_order_relaxed);
}

void Run::watch(std::function<void()>) { }
bool Run::takeFuture() { return true; }
void Run::dropFuture() { }
void Run::cancelFuture() { }
Assigns Run::changes(ViewModel &) { return std::move(m_result); }
void Run::progressed(ViewModel &) { }
bool Run::hasMore(ViewModel &) { return false; }
void Run::settle(ViewModel &) { }
void Run::tell(ViewModel *) { }

void Run::execute()
{
    Phase expected = Phase::Queued;
    if (!m_phase.compare_exchange_strong(expected, Phase::Running))
        return;
    if (m_timing && m_timing->attempts == 1)
        m_timing->began = Clock::now();
    if (m_watched)
        note();
    try {
        TaskContext context(*this);
        call(context);
    } catch (...) {
        setFailure();
    }
    if (std::exchange(m_returnedFuture, false)) {
        // The functor stays: what it returned may refer to it.
        m_phase.store(Phase::Pending);
        if (m_canceled.load())
            cancelPending();
        return;
    }
    finish();
}

void Run::deliver(RunPtr run)
{
    if (!run)
        return;
    const bool pending = run->phase() == Phase::Pending;
    if (run->m_parent && !pending) {
        run->endChild();
    } else if (run->isCanceled() && !pending) {
        // Nobody will look at it: what it holds goes here, and not on the home thread.
        run->m_result = {};
        run->m_failure.reset();
    } else {
        run->m_resultParcel.kind = pending ? Parcel::Kind::Pending : Parcel::Kind::Result;
        // With the worker's reference, so that the run is freed on the thread that allocated it.
        Run *const sent = run.take();
        sent->m_inbox->push(sent->m_resultParcel);
    }
}

bool Run::finishFuture()
{
    // Whoever is first: this, or a cancellation.
    Phase expected = Phase::Pending;
    if (!m_phase.compare_exchange_strong(expected, Phase::Running))
        return false;
    try {
        m_sourceCanceled = !takeFuture();
        if (m_sourceCanceled && m_parent)
            throw Canceled();
    } catch (...) {
        setFailure();
    }
    dropFuture();
    finish();
    return true;
}

void Run::finish()
{
    const bool again = m_failure && m_timing && m_timing->attempts <= m_timing->options.retry.times;
    if (!again)
        destroyFunctor();
    m_phase.store(Phase::Done, std::memory_order_release);
}

void Run::executeHere(const RunPtr &run)
{
    run->execute();
    if (run->phase() == Phase::Pending) {
        run->watch([run = run.data()] { run->finishFuture(); });
        // A coroutine that waits for something of Qt's cannot be woken by its cancellation.
        while (run->phase() == Phase::Pending && !(run->m_isCoroutine && run->isCanceled()))
            QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents | QEventLoop::WaitForMoreEvents);
        run->dropFuture();
    }
    if (run->m_parent)
        run->endChild();
}

template<typename Condition>
void Run::await(std::unique_lock<std::mutex> &lock, Clock::Time deadline, Condition condition)
{
    const Pause pause;
    talk().waiter->wait(lock, deadline, condition);
}

bool Run::sleep(std::chrono::nanoseconds duration)
{
    if (m_synchronous) {
        if (m_timing && m_timing->options.timeout > 0ms) {
            m_timing->slept += std::clamp<std::chrono::nanoseconds>(duration, 0ns, 24h * 365);
            if (m_timing->slept >= m_timing->options.timeout) {
                m_timing->timedOut = true;
                m_canceled = true;
            }
        }
        return !isCanceled();
    }
    checkMayWait(*m_inbox);
    // The clock overflows at its end; nobody sleeps longer than this.
    constexpr std::chrono::nanoseconds longest = 24h * 365 * 100;
    const auto end = Clock::now() + std::min(duration, longest);
    std::unique_lock lock(talk().waiter->mutex);
    await(lock, end, [this] { return m_canceled.load(); });
    return !isCanceled();
}

void Run::setProgress(double fraction, const QString &text)
{
    const bool known = fraction >= 0 && fraction <= 1; // false for NaN, too
    const double progress = known ? fraction : -1;
    bool changed = m_progress.exchange(progress, std::memory_order_relaxed) != progress;
    if (!text.isEmpty() || m_talk.load(std::memory_order_acquire)) {
        Talk &own = talk();
        const std::lock_guard lock(own.waiter->mutex);
        changed |= own.progressText != text;
        own.progressText = text;
    }
    if (!changed)
        return;
    if (m_parent)
        m_parent->averageProgress(text);
    else
        note();
}

void Run::averageProgress(const QString &text)
{
    double sum = 0;
    size_t parts = 0;
    {
        Talk &own = talk();
        const std::lock_guard lock(own.waiter->mutex);
        for (const Family *family : own.families) {
            for (const RunPtr &child : family->children)
                sum += child->phase() == Phase::Done ? 1 : std::max(0.0, child->progress());
            parts += family->children.size();
        }
    }
    setProgress(parts > 0 ? sum / double(parts) : -1, text);
}

QString Run::progressText() const
{
    Talk *const own = m_talk.load(std::memory_order_acquire);
    if (!own)
        return {};
    const std::lock_guard lock(own->waiter->mutex);
    return own->progressText;
}

void Run::post(Assigns changes)
{
    if (m_parent) {
        m_parent->post(std::move(changes));
        return;
    }
    if (m_synchronous && m_inbox->isHome()) {
        if (m_table)
            m_table->commitPost(*this, std::move(changes));
        return;
    }
    Talk &own = talk();
    {
        std::unique_lock lock(own.waiter->mutex);
        // Who would take them waits for the functor if that is called synchronously, or is this thread.
        if (own.posts.isFull() && !m_synchronous && !m_inbox->isHome())
            await(lock, Clock::Time::max(), [this, &own] { return m_canceled.load() || !own.posts.isFull(); });
        if (m_canceled.load())
            return;
        own.posts.add(std::move(changes));
    }
    note();
}

std::vector<Assigns> Run::takePosts()
{
    Talk *const own = m_talk.load(std::memory_order_acquire);
    if (!own)
        return {};
    const std::lock_guard lock(own->waiter->mutex);
    const bool wasFull = own->posts.isFull();
    auto posts = own->posts.take();
    if (wasFull)
        own->waiter->wake();
    return posts;
}

std::unique_lock<std::mutex> Run::lockForRows(const RowBox &box)
{
    constexpr qsizetype capacity = 16'384;
    if (m_parent)
        return m_parent->lockForRows(box);
    std::unique_lock lock(talk().waiter->mutex);
    // Who would take them waits for the functor if that is called synchronously, or is this thread.
    if (box.waiting() >= capacity && !m_synchronous && !m_inbox->isHome())
        await(lock, Clock::Time::max(), [&] { return m_canceled.load() || box.waiting() < capacity; });
    if (m_canceled.load())
        return {};
    return lock;
}

void Run::takeRows(RowBox &box)
{
    Talk &own = talk();
    const std::lock_guard lock(own.waiter->mutex);
    if (box.waiting() == 0)
        return;
    box.take();
    own.waiter->wake();
}

void Run::modify(BlockCall call)
{
    if (m_gate->isHome()) {
        m_gate->callHere(call, this);
        return;
    }
    if (m_synchronous)
        throw ImmutableStateError(u"the home thread waits for this run (it runs synchronously): only the thread "
                                  "of the functor itself can ask for a block"_s);
    Talk &own = talk();
    const auto request = ask(call, own.waiter);
    std::unique_lock lock(own.waiter->mutex);
    await(lock, Clock::Time::max(), [&] { return request->isOver() || (m_canceled.load() && request->canWithdraw()); });
    if (!request->isOver()) {
        request->withdraw();
        lock.unlock();
        std::rethrow_exception(whyCanceled());
    }
    lock.unlock();
    request->rethrow();
}

Snapshot Run::latest()
{
    if (m_parent)
        return m_parent->latest();
    Talk *const own = m_talk.load(std::memory_order_acquire);
    if (!own)
        return {};
    const std::lock_guard lock(own->waiter->mutex);
    return own->snapshot;
}

void Run::keepSnapshot(const Snapshot &snapshot)
{
    Talk &own = talk();
    const std::lock_guard lock(own.waiter->mutex);
    own.snapshot = snapshot;
}

void Run::gather(std::span<const RunPtr> children)
{
    if (!m_synchronous)
        checkMayWait(*m_inbox);
    Talk &own = talk();
    Family family{children, 0, nullptr};
    for (const RunPtr &child : children) {
        child->m_parent = RunPtr(this);
        child->m_family = &family;
        child->m_inbox = m_inbox;
        child->m_gate = m_gate;
        child->m_synchronous = m_synchronous;
    }
    std::unique_lock lock(own.waiter->mutex);
    own.families.push_back(&family);
    const bool canceled = m_canceled.load();
    lock.unlock();
    for (const RunPtr &child : children) {
        if (canceled || (m_synchronous && (family.firstFailure || isCanceled())))
            child->cancel();
        else if (!m_synchronous)
            Scheduler::instance().add(child);
        else
            executeHere(child);
    }
    lock.lock();
    if (!m_synchronous)
        await(lock, Clock::Time::max(), [&] { return family.ended == children.size(); });
    std::erase(own.families, &family);
    lock.unlock();
    if (m_canceled.load())
        throw Canceled();
    if (family.firstFailure)
        std::rethrow_exception(family.firstFailure);
}

void Run::endChild()
{
    if (m_childEnded.exchange(true))
        return;
    const RunPtr parent = m_parent; // once it knows, it goes on
    std::vector<RunPtr> others;
    {
        const std::lock_guard lock(parent->talk().waiter->mutex);
        if (m_failure && !m_canceled.load() && !m_family->firstFailure) {
            m_family->firstFailure = m_failure->exception();
            others.assign(m_family->children.begin(), m_family->children.end());
        }
        ++m_family->ended;
        parent->talk().waiter->wake();
    }
    for (const RunPtr &other : others) {
        if (other.data() != this)
            other->cancel();
    }
}

void Run::stepCoroutine()
{
    const RunPtr self(this);
    if (phase() == Phase::Queued) {
        execute();
        if (phase() == Phase::Done)
            deliver(self);
    } else if (m_suspension && m_suspension->isOver()) {
        std::exchange(m_suspension, nullptr)->resume();
    }
}

void Run::setFailure()
{
    m_failure = std::make_unique<Failure>(Failure::fromCurrentException());
}

void Run::endCoroutine()
{
    const RunPtr self(this);
    finish();
    if (m_synchronous)
        return;
    deliver(self);
    Scheduler::instance().coroutineEnded(self);
}

std::exception_ptr Run::whyCanceled() const
{
    return m_gate->isGone() ? std::make_exception_ptr(StateGoneError(u"the ViewModel is gone"_s))
                            : std::make_exception_ptr(Canceled());
}

std::shared_ptr<Request> Run::ask(BlockCall call, std::shared_ptr<Waiter> waiter)
{
    auto request = std::make_shared<Request>(call, RunPtr(this), std::move(waiter));
    m_gate->submit(request);
    return request;
}

bool Run::cancel()
{
    m_canceled.store(true);
    Phase expected = Phase::Queued;
    const bool wasQueued = m_phase.compare_exchange_strong(expected, Phase::Done);
    if (wasQueued)
        destroyFunctor();
    // Either this sees the waiter's Talk, or the waiter sees the flag: both are sequentially consistent.
    std::vector<RunPtr> children;
    if (Talk *const own = m_talk.load()) {
        const std::lock_guard lock(own->waiter->mutex);
        for (const Family *family : own->families)
            children.insert(children.end(), family->children.begin(), family->children.end());
        own->waiter->wake();
    }
    for (const RunPtr &child : children)
        child->cancel();
    if (wasQueued && m_parent)
        endChild();
    cancelPending();
    return wasQueued;
}

void Run::cancelPending()
{
    if (m_isCoroutine) {
        if (phase() == Phase::Pending && !m_synchronous)
            Scheduler::instance().add(RunPtr(this)); // it unwinds, and ends
        return;
    }
    Phase expected = Phase::Pending;
    if (!m_phase.compare_exchange_strong(expected, Phase::Done))
        return;
    cancelFuture();
    if (m_parent)
        endChild();
}

Run::Talk &Run::talk()
{
    Talk *existing = m_talk.load(std::memory_order_acquire);
    if (!existing) {
        auto fresh = std::make_unique<Talk>();
        if (m_talk.compare_exchange_strong(existing, fresh.get()))
            existing = fresh.release();
    }
    return *existing;
}

void Run::note()
{
    if (m_synchronous && m_inbox->isHome()) {
        if (m_table)
            m_table->takeNote(*this);
    } else if (!m_noted.exchange(true) && !m_synchronous) {
        ref.ref();
        m_inbox->push(m_noteParcel);
    }
}

} // namespace Aside::Detail
