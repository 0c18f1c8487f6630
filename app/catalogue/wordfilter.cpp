// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "wordfilter.h"

#include "rawname.h"

#include <QVariant>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

QString likePattern(const QString &word)
{
    const QString folded = foldedName(word);
    QString pattern = folded.isNull() ? word : folded;
    for (const QChar special : {u'\\', u'%', u'_'})
        pattern.replace(special, QString(u'\\' % special));
    return u'%' % pattern % u'%';
}

/// A condition for one word, and the number of times that it binds the word's pattern.
struct Condition
{
    QString sql;
    int patterns;
};

Condition conditionFor(const QString &word)
{
    const auto name = "coalesce(e.folded, e.name) LIKE ? ESCAPE '\\'"_L1;
    // Folders are few: found once a query, and names are then compared without joining them.
    const auto folder = "e.folder IN (SELECT id FROM folders WHERE root = ? "
                        "AND coalesce(folded, path) LIKE ? ESCAPE '\\')"_L1;
    if (!word.contains(u'/'))
        return {u"(%1 OR %2)"_s.arg(name, folder), 2};
    const auto path = "(SELECT coalesce(f.folded, f.path) FROM folders f WHERE f.id = e.folder) "
                      "|| '/' || coalesce(e.folded, e.name) LIKE ? ESCAPE '\\'"_L1;
    return {u"(%1)"_s.arg(path), 1};
}

} // namespace

WordFilter::WordFilter(const QString &text) : m_words(text.simplified().split(u' ', Qt::SkipEmptyParts)) { }

QString WordFilter::sql() const
{
    QString sql;
    for (const QString &word : m_words)
        sql += " AND "_L1 % conditionFor(word).sql;
    return sql;
}

void WordFilter::bind(QSqlQuery &query, qint64 root) const
{
    for (const QString &word : m_words) {
        if (conditionFor(word).patterns == 2) {
            query.addBindValue(likePattern(word));
            query.addBindValue(root);
        }
        query.addBindValue(likePattern(word));
    }
}

} // namespace AsideDemo
