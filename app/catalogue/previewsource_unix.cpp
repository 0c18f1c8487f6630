// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "previewsource.h"

#include "rawname.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t NameBytes = 16 * 1024;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AsideDemo::Preview)
};

QString reasonFor(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return Words::tr("This file is gone: it was moved or deleted after the scan.");
    case EACCES:
    case EPERM:
        return Words::tr("You have no permission to read this file.");
    default:
        return Words::tr("The system could not read this file: %1.").arg(qt_error_string(error));
    }
}

QString rightsText(mode_t mode)
{
    QString text = u"rwxrwxrwx"_s;
    for (int bit = 0; bit < 9; ++bit) {
        if (!(mode & (mode_t(0400) >> bit)))
            text[bit] = u'-';
    }
    if (mode & S_ISUID)
        text[2] = mode & S_IXUSR ? u's' : u'S';
    if (mode & S_ISGID)
        text[5] = mode & S_IXGRP ? u's' : u'S';
    if (mode & S_ISVTX)
        text[8] = mode & S_IXOTH ? u't' : u'T';
    return text;
}

QString userName(uid_t id)
{
    std::vector<char> buffer(NameBytes);
    passwd entry = {};
    passwd *found = nullptr;
    if (::getpwuid_r(id, &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return QString::fromLocal8Bit(found->pw_name);
    return QString::number(id);
}

QString groupName(gid_t id)
{
    std::vector<char> buffer(NameBytes);
    group entry = {};
    group *found = nullptr;
    if (::getgrgid_r(id, &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return QString::fromLocal8Bit(found->gr_name);
    return QString::number(id);
}

QString linkTarget(const QByteArray &path)
{
    QByteArray target(4096, '\0');
    const ssize_t length = ::readlink(path.constData(), target.data(), size_t(target.size()));
    target.truncate(qMax(ssize_t(0), length));
    return readableName(target);
}

QString typeText(mode_t mode)
{
    if (S_ISLNK(mode))
        return Words::tr("Link");
    if (S_ISDIR(mode))
        return Words::tr("Folder");
    if (S_ISFIFO(mode))
        return Words::tr("Pipe");
    if (S_ISSOCK(mode))
        return Words::tr("Socket");
    return S_ISREG(mode) ? Words::tr("File") : Words::tr("Device");
}

template<typename Time>
qint64 milliseconds(const Time &time)
{
    return qint64(time.tv_sec) * 1000 + qint64(time.tv_nsec) / 1'000'000;
}

qint64 creationTime([[maybe_unused]] const QByteArray &path)
{
#ifdef STATX_BTIME
    struct statx status = {};
    if (::statx(AT_FDCWD, path.constData(), AT_SYMLINK_NOFOLLOW, STATX_BTIME, &status) == 0
        && (status.stx_mask & STATX_BTIME) && status.stx_btime.tv_sec > 0) // 0: an image that never knew
        return milliseconds(status.stx_btime);
#endif
    return -1;
}

} // namespace

PreviewSource::PreviewSource(const QByteArray &path) : m_path(path)
{
    struct stat status = {};
    if (::lstat(path.constData(), &status) != 0) {
        m_facts.note = reasonFor(errno);
        return;
    }
    m_isOrdinary = S_ISREG(status.st_mode);
    m_facts.size = status.st_size;
    m_facts.modified = milliseconds(status.st_mtim);
    m_facts.changed = milliseconds(status.st_ctim);
    m_facts.created = creationTime(path);
    m_facts.type = typeText(status.st_mode);
    m_facts.rights = rightsText(status.st_mode);
    m_facts.owner = userName(status.st_uid) % " : "_L1 % groupName(status.st_gid);
    if (S_ISLNK(status.st_mode))
        m_facts.linkTarget = linkTarget(path);
    else if (!m_isOrdinary)
        m_facts.note = Words::tr("There is no content to show: this is not an ordinary file.");
}

QString PreviewSource::name() const
{
    return readableName(m_path.mid(m_path.lastIndexOf('/') + 1));
}

bool PreviewSource::open()
{
    const int descriptor
        = ::open(m_path.constData(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0) {
        m_reason = reasonFor(errno);
        return false;
    }
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)
        || !m_file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        m_reason = reasonFor(ENOENT);
        return false;
    }
    return true;
}

} // namespace AsideDemo
