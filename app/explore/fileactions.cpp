// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "fileactions.h"

#include "folderpath.h"

#include <catalogue/catalogueerror.h>
#include <catalogue/rawname.h>
#include <catalogue/search.h>

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>

#include <filesystem>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

QByteArray folderOf(const QByteArray &path)
{
    return path.left(std::max(path.lastIndexOf('/'), qsizetype(1)));
}

QString shown(const QByteArray &path)
{
    return visibleText(readableName(path));
}

} // namespace

FileActions::FileActions(QObject *parent)
    : ViewModel(parent), m_opener([](const QUrl &url) { return QDesktopServices::openUrl(url); })
{
    connect(this, &FileActions::taskFailed, this,
            [this](const QString &, const Aside::Failure &failure) { notice = {noticeFor(failure).text, Notice::None}; });
}

void FileActions::open(qint64 id)
{
    find(id, [this](const Found &file) {
        if (file.isThere)
            handOver(file.path);
        else
            tell(tr("%1 is gone: it was moved or deleted after the scan.").arg(shown(file.path)));
    });
}

void FileActions::showInFolder(qint64 id)
{
    find(id, [this](const Found &file) {
        if (file.isFolderThere)
            handOver(folderOf(file.path));
        else
            tell(tr("The folder %1 is gone: it was moved or deleted after the scan.").arg(shown(folderOf(file.path))));
    });
}

void FileActions::copyPath(qint64 id)
{
    find(id, [](const Found &file) {
        const QString text = isFaithful(file.path) ? readableName(file.path)
                                                   : QString::fromLatin1(urlFromPath(file.path).toEncoded());
        QGuiApplication::clipboard()->setText(text);
    });
}

void FileActions::find(qint64 id, const std::function<void(const Found &)> &then)
{
    if (id == 0)
        return;
    dismissNotice();
    startAsync(
        u"find"_s,
        [catalogue = m_catalogue, id] {
            Found file;
            file.path = pathOf(Connection(catalogue, Connection::Read), id);
            std::error_code ignored;
            file.isThere = std::filesystem::symlink_status(file.path.toStdString(), ignored).type()
                != std::filesystem::file_type::not_found;
            file.isFolderThere = std::filesystem::is_directory(folderOf(file.path).toStdString(), ignored);
            return file;
        },
        [this, then](const Aside::TaskResult<Found> &result) {
            if (!result.isOk())
                return;
            if (result.value().path.isEmpty())
                tell(tr("This file has left the catalogue."));
            else
                then(result.value());
        },
        {.lane = Aside::Lane::Io});
}

void FileActions::handOver(const QByteArray &path)
{
    if (!m_opener(urlFromPath(path)))
        tell(tr("The system has no program to open %1 with.").arg(shown(path)));
}

void FileActions::tell(const QString &text)
{
    notice = Notice{text, Notice::None};
}

} // namespace AsideDemo
