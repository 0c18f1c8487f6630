// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "snapshot.h"

#include <QHash>

#include <vector>

namespace Aside {

struct Snapshot::Data
{
    struct Entry
    {
        QString key; // null where the key is absent
        QVariant value;
    };

    QHash<QString, int> index; // shared with the store until that gets a new key
    std::vector<Entry> entries;
    std::vector<int> order; // the places of the keys that are there, as they came to be
};

} // namespace Aside
