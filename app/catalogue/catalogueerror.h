// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <stdexcept>

class QSqlError;

namespace AsideDemo {

/// Why the catalogue could not be read or written. What was in it stays as it was.
class CatalogueError : public std::runtime_error
{
public:
    enum Kind {
        Unreachable, ///< the file cannot be opened or made
        ReadOnly,
        Full, ///< no room, on the disk or within the file's limit
        Damaged, ///< not a database, or a broken one; see Catalogue::moveAside()
        Foreign, ///< a database of another program, or of a newer version of this one
        Busy, ///< another program has held it for too long
        Overtaken, ///< a newer scan of the same folder took over
        Other,
    };

    CatalogueError(Kind kind, const QString &file, const QString &detail = {});

    /// What SQLite said about \a file.
    static CatalogueError from(const QSqlError &error, const QString &file);

    Kind kind() const { return m_kind; }
    /// What is wrong and what to do, in words for people; what() is the same in UTF-8.
    QString message() const { return m_message; }

private:
    Kind m_kind;
    QString m_message;
};

} // namespace AsideDemo
