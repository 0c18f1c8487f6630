// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/rowchanges.h>
#include <aside/rowroles.h>
#include <catalogue/entry.h>

namespace AsideDemo {

/// One of the largest files of a folder.
struct LargeFile
{
    qint64 id = 0; ///< its row in the catalogue
    QString name;
    QString folder; ///< relative to the scanned one
    qint64 size = 0; ///< bytes

    friend bool operator==(const LargeFile &, const LargeFile &) = default;
};

/// The roles fileId, name, folder, size and sizeText.
Aside::RowRoles<LargeFile> largeFileRoles();

/// Finds the largest files among those that a scan meets, as changes of a list that has the largest one
/// first. One thread only.
class LargestFiles
{
public:
    static constexpr int Most = 100;

    void add(qint64 id, const QByteArray &folder, const Entry &entry);
    /// What has changed since the last call; first of all, that the list starts afresh.
    Aside::RowChanges<LargeFile> takeChanges();
    /// Of the largest file; 0 if there is none.
    qint64 size() const { return m_sizes.isEmpty() ? 0 : m_sizes.first(); }

private:
    QList<qint64> m_sizes; // of those in the list, falling
    Aside::RowChanges<LargeFile> m_changes = std::move(Aside::RowChanges<LargeFile>().reset().setLimit(Most));
};

} // namespace AsideDemo
