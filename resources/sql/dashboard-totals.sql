-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: MIT
-- NOT INDEXED: of a slice of ids, and not the whole index of folders for each.
SELECT e.folder, sum(e.kind = 0), sum(e.kind <> 0), sum(CASE WHEN e.kind = 0 THEN e.size END),
    min(CASE WHEN e.kind = 0 THEN e.modified END), max(CASE WHEN e.kind = 0 THEN e.modified END)
FROM entries e NOT INDEXED
WHERE e.root = ? AND e.id BETWEEN ? AND ? /* words */
GROUP BY e.folder
