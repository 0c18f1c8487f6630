-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: MIT
-- NOT INDEXED: of a slice of ids, and not the whole index of folders for each.
SELECT f.path, sum(e.size), count(*)
FROM entries e NOT INDEXED JOIN folders f ON f.id = e.folder
WHERE e.root = ? AND e.id BETWEEN ? AND ? /* words */ AND e.kind = 0
GROUP BY e.folder
