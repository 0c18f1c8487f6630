// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <optional>

namespace AsideDemo {

/// How much of the machine's memory this process holds just now, in bytes; nothing where the system does
/// not tell. Any thread.
std::optional<qint64> residentBytes();

/// Gives memory that was freed back to the system, where it can be asked to: what is held afterwards is in
/// use. Any thread.
void giveBackFreedMemory();

} // namespace AsideDemo
