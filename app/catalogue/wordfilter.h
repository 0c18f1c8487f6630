// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QSqlQuery>
#include <QStringList>

namespace AsideDemo {

/// Narrows a statement over `entries e` to those whose name or path holds every word of a text: see
/// SearchQuery.
class WordFilter
{
public:
    explicit WordFilter(const QString &text);

    /// " AND …" for each word; empty where there is none.
    QString sql() const;
    /// Binds what sql() needs at the next places of \a query.
    void bind(QSqlQuery &query, qint64 root) const;

private:
    QStringList m_words;
};

} // namespace AsideDemo
