-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: MIT
-- NOT INDEXED: of a slice of ids, and not the whole index of folders for each.
SELECT (? - e.modified) / 86400000 AS days, count(*), sum(e.size)
FROM entries e NOT INDEXED
WHERE e.root = ? AND e.id BETWEEN ? AND ? /* words */ AND e.kind = 0
GROUP BY days
