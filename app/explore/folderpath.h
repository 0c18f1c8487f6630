// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QUrl>

namespace AsideDemo {

/// \a path made absolute and tidy, without asking the file system, in its own bytes.
QByteArray absolutePath(const QByteArray &path);

/// The path that \a url stands for, byte for byte; empty if it is not on this computer.
QByteArray pathFromUrl(const QUrl &url);

/// The way back: a URL from which pathFromUrl() makes the same bytes.
QUrl urlFromPath(const QByteArray &path);

} // namespace AsideDemo
