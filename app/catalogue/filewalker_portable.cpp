// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "filewalker.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <utility>
#include <vector>

// For systems that are not Unix: slower, and loops cannot happen as links are not followed.

namespace AsideDemo {

namespace {

struct Pending
{
    QString path;
    double share;
};

QByteArray bytes(const QString &path)
{
    return path.toUtf8();
}

EntryKind kindOf(const QFileInfo &info)
{
    if (info.isSymLink())
        return EntryKind::Link;
    return info.isFile() ? EntryKind::File : EntryKind::Other;
}

} // namespace

FileWalker::FileWalker(QByteArray root) : m_root(std::move(root)) { }

bool FileWalker::walk(const std::function<bool()> &isCanceled)
{
    constexpr qsizetype entriesPerListing = 1000;
    const QString root = QString::fromUtf8(m_root);
    std::vector<Pending> pending{{QString(), 1.0}};
    double done = 0;
    FolderListing part;
    const auto send = [&](bool last) {
        part.last = last;
        part.progress = std::min(done, 1.0);
        if (onListing)
            onListing(part);
        part.entries.clear();
    };

    while (!pending.empty()) {
        const Pending folder = std::exchange(pending.back(), {});
        pending.pop_back();
        if (isCanceled())
            return false;
        const QString full = folder.path.isEmpty() ? root : QString(root % u'/' % folder.path);
        if (!QFileInfo(full).isReadable()) {
            done += folder.share;
            if (onProblem)
                onProblem({bytes(folder.path),
                           QCoreApplication::translate("AsideDemo::FileWalker",
                                                       "The system could not read this folder.")});
            continue;
        }
        part.path = bytes(folder.path);
        const size_t firstChild = pending.size();
        QDirIterator found(full, QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System);
        while (found.hasNext()) {
            if (isCanceled())
                return false;
            found.next();
            const QFileInfo info = found.fileInfo();
            if (info.isDir() && !info.isSymLink()) {
                const QString path
                    = folder.path.isEmpty() ? info.fileName() : QString(folder.path % u'/' % info.fileName());
                pending.push_back({path, 0});
                continue;
            }
            part.entries.append(
                {bytes(info.fileName()), info.size(), info.lastModified().toMSecsSinceEpoch(), kindOf(info)});
            if (part.entries.size() >= entriesPerListing)
                send(false);
        }
        const double share = folder.share / double(pending.size() - firstChild + 1);
        for (size_t i = firstChild; i < pending.size(); ++i)
            pending[i].share = share;
        done += share;
        send(true);
    }
    return true;
}

} // namespace AsideDemo
