// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "runindex_p.h"

#include <QHashFunctions>

#include <utility>

namespace Aside::Detail {

namespace {

constexpr size_t fewestPlaces = 8;
constexpr size_t manyPlaces = 1024;

quint32 hashOf(const QString &name)
{
    return quint32(qHash(name, size_t(QHashSeed::globalSeed())));
}

} // namespace

Run *RunIndex::find(const QString &name) const
{
    return m_count == 0 ? nullptr : m_places[placeOf(name, hashOf(name))].run;
}

Run *RunIndex::add(Run &run)
{
    if ((m_count + 1) * 4 > m_places.size() * 3)
        resize(m_places.empty() ? fewestPlaces : m_places.size() * 2);
    run.m_nameHash = hashOf(run.m_name);
    run.m_isCurrent = true;
    Place &place = m_places[placeOf(run.m_name, run.m_nameHash)];
    Run *const before = std::exchange(place.run, &run);
    place.hash = run.m_nameHash;
    if (before) {
        before->m_isCurrent = false;
        run.m_older = before;
        run.m_newer = before->m_newer; // the oldest
        run.m_newer->m_older = &run;
        before->m_newer = &run;
    } else {
        run.m_older = run.m_newer = &run;
        ++m_count;
    }
    return before;
}

void RunIndex::remove(Run &run)
{
    Run *const older = run.m_older == &run ? nullptr : run.m_older;
    run.m_older->m_newer = run.m_newer;
    run.m_newer->m_older = run.m_older;
    run.m_older = run.m_newer = nullptr;
    if (!std::exchange(run.m_isCurrent, false))
        return;
    size_t hole = home(run.m_nameHash);
    while (m_places[hole].run != &run)
        hole = next(hole);
    if (older) {
        m_places[hole].run = older;
        older->m_isCurrent = true;
        return;
    }
    // Those behind move up, unless that would put them before where their search begins.
    for (size_t later = next(hole); m_places[later].run; later = next(later)) {
        const size_t start = home(m_places[later].hash);
        const bool stays = hole <= later ? hole < start && start <= later : hole < start || start <= later;
        if (!stays) {
            m_places[hole] = m_places[later];
            hole = later;
        }
    }
    m_places[hole] = {};
    // After a large burst, its room goes back.
    if (--m_count == 0 && m_places.size() > manyPlaces)
        m_places = {};
}

size_t RunIndex::placeOf(const QString &name, size_t hash) const
{
    size_t place = home(hash);
    while (m_places[place].run && (m_places[place].hash != hash || m_places[place].run->m_name != name))
        place = next(place);
    return place;
}

void RunIndex::resize(size_t places)
{
    const auto old = std::exchange(m_places, std::vector<Place>(places));
    for (const Place &moved : old) {
        if (!moved.run)
            continue;
        size_t place = home(moved.hash);
        while (m_places[place].run)
            place = next(place);
        m_places[place] = moved;
    }
}

} // namespace Aside::Detail
