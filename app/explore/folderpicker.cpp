// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "folderpicker.h"

#include "folderpath.h"

#include <catalogue/rawname.h>

#include <QDir>

#include <algorithm>
#include <filesystem>

namespace AsideDemo {

using namespace Qt::StringLiterals;
using Aside::Assigns;
using Aside::TaskContext;

namespace {

QByteArray home()
{
    return QFile::encodeName(QDir::homePath());
}

QList<QByteArray> foldersIn(const QByteArray &folder, const TaskContext &context)
{
    QList<QByteArray> names;
    for (const auto &entry : std::filesystem::directory_iterator(folder.toStdString())) {
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

FolderPicker::FolderPicker(QObject *parent) : ViewModel(parent)
{
    connect(this, &FolderPicker::taskFailed, this, [this] { problem = tr("This folder cannot be read."); });
}

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
    if (row >= 0 && row < names->size())
        list(m_folder + '/' + names->at(row));
}

void FolderPicker::goUp()
{
    list(m_folder + "/..");
}

void FolderPicker::list(const QByteArray &folder)
{
    m_folder = absolutePath(folder);
    assign({{u"path"_s, visibleText(readableName(m_folder))},
            {u"problem"_s, QString()},
            {u"names"_s, QList<QByteArray>()},
            {u"folders"_s, QStringList()}});
    assignAsync(u"list"_s, [folder = m_folder](TaskContext &context) {
        const QList<QByteArray> found = foldersIn(folder, context);
        QStringList shown;
        for (const QByteArray &name : found)
            shown.append(visibleText(readableName(name)));
        return Assigns{{u"names"_s, found}, {u"folders"_s, shown}};
    });
}

} // namespace AsideDemo
