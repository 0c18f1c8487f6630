// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "rowroles.h"

#include "failure.h"

using namespace Qt::StringLiterals;

namespace Aside::Detail {

void checkRole(const QByteArrayList &roles, const QByteArray &name)
{
    if (name.isEmpty())
        throw Error(u"a role needs a name"_s);
    if (roles.contains(name))
        throw Error(u"two roles are named ‘%1’"_s.arg(QString::fromUtf8(name)));
}

void checkIdRole(const QByteArrayList &roles, const QByteArray &name)
{
    if (!roles.contains(name))
        throw Error(u"‘%1’ cannot be the id: there is no such role"_s.arg(QString::fromUtf8(name)));
}

} // namespace Aside::Detail
