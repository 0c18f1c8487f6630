// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace AsideDemo {

/// What a folder's entry is. The numbers are stored in the catalogue: never change them.
enum class EntryKind : quint8 {
    File = 0,
    Link = 1, ///< a symbolic link, never followed
    Other = 2, ///< a device, a pipe, a socket: never opened
};

/// One thing in a folder that is not itself a folder.
struct Entry
{
    QByteArray name; ///< as the file system has it; see rawname.h
    qint64 size = -1; ///< bytes; -1 if it cannot be told
    qint64 modified = -1; ///< ms since 1970 UTC; -1 if it cannot be told
    EntryKind kind = EntryKind::File;
};

/// Something that could not be read, and why, in words for people.
struct Problem
{
    QByteArray path; ///< relative to the scanned folder; empty for that folder itself
    QString reason;
};

/// A folder's entries, or a part of them: a large folder comes in several listings.
struct FolderListing
{
    QByteArray path; ///< relative to the scanned folder; empty for that folder itself
    QList<Entry> entries;
    bool last = false; ///< the folder has been listed whole
    double progress = 0; ///< how much of the scan is done, 0 to 1; an estimate that never falls
};

} // namespace AsideDemo
