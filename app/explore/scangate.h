// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

namespace AsideDemo {

/// Holds scans where their first rows can be seen, until somebody opens it. For the tour, which has to
/// show a scan under way in folders of any size. Any thread.
class ScanGate
{
public:
    bool isOpen() const { return m_isOpen.load(); }
    void open() { m_isOpen = true; }

private:
    std::atomic<bool> m_isOpen{false};
};

} // namespace AsideDemo
