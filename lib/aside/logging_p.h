// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

namespace Aside::Detail {

Q_DECLARE_LOGGING_CATEGORY(lcTask)
Q_DECLARE_LOGGING_CATEGORY(lcStore)

} // namespace Aside::Detail
