// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <catalogue/preview.h>

#include <QObject>
#include <qqmlregistration.h>

namespace AsideDemo {

/// What the details pane shows of one entry: text for people, ready made. A pure value.
struct Details
{
    Q_GADGET
    QML_VALUE_TYPE(details)
    Q_PROPERTY(bool isEmpty READ isEmpty FINAL)
    Q_PROPERTY(QString name MEMBER name FINAL)
    Q_PROPERTY(QString place MEMBER place FINAL)
    Q_PROPERTY(QString type MEMBER type FINAL)
    Q_PROPERTY(QString mimeType MEMBER mimeType FINAL)
    Q_PROPERTY(QString size MEMBER size FINAL)
    Q_PROPERTY(QString modified MEMBER modified FINAL)
    Q_PROPERTY(QString created MEMBER created FINAL)
    Q_PROPERTY(QString rights MEMBER rights FINAL)
    Q_PROPERTY(QString linkTarget MEMBER linkTarget FINAL)
    Q_PROPERTY(QString dimensions MEMBER dimensions FINAL)
    Q_PROPERTY(QString note MEMBER note FINAL)
    Q_PROPERTY(QStringList lines MEMBER lines FINAL)
    Q_PROPERTY(bool isCut MEMBER isCut FINAL)
    Q_PROPERTY(bool hasPicture READ hasPicture FINAL)

public:
    qint64 id = 0;
    QString name;
    QString place;
    QString type;
    QString mimeType;
    QString size;
    QString modified;
    QString created;
    QString rights;
    QString linkTarget;
    QString dimensions;
    QString note;
    QStringList lines;
    bool isCut = false;
    QImage picture; // last: where anything else differs, no pixel is compared

    bool isEmpty() const { return id == 0; }
    bool hasPicture() const { return !picture.isNull(); }

    friend bool operator==(const Details &, const Details &) = default;
};

/// Looks at the entry \a id of the catalogue, on this thread. Throws CatalogueError.
Details readDetails(const QString &catalogue, qint64 id, const std::function<bool()> &isCanceled);

} // namespace AsideDemo
