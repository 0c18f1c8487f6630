// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "filecontent.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

// For systems that are not Unix: which names are names of one file stays unknown, and so do holes.

namespace AsideDemo {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AsideDemo::FileContent)
};

} // namespace

FileContent::FileContent(const QByteArray &path)
{
    const QFileInfo info(QString::fromUtf8(path));
    if (!info.exists() && !info.isSymLink()) {
        m_reason = Words::tr("This file is gone: it was moved or deleted after the scan.");
        return;
    }
    if (!info.isFile() || info.isSymLink()) {
        m_reason = Words::tr("This is no ordinary file by now.");
        return;
    }
    m_file.setFileName(info.filePath());
    if (!m_file.open(QIODevice::ReadOnly))
        m_reason = Words::tr("The system could not read this file: %1.").arg(m_file.errorString());
}

FileContent::Facts FileContent::facts() const
{
    const QDateTime modified = m_file.fileTime(QFileDevice::FileModificationTime);
    return {0, 0, m_file.size(), modified.isValid() ? modified.toMSecsSinceEpoch() * 1'000'000 : -1};
}

qint64 FileContent::nextData(qint64 position) const
{
    return position;
}

qint64 FileContent::read(qint64 position, char *bytes, qint64 size)
{
    const qint64 done = m_file.seek(position) ? m_file.read(bytes, size) : -1;
    if (done < 0)
        m_reason = Words::tr("The system could not read this file: %1.").arg(m_file.errorString());
    return done;
}

} // namespace AsideDemo
