-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: MIT
DELETE FROM folders WHERE root = ? AND generation <> ?
