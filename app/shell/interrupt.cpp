// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "interrupt.h"

#include <atomic>
#include <csignal>
#include <cstddef>

namespace AsideDemo {

namespace {

#ifdef SIGHUP
constexpr int Signals[] = {SIGINT, SIGTERM, SIGHUP};
#else
constexpr int Signals[] = {SIGINT, SIGTERM};
#endif

std::atomic<bool> s_hasCome{false};
static_assert(std::atomic<bool>::is_always_lock_free); // a signal may come within anything

void note(int signal)
{
    std::signal(signal, SIG_DFL);
    s_hasCome = true;
}

} // namespace

Interrupt::Interrupt()
{
    s_hasCome = false;
    for (std::size_t i = 0; i < std::size(Signals); ++i) {
        m_before[i] = std::signal(Signals[i], &note);
        if (m_before[i] == SIG_IGN)
            std::signal(Signals[i], SIG_IGN);
    }
}

Interrupt::~Interrupt()
{
    for (std::size_t i = 0; i < std::size(Signals); ++i)
        std::signal(Signals[i], m_before[i]);
}

bool Interrupt::hasCome()
{
    return s_hasCome.load(std::memory_order_relaxed);
}

} // namespace AsideDemo
