// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "folderpath.h"

#include <QFile>

#include <filesystem>

namespace AsideDemo {

QByteArray absolutePath(const QByteArray &path)
{
    std::error_code error;
    const std::filesystem::path absolute = std::filesystem::absolute(path.toStdString(), error);
    QByteArray tidy = QByteArray::fromStdString(absolute.lexically_normal().string());
    while (tidy.size() > 1 && tidy.endsWith('/'))
        tidy.chop(1);
    return tidy;
}

QByteArray pathFromUrl(const QUrl &url)
{
    if (!url.isLocalFile())
        return {};
#ifdef Q_OS_UNIX
    // QUrl::toLocalFile() makes text of it, which loses bytes that are not UTF-8.
    return absolutePath(QByteArray::fromPercentEncoding(url.path(QUrl::FullyEncoded).toLatin1()));
#else
    return absolutePath(QFile::encodeName(url.toLocalFile()));
#endif
}

QUrl urlFromPath(const QByteArray &path)
{
    if (path.isEmpty())
        return {};
#ifdef Q_OS_UNIX
    return QUrl::fromEncoded("file://" + path.toPercentEncoding("/"));
#else
    return QUrl::fromLocalFile(QFile::decodeName(path));
#endif
}

} // namespace AsideDemo
