// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
//
// Where the bytes are.
#include "insights.h"

#include <catalogue/humantext.h>
#include <catalogue/rawname.h>

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Most = 12;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AsideDemo::Insights)
};

struct File
{
    qint64 id;
    QString name;
    QString folder;
    qint64 bytes;
};

struct Sum
{
    QString name;
    qint64 bytes = 0;
    qint64 files = 0;
};

/// The name of the folder right below \a above in which \a path lies; empty where it is \a above itself.
/// \a above is empty or ends with a slash.
QString below(const QString &path, const QString &above)
{
    const QString rest = path.mid(above.size());
    return rest.left(rest.indexOf(u'/'));
}

} // namespace

Figures readLargestFiles(const Scope &scope, const OnSlice &onSlice)
{
    QList<File> files;
    CatalogueSlices(scope, onSlice).read("dashboard-files"_L1, [&](const QSqlQuery &row) {
        const qint64 bytes = row.value(3).toLongLong();
        if (files.size() == Most && bytes <= files.constLast().bytes)
            return;
        const auto place = std::upper_bound(files.cbegin(), files.cend(), bytes,
                                            [](qint64 size, const File &file) { return size > file.bytes; });
        files.insert(place, {row.value(0).toLongLong(), row.value(1).toString(), row.value(2).toString(), bytes});
        if (files.size() > Most)
            files.removeLast();
    });
    Figures figures;
    for (const File &file : files) {
        figures.ids.append(double(file.id));
        figures.labels.append(visibleText(file.name));
        figures.details.append(file.folder.isEmpty() ? Words::tr("in the folder itself") : visibleText(file.folder));
        figures.values.append(double(file.bytes));
        figures.texts.append(sizeText(file.bytes));
    }
    if (!figures.isEmpty()) {
        figures.axis = ChartAxis::upTo(figures.values.first(), ChartUnit::Bytes);
        figures.summary = Words::tr("The largest file is %1, %2.").arg(figures.labels.first(), figures.texts.first());
    }
    return figures;
}

Figures readLargestFolders(const Scope &scope, const OnSlice &onSlice)
{
    QHash<QString, Sum> folders; // without what is below
    CatalogueSlices(scope, onSlice).read("dashboard-folders"_L1, [&](const QSqlQuery &row) {
        Sum &sum = folders[row.value(0).toString()];
        sum.bytes += row.value(1).toLongLong();
        sum.files += row.value(2).toLongLong();
    });
    QString above;
    QHash<QString, Sum> sums;
    for (;;) {
        sums.clear();
        for (auto it = folders.cbegin(); it != folders.cend(); ++it) {
            const QString name = it.key().size() < above.size() ? QString() : below(it.key(), above);
            Sum &sum = sums[name];
            sum.name = name;
            sum.bytes += it->bytes;
            sum.files += it->files;
        }
        // One folder that has all of it says nothing.
        if (sums.size() != 1 || sums.cbegin().key().isEmpty())
            break;
        above += sums.cbegin().key() % u'/';
    }
    QList<Sum> list = sums.values();
    std::sort(list.begin(), list.end(), [](const Sum &a, const Sum &b) {
        return a.bytes != b.bytes ? a.bytes > b.bytes : a.name < b.name;
    });
    Figures figures;
    for (const Sum &sum : list.first(std::min(Most, list.size()))) {
        const bool isItself = sum.name.isEmpty();
        figures.labels.append(isItself ? Words::tr("not in a folder of it") : visibleText(sum.name));
        figures.words.append(isItself ? QString() : QString(above % sum.name % u'/'));
        figures.values.append(double(sum.bytes));
        figures.texts.append(sizeText(sum.bytes));
        figures.details.append(filesText(sum.files));
    }
    if (!figures.isEmpty()) {
        figures.axis = ChartAxis::upTo(figures.values.first(), ChartUnit::Bytes);
        figures.summary = Words::tr("%1 has the most: %2.").arg(figures.labels.first(), figures.texts.first());
        if (!above.isEmpty())
            figures.summary += u' ' % Words::tr("All are in %1.").arg(visibleText(above));
    }
    return figures;
}

} // namespace AsideDemo
