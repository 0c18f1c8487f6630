// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "snapshot.h"

#include "snapshot_p.h"

namespace Aside {

Snapshot::Snapshot() = default;

Snapshot::Snapshot(std::shared_ptr<const Data> data)
    : m_data(std::move(data))
{
}

bool Snapshot::contains(const QString &key) const
{
    const int place = m_data ? m_data->find(key) : -1;
    return place >= 0 && !m_data->entries[size_t(place)].key.isNull();
}

QVariant Snapshot::value(const QString &key) const
{
    const int place = m_data ? m_data->find(key) : -1;
    return place >= 0 ? m_data->entries[size_t(place)].value : QVariant();
}

QStringList Snapshot::keys() const
{
    QStringList keys;
    keys.reserve(size());
    if (m_data) {
        for (const int place : m_data->order)
            keys.append(m_data->entries[size_t(place)].key);
    }
    return keys;
}

qsizetype Snapshot::size() const
{
    return m_data ? qsizetype(m_data->order.size()) : 0;
}

QVariantMap Snapshot::toVariantMap() const
{
    QVariantMap map;
    if (m_data) {
        for (const int place : m_data->order)
            map.insert(m_data->entries[size_t(place)].key, m_data->entries[size_t(place)].value);
    }
    return map;
}

} // namespace Aside
