-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: MIT
INSERT INTO roots (path, raw, generation) VALUES (?, ?, 1)
ON CONFLICT DO UPDATE SET generation = generation + 1
