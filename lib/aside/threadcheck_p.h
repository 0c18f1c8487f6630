// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Aside::Detail {

/// Throws ImmutableStateError: \a action was tried on another thread than the home thread.
[[noreturn]] void throwWrongThread(const char *action);

} // namespace Aside::Detail
