// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "assigns.h"

#include <QHash>

#include <vector>

namespace Aside::Detail {

/// The posts of one run that the home thread has not taken yet. Its owner locks.
///
/// Posts that only set are merged by key, so that a flood of them takes no more room than it has
/// keys. Posts with updates stay apart, since every update must run on the value that it finds.
class PostBox
{
public:
    void add(Assigns changes);
    /// Whether the producer should wait until the home thread has taken some.
    bool isFull() const { return m_entries >= Capacity; }
    /// The posts in order, each to be one commit.
    std::vector<Assigns> take();

private:
    static constexpr qsizetype Capacity = 1024;

    void merge(Assigns changes);

    std::vector<Assigns> m_posts;
    qsizetype m_entries = 0;
    bool m_lastOnlySets = false;
    QHash<QString, qsizetype> m_places; // of the keys in the last post, where it only sets
};

} // namespace Aside::Detail
