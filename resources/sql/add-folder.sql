-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: MIT
INSERT INTO folders (root, path, raw, folded, generation) VALUES (?, ?, ?, ?, ?)
