// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <catalogue/search.h>

#include <QByteArray>
#include <QHash>

#include <functional>
#include <memory>

namespace AsideDemo {

/// Rows by page: page n holds the rows from n * RowsPerPage on.
using RowPages = QHash<int, QList<EntryRow>>;
constexpr int RowsPerPage = 128;

/// What a search of one folder found, with the rows that are seen first. Shared, never changed.
struct HitList
{
    QByteArray folder;
    SearchQuery query;
    RootInfo root;
    SearchHits hits;
    RowPages pages;
    QList<StoredProblem> problems;
    qint64 took = 0; ///< to find, in ms
};
using Hits = std::shared_ptr<const HitList>;

/// Rows of \a hits that were asked for later.
struct LoadedPages
{
    Hits hits;
    RowPages pages;

    friend bool operator==(const LoadedPages &, const LoadedPages &) = default;
};

/// Searches on this thread. The rows around the entry \a anchor come along, or the first ones where it
/// is not found. Null if \a isCanceled said so. Throws CatalogueError.
Hits findHits(const QString &catalogue, const QByteArray &folder, SearchQuery query, qint64 anchor,
              const std::function<bool()> &isCanceled);

/// Reads \a pages of \a hits on this thread. Throws CatalogueError.
LoadedPages loadPages(const QString &catalogue, const Hits &hits, const QList<int> &pages);

} // namespace AsideDemo
