// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "catalogue.h"

#include "catalogueerror.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace AsideDemo {

using namespace Qt::StringLiterals;

QString defaultCatalogueFile()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::CacheLocation))
        .filePath(u"catalogue.sqlite"_s);
}

QString moveCatalogueAside(const QString &file)
{
    const QString stem = file % u".damaged-" % QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss");
    QString target = stem;
    for (int i = 2; QFile::exists(target); ++i)
        target = stem % u'-' % QString::number(i);
    // The journal belongs to the file: left behind, SQLite would play it into the new one.
    for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s}) {
        if (QFile::exists(file % part) && !QFile::rename(file % part, target % part))
            throw CatalogueError(CatalogueError::ReadOnly, file);
    }
    return target;
}

} // namespace AsideDemo
