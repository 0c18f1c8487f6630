-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: MIT
-- NOT INDEXED: of a slice of ids, and not the whole index of folders for each.
SELECT CAST(strftime('%Y', e.modified / 1000, 'unixepoch', 'localtime') AS INTEGER) AS year, sum(e.size), count(*)
FROM entries e NOT INDEXED
WHERE e.root = ? AND e.id BETWEEN ? AND ? /* words */ AND e.kind = 0
GROUP BY year
