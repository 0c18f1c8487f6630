// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "hits.h"

#include <QElapsedTimer>

#include <algorithm>

namespace AsideDemo {

namespace {

QList<EntryRow> readPage(const Connection &connection, const QList<qint64> &ids, int page)
{
    return readRows(connection, ids.mid(qsizetype(page) * RowsPerPage, RowsPerPage));
}

} // namespace

Hits findHits(const QString &catalogue, const QByteArray &folder, SearchQuery query, qint64 anchor,
              const std::function<bool()> &isCanceled)
{
    QElapsedTimer clock;
    clock.start();
    const Connection connection(catalogue, Connection::Read);
    auto list = std::make_shared<HitList>();
    list->folder = folder;
    list->root = findRoot(connection, folder);
    query.root = list->root.root;
    list->query = query;
    if (query.root != 0) {
        list->hits = search(connection, query, isCanceled);
        list->problems = readProblems(connection, query.root);
    }
    if (isCanceled())
        return nullptr;
    const auto first = int(std::max(qsizetype(0), list->hits.ids.indexOf(anchor)) / RowsPerPage);
    for (const int page : {first, first + 1})
        list->pages.insert(page, readPage(connection, list->hits.ids, page));
    list->took = clock.elapsed();
    return list;
}

LoadedPages loadPages(const QString &catalogue, const Hits &hits, const QList<int> &pages)
{
    const Connection connection(catalogue, Connection::Read);
    LoadedPages loaded{hits, {}};
    for (const int page : pages)
        loaded.pages.insert(page, readPage(connection, hits->hits.ids, page));
    return loaded;
}

} // namespace AsideDemo
