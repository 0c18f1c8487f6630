// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "catalogueslices.h"

#include <charts/figures.h>

namespace AsideDemo {

// What the dashboard tells of a scope, on this thread, each by a query of its own. Empty where the scope
// is. Throws CatalogueError. Times are in ms since 1970 UTC.

/// Facts: how many files and folders, how large, how old.
Figures readTotals(const Scope &scope, const OnSlice &onSlice);
/// Bytes by type, the most first: the types that have the most, and all others together.
Figures readTypes(const Scope &scope, const OnSlice &onSlice);
/// Files by the time since their last change. Those without a date, or with one that is yet to come, are
/// told in the summary.
Figures readAges(const Scope &scope, const OnSlice &onSlice, qint64 now);
/// Bytes that were last changed until the end of each year (others: within the year). Dates as above.
Figures readYears(const Scope &scope, const OnSlice &onSlice, int thisYear);
Figures readLargestFiles(const Scope &scope, const OnSlice &onSlice);
/// Folders side by side, each with all that is below it: the first level that is more than one folder.
Figures readLargestFolders(const Scope &scope, const OnSlice &onSlice);
/// What could be won back at most if files of equal size were equal: nobody compares their content here.
Figures readEqualSizes(const Scope &scope, const OnSlice &onSlice);

/// Facts about the catalogue's own file: its size, and what is left on its disk.
Figures readCatalogueFile(const Scope &scope);
/// Has SQLite look through the whole file; throws CatalogueError if it is damaged.
Figures checkCatalogue(const Scope &scope);

} // namespace AsideDemo
