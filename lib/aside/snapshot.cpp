// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "snapshot.h"

#include "snapshot_p.h"

#include <algorithm>

namespace Aside {

Snapshot::Snapshot() = default;

Snapshot::Snapshot(std::shared_ptr<const Data> data)
    : m_data(std::move(data))
{
}

bool Snapshot::contains(const QString &key) const
{
    const int place = m_data ? m_data->index.value(key, -1) : -1;
    return place >= 0 && !m_data->entries[size_t(place)].key.isNull();
}

QVariant Snapshot::value(const QString &key) const
{
    const int place = m_data ? m_data->index.value(key, -1) : -1;
    return place >= 0 ? m_data->entries[size_t(place)].value : QVariant();
}

QStringList Snapshot::keys() const
{
    QStringList keys;
    if (m_data) {
        for (const Data::Entry &entry : m_data->entries) {
            if (!entry.key.isNull())
                keys.append(entry.key);
        }
    }
    return keys;
}

qsizetype Snapshot::size() const
{
    if (!m_data)
        return 0;
    return std::count_if(m_data->entries.begin(), m_data->entries.end(),
                         [](const Data::Entry &entry) { return !entry.key.isNull(); });
}

QVariantMap Snapshot::toVariantMap() const
{
    QVariantMap map;
    if (m_data) {
        for (const Data::Entry &entry : m_data->entries) {
            if (!entry.key.isNull())
                map.insert(entry.key, entry.value);
        }
    }
    return map;
}

} // namespace Aside
