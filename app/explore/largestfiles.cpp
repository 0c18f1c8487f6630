// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "largestfiles.h"

#include <catalogue/humantext.h>
#include <catalogue/rawname.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace AsideDemo {

Aside::RowRoles<LargeFile> largeFileRoles()
{
    return Aside::RowRoles<LargeFile>{{"fileId", &LargeFile::id},
                                      {"name", &LargeFile::name},
                                      {"folder", &LargeFile::folder},
                                      {"size", &LargeFile::size},
                                      {"sizeText", [](const LargeFile &file) { return sizeText(file.size); }}}
        .id(&LargeFile::id);
}

void LargestFiles::add(qint64 id, const QByteArray &folder, const Entry &entry)
{
    const bool isFull = m_sizes.size() == Most;
    if (entry.kind != EntryKind::File || entry.size <= (isFull ? m_sizes.last() : 0))
        return;
    // Behind its equals: the first that was met stays in front.
    const auto place = std::upper_bound(m_sizes.begin(), m_sizes.end(), entry.size, std::greater<>());
    const int at = int(place - m_sizes.begin());
    m_sizes.insert(at, entry.size);
    if (isFull)
        m_sizes.removeLast();
    m_changes.insert(at, LargeFile{id, visibleText(readableName(entry.name)), visibleText(readableName(folder)), entry.size});
}

Aside::RowChanges<LargeFile> LargestFiles::takeChanges()
{
    return std::exchange(m_changes, {});
}

} // namespace AsideDemo
