// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace AsideDemo {

/// An ordinary file, open for reading. A link is never followed, and a pipe never waited for.
class FileContent
{
public:
    /// What tells that a file is still the same, and which names are names of one file.
    struct Facts
    {
        quint64 device = 0;
        quint64 inode = 0; ///< 0: the system does not tell
        qint64 size = -1;
        qint64 modified = -1; ///< ns since 1970 UTC

        friend bool operator==(const Facts &, const Facts &) = default;
    };

    explicit FileContent(const QByteArray &path);

    bool isOpen() const { return m_file.isOpen(); }
    QString reason() const { return m_reason; } ///< why it is not open, or why read() failed; for people

    Facts facts() const; ///< as they are now
    /// The first place from \a position on that may hold anything but zeros; the end if there is none.
    qint64 nextData(qint64 position) const;
    /// How many bytes it read from \a position on: less than \a size only at the end; -1 if that failed.
    qint64 read(qint64 position, char *bytes, qint64 size);

private:
    QFile m_file;
    QString m_reason;
};

} // namespace AsideDemo
