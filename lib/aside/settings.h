// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/export.h>

#include <chrono>

namespace Aside {

/// \file
/// Settings of the process. Any thread may read and write them; a change holds for what starts later.
///
/// \code
/// Aside::setAsync(false); // a test without threads
/// Aside::setFrameBudget(2ms); // a display of 240 frames a second
/// \endcode

/// False makes every functor run at once in the caller, and commits its result before the call
/// returns; waits return at once. On by default, unless the environment says `ASIDE_ASYNC=0`.
ASIDE_EXPORT void setAsync(bool async);
ASIDE_EXPORT bool isAsync();

/// How long results may be applied in one go, before the event loop serves input, timers and
/// painting again; one result is, however small it is. 4 ms by default.
ASIDE_EXPORT void setFrameBudget(std::chrono::nanoseconds budget);
ASIDE_EXPORT std::chrono::nanoseconds frameBudget();

/// How long the application waits for canceled runs when it quits; then it names those that go on in
/// the log, and leaves. 2 s by default.
ASIDE_EXPORT void setQuitGrace(std::chrono::milliseconds grace);
ASIDE_EXPORT std::chrono::milliseconds quitGrace();

/// How long a run may ignore its cancellation before the log names it. 5 s by default.
ASIDE_EXPORT void setCancelGrace(std::chrono::milliseconds grace);
ASIDE_EXPORT std::chrono::milliseconds cancelGrace();

} // namespace Aside
