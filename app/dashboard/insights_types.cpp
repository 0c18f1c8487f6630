// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
//
// What the files are: their types, and which of them could be equal.
#include "insights.h"

#include <catalogue/humantext.h>
#include <catalogue/rawname.h>

#include <QCoreApplication>
#include <QHash>
#include <QMimeDatabase>

#include <algorithm>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostTypes = 7; // beside all others together
constexpr qsizetype MostSizes = 8;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AsideDemo::Insights)
};

enum Family { Pictures, Sound, Video, Text, OtherFamily };

Family familyOf(const QString &type)
{
    if (type.isEmpty())
        return OtherFamily;
    const QMimeType mime
        = QMimeDatabase().mimeTypeForFile(QString(u"x." % type), QMimeDatabase::MatchExtension);
    if (mime.name().startsWith("image/"_L1))
        return Pictures;
    if (mime.name().startsWith("audio/"_L1))
        return Sound;
    if (mime.name().startsWith("video/"_L1))
        return Video;
    return mime.inherits(u"text/plain"_s) ? Text : OtherFamily;
}

struct Sum
{
    QString type;
    qint64 bytes = 0;
    qint64 files = 0;
};

} // namespace

Figures readTypes(const Scope &scope, const OnSlice &onSlice)
{
    QHash<QString, Sum> byType;
    CatalogueSlices(scope, onSlice).read("dashboard-types"_L1, [&](const QSqlQuery &row) {
        Sum &sum = byType[row.value(0).toString()];
        sum.bytes += row.value(1).toLongLong();
        sum.files += row.value(2).toLongLong();
    });
    QList<Sum> sums;
    qint64 bytes = 0;
    for (auto it = byType.cbegin(); it != byType.cend(); ++it) {
        sums.append({it.key(), it->bytes, it->files});
        bytes += it->bytes;
    }
    std::sort(sums.begin(), sums.end(), [](const Sum &a, const Sum &b) {
        return a.bytes != b.bytes ? a.bytes > b.bytes : a.type < b.type;
    });

    Figures figures;
    if (sums.isEmpty())
        return figures;
    const auto add = [&](const QString &label, const Sum &sum, Family family, const QString &words) {
        figures.labels.append(label);
        figures.values.append(double(sum.bytes));
        figures.texts.append(sizeText(sum.bytes));
        figures.details.append(filesText(sum.files));
        figures.groups.append(family);
        figures.words.append(words);
    };
    const qsizetype shown = sums.size() > MostTypes + 1 ? MostTypes : sums.size();
    for (const Sum &sum : sums.first(shown)) {
        const QString name = visibleText(u'.' % sum.type);
        add(sum.type.isEmpty() ? Words::tr("no ending") : name, sum, familyOf(sum.type), sum.type.isEmpty() ? QString() : name);
    }
    if (shown < sums.size()) {
        Sum rest;
        for (const Sum &sum : sums.sliced(shown)) {
            rest.bytes += sum.bytes;
            rest.files += sum.files;
        }
        add(Words::tr("%1 others").arg(countText(sums.size() - shown)), rest, OtherFamily, {});
    }
    figures.legend = {Words::tr("Pictures"), Words::tr("Sound"), Words::tr("Video"), Words::tr("Text and code"), Words::tr("Others")};
    figures.axis = ChartAxis::upTo(*std::max_element(figures.values.cbegin(), figures.values.cend()), ChartUnit::Bytes);
    figures.summary = Words::tr("%1 in files of %2 types; the most, %3, in %4.")
                          .arg(sizeText(bytes), countText(sums.size()), figures.texts.first(), figures.labels.first());
    return figures;
}

Figures readEqualSizes(const Scope &scope, const OnSlice &onSlice)
{
    QHash<qint64, qint64> files;
    CatalogueSlices(scope, onSlice).read("dashboard-sizes"_L1, [&](const QSqlQuery &row) {
        files[row.value(0).toLongLong()] += row.value(1).toLongLong();
    });
    struct Size
    {
        qint64 bytes;
        qint64 files;
        qint64 gain() const { return bytes * (files - 1); }
    };
    QList<Size> sizes;
    qint64 candidates = 0;
    qint64 gain = 0;
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        if (it.value() < 2)
            continue;
        sizes.append({it.key(), it.value()});
        candidates += it.value();
        gain += sizes.constLast().gain();
    }
    std::sort(sizes.begin(), sizes.end(), [](const Size &a, const Size &b) {
        return a.gain() != b.gain() ? a.gain() > b.gain() : a.bytes > b.bytes;
    });
    Figures figures;
    for (const Size &size : sizes.first(std::min(MostSizes, sizes.size()))) {
        figures.labels.append(Words::tr("%1 × %2").arg(countText(size.files), sizeText(size.bytes)));
        figures.values.append(double(size.gain()));
        figures.texts.append(sizeText(size.gain()));
        figures.details.append(Words::tr("%1 of exactly %2 bytes").arg(filesText(size.files), countText(size.bytes)));
    }
    if (figures.isEmpty())
        return figures;
    figures.axis = ChartAxis::upTo(figures.values.first(), ChartUnit::Bytes);
    figures.summary = Words::tr("At most %1 in %2 that have the size of another; their content is not compared here.")
                          .arg(sizeText(gain), filesText(candidates));
    return figures;
}

} // namespace AsideDemo
