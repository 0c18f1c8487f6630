// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/asyncresult.h>
#include <aside/viewmodel.h>

#include <QByteArray>
#include <qqmlregistration.h>
#include <QUrl>

namespace AsideDemo {

/// The state of the dialog that asks for a folder: where it is, and the folders there. Hidden ones are
/// left out, but can be typed. They are loaded aside: a folder that answers late stalls nothing.
class FolderPicker : public Aside::ViewModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    ASIDE_ASSIGN(QString, path)
    ASIDE_ASSIGN(Aside::AsyncResult, folders) ///< a QStringList
    ASIDE_ASSIGN(Aside::AsyncResult, names) ///< of folders, in the file system's bytes: a QByteArrayList

    explicit FolderPicker(QObject *parent = nullptr) : ViewModel(parent) { }

    /// Where it is, byte for byte.
    Q_INVOKABLE QUrl url() const;

    /// Goes to \a url, or to the person's home where it is empty.
    Q_INVOKABLE void goTo(const QUrl &url);
    Q_INVOKABLE void goToTyped(const QString &text); ///< `~` is the person's home
    Q_INVOKABLE void enter(int row);
    Q_INVOKABLE void goUp();
    Q_INVOKABLE void lookAgain();

private:
    void list(const QByteArray &folder);

    QByteArray m_folder; // in the file system's bytes
};

} // namespace AsideDemo
