-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: MIT
-- A folder that somebody pointed the demo at. Paths are text for people; raw holds the file
-- system's bytes where the text does not lead back to them.
CREATE TABLE roots (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    raw BLOB,
    generation INTEGER NOT NULL DEFAULT 0, -- counts the scans that were started
    scanned INTEGER -- when the last whole scan ended, in ms since 1970 UTC
);
CREATE UNIQUE INDEX roots_path ON roots (coalesce(raw, path));

-- Folders below a root, itself included; path is relative to it.
CREATE TABLE folders (
    id INTEGER PRIMARY KEY,
    root INTEGER NOT NULL REFERENCES roots (id),
    path TEXT NOT NULL,
    raw BLOB,
    folded TEXT, -- for comparing without case; null where path is plain ASCII
    generation INTEGER NOT NULL -- the scan that last saw it
);
CREATE UNIQUE INDEX folders_path ON folders (root, coalesce(raw, path));

-- What is in the folders, other than folders.
CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    folder INTEGER NOT NULL REFERENCES folders (id),
    root INTEGER NOT NULL REFERENCES roots (id),
    name TEXT NOT NULL,
    raw BLOB,
    folded TEXT,
    kind INTEGER NOT NULL, -- 0 file, 1 link, 2 other
    size INTEGER, -- null where it cannot be told; so is modified
    modified INTEGER -- in ms since 1970 UTC
);
CREATE INDEX entries_folder ON entries (folder);

-- What the last scan of a root could not read.
CREATE TABLE problems (
    root INTEGER NOT NULL REFERENCES roots (id),
    path TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX problems_root ON problems (root);
