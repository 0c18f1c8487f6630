// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "run.h"

#include <QString>

#include <vector>

namespace Aside::Detail {

/// The current run of each name: a hash table whose nodes are the runs themselves. Every start and
/// every landing goes through it, so it hashes each name once and allocates nothing for a run.
class RunIndex
{
public:
    Run *find(const QString &name) const;
    /// Makes \a run the current one of its name; returns the one that was, or null.
    Run *replace(Run &run);
    /// Does nothing if \a run is not the current one of its name.
    void remove(Run &run);

private:
    Run **bucketOf(size_t hash) const;
    void resize(size_t buckets);

    mutable std::vector<Run *> m_buckets; // as many as a power of two, or none
    size_t m_count = 0;
};

} // namespace Aside::Detail
