-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: MIT
DELETE FROM entries WHERE folder IN (SELECT id FROM folders WHERE root = ? AND generation <> ?)
