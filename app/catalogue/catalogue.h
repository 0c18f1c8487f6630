// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace AsideDemo {

/// Where the catalogue lies when nobody says otherwise: in the platform's cache folder.
QString defaultCatalogueFile();

/// Puts a damaged catalogue \a file out of the way, under a new name beside it, so that the next
/// scan starts afresh. Nothing is deleted. Returns the new name; throws CatalogueError.
QString moveCatalogueAside(const QString &file);

} // namespace AsideDemo
