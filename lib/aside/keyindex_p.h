// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHashFunctions>
#include <QString>

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
        if (placesFor(m_count + 1) > m_places.size())
            resize(placesFor(m_count + 1), keyOf);
        m_places[freePlaceFor(keyOf(m_count))] = m_count;
        ++m_count;
    }
    /// Forgets \a number and those behind it, as if they had never been: a snapshot copies the table.
    template<typename KeyOf>
    void removeFrom(int number, KeyOf keyOf)
    {
        if (placesFor(number) < m_places.size()) {
            m_count = number;
            resize(placesFor(number), keyOf);
        }
        while (m_count > number) { // the last first: none that stays has gone round its place
            --m_count;
            size_t place = home(keyOf(m_count));
            while (m_places[place] != m_count)
                place = next(place);
            m_places[place] = -1;
        }
    }

private:
    /// A quarter is free.
    static size_t placesFor(int keys)
    {
        size_t places = 4;
        while (size_t(keys) * 4 > places * 3)
            places *= 2;
        return places;
    }
    template<typename KeyOf>
    void resize(size_t places, KeyOf keyOf)
    {
        m_places = std::vector<int>(places, -1);
        for (int number = 0; number < m_count; ++number)
            m_places[freePlaceFor(keyOf(number))] = number;
    }
    size_t home(const QString &key) const { return qHash(key, size_t(QHashSeed::globalSeed())) & (m_places.size() - 1); }
    size_t next(size_t place) const { return (place + 1) & (m_places.size() - 1); }
    size_t freePlaceFor(const QString &key) const
    {
        size_t place = home(key);
        while (m_places[place] >= 0)
            place = next(place);
        return place;
    }

    std::vector<int> m_places; // as many as a power of two, or none; -1 where it is free
    int m_count = 0;
};

} // namespace Aside::Detail
