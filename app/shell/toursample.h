// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QTemporaryDir>

namespace AsideDemo {

/// A folder with one of each thing that the tour wants to show. Goes away with this.
class TourSample
{
public:
    TourSample();
    ~TourSample();
    Q_DISABLE_COPY_MOVE(TourSample)

    /// Whether all of it could be made.
    bool isComplete() const { return m_isComplete; }

    /// In the file system's bytes, as the others are.
    QByteArray folder() const { return path("sample"); }
    QByteArray emptyFolder() const { return path("empty"); }
    QByteArray missingFolder() const { return path("missing"); }
    QString catalogue() const { return m_place.filePath(QStringLiteral("catalogue.sqlite")); }
    QString damagedCatalogue() const { return m_place.filePath(QStringLiteral("damaged.sqlite")); }

    /// Deletes a file of folder(), as another program would.
    void removeFile(const QByteArray &name) const;

private:
    QByteArray path(const QByteArray &name) const;
    bool addFile(const QByteArray &name, const QByteArray &content) const;
    bool addPicture(const QByteArray &name) const;
    bool addUnreadable() const;

    QTemporaryDir m_place;
    bool m_isComplete = false;
};

} // namespace AsideDemo
