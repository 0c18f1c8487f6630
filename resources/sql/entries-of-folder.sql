-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: MIT
SELECT id, name, raw, size, modified, kind FROM entries WHERE folder = ?
