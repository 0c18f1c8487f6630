// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHashFunctions>
#include <QString>

#include <utility>
#include <vector>

namespace Aside::Detail {

/// The numbers of keys: the first that was added has 0, the next one 1. An open hash table that holds no
/// key, since who asks has them all: \a keyOf gives the key of a number. A ViewModel with few keys pays
/// a few bytes for each, where a QHash takes two kilobytes for the first.
class KeyIndex
{
public:
    /// -1 if there is none.
    template<typename KeyOf>
    int find(const QString &key, KeyOf keyOf) const
    {
        if (m_count == 0)
            return -1;
        size_t place = home(key);
        while (m_places[place] >= 0 && keyOf(m_places[place]) != key)
            place = next(place);
        return m_places[place];
    }
    /// The next number is that of a key that is not there yet.
    template<typename KeyOf>
    void add(KeyOf keyOf)
    {
        if (size_t(m_count + 1) * 4 > m_places.size() * 3) {
            m_places.assign(m_places.empty() ? 4 : 2 * m_places.size(), -1);
            for (int number = 0; number < m_count; ++number)
                m_places[freePlaceFor(keyOf(number))] = number;
        }
        m_places[freePlaceFor(keyOf(m_count))] = m_count;
        ++m_count;
    }
    /// Forgets \a number and those behind it, the last first: none that stays has gone round their places.
    template<typename KeyOf>
    void removeFrom(int number, KeyOf keyOf)
    {
        while (m_count > number) {
            --m_count;
            size_t place = home(keyOf(m_count));
            while (m_places[place] != m_count)
                place = next(place);
            m_places[place] = -1;
        }
    }

private:
    size_t home(const QString &key) const { return qHash(key, size_t(QHashSeed::globalSeed())) & (m_places.size() - 1); }
    size_t next(size_t place) const { return (place + 1) & (m_places.size() - 1); }
    size_t freePlaceFor(const QString &key) const
    {
        size_t place = home(key);
        while (m_places[place] >= 0)
            place = next(place);
        return place;
    }

    std::vector<int> m_places; // as many as a power of two, or none; -1 where it is free, as a quarter is
    int m_count = 0;
};

} // namespace Aside::Detail
