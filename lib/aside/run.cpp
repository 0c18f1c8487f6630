// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "run.h"

#include "gate_p.h"
#include "looptask.h"
#include "mailbox_p.h"
#include "options_p.h"
#include "rowbox.h"
#include "runrecord_p.h"
#include "scheduler_p.h"
#include "talk_p.h"
#include "tasktable_p.h"
#include "tracer_p.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QThread>
#include <QTimer>

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
    delete m_record.load(std::memory_order_relaxed);
}

Run &Run::of(Parcel &parcel)
{
    Q_ASSERT(parcel.kind != Parcel::Kind::Block);
    return parcel.kind == Parcel::Kind::Note ? static_cast<Run &>(static_cast<NoteParcel &>(parcel))
                                             : static_cast<Run &>(static_cast<ResultParcel &>(parcel));
}

void LatestState::lock() const
{
    while (m_locked.exchange(true, std::memory_order_acquire))
        QThread::yieldCurrentThread();
}

void LatestState::set(Snapshot snapshot)
{
    lock();
    std::swap(m_snapshot, snapshot);
    m_locked.store(false, std::memory_order_release);
}

Snapshot LatestState::get() const
{
    lock();
    Snapshot latest = m_snapshot;
    m_locked.store(false, std::memory_order_release);
    return latest;
}

void Run::watch(std::function<void()>) { }
bool Run::takeFuture() { return true; }
void Run::dropFuture() { }
void Run::cancelFuture() { }
void Run::begin(ViewModel &) { }
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
    m_called = true;
    if (m_timing && m_timing->attempts == 1)
        m_timing->began = Clock::now();
    RunRecord *const seen = record();
    if (seen) [[unlikely]]
        seen->begin(*this, !m_timing || m_timing->attempts == 1);
    if (m_watched)
        note();
    try {
        TaskContext context(*this);
        call(context);
    } catch (...) {
        setFailure();
    }
    if (seen) [[unlikely]]
        seen->setReturned(m_returnedFuture);
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
    // One that was dropped before it was called is the home thread's, which destroys its functor just now.
    if (!run || !run->m_called)
        return;
    if (run->phase() == Phase::Pending) {
        Scheduler::instance().watch(std::move(run));
    } else if (run->m_parent) {
        run->endChild();
    } else if (run->isCanceled()) {
        // Nobody will look at it: what it holds goes here, and not on the home thread.
        run->dropHeld();
    } else {
        send(std::move(run), Parcel::Kind::Result);
    }
}

void Run::watchFuture()
{
    if (phase() != Phase::Pending)
        return;
    watch([run = RunPtr(this)] {
        // On its way home it waits for its turn like others: futures may finish as a flood, too.
        if (run->finishFuture())
            deliver(run);
    });
}

void Run::sendPending()
{
    send(RunPtr(this), Parcel::Kind::Pending);
}

void Run::send(RunPtr run, Parcel::Kind kind)
{
    run->ResultParcel::kind = kind;
    // With the worker's reference, so that the run is freed on the thread that allocated it.
    Run *const sent = run.take();
    sent->m_inbox->push(static_cast<ResultParcel &>(*sent));
}

bool Run::finishFuture()
{
    Phase expected = Phase::Pending;
    if (!m_phase.compare_exchange_strong(expected, Phase::Running))
        return false;
    try {
        m_sourceCanceled = isCanceled() || !takeFuture();
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
    const bool again = m_failure && m_timing && m_timing->attempts <= m_timing->options.retry.times && !isCanceled();
    if (!again)
        destroyFunctor();
    if (RunRecord *const seen = record()) [[unlikely]]
        seen->end();
    m_phase.store(Phase::Done, std::memory_order_release);
}

void Run::dropHeld()
{
    destroyFunctor();
    dropResult();
    m_failure.reset();
}

void Run::executeHere(const RunPtr &run)
{
    run->execute();
    if (run->phase() == Phase::Pending) {
        run->watch([run] { run->finishFuture(); });
        QTimer timer;
        const Timing *const timing = run->root().m_timing.get();
        if (timing && timing->options.timeout > 0ms) {
            timer.setSingleShot(true);
            QObject::connect(&timer, &QTimer::timeout, &timer, [&run] { run->timeOutHere(); });
            timer.start(timing->options.timeout);
        }
        // Neither a future nor a coroutine that waits for something of Qt's need end when it is canceled.
        while (run->phase() == Phase::Pending && !run->isCanceled())
            QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents | QEventLoop::WaitForMoreEvents);
    }
    if (run->m_parent)
        run->endChild();
}

void Run::timeOutHere()
{
    root().m_timing->timedOut = true;
    for (Run *run = this; run; run = run->m_parent.data())
        run->m_canceled = true;
    cancelPending();
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
        Timing *const timing = root().m_timing.get();
        if (timing && timing->options.timeout > 0ms) {
            timing->slept += std::clamp<std::chrono::nanoseconds>(duration, 0ns, 24h * 365);
            if (timing->slept >= timing->options.timeout)
                timeOutHere();
        }
        return !isCanceled();
    }
    checkMayWait(*m_inbox);
    // The clock overflows at its end; nobody sleeps longer than this.
    constexpr std::chrono::nanoseconds longest = 24h * 365 * 100;
    const auto end = Clock::now() + std::min(duration, longest);
    const WaitSlice slice(record(), "sleep");
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
    bool changed = false;
    {
        Talk &own = talk();
        const std::lock_guard lock(own.waiter->mutex); // also so that the latest mean is the one that stays
        double sum = 0;
        size_t parts = 0;
        for (const Family *family : own.families) {
            for (const RunPtr &child : family->children)
                sum += child->phase() == Phase::Done ? 1 : std::max(0.0, child->progress());
            parts += family->children.size();
        }
        const double mean = parts > 0 ? sum / double(parts) : -1;
        changed = m_progress.exchange(mean, std::memory_order_relaxed) != mean;
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
        await(lock, Clock::Time::max(), [&] { return m_canceled.load() || box.isClosed() || box.waiting() < capacity; });
    if (m_canceled.load() || box.isClosed())
        return {};
    return lock;
}

bool Run::takeRows(RowBox &box)
{
    Talk &own = talk();
    const std::lock_guard lock(own.waiter->mutex);
    if (box.waiting() == 0)
        return false;
    box.take();
    own.waiter->wake();
    return true;
}

void Run::closeRows(RowBox &box)
{
    Talk &own = talk();
    const std::lock_guard lock(own.waiter->mutex);
    box.close();
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
    const WaitSlice slice(record(), "modify");
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
    const LatestState *const state = latestState();
    return state ? state->get() : Snapshot();
}

void Run::keepSnapshot(const Snapshot &snapshot)
{
    if (LatestState *const state = latestState())
        state->set(snapshot);
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
        if (canTrace && record() && record()->isTraced()) [[unlikely]]
            child->m_record = RunRecord::ofChild(*record());
    }
    const WaitSlice slice(record(), "gather");
    std::unique_lock lock(own.waiter->mutex);
    own.families.push_back(&family);
    const bool canceled = m_canceled.load();
    lock.unlock();
    for (const RunPtr &child : children) {
        if (canceled || (m_synchronous && isCanceled())) // a failure has canceled them itself
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
    // When the application leaves, a part may hear of it first.
    if (std::any_of(children.begin(), children.end(), [](const RunPtr &child) { return child->isCanceled(); }))
        throw Canceled();
}

void Run::endChild()
{
    if (m_childEnded.exchange(true))
        return;
    if (RunRecord *const seen = canTrace ? record() : nullptr) [[unlikely]]
        Tracer::instance().settle(*seen, isCanceled() ? Outcome::Canceled : m_failure ? Outcome::Failed : Outcome::Ok, true);
    const RunPtr parent = m_parent; // once it knows, it goes on
    std::vector<RunPtr> others;
    {
        const std::lock_guard lock(parent->talk().waiter->mutex);
        if (!m_canceled.load() && m_failure && !m_family->firstFailure) {
            m_family->firstFailure = m_failure->exception();
            others.assign(m_family->children.begin(), m_family->children.end());
        }
        // The parent is the last to hold the exception, and frees it. A canceled future may be finishing
        // just now, on the loop's thread: what it fails with is that thread's.
        if (phase() == Phase::Done)
            m_failure.reset();
        ++m_family->ended;
        parent->talk().waiter->wake();
    }
    for (auto other = others.rbegin(); other != others.rend(); ++other) { // as in cancel()
        if (other->data() != this)
            (*other)->cancel();
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
    try {
        throw;
    } catch (const ContractError &) {
        m_failure = std::make_unique<Failure>(Failure::fromCurrentException(Failure::Kind::Contract));
    } catch (...) {
        m_failure = std::make_unique<Failure>(Failure::fromCurrentException());
    }
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
    // The last ones first: they may be queued, and would take the place of those that go.
    for (auto child = children.rbegin(); child != children.rend(); ++child)
        (*child)->cancel();
    if (wasQueued && m_parent)
        endChild();
    cancelPending();
    return wasQueued;
}

void Run::cancelPending()
{
    if (phase() != Phase::Pending)
        return;
    if (m_isCoroutine) {
        if (!m_synchronous)
            Scheduler::instance().add(RunPtr(this)); // it unwinds, and ends
        return;
    }
    // It stays pending, with its functor, until the future has finished: whoever is to finish that may
    // use what the functor holds. Nobody waits for it.
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
        m_inbox->push(static_cast<NoteParcel &>(*this));
    }
}

} // namespace Aside::Detail
