// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "insights.h"

#include <catalogue/catalogueerror.h>
#include <catalogue/humantext.h>
#include <catalogue/search.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSet>
#include <QStorageInfo>

#include <algorithm>
#include <optional>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AsideDemo::Insights)
};

void addFact(Figures &facts, const QString &label, const QString &text, const QString &detail = {})
{
    facts.labels.append(label);
    facts.texts.append(text);
    facts.details.append(detail);
    if (!facts.summary.isEmpty())
        facts.summary += u", ";
    facts.summary += label % u": " % text;
}

/// The day only: the hour of the oldest file is noise.
QString dayText(const std::optional<qint64> &milliseconds)
{
    return dateText(milliseconds.value_or(-1)).left(10);
}

} // namespace

Figures readTotals(const Scope &scope, const OnSlice &onSlice)
{
    qint64 files = 0;
    qint64 others = 0;
    qint64 bytes = 0;
    std::optional<qint64> oldest;
    std::optional<qint64> newest;
    QSet<qint64> folders; // a folder can be in several slices
    CatalogueSlices(scope, onSlice).read("dashboard-totals"_L1, [&](const QSqlQuery &row) {
        folders.insert(row.value(0).toLongLong());
        files += row.value(1).toLongLong();
        others += row.value(2).toLongLong();
        bytes += row.value(3).toLongLong();
        if (!row.isNull(4))
            oldest = std::min(oldest.value_or(row.value(4).toLongLong()), row.value(4).toLongLong());
        if (!row.isNull(5))
            newest = std::max(newest.value_or(row.value(5).toLongLong()), row.value(5).toLongLong());
    });
    Figures facts;
    if (files + others == 0)
        return facts;
    addFact(facts, Words::tr("Files"), countText(files));
    addFact(facts, Words::tr("Together"), sizeText(bytes));
    addFact(facts, Words::tr("On average"), files == 0 ? sizeText(-1) : sizeText(bytes / files));
    addFact(facts, Words::tr("In folders"), countText(folders.size()));
    addFact(facts, Words::tr("Links and others"), countText(others));
    addFact(facts, Words::tr("Oldest change"), dayText(oldest));
    addFact(facts, Words::tr("Newest change"), dayText(newest));
    return facts;
}

Figures readCatalogueFile(const Scope &scope)
{
    const Connection connection(scope.catalogue, Connection::Read);
    const QFileInfo file(scope.catalogue);
    const RootInfo root = findRoot(connection, scope.folder);
    Figures facts;
    addFact(facts, Words::tr("Entries of all folders"), countText(connection.value(u"SELECT count(*) FROM entries"_s).toLongLong()));
    addFact(facts, Words::tr("File"), sizeText(file.size()));
    addFact(facts, Words::tr("Journal"), sizeText(QFileInfo(scope.catalogue % u"-wal").size()));
    addFact(facts, Words::tr("Free on its disk"), sizeText(QStorageInfo(file.path()).bytesAvailable()));
    addFact(facts, Words::tr("Last whole scan"), dateText(root.scanned));
    return facts;
}

Figures checkCatalogue(const Scope &scope)
{
    QElapsedTimer clock;
    clock.start();
    const Connection connection(scope.catalogue, Connection::Read);
    const QString verdict = connection.value(u"PRAGMA quick_check(1)"_s).toString();
    if (verdict != "ok"_L1)
        throw CatalogueError(CatalogueError::Damaged, scope.catalogue, verdict);
    const qint64 pages = connection.value(u"PRAGMA page_count"_s).toLongLong();
    Figures facts;
    addFact(facts, Words::tr("Verdict"), Words::tr("Sound"));
    addFact(facts, Words::tr("Pages"), countText(pages));
    addFact(facts, Words::tr("Read in"), valueText(double(clock.elapsed()), ChartUnit::Milliseconds));
    return facts;
}

} // namespace AsideDemo
