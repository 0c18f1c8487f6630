// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "looptask.h"

#include "gate_p.h"
#include "scheduler_p.h"
#include "talk_p.h"

namespace Aside::Detail {

Suspension::~Suspension() = default;

void Suspension::suspend(std::coroutine_handle<> handle)
{
    m_handle = handle;
    m_run.setSuspension(this);
    begin();
}

void Suspension::resume()
{
    m_handle.resume(); // which destroys this
}

Sleeping::~Sleeping()
{
    Scheduler::instance().forget(m_timer);
}

Sleeping::Sleeping(Run &run, std::chrono::nanoseconds duration)
    : Suspension(run)
    , m_duration(duration)
{
}

bool Sleeping::await_ready()
{
    if (run().isCanceled())
        return true;
    if (!run().isSynchronous())
        return false;
    run().sleep(m_duration);
    return true;
}

void Sleeping::await_resume() const
{
    if (run().isCanceled())
        throw Canceled();
}

void Sleeping::begin()
{
    m_end = Clock::now() + m_duration;
    m_timer = Scheduler::instance().lookAt(RunPtr(&run()), m_end);
}

bool Sleeping::isOver()
{
    return run().isCanceled() || Clock::now() >= m_end;
}

/// The block on its way, and how it ended.
class Modifying::Asked
{
public:
    explicit Asked(Modifying &modifying) : m_modifying(modifying) { }
    void operator()(LiveState &state) { m_modifying.call(state); }

    RequestPtr request;
    std::shared_ptr<Waiter> waiter;
    std::exception_ptr exception;
    bool isDone = false;

private:
    Modifying &m_modifying;
};

Modifying::Modifying(Run &run)
    : Suspension(run)
    , m_asked(std::make_unique<Asked>(*this))
{
}

Modifying::~Modifying() = default;

bool Modifying::await_ready()
{
    if (run().isCanceled()) {
        m_asked->exception = run().whyCanceled();
        return true;
    }
    if (!run().isSynchronous())
        return false;
    try {
        run().modify(BlockCall(*m_asked));
    } catch (...) {
        m_asked->exception = std::current_exception();
    }
    return true;
}

void Modifying::begin()
{
    m_asked->waiter = std::make_shared<Waiter>();
    m_asked->waiter->onWake = [run = RunPtr(&run())] { Scheduler::instance().add(run); };
    try {
        m_asked->request = run().ask(BlockCall(*m_asked), m_asked->waiter);
    } catch (...) {
        m_asked->exception = std::current_exception();
        Scheduler::instance().add(RunPtr(&run()));
    }
}

bool Modifying::isOver()
{
    if (m_asked->exception)
        return true;
    const std::lock_guard lock(m_asked->waiter->mutex);
    Request &request = *m_asked->request;
    if (request.isOver())
        return true;
    if (!run().isCanceled() || !request.canWithdraw())
        return false;
    request.withdraw();
    m_asked->exception = run().whyCanceled();
    return true;
}

void Modifying::finish()
{
    if (m_asked->exception)
        std::rethrow_exception(m_asked->exception);
    if (m_asked->request)
        m_asked->request->rethrow();
}

} // namespace Aside::Detail
