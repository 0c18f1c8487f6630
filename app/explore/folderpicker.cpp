// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "folderpicker.h"

#include "folderpath.h"

#include <catalogue/rawname.h>

#include <QDir>

#include <algorithm>
#include <filesystem>
#include <stdexcept>

namespace AsideDemo {

using namespace Qt::StringLiterals;
using Aside::Assigns;
using Aside::TaskContext;

namespace {

QByteArray home()
{
    return QFile::encodeName(QDir::homePath());
}

QByteArrayList foldersIn(const QByteArray &folder, const TaskContext &context)
{
    QByteArrayList names;
    std::error_code error;
    const std::filesystem::directory_iterator entries(folder.toStdString(), error);
    if (error)
        throw std::runtime_error(FolderPicker::tr("This folder cannot be read.").toStdString());
    for (const auto &entry : entries) {
        context.throwIfCanceled();
        std::error_code ignored;
        const QByteArray name = QByteArray::fromStdString(entry.path().filename().string());
        if (!name.startsWith('.') && entry.is_directory(ignored))
            names.append(name);
    }
    std::sort(names.begin(), names.end(),
              [](const QByteArray &a, const QByteArray &b) { return a.compare(b, Qt::CaseInsensitive) < 0; });
    return names;
}

} // namespace

QUrl FolderPicker::url() const
{
    return urlFromPath(m_folder);
}

void FolderPicker::goTo(const QUrl &url)
{
    const QByteArray folder = pathFromUrl(url);
    list(folder.isEmpty() ? home() : folder);
}

void FolderPicker::goToTyped(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed == path) {
        list(m_folder); // the text may stand for bytes that it cannot show
        return;
    }
    const QByteArray typed = QFile::encodeName(trimmed);
    const bool isBelowHome = typed == "~" || typed.startsWith("~/");
    list(isBelowHome ? QByteArray(home() + typed.mid(1)) : typed);
}

void FolderPicker::enter(int row)
{
    const auto all = names->value<QByteArrayList>();
    if (row >= 0 && row < all.size())
        list(m_folder + '/' + all.at(row));
}

void FolderPicker::goUp()
{
    list(m_folder + "/..");
}

void FolderPicker::lookAgain()
{
    list(m_folder);
}

void FolderPicker::list(const QByteArray &folder)
{
    m_folder = absolutePath(folder);
    path = visibleText(readableName(m_folder));
    loadAsync(
        {u"folders"_s, u"names"_s},
        [folder = m_folder](TaskContext &context) {
            const QByteArrayList found = foldersIn(folder, context);
            QStringList shown;
            for (const QByteArray &name : found)
                shown.append(visibleText(readableName(name)));
            return Assigns{{u"folders"_s, shown}, {u"names"_s, found}};
        },
        {.reset = true, .task = {.lane = Aside::Lane::Io}});
}

} // namespace AsideDemo
