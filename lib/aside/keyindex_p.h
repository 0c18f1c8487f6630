// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHashFunctions>
#include <QList>
#include <QString>

namespace Aside::Detail {

/// The numbers of keys: the first that was added has 0, the next one 1. An open hash table that holds no
/// key, since who asks has them all: \a keyOf gives the key of a number. A ViewModel with few keys pays
/// a few bytes for each, where a QHash takes two kilobytes for the first. Copies share it.
class KeyIndex
{
public:
    /// -1 if there is none.
    template<typename KeyOf>
    int find(const QString &key, KeyOf keyOf) const
    {
        if (m_count == 0)
            return -1;
        qsizetype place = home(key);
        while (m_places.at(place) >= 0 && keyOf(m_places.at(place)) != key)
            place = next(place);
        return m_places.at(place);
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
    /// Forgets \a number and those behind it, as if they had never been.
    template<typename KeyOf>
    void removeFrom(int number, KeyOf keyOf)
    {
        if (placesFor(number) < m_places.size()) {
            m_count = number;
            resize(placesFor(number), keyOf);
        }
        while (m_count > number) { // the last first: none that stays has gone round its place
            --m_count;
            qsizetype place = home(keyOf(m_count));
            while (m_places.at(place) != m_count)
                place = next(place);
            m_places[place] = -1;
        }
    }

private:
    /// A quarter is free.
    static qsizetype placesFor(int keys)
    {
        qsizetype places = 4;
        while (qsizetype(keys) * 4 > places * 3)
            places *= 2;
        return places;
    }
    template<typename KeyOf>
    void resize(qsizetype places, KeyOf keyOf)
    {
        m_places = QList<int>(places, -1);
        for (int number = 0; number < m_count; ++number)
            m_places[freePlaceFor(keyOf(number))] = number;
    }
    qsizetype home(const QString &key) const
    {
        return qsizetype(qHash(key, size_t(QHashSeed::globalSeed())) & size_t(m_places.size() - 1));
    }
    qsizetype next(qsizetype place) const { return (place + 1) & (m_places.size() - 1); }
    qsizetype freePlaceFor(const QString &key) const
    {
        qsizetype place = home(key);
        while (m_places.at(place) >= 0)
            place = next(place);
        return place;
    }

    QList<int> m_places; // as many as a power of two, or none; -1 where it is free
    int m_count = 0;
};

} // namespace Aside::Detail
