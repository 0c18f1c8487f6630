// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <array>

namespace AsideDemo {

/// While it lives, Ctrl+C and whatever else asks the process to end only say so, once; the next one ends
/// it as ever. Signals that were ignored before stay so. One at a time.
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Q_DISABLE_COPY_MOVE(Interrupt)

    /// Any thread. Whether one has come since the latest Interrupt was made.
    static bool hasCome();

private:
    using Handler = void (*)(int);
    std::array<Handler, 3> m_before{};
};

} // namespace AsideDemo
