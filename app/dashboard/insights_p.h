// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "insights.h"

namespace AsideDemo {


} // namespace AsideDemo
