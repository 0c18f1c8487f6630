// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "waiter_p.h"

#include "stepper_p.h"

namespace Aside::Detail {

void Waiter::wake()
{
    m_changed.notify_all();
    if (onWake)
        onWake();
    if (const auto stepper = Stepper::active())
        stepper->wake(*this);
}

bool Waiter::waitOnce(std::unique_lock<std::mutex> &lock, Clock::Time deadline)
{
    if (Stepper *const stepper = Stepper::ofThisWorker()) {
        if (Clock::now() >= deadline)
            return false;
        // The lock is given back late enough for no wake() to be missed: it is the stepper's turn.
        lock.unlock();
        stepper->standBy(*this, deadline);
        lock.lock();
        return true;
    }
    if (deadline == Clock::Time::max()) {
        m_changed.wait(lock);
        return true;
    }
    return m_changed.wait_until(lock, deadline) == std::cv_status::no_timeout;
}

} // namespace Aside::Detail
