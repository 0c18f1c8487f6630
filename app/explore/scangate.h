// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/taskcontext.h>

#include <atomic>
#include <chrono>

namespace AsideDemo {

/// Holds scans where their first rows can be seen, until somebody opens it. For the tour, which has to
/// show a scan under way in folders of any size. Any thread.
class ScanGate
{
public:
    bool isOpen() const { return m_isOpen.load(); }
    void open() { m_isOpen = true; }
    /// Holds the functor of a task until it is open, or the task is canceled.
    void wait(Aside::TaskContext &context) const
    {
        while (!isOpen() && context.sleep(std::chrono::milliseconds(10))) { }
    }

private:
    std::atomic<bool> m_isOpen{false};
};

} // namespace AsideDemo
