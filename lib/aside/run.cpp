// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "run.h"

#include "mailbox_p.h"
#include "postbox_p.h"
#include "scheduler_p.h"
#include "tasktable_p.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

using namespace std::chrono_literals;

namespace Aside::Detail {

struct Run::Talk
{
    std::mutex mutex;
    std::condition_variable changed; // canceled, or the postbox was emptied
    PostBox posts;
    QString progressText;
};

Run::Run(const QString &name, const TaskOptions &options)
    : m_name(name)
    , m_options(options)
{
}

Run::~Run()
{
    delete m_talk.load(std::memory_order_relaxed);
}

void Run::execute()
{
    Phase expected = Phase::Queued;
    if (!m_phase.compare_exchange_strong(expected, Phase::Running))
        return;
    if (m_watched)
        note();
    try {
        TaskContext context(*this);
        m_result = call(context);
    } catch (...) {
        m_failure = std::make_unique<Failure>(Failure::fromCurrentException());
    }
    destroyFunctor();
    m_phase.store(Phase::Done, std::memory_order_release);
}

void Run::deliver(RunPtr run)
{
    if (!run)
        return;
    if (run->isCanceled()) {
        // Nobody will look at it: what it holds goes here, and not on the home thread.
        run->m_result = {};
        run->m_failure.reset();
    } else {
        // With the worker's reference, so that the run is freed on the thread that allocated it.
        Run *const sent = run.take();
        sent->m_inbox->push(sent->m_resultParcel);
    }
}

bool Run::sleep(std::chrono::nanoseconds duration)
{
    if (m_synchronous)
        return !isCanceled();
    // The clock overflows at its end; nobody sleeps longer than this.
    constexpr std::chrono::nanoseconds longest = 24h * 365 * 100;
    const auto end = std::chrono::steady_clock::now() + std::min(duration, longest);
    const Pause pause;
    Talk &own = talk();
    std::unique_lock lock(own.mutex);
    own.changed.wait_until(lock, end, [this] { return m_canceled.load(); });
    return !isCanceled();
}

void Run::setProgress(double fraction, const QString &text)
{
    const bool known = fraction >= 0 && fraction <= 1; // false for NaN, too
    const double progress = known ? fraction : -1;
    bool changed = m_progress.exchange(progress, std::memory_order_relaxed) != progress;
    if (!text.isEmpty() || m_talk.load(std::memory_order_acquire)) {
        Talk &own = talk();
        const std::lock_guard lock(own.mutex);
        changed |= own.progressText != text;
        own.progressText = text;
    }
    if (changed)
        note();
}

QString Run::progressText() const
{
    Talk *const own = m_talk.load(std::memory_order_acquire);
    if (!own)
        return {};
    const std::lock_guard lock(own->mutex);
    return own->progressText;
}

void Run::post(Assigns changes)
{
    if (m_synchronous && m_inbox->isHome()) {
        if (m_table)
            m_table->commitPost(*this, std::move(changes));
        return;
    }
    Talk &own = talk();
    {
        std::unique_lock lock(own.mutex);
        // Who would take them waits for the functor if that is called synchronously.
        if (own.posts.isFull() && !m_synchronous) {
            const Pause pause;
            own.changed.wait(lock, [this, &own] { return m_canceled.load() || !own.posts.isFull(); });
        }
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
    const std::lock_guard lock(own->mutex);
    if (own->posts.isFull())
        own->changed.notify_all();
    return own->posts.take();
}

bool Run::cancel()
{
    m_canceled.store(true);
    Phase expected = Phase::Queued;
    const bool wasQueued = m_phase.compare_exchange_strong(expected, Phase::Done);
    if (wasQueued)
        destroyFunctor();
    // Either this sees the waiter's Talk, or the waiter sees the flag: both are sequentially consistent.
    if (Talk *const own = m_talk.load()) {
        const std::lock_guard lock(own->mutex);
        own->changed.notify_all();
    }
    return wasQueued;
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
