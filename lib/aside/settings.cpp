// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "settings.h"

#include <QByteArray>

#include <atomic>

using namespace std::chrono_literals;

namespace Aside {

namespace {

std::atomic<bool> &async()
{
    static std::atomic<bool> value{qgetenv("ASIDE_ASYNC") != "0"};
    return value;
}

std::atomic<std::chrono::nanoseconds> s_frameBudget{4ms};
std::atomic<std::chrono::milliseconds> s_quitGrace{2s};
std::atomic<std::chrono::milliseconds> s_cancelGrace{5s};

} // namespace

void setAsync(bool value)
{
    async() = value;
}

bool isAsync()
{
    return async();
}

void setFrameBudget(std::chrono::nanoseconds budget)
{
    s_frameBudget = budget;
}

std::chrono::nanoseconds frameBudget()
{
    return s_frameBudget;
}

void setQuitGrace(std::chrono::milliseconds grace)
{
    s_quitGrace = grace;
}

std::chrono::milliseconds quitGrace()
{
    return s_quitGrace;
}

void setCancelGrace(std::chrono::milliseconds grace)
{
    s_cancelGrace = grace;
}

std::chrono::milliseconds cancelGrace()
{
    return s_cancelGrace;
}

} // namespace Aside
