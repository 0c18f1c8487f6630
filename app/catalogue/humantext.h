// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace AsideDemo {

/// Sizes, dates and counts for people; an en dash where nothing is known.

QString sizeText(qint64 bytes); ///< "1.4 MB"
QString exactSizeText(qint64 bytes); ///< "1.4 MB (1,423,310 bytes)"
QString dateText(qint64 milliseconds); ///< "2024-02-29 12:30", local time; given from 1970 UTC
QString countText(qint64 count); ///< "147,034"
QString filesText(qint64 files); ///< "1 file", "147,034 files"
QString inFoldersText(qint64 folders); ///< "in 1 folder", "in 12 folders"

} // namespace AsideDemo
