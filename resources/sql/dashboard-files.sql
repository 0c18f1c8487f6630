-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: MIT
-- NOT INDEXED: of a slice of ids, and not the whole index of folders for each.
SELECT e.id, e.name, f.path, e.size
FROM entries e NOT INDEXED JOIN folders f ON f.id = e.folder
WHERE e.root = ? AND e.id BETWEEN ? AND ? /* words */ AND e.kind = 0 AND e.size > 0
ORDER BY e.size DESC, e.id LIMIT 12
