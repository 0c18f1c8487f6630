// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "taskoptions.h"

#include <QString>

namespace Aside::Detail {

/// Whether any option is set that has to do with time.
bool hasTiming(const TaskOptions &options);
/// Throws Error, which names the task and the options, if they make no sense or contradict each other.
void checkOptions(const QString &name, const TaskOptions &options);
/// How long to wait before that retry, the first being 1, without the jitter.
std::chrono::milliseconds backOff(const Retry &retry, int number);
/// The same with the jitter; \a random is between 0 and 1.
std::chrono::milliseconds jittered(const Retry &retry, int number, double random);

} // namespace Aside::Detail
