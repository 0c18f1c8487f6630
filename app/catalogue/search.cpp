// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "search.h"

#include "catalogueerror.h"
#include "rawname.h"
#include "wordfilter.h"

#include <QVariant>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

constexpr int HitsPerCancelCheck = 256;

QString orderBy(const SearchQuery &query)
{
    const bool up = query.order == Qt::AscendingOrder;
    const auto direction = up ? "ASC"_L1 : "DESC"_L1;
    switch (query.sortBy) {
    case SortBy::Size:
        return u"e.size %1, e.id"_s.arg(direction);
    case SortBy::Modified:
        return u"e.modified %1, e.id"_s.arg(direction);
    case SortBy::Name:
        break;
    }
    return u"e.name COLLATE NOCASE %1, e.id"_s.arg(direction);
}

qint64 numberOrUnknown(const QVariant &value)
{
    return value.isNull() ? -1 : value.toLongLong();
}

} // namespace

SearchHits search(const Connection &connection, const SearchQuery &query,
                  const std::function<bool()> &isCanceled)
{
    const WordFilter words(query.text);
    const QString sql = "SELECT e.id, e.size FROM entries e WHERE e.root = ?"_L1 % words.sql() % " ORDER BY "_L1 % orderBy(query);
    QSqlQuery found = connection.prepareText(sql);
    found.addBindValue(query.root);
    words.bind(found, query.root);
    SearchHits hits;
    if (isCanceled())
        return hits;
    connection.run(found);
    while (found.next()) {
        if (hits.ids.size() % HitsPerCancelCheck == 0 && isCanceled())
            return hits;
        hits.ids.append(found.value(0).toLongLong());
        hits.bytes += qMax(qint64(0), found.value(1).toLongLong());
    }
    return hits;
}

QList<EntryRow> readRows(const Connection &connection, const QList<qint64> &ids)
{
    QSqlQuery find = connection.prepare("find-entry"_L1);
    QList<EntryRow> rows;
    rows.reserve(ids.size());
    for (const qint64 id : ids) {
        find.bindValue(0, id);
        connection.run(find);
        EntryRow row;
        if (find.next()) {
            row = {id,
                   find.value(0).toString(),
                   find.value(1).toString(),
                   numberOrUnknown(find.value(2)),
                   numberOrUnknown(find.value(3)),
                   EntryKind(find.value(4).toInt())};
        }
        rows.append(row);
        find.finish();
    }
    return rows;
}

QByteArray pathOf(const Connection &connection, qint64 id)
{
    QSqlQuery find = connection.prepare("path-of-entry"_L1);
    find.addBindValue(id);
    connection.run(find);
    if (!find.next())
        return {};
    QByteArray path;
    for (int part = 0; part < 3; ++part) { // root, folder, name: each as text and, where that lies, as bytes
        const QVariant raw = find.value(part * 2 + 1);
        const QByteArray name = raw.isNull() ? find.value(part * 2).toString().toUtf8() : raw.toByteArray();
        if (!path.isEmpty() && !path.endsWith('/') && !name.isEmpty())
            path += '/';
        path += name;
    }
    return path;
}

RootInfo findRoot(const Connection &connection, const QByteArray &path)
{
    QSqlQuery find = connection.prepare("find-root"_L1);
    find.addBindValue(isFaithful(path) ? QVariant(readableName(path)) : QVariant(path));
    connection.run(find);
    if (!find.next())
        return {};
    return {find.value(0).toLongLong(), numberOrUnknown(find.value(2))};
}

QList<StoredProblem> readProblems(const Connection &connection, qint64 root)
{
    QSqlQuery find
        = connection.prepareText(u"SELECT path, reason FROM problems WHERE root = ? ORDER BY path"_s);
    find.addBindValue(root);
    connection.run(find);
    QList<StoredProblem> problems;
    while (find.next())
        problems.append({find.value(0).toString(), find.value(1).toString()});
    return problems;
}

} // namespace AsideDemo
