-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: MIT
SELECT id, generation, scanned FROM roots WHERE coalesce(raw, path) = ?
