-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: MIT
SELECT r.path, r.raw, f.path, f.raw, e.name, e.raw
FROM entries e JOIN folders f ON f.id = e.folder JOIN roots r ON r.id = e.root
WHERE e.id = ?
