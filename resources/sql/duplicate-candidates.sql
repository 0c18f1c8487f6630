-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: MIT
SELECT id, size, modified FROM entries
WHERE root = ? AND kind = 0 AND size IN (
    SELECT size FROM entries WHERE root = ? AND kind = 0 AND size > 0 GROUP BY size HAVING count(*) > 1)
ORDER BY size DESC
