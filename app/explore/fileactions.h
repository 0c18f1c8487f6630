// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "notice.h"

#include <aside/viewmodel.h>

#include <qqmlregistration.h>
#include <QUrl>

#include <functional>

namespace AsideDemo {

/// What can be done with a file of the catalogue outside of it: open it with the program that the system has for
/// it, show the folder that it is in, copy its path.
///
/// Files are named by their row in the catalogue. The task "find" asks the catalogue and the disk where the file is, aside;
/// the newest wish wins. If it is not there any more, `notice` says so. Home thread only.
class FileActions : public Aside::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ExploreModel has one")

public:
    /// Hands a URL to the system; false if that has nothing to open it with.
    using Opener = std::function<bool(const QUrl &)>;

    ASIDE_ASSIGN(AsideDemo::Notice, notice)

    explicit FileActions(QObject *parent = nullptr);

    void setCatalogue(const QString &file) { m_catalogue = file; }
    /// QDesktopServices by default.
    void setOpener(const Opener &opener) { m_opener = opener; }

    Q_INVOKABLE void open(qint64 id);
    Q_INVOKABLE void showInFolder(qint64 id);
    /// As text; as a file:// URL where the name is not UTF-8, which text would lose. Works for a file that is gone, too.
    Q_INVOKABLE void copyPath(qint64 id);
    Q_INVOKABLE void dismissNotice() { notice = Notice(); }

private:
    struct Found
    {
        QByteArray path; // empty: the catalogue has no such file
        bool isThere = false;
        bool isFolderThere = false;
    };
    void find(qint64 id, const std::function<void(const Found &)> &then);
    void handOver(const QByteArray &path);
    void tell(const QString &text);

    QString m_catalogue;
    Opener m_opener;
};

} // namespace AsideDemo
