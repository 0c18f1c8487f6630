-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: MIT
INSERT INTO entries (folder, root, name, raw, folded, kind, size, modified) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
