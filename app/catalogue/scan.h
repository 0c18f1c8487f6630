// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cataloguewriter.h"

#include <stdexcept>

namespace AsideDemo {

/// How far a scan is.
struct ScanProgress
{
    qint64 files = 0;
    qint64 folders = 0;
    qint64 bytes = 0;
    qint64 problems = 0;
    qint64 readable = 0; ///< of the files, those whose rows others can read by now
    double fraction = 0; ///< an estimate that never falls
    QByteArray folder; ///< where it is, relative to the scanned folder

    friend bool operator==(const ScanProgress &, const ScanProgress &) = default;
};

/// The folder that was asked for cannot be scanned at all; what() says why, for people, in UTF-8.
class ScanError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Catalogues \a folder (in the file system's bytes) into the file \a catalogue, on this thread.
///
/// \a onProgress is told some 25 times a second, whenever more rows can be read by others, and at the
/// end. \a onEntry, if there is one, is told of each entry; others can read what it was told of once
/// onProgress says that all files are readable. Returns whether it got to the end. If it did not, as
/// \a isCanceled said so, then what was found so far is in the catalogue, and what was there before is
/// still there. Throws CatalogueError or ScanError.
bool scan(const QString &catalogue, const QByteArray &folder,
          const std::function<void(const ScanProgress &)> &onProgress,
          const std::function<bool()> &isCanceled, const OnEntry &onEntry = {});

} // namespace AsideDemo
