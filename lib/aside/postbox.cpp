// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "postbox_p.h"

#include <algorithm>
#include <utility>

namespace Aside::Detail {

void PostBox::add(Assigns changes)
{
    const bool onlySets = std::none_of(changes.begin(), changes.end(),
                                       [](const Assigns::Entry &entry) { return entry.isUpdate(); });
    if (onlySets) {
        if (!m_lastOnlySets || m_posts.empty()) {
            m_posts.emplace_back();
            m_places.clear();
        }
        merge(std::move(changes));
    } else {
        m_entries += changes.size();
        m_posts.push_back(std::move(changes));
    }
    m_lastOnlySets = onlySets;
}

void PostBox::merge(Assigns changes)
{
    Assigns &last = m_posts.back();
    for (Assigns::Entry &entry : changes) {
        const auto place = m_places.constFind(entry.key());
        if (place != m_places.cend()) {
            last.begin()[*place].value() = std::move(entry.value());
        } else {
            m_places.insert(entry.key(), last.size());
            last.set(entry.key(), std::move(entry.value()));
            ++m_entries;
        }
    }
}

std::vector<Assigns> PostBox::take()
{
    m_entries = 0;
    return std::exchange(m_posts, {});
}

} // namespace Aside::Detail
