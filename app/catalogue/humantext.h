// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace AsideDemo {

/// Sizes, dates and counts in the words of the reader's locale; an en dash where nothing is known.

QString sizeText(qint64 bytes); ///< "1.4 MB"
QString exactSizeText(qint64 bytes); ///< "1.4 MB (1,423,310 bytes)"
QString dateText(qint64 milliseconds); ///< local time; the milliseconds count from 1970 UTC
QString countText(qint64 count); ///< "147,034"

} // namespace AsideDemo
