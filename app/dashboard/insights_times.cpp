// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
//
// When the files were last changed.
#include "insights.h"

#include <catalogue/humantext.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AsideDemo::Insights)
};

QString leftOutText(qint64 files)
{
    if (files == 0)
        return {};
    return u' ' % (files == 1 ? Words::tr("%1 file has no date, or one that is yet to come.")
                              : Words::tr("%1 files have no date, or one that is yet to come."))
                      .arg(countText(files));
}

struct Sum
{
    qint64 files = 0;
    qint64 bytes = 0;
};

/// A column of the histogram.
struct Age
{
    qint64 days; ///< below which it ends
    QString label;
    QString mark; ///< of its end on the axis
};

std::array<Age, 9> ages()
{
    return {{{1, Words::tr("less than a day"), Words::tr("1 d")},
             {7, Words::tr("1 to 7 days"), Words::tr("7 d")},
             {30, Words::tr("7 to 30 days"), Words::tr("30 d")},
             {90, Words::tr("30 to 90 days"), Words::tr("90 d")},
             {365, Words::tr("90 days to 1 year"), Words::tr("1 y")},
             {2 * 365, Words::tr("1 to 2 years"), Words::tr("2 y")},
             {5 * 365, Words::tr("2 to 5 years"), Words::tr("5 y")},
             {10 * 365, Words::tr("5 to 10 years"), Words::tr("10 y")},
             {-1, Words::tr("more than 10 years"), QString()}}};
}

} // namespace

Figures readAges(const Scope &scope, const OnSlice &onSlice, qint64 now)
{
    const auto columns = ages();
    std::array<Sum, columns.size()> sums;
    qint64 leftOut = 0;
    qint64 files = 0;
    const auto take = [&](const QSqlQuery &row) {
        const qint64 days = row.value(0).toLongLong();
        const qint64 count = row.value(1).toLongLong();
        files += count;
        if (row.isNull(0) || days < 0) {
            leftOut += count;
            return;
        }
        size_t column = 0;
        while (column + 1 < columns.size() && days >= columns[column].days)
            ++column;
        sums[column].files += count;
        sums[column].bytes += row.value(2).toLongLong();
    };
    CatalogueSlices(scope, onSlice).read("dashboard-ages"_L1, take, {now});

    Figures figures;
    if (files == 0)
        return figures;
    size_t most = 0;
    for (size_t i = 0; i < columns.size(); ++i) {
        figures.labels.append(columns[i].label);
        figures.marks.append(columns[i].mark);
        figures.values.append(double(sums[i].files));
        figures.texts.append(filesText(sums[i].files));
        figures.details.append(sizeText(sums[i].bytes));
        if (sums[i].files > sums[most].files)
            most = i;
    }
    figures.axis = ChartAxis::upTo(double(sums[most].files), ChartUnit::Count);
    figures.summary = Words::tr("Of %1, the most, %2, were last changed this long ago: %3.")
                          .arg(filesText(files), countText(sums[most].files), columns[most].label)
        % leftOutText(leftOut);
    return figures;
}

Figures readYears(const Scope &scope, const OnSlice &onSlice, int thisYear)
{
    std::map<int, Sum> years;
    qint64 leftOut = 0;
    const auto take = [&](const QSqlQuery &row) {
        const int year = row.value(0).toInt();
        if (row.isNull(0) || year > thisYear) {
            leftOut += row.value(2).toLongLong();
            return;
        }
        Sum &sum = years[year];
        sum.bytes += row.value(1).toLongLong();
        sum.files += row.value(2).toLongLong();
    };
    CatalogueSlices(scope, onSlice).read("dashboard-years"_L1, take);

    Figures figures;
    if (years.empty())
        return figures;
    // A line needs two ends; a year without a change is there, too.
    const int first = std::min(years.begin()->first, thisYear - 1);
    qint64 total = 0;
    for (int year = first; year <= thisYear; ++year) {
        const Sum sum = years[year];
        total += sum.bytes;
        figures.labels.append(QString::number(year));
        figures.values.append(double(total));
        figures.others.append(double(sum.bytes));
        figures.texts.append(Words::tr("%1 until then").arg(sizeText(total)));
        figures.details.append(Words::tr("%1 in %2 of that year").arg(sizeText(sum.bytes), filesText(sum.files)));
    }
    figures.legend = {Words::tr("until the end of the year"), Words::tr("within the year")};
    figures.axis = ChartAxis::upTo(double(total), ChartUnit::Bytes);
    figures.summary = Words::tr("What is here now was last changed since %1: %2 in all.").arg(figures.labels.first(), sizeText(total))
        % leftOutText(leftOut);
    return figures;
}

} // namespace AsideDemo
