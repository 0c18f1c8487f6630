// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "previewsource.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AsideDemo::Preview)
};

qint64 milliseconds(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : -1;
}

} // namespace

PreviewSource::PreviewSource(const QByteArray &path) : m_path(path)
{
    const QFileInfo info(QString::fromUtf8(path));
    if (!info.exists() && !info.isSymLink()) {
        m_facts.note = Words::tr("This file is gone: it was moved or deleted after the scan.");
        return;
    }
    m_isOrdinary = info.isFile() && !info.isSymLink();
    m_facts.size = info.size();
    m_facts.modified = milliseconds(info.lastModified());
    m_facts.changed = milliseconds(info.metadataChangeTime());
    m_facts.created = milliseconds(info.birthTime());
    m_facts.owner = info.owner();
    m_facts.linkTarget = info.symLinkTarget();
}

QString PreviewSource::name() const
{
    return QFileInfo(QString::fromUtf8(m_path)).fileName();
}

bool PreviewSource::open()
{
    m_file.setFileName(QString::fromUtf8(m_path));
    if (m_file.open(QIODevice::ReadOnly))
        return true;
    m_reason = Words::tr("The system could not read this file: %1.").arg(m_file.errorString());
    return false;
}

} // namespace AsideDemo
