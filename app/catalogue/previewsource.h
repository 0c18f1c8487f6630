// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "preview.h"

#include <QFile>

namespace AsideDemo {

/// The file behind a preview: what the system knows of it, and its bytes if it is an ordinary file.
class PreviewSource
{
public:
    explicit PreviewSource(const QByteArray &path);

    /// Everything but the content; a note where there will be none.
    const Preview &facts() const { return m_facts; }
    bool isOrdinary() const { return m_isOrdinary; }
    QString name() const; ///< its last part, readable

    bool open(); ///< for an ordinary file; never waits for a pipe that took its place meanwhile
    QString reason() const { return m_reason; } ///< why open() failed, for people
    QIODevice &device() { return m_file; }

private:
    QByteArray m_path;
    Preview m_facts;
    QString m_reason;
    QFile m_file;
    bool m_isOrdinary = false;
};

} // namespace AsideDemo
