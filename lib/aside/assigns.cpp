// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "assigns.h"

namespace Aside {

Assigns &Assigns::append(Assigns later)
{
    m_entries.reserve(m_entries.size() + later.m_entries.size());
    for (Entry &entry : later.m_entries)
        m_entries.append(std::move(entry));
    return *this;
}

} // namespace Aside
