// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "stepper_p.h"

#include "waiter_p.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <utility>
#include <vector>

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

Stepper::Stepper()
{
    m_pool.setMaxThreadCount(std::numeric_limits<int>::max());
}

Stepper::~Stepper()
{
    m_pool.waitForDone();
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
    // Those that have begun stay where they are; of the others, the more urgent ones go first.
    const auto place = std::find_if(m_workers.begin(), m_workers.end(), [&](const Worker &worker) {
        return !worker.waiter && &worker != m_turn && worker.run->priority() < run->priority();
    });
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
    std::unique_lock lock(m_mutex);
    wakeSleepers();
    const auto now = Clock::now();
    const auto next = std::find_if(m_workers.begin(), m_workers.end(), [now](const Worker &worker) {
        return worker.ready || worker.deadline <= now;
    });
    if (next == m_workers.end())
        return false;
    const bool begins = !next->waiter;
    m_turn = &*next;
    if (begins)
        m_pool.start([this, worker = &*next] { work(*worker); });
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
    if (worker.run->isCoroutine()) {
        worker.run->stepCoroutine();
    } else {
        worker.run->execute();
        Run::deliver(worker.run);
    }
    t_worker = nullptr;
    t_stepper = nullptr;
    RunPtr run; // freed outside of the lock
    const std::lock_guard lock(m_mutex);
    run.swap(worker.run);
    m_workers.remove_if([&worker](const Worker &other) { return &other == &worker; });
    m_turn = nullptr;
    m_turnChanged.notify_all();
}

int Stepper::ready() const
{
    const std::lock_guard lock(m_mutex);
    const auto now = Clock::now();
    const auto sleepers = std::distance(m_sleepers.begin(), m_sleepers.upper_bound(now));
    return int(sleepers + std::count_if(m_workers.begin(), m_workers.end(), [now](const Worker &worker) {
        return worker.ready || worker.deadline <= now;
    }));
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
        for (const RunPtr &run : runs)
            run->cancel();
    } while (step());
}

} // namespace Aside::Detail
