// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "rowchanges.h"

#include "failure.h"

using namespace Qt::StringLiterals;

namespace Aside::Detail {

void checkPlace(int at)
{
    if (at < -1)
        throw Error(u"cannot insert rows at %1: places count from 0, and -1 is the end"_s.arg(at));
}

} // namespace Aside::Detail
