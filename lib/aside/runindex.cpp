// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "runindex_p.h"

#include <QHashFunctions>

#include <utility>

namespace Aside::Detail {

namespace {

constexpr size_t fewestBuckets = 8;
constexpr size_t manyBuckets = 1024;

size_t hashOf(const QString &name)
{
    return qHash(name, size_t(QHashSeed::globalSeed()));
}

} // namespace

Run *RunIndex::find(const QString &name) const
{
    if (m_count == 0)
        return nullptr;
    const size_t hash = hashOf(name);
    Run *run = *bucketOf(hash);
    while (run && (run->m_nameHash != hash || run->m_name != name))
        run = run->m_nextInIndex;
    return run;
}

Run *RunIndex::replace(Run &run)
{
    if (m_count >= m_buckets.size())
        resize(m_buckets.empty() ? fewestBuckets : m_buckets.size() * 2);
    run.m_nameHash = hashOf(run.m_name);
    run.m_isCurrent = true;
    Run **link = bucketOf(run.m_nameHash);
    while (*link && ((*link)->m_nameHash != run.m_nameHash || (*link)->m_name != run.m_name))
        link = &(*link)->m_nextInIndex;
    Run *const before = std::exchange(*link, &run);
    if (before) {
        run.m_nextInIndex = std::exchange(before->m_nextInIndex, nullptr);
        before->m_isCurrent = false;
    } else {
        ++m_count;
    }
    return before;
}

void RunIndex::remove(Run &run)
{
    if (!std::exchange(run.m_isCurrent, false))
        return;
    Run **link = bucketOf(run.m_nameHash);
    while (*link != &run)
        link = &(*link)->m_nextInIndex;
    *link = std::exchange(run.m_nextInIndex, nullptr);
    --m_count;
    // After a large burst, its room goes back.
    if (m_count == 0 && m_buckets.size() > manyBuckets)
        m_buckets = {};
}

Run **RunIndex::bucketOf(size_t hash) const
{
    return &m_buckets[hash & (m_buckets.size() - 1)];
}

void RunIndex::resize(size_t buckets)
{
    const auto old = std::exchange(m_buckets, std::vector<Run *>(buckets));
    for (Run *run : old) {
        while (run) {
            Run *&first = *bucketOf(run->m_nameHash);
            Run *const next = std::exchange(run->m_nextInIndex, first);
            first = std::exchange(run, next);
        }
    }
}

} // namespace Aside::Detail
