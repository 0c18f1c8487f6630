// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "recentfolders.h"

#include "folderpath.h"

#include <catalogue/rawname.h>

#include <filesystem>
#include <utility>

namespace AsideDemo {

using namespace Qt::StringLiterals;
using Aside::Assigns;
using Aside::TaskContext;

namespace {

QByteArray pathOf(const QString &url)
{
    return pathFromUrl(QUrl::fromEncoded(url.toUtf8(), QUrl::StrictMode));
}

QString urlOf(const QByteArray &path)
{
    return QString::fromLatin1(urlFromPath(path).toEncoded());
}

/// Those of \a urls that can be listed, each once, as they are written here.
QStringList tidied(const QStringList &urls)
{
    QStringList tidy;
    for (const QString &url : urls) {
        const QByteArray path = pathOf(url);
        if (!path.isEmpty() && !tidy.contains(urlOf(path)) && tidy.size() < RecentFolders::Most)
            tidy.append(urlOf(path));
    }
    return tidy;
}

} // namespace

RecentFolders::RecentFolders(QObject *parent)
    : ViewModel(parent)
    , m_rows(Aside::RowRoles<RecentFolder>{{"url", &RecentFolder::url},
                                           {"name", &RecentFolder::name},
                                           {"place", &RecentFolder::place},
                                           {"isGone", &RecentFolder::isGone}}
                 .id(&RecentFolder::url))
{
    connect(this, &RecentFolders::assignsChanged, this, &RecentFolders::show);
}

QUrl RecentFolders::newest() const
{
    const QStringList tidy = tidied(urls);
    return tidy.isEmpty() ? QUrl() : urlFromPath(pathOf(tidy.first()));
}

void RecentFolders::add(const QByteArray &folder)
{
    const QString url = urlOf(folder);
    QStringList others = gone;
    others.removeAll(url);
    assign({{u"urls"_s, tidied(QStringList{url} + urls.value())}, {u"gone"_s, others}});
}

void RecentFolders::look()
{
    assignAsync(
        u"look"_s,
        [all = tidied(urls)](TaskContext &context) {
            QStringList missing;
            for (const QString &url : all) {
                context.throwIfCanceled();
                std::error_code ignored;
                if (!std::filesystem::is_directory(pathOf(url).toStdString(), ignored))
                    missing.append(url);
            }
            return Assigns{{u"gone"_s, missing}};
        },
        {.lane = Aside::Lane::Io}); // a disk that answers late stalls nothing
}

void RecentFolders::forget(const QString &url)
{
    urls.update([url](QStringList all) {
        all.removeAll(url);
        return all;
    });
}

void RecentFolders::clear()
{
    assign({{u"urls"_s, QStringList()}, {u"gone"_s, QStringList()}});
}

void RecentFolders::show()
{
    QList<RecentFolder> rows;
    const QStringList all = tidied(urls);
    for (const QString &url : all) {
        const QByteArray path = pathOf(url);
        const qsizetype slash = path.lastIndexOf('/');
        const QByteArray name = path.size() > 1 ? path.mid(slash + 1) : path;
        const QByteArray place = path.size() > 1 ? path.left(std::max(slash, qsizetype(1))) : QByteArray();
        rows.append({url, visibleText(readableName(name)), visibleText(readableName(place)), gone->contains(url)});
    }
    bool isSame = rows.size() == m_rows.count();
    for (int row = 0; isSame && row < m_rows.count(); ++row)
        isSame = m_rows.row(row).url == rows.at(row).url;
    if (!isSame)
        m_rows.reset();
    for (const RecentFolder &row : std::as_const(rows))
        m_rows.upsert(row); // an equal one changes nothing
}

} // namespace AsideDemo
