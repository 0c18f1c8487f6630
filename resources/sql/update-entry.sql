-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: MIT
UPDATE entries SET kind = ?, size = ?, modified = ? WHERE id = ?
