// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "run.h"

#include <QString>

#include <vector>

namespace Aside::Detail {

/// The live runs of each name, the newest of which is the current one: an open hash table of rings. Every start and every landing goes through it, so
/// it hashes each name once, allocates nothing for a run, and looks at no other run than the one that
/// is meant: the others are in the caches of the workers.
class RunIndex
{
public:
    /// The newest run of that name, or null.
    Run *find(const QString &name) const;
    /// Makes \a run the newest one of its name; returns the one that was, or null.
    Run *add(Run &run);
    void remove(Run &run);

private:
    struct Place
    {
        size_t hash = 0;
        Run *run = nullptr; // null where it is free
    };

    size_t next(size_t place) const { return (place + 1) & (m_places.size() - 1); }
    size_t home(size_t hash) const { return hash & (m_places.size() - 1); }
    /// Where the run of that name is, or would be put.
    size_t placeOf(const QString &name, size_t hash) const;
    void resize(size_t places);

    std::vector<Place> m_places; // as many as a power of two, or none; a quarter is always free
    size_t m_count = 0;
};

} // namespace Aside::Detail
