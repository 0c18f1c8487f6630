-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: MIT
SELECT e.name, f.path, e.size, e.modified, e.kind
FROM entries e JOIN folders f ON f.id = e.folder
WHERE e.id = ?
