// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Aside::Detail {

/// Throws AssignError if no assign may be called \a key: it is empty, reserved, or would hide a member
/// of QObject or ViewModel.
void checkKey(const QString &key);

} // namespace Aside::Detail
