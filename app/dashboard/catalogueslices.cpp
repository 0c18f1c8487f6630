// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "catalogueslices.h"

#include <catalogue/search.h>

#include <QVariant>

#include <algorithm>
#include <utility>

namespace AsideDemo {

using namespace Qt::StringLiterals;

CatalogueSlices::CatalogueSlices(const Scope &scope, OnSlice onSlice, qint64 rows)
    : m_connection(scope.catalogue, Connection::Read)
    , m_words(scope.words)
    , m_onSlice(std::move(onSlice))
    , m_rows(rows)
{
    // It ends with the connection: until then this sees the catalogue as it is now.
    m_connection.value(u"BEGIN"_s);
    m_root = findRoot(m_connection, scope.folder).root;
    if (m_root != 0)
        m_last = m_connection.value(u"SELECT max(id) FROM entries"_s).toLongLong();
}

void CatalogueSlices::read(QLatin1StringView sql, const std::function<void(const QSqlQuery &)> &take,
                           const QVariantList &values) const
{
    m_onSlice(0);
    QSqlQuery query = m_connection.prepareText(Connection::text(sql).replace("/* words */"_L1, m_words.sql()));
    for (qint64 first = 1; first <= m_last; first += m_rows) {
        for (const QVariant &value : values)
            query.addBindValue(value);
        query.addBindValue(m_root);
        query.addBindValue(first);
        query.addBindValue(first + m_rows - 1);
        m_words.bind(query, m_root);
        m_connection.run(query);
        while (query.next())
            take(query);
        m_onSlice(double(std::min(first + m_rows - 1, m_last)) / double(m_last));
    }
}

} // namespace AsideDemo
