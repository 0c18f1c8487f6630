-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: MIT
-- NOT INDEXED: of a slice of ids, and not the whole index of folders for each.
-- The type is what follows the last dot: what rtrim() leaves of a name ends there. A name that begins with its
-- only dot has none.
SELECT CASE WHEN instr(substr(e.name, 2), '.') > 0
        THEN lower(substr(e.name, length(rtrim(e.name, replace(e.name, '.', ''))) + 1))
        ELSE '' END AS type,
    sum(e.size), count(*)
FROM entries e NOT INDEXED
WHERE e.root = ? AND e.id BETWEEN ? AND ? /* words */ AND e.kind = 0
GROUP BY type
