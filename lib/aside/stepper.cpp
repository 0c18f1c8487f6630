// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "stepper_p.h"

#include "waiter_p.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <iterator>
#include <utility>

using namespace std::chrono_literals;

namespace Aside::Detail {

namespace {

// So that a run whose functor waits for something that only the test does ends the test, and not the day.
constexpr auto patience = 60s;

std::mutex s_mutex;
std::shared_ptr<Stepper> s_active;
std::atomic<bool> s_isActive = false;

thread_local Stepper *t_stepper = nullptr;
thread_local void *t_worker = nullptr;

} // namespace

Stepper::Stepper() = default;

Stepper::~Stepper()
{
    joinEnded();
}

void Stepper::joinEnded()
{
    std::vector<std::thread> ended;
    {
        const std::lock_guard lock(m_mutex);
        ended.swap(m_ended);
    }
    for (std::thread &thread : ended)
        thread.join();
}

std::shared_ptr<Stepper> Stepper::active()
{
    if (!s_isActive.load(std::memory_order_relaxed)) [[likely]]
        return nullptr;
    const std::lock_guard lock(s_mutex);
    return s_active;
}

void Stepper::setActive(std::shared_ptr<Stepper> stepper)
{
    const std::lock_guard lock(s_mutex);
    s_isActive = stepper != nullptr;
    s_active = std::move(stepper);
}

Stepper *Stepper::ofThisWorker()
{
    return t_stepper;
}

void Stepper::add(RunPtr run)
{
    const std::lock_guard lock(m_mutex);
    // Those that have begun stay in front; of the others, the more urgent ones go first.
    auto place = m_workers.end();
    while (place != m_workers.begin()) {
        const Worker &before = *std::prev(place);
        if (before.waiter || &before == m_turn || before.run->priority() >= run->priority())
            break;
        --place;
    }
    m_workers.insert(place, Worker{.run = std::move(run)});
}

void Stepper::lookAt(RunPtr run, Clock::Time time)
{
    const std::lock_guard lock(m_mutex);
    m_sleepers.emplace(time, std::move(run));
}

void Stepper::wakeSleepers()
{
    while (!m_sleepers.empty() && m_sleepers.begin()->first <= Clock::now())
        m_workers.push_back(Worker{.run = std::move(m_sleepers.extract(m_sleepers.begin()).mapped())});
}

void Stepper::wake(const Waiter &waiter)
{
    const std::lock_guard lock(m_mutex);
    for (Worker &worker : m_workers)
        worker.ready |= worker.waiter == &waiter;
}

void Stepper::standBy(const Waiter &waiter, Clock::Time deadline)
{
    auto &worker = *static_cast<Worker *>(t_worker);
    std::unique_lock lock(m_mutex);
    worker.waiter = &waiter;
    worker.deadline = deadline;
    worker.ready = false;
    m_turn = nullptr;
    m_turnChanged.notify_all();
    m_turnChanged.wait(lock, [&] { return m_turn == &worker; });
}

bool Stepper::step()
{
    joinEnded();
    std::list<Worker> canceled; // freed outside of the lock
    std::unique_lock lock(m_mutex);
    wakeSleepers();
    const auto now = Clock::now();
    auto next = m_workers.begin();
    while (next != m_workers.end() && !canGoOn(*next, now)) {
        const auto passed = next++;
        if (isCanceled(*passed))
            canceled.splice(canceled.end(), m_workers, passed);
    }
    if (next == m_workers.end())
        return false;
    const bool begins = !next->waiter;
    m_turn = &*next;
    if (begins)
        next->thread = std::thread(&Stepper::work, this, std::ref(*next));
    else
        m_turnChanged.notify_all();
    const QString name = next->run->name();
    if (!m_turnChanged.wait_for(lock, patience, [this] { return !m_turn; }))
        qFatal("task %s does not end its turn: it waits for something that Aside does not know", qPrintable(name));
    return true;
}

void Stepper::work(Worker &worker)
{
    t_stepper = this;
    t_worker = &worker;
    RunPtr run;
    {
        const std::lock_guard lock(m_mutex);
        run = worker.run;
    }
    if (run->isCoroutine())
        run->stepCoroutine();
    else
        run->execute();
    {
        const std::lock_guard lock(m_mutex);
        worker.run.reset();
    }
    // All that it holds is gone before it is the test's turn again.
    if (run->isCoroutine())
        run.reset(); // it sends its result home itself
    else
        Run::deliver(std::move(run));
    t_worker = nullptr;
    t_stepper = nullptr;
    const std::lock_guard lock(m_mutex);
    m_ended.push_back(std::move(worker.thread));
    m_workers.remove_if([&worker](const Worker &other) { return &other == &worker; });
    m_turn = nullptr;
    m_turnChanged.notify_all();
}

bool Stepper::isCanceled(const Worker &worker)
{
    return !worker.waiter && worker.run->phase() == Run::Phase::Done;
}

bool Stepper::canGoOn(const Worker &worker, Clock::Time now)
{
    return (worker.ready || worker.deadline <= now) && !isCanceled(worker);
}

int Stepper::ready() const
{
    const std::lock_guard lock(m_mutex);
    const auto now = Clock::now();
    const auto sleepers = std::distance(m_sleepers.begin(), m_sleepers.upper_bound(now));
    return int(sleepers + std::count_if(m_workers.begin(), m_workers.end(),
                                        [now](const Worker &worker) { return canGoOn(worker, now); }));
}

std::optional<Clock::Time> Stepper::next() const
{
    std::optional<Clock::Time> next;
    const std::lock_guard lock(m_mutex);
    if (!m_sleepers.empty())
        next = m_sleepers.begin()->first;
    for (const Worker &worker : m_workers) {
        if (worker.waiter && worker.deadline != Clock::Time::max() && (!next || worker.deadline < *next))
            next = worker.deadline;
    }
    return next;
}

void Stepper::finish()
{
    do {
        std::vector<RunPtr> runs;
        {
            const std::lock_guard lock(m_mutex);
            for (const Worker &worker : m_workers)
                runs.push_back(worker.run);
            for (const auto &[time, run] : m_sleepers)
                runs.push_back(run);
            m_sleepers.clear();
        }
        // Each once, since that wakes who waits, also if it is for others, who would never get their turn then.
        for (const RunPtr &run : runs) {
            if (!run->isCanceled())
                run->cancel();
        }
    } while (step());
}

} // namespace Aside::Detail
