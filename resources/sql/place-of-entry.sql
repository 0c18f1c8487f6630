-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: MIT
SELECT f.path, f.raw, e.name, e.raw
FROM entries e JOIN folders f ON f.id = e.folder
WHERE e.id = ?
