// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "filecontent.h"

#include <functional>

namespace AsideDemo {

/// How much of a file the first look takes, and in which steps files are hashed.
constexpr qint64 DigestUnit = 64 * 1024;

/// Which part of a file a digest stands for.
struct Digest
{
    /// SHA-256 of the units that are not all zeros, each behind its place. So holes, however large,
    /// need not be read, and files of equal size have equal digests only if their bytes are equal, whether
    /// they have holes or zeros.
    QByteArray bytes;
    qint64 data = 0; ///< how many bytes lie outside of holes
};

/// Digests the bytes of \a file from 0 to \a end, which is within it. \a onRead is told each number of
/// bytes that have been dealt with; if it returns false, or if the file ends before, or reading fails,
/// then the digest has no bytes.
Digest digestOf(FileContent &file, qint64 end, const std::function<bool(qint64)> &onRead);

} // namespace AsideDemo
