// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/streammodel.h>
#include <aside/viewmodel.h>

#include <QByteArray>
#include <qqmlregistration.h>
#include <QUrl>

namespace AsideDemo {

/// A folder that was catalogued before, as lists show it.
struct RecentFolder
{
    QString url; ///< percent-encoded, so that it leads back to the same bytes
    QString name;
    QString place; ///< the folder above
    bool isGone = false;

    friend bool operator==(const RecentFolder &, const RecentFolder &) = default;
};

/// The folders that were catalogued before, newest first, none of them twice.
///
/// Past Most of them the oldest goes. Its task "look" finds out which are not there any more: they stay in the list, as
/// a disk may come back, and say so. Home thread only.
class RecentFolders : public Aside::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ExploreModel has one")
    /// Has the roles url, name, place and isGone.
    Q_PROPERTY(Aside::StreamModel *rows READ rows CONSTANT FINAL)

public:
    static constexpr int Most = 12;

    /// What is kept from one start to the next. What is no folder of this computer is left out of the rows.
    ASIDE_ASSIGN(QStringList, urls)
    ASIDE_ASSIGN(QStringList, gone) ///< of urls

    explicit RecentFolders(QObject *parent = nullptr);

    Aside::StreamModel *rows() { return &m_rows; }

    /// The newest one; empty without any.
    QUrl newest() const;
    void add(const QByteArray &folder); ///< in the file system's bytes

    Q_INVOKABLE void look();
    Q_INVOKABLE void forget(const QString &url);
    Q_INVOKABLE void clear();

private:
    void show();

    Aside::StreamModelOf<RecentFolder> m_rows;
};

} // namespace AsideDemo
