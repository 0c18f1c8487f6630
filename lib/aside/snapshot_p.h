// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keyindex_p.h"
#include "snapshot.h"

#include <vector>

namespace Aside {

struct Snapshot::Data
{
    struct Entry
    {
        QString key; // null where the key is absent
        QVariant value;
    };

    /// -1 if there is none.
    int find(const QString &key) const
    {
        return index.find(key, [this](int place) -> const QString & { return entries[size_t(place)].key; });
    }

    Detail::KeyIndex index; // of entries
    std::vector<Entry> entries;
    std::vector<int> order; // the places of the keys that are there, as they came to be
};

} // namespace Aside
