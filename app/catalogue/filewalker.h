// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "entry.h"

#include <functional>

namespace AsideDemo {

/// Walks a folder and everything below it, and hands out what it finds, folder by folder.
///
/// It follows no symbolic link except the given folder itself, opens nothing but folders, and leaves
/// out a folder that contains itself (a loop of mounts). What vanishes while it walks is left out;
/// a folder that cannot be read is reported, and the walk goes on. No recursion, no Qt file classes
/// on Unix: it asks the system once for each entry. Use it on any thread, one walk at a time.
///
/// \code
/// FileWalker walker("/usr/share");
/// walker.onListing = [&](const FolderListing &part) { files += part.entries.size(); };
/// const bool whole = walker.walk([&] { return context.isCanceled(); });
/// \endcode
class FileWalker
{
public:
    /// \a root is the folder in the file system's own bytes; see QFile::encodeName().
    explicit FileWalker(QByteArray root);

    std::function<void(const FolderListing &)> onListing;
    std::function<void(const Problem &)> onProblem;

    /// Walks to the end, or until \a isCanceled, which is asked before each entry. Returns whether
    /// it got to the end. What the two functions above throw ends the walk and comes through.
    bool walk(const std::function<bool()> &isCanceled);

private:
    QByteArray m_root;
};

} // namespace AsideDemo
