// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "filewalker.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace AsideDemo {

namespace {

constexpr qsizetype EntriesPerListing = 1000;

/// A folder that has been opened, for telling loops: a folder is never inside itself.
struct Visited
{
    dev_t device;
    ino_t inode;
    int parent; // an index into the list of these, or -1
};

/// A folder that waits for its turn.
struct Pending
{
    QByteArray path;
    int parent; // as in Visited
    double share; // of the whole walk
};

class Directory
{
public:
    explicit Directory(const QByteArray &path, bool followLink)
    {
        const int descriptor
            = ::open(path.constData(),
                     O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC | (followLink ? 0 : O_NOFOLLOW));
        if (descriptor < 0)
            return;
        m_stream = ::fdopendir(descriptor);
        if (!m_stream)
            ::close(descriptor);
    }
    ~Directory()
    {
        if (m_stream)
            ::closedir(m_stream);
    }
    Q_DISABLE_COPY_MOVE(Directory)

    bool isOpen() const { return m_stream != nullptr; }
    int descriptor() const { return ::dirfd(m_stream); }

    /// The next entry; null at the end and on an error, which errno tells apart.
    const dirent *next()
    {
        for (;;) {
            errno = 0;
            const dirent *found = ::readdir(m_stream);
            if (!found)
                return nullptr;
            const char *name = found->d_name;
            const bool dots = name[0] == '.' && (!name[1] || (name[1] == '.' && !name[2]));
            if (!dots)
                return found;
        }
    }

private:
    DIR *m_stream = nullptr;
};

QString reasonFor(int error)
{
    switch (error) {
    case EACCES:
    case EPERM:
        return QCoreApplication::translate("AsideDemo::FileWalker",
                                           "You have no permission to read this folder.");
    case ENOTDIR:
        return QCoreApplication::translate("AsideDemo::FileWalker", "This is not a folder.");
    case ENOENT:
        return QCoreApplication::translate("AsideDemo::FileWalker", "There is no such folder.");
    case ENAMETOOLONG:
        return QCoreApplication::translate("AsideDemo::FileWalker",
                                           "The path is longer than the system allows.");
    default:
        return QCoreApplication::translate("AsideDemo::FileWalker",
                                           "The system could not read this folder: %1.")
            .arg(qt_error_string(error));
    }
}

qint64 milliseconds(const struct stat &status)
{
    return qint64(status.st_mtim.tv_sec) * 1000 + status.st_mtim.tv_nsec / 1'000'000;
}

QByteArray joined(const QByteArray &folder, const char *name)
{
    const auto length = qsizetype(std::strlen(name));
    QByteArray path;
    path.reserve(folder.size() + 1 + length);
    path.append(folder);
    if (!folder.isEmpty() && !folder.endsWith('/'))
        path.append('/');
    path.append(name, length);
    return path;
}

/// The state of one walk.
class Walk
{
public:
    Walk(const FileWalker &walker, const QByteArray &root, const std::function<bool()> &isCanceled)
        : m_walker(walker)
        , m_root(root)
        , m_isCanceled(isCanceled)
    {
        m_pending.push_back({QByteArray(), -1, 1.0});
    }

    bool run()
    {
        while (!m_pending.empty()) {
            const Pending folder = std::exchange(m_pending.back(), {});
            m_pending.pop_back();
            if (!list(folder))
                return false;
        }
        return true;
    }

private:
    bool list(const Pending &folder);
    bool addEntry(Directory &directory, const dirent *found);
    bool isLoop(const Visited &folder) const;
    void report(const QByteArray &path, const QString &reason)
    {
        if (m_walker.onProblem)
            m_walker.onProblem({path, reason});
    }
    void send(bool last)
    {
        m_part.last = last;
        m_part.progress = std::min(m_done, 1.0);
        if (m_walker.onListing)
            m_walker.onListing(m_part);
        m_part.entries.clear();
    }

    const FileWalker &m_walker;
    const QByteArray m_root;
    const std::function<bool()> &m_isCanceled;
    std::vector<Pending> m_pending;
    std::vector<Visited> m_visited;
    FolderListing m_part;
    double m_done = 0;
    bool m_unknownStatus = false; // an entry of this folder could be listed, but not looked at
};

bool Walk::isLoop(const Visited &folder) const
{
    for (int i = folder.parent; i >= 0; i = m_visited[size_t(i)].parent) {
        if (m_visited[size_t(i)].inode == folder.inode && m_visited[size_t(i)].device == folder.device)
            return true;
    }
    return false;
}

/// Adds \a found to the part, or tells that it is a folder.
bool Walk::addEntry(Directory &directory, const dirent *found)
{
    if (found->d_type == DT_DIR)
        return false;
    struct stat status = {};
    if (::fstatat(directory.descriptor(), found->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno == ENOENT)
            return true; // it vanished after it was listed
        m_unknownStatus = true;
        const EntryKind kind = found->d_type == DT_LNK               ? EntryKind::Link
            : found->d_type == DT_REG || found->d_type == DT_UNKNOWN ? EntryKind::File
                                                                     : EntryKind::Other;
        m_part.entries.append({QByteArray(found->d_name), -1, -1, kind});
        return true;
    }
    if (S_ISDIR(status.st_mode))
        return false;
    const EntryKind kind = S_ISREG(status.st_mode) ? EntryKind::File
        : S_ISLNK(status.st_mode)                  ? EntryKind::Link
                                                   : EntryKind::Other;
    m_part.entries.append({QByteArray(found->d_name), qint64(status.st_size), milliseconds(status), kind});
    return true;
}

/// Lists one folder and queues the folders in it. Returns false if the walk was canceled.
bool Walk::list(const Pending &folder)
{
    if (m_isCanceled())
        return false;
    const bool isRoot = folder.parent < 0;
    Directory directory(isRoot ? m_root : joined(m_root, folder.path.constData()), isRoot);
    if (!directory.isOpen()) {
        const int error = errno;
        m_done += folder.share;
        // Gone, or no longer a folder, since its parent was listed: nothing there to be read.
        if (isRoot || (error != ENOENT && error != ELOOP && error != ENOTDIR))
            report(folder.path, reasonFor(error));
        return true;
    }
    struct stat status = {};
    if (::fstat(directory.descriptor(), &status) != 0)
        status = {};
    const Visited here{status.st_dev, status.st_ino, folder.parent};
    if (isLoop(here)) {
        m_done += folder.share;
        report(
            folder.path,
            QCoreApplication::translate("AsideDemo::FileWalker", "This folder contains itself; left out."));
        return true;
    }
    m_visited.push_back(here);
    const int index = int(m_visited.size()) - 1;

    m_part.path = folder.path;
    m_unknownStatus = false;
    const size_t firstChild = m_pending.size();
    while (const dirent *found = directory.next()) {
        if (m_isCanceled())
            return false;
        if (!addEntry(directory, found))
            m_pending.push_back({joined(folder.path, found->d_name), index, 0});
        if (m_part.entries.size() >= EntriesPerListing)
            send(false);
    }
    const int error = errno;

    const size_t children = m_pending.size() - firstChild;
    const double share = folder.share / double(children + 1);
    for (size_t i = firstChild; i < m_pending.size(); ++i)
        m_pending[i].share = share;
    m_done += share;
    if (error != 0)
        report(folder.path, reasonFor(error));
    else if (m_unknownStatus)
        report(folder.path,
               QCoreApplication::translate("AsideDemo::FileWalker",
                                           "You may list this folder, but not look at what is in it."));
    send(error == 0);
    return true;
}

} // namespace

FileWalker::FileWalker(QByteArray root) : m_root(std::move(root)) { }

bool FileWalker::walk(const std::function<bool()> &isCanceled)
{
    return Walk(*this, m_root, isCanceled).run();
}

} // namespace AsideDemo
