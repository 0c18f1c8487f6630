// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "filecontent.h"

#include <QCoreApplication>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace AsideDemo {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AsideDemo::FileContent)
};

QString reasonFor(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return Words::tr("This file is gone: it was moved or deleted after the scan.");
    case ELOOP:
        return Words::tr("This is a link by now.");
    case EACCES:
    case EPERM:
        return Words::tr("You have no permission to read this file.");
    default:
        return Words::tr("The system could not read this file: %1.").arg(qt_error_string(error));
    }
}

} // namespace

FileContent::FileContent(const QByteArray &path)
{
    const int descriptor = ::open(path.constData(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0) {
        m_reason = reasonFor(errno);
        return;
    }
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        m_reason = Words::tr("This is no ordinary file by now.");
        ::close(descriptor);
    } else if (!m_file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        m_reason = m_file.errorString();
        ::close(descriptor);
    }
}

FileContent::Facts FileContent::facts() const
{
    struct stat status = {};
    if (::fstat(m_file.handle(), &status) != 0)
        return {};
    return {quint64(status.st_dev), quint64(status.st_ino), qint64(status.st_size),
            qint64(status.st_mtim.tv_sec) * 1'000'000'000 + qint64(status.st_mtim.tv_nsec)};
}

qint64 FileContent::nextData([[maybe_unused]] qint64 position) const
{
#ifdef SEEK_DATA
    const off_t found = ::lseek(m_file.handle(), off_t(position), SEEK_DATA);
    if (found >= 0)
        return qint64(found);
    if (errno == ENXIO)
        return facts().size;
#endif
    return position; // the file system does not tell
}

qint64 FileContent::read(qint64 position, char *bytes, qint64 size)
{
    qint64 done = 0;
    while (done < size) {
        const ssize_t got = ::pread(m_file.handle(), bytes + done, size_t(size - done), off_t(position + done));
        if (got == 0)
            break;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            m_reason = reasonFor(errno);
            return -1;
        }
        done += got;
    }
    return done;
}

} // namespace AsideDemo
