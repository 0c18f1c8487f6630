// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "humantext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace AsideDemo {

namespace {

QString unknown()
{
    return QString(QChar(0x2013));
}

} // namespace

QString sizeText(qint64 bytes)
{
    if (bytes < 0)
        return unknown();
    return QLocale().formattedDataSize(bytes, bytes < 1000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString exactSizeText(qint64 bytes)
{
    if (bytes < 1000)
        return sizeText(bytes);
    return QCoreApplication::translate("AsideDemo", "%1 (%2 bytes)").arg(sizeText(bytes), countText(bytes));
}

QString dateText(qint64 milliseconds)
{
    if (milliseconds < 0)
        return unknown();
    // The same width in every row, read the same way everywhere.
    return QDateTime::fromMSecsSinceEpoch(milliseconds).toString(u"yyyy-MM-dd HH:mm");
}

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString filesText(qint64 files)
{
    const QString words = files == 1 ? QCoreApplication::translate("AsideDemo", "%1 file") : QCoreApplication::translate("AsideDemo", "%1 files");
    return words.arg(countText(files));
}

QString inFoldersText(qint64 folders)
{
    const QString words = folders == 1 ? QCoreApplication::translate("AsideDemo", "in %1 folder") : QCoreApplication::translate("AsideDemo", "in %1 folders");
    return words.arg(countText(folders));
}

} // namespace AsideDemo
