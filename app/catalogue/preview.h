// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "entry.h"

#include <QImage>
#include <QSize>
#include <QStringList>

#include <functional>

namespace AsideDemo {

/// What can be told of one file by looking at it. A pure value.
struct Preview
{
    enum Content {
        None, ///< nothing to show, or see note
        Text,
        Picture,
    };

    qint64 size = -1;
    qint64 modified = -1; ///< the dates are ms since 1970 UTC, -1 where the system keeps none
    qint64 changed = -1; ///< of its name, owner or rights
    qint64 created = -1;
    QString type; ///< in words: "PNG image"
    QString mimeType;
    QString rights; ///< "rw-r--r--"
    QString owner; ///< "root : root"
    QString linkTarget;
    Content content = None;
    QStringList lines; ///< the head of a text, each line cut where it gets long
    bool isCut = false; ///< the text goes on
    QImage picture; ///< scaled down, upright
    QSize pictureSize; ///< of the picture in the file
    QString note; ///< why there is no content, for people
};

/// Looks at the file \a path (in the file system's bytes), on this thread.
///
/// Only ordinary files are opened: a pipe or a device is never waited for. Reads at most the first
/// 64 KiB of a text. A picture may take at most 128 MiB while it is decoded, and its thumbnail fits
/// into \a thumbnail. What cannot be read is said in the note; a file that is gone leaves only that.
/// If \a isCanceled says so, what is there so far comes back.
Preview readPreview(const QByteArray &path, QSize thumbnail, const std::function<bool()> &isCanceled);

} // namespace AsideDemo
