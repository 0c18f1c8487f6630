// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "connection.h"
#include "entry.h"

#include <QList>

#include <functional>

namespace AsideDemo {

enum class SortBy : quint8 { Name, Size, Modified };

/// What to look for. A name or a path matches if it holds every word of the text, anywhere and in
/// any case; an empty text matches all. Nothing in the text has a special meaning.
struct SearchQuery
{
    qint64 root = 0;
    QString text;
    SortBy sortBy = SortBy::Name;
    Qt::SortOrder order = Qt::AscendingOrder;

    friend bool operator==(const SearchQuery &, const SearchQuery &) = default;
};

/// All hits, in order: as ids only, so that 200,000 of them are 1.6 MB and one query.
struct SearchHits
{
    QList<qint64> ids;
    qint64 bytes = 0; ///< the size of all hits together
};

/// What a list shows of one entry. The texts are as they are in the catalogue; see visibleText().
struct EntryRow
{
    qint64 id = 0;
    QString name;
    QString folder; ///< relative to the root
    qint64 size = -1;
    qint64 modified = -1;
    EntryKind kind = EntryKind::File;

    friend bool operator==(const EntryRow &, const EntryRow &) = default;
};

/// The hits of \a query; incomplete if \a isCanceled said so. Throws CatalogueError.
SearchHits search(const Connection &connection, const SearchQuery &query,
                  const std::function<bool()> &isCanceled);

/// The rows of \a ids, in that order; an entry that is gone leaves a row with id 0.
QList<EntryRow> readRows(const Connection &connection, const QList<qint64> &ids);

/// Where the entry \a id is, in the file system's bytes; empty if it is gone.
QByteArray pathOf(const Connection &connection, qint64 id);

/// What the catalogue knows of a folder that was scanned; root is 0 if nothing.
struct RootInfo
{
    qint64 root = 0;
    qint64 scanned = -1; ///< when its last whole scan ended, in ms since 1970 UTC; -1 if none did
};
RootInfo findRoot(const Connection &connection, const QByteArray &path);

/// What the last scan of \a root could not read, in the order of paths.
struct StoredProblem
{
    QString path;
    QString reason;
};
QList<StoredProblem> readProblems(const Connection &connection, qint64 root);

} // namespace AsideDemo
