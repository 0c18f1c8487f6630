// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "rowbox.h"

namespace Aside::Detail {

RowBox::~RowBox() = default;

} // namespace Aside::Detail
