// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/viewmodel.h>

#include <QMetaProperty>
#include <QPointer>
#include <QTimer>
#include <QVariantMap>

#include <functional>

namespace AsideDemo {

/// Keeps properties of objects from one start to the next, in a file of settings.
///
/// What the file has of a property is taken only where it suits: a value that is broken, or of another kind, leaves
/// its property as it is, and concerns no other. What changes is written a moment later, by the task "save"; what has
/// not been written yet, when the session ends. Settings of the file that are not kept here stay in it. With an empty
/// name of a file nothing is read or written.
///
/// \code
/// Session session(settingsFile());
/// session.keep(u"window/page"_s, window, "page", [](const QVariant &page) { return page.toInt() >= 0; });
/// \endcode
class Session : public Aside::ViewModel
{
    Q_OBJECT

public:
    using Suits = std::function<bool(const QVariant &)>;

    explicit Session(const QString &file, QObject *parent = nullptr);
    ~Session() override;

    /// Keeps the property of \a object as \a key ("group/name"), and sets it now if the file has it. It needs a NOTIFY
    /// signal. Without \a suits, any value of its type does.
    void keep(const QString &key, QObject &object, const char *property, const Suits &suits = {});

private:
    struct Kept
    {
        QString key;
        QPointer<QObject> object;
        QMetaProperty property;
    };

    Q_SLOT void saveSoon();
    void save();
    /// What differs from the file, as the file is to have it: enumerators by their names.
    QVariantMap changes() const;
    void noteStored(const QVariantMap &values);

    QString m_file;
    QVariantMap m_stored; // what the file has
    QList<Kept> m_kept;
    QTimer m_pause; // runs only after a change
};

/// Where the platform keeps the settings of the demo.
QString settingsFile();

} // namespace AsideDemo
