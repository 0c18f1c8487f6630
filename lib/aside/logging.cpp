// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "logging_p.h"

namespace Aside::Detail {

Q_LOGGING_CATEGORY(lcTask, "aside.task", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "aside.store")

} // namespace Aside::Detail
