// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace AsideDemo {

/// Whom a program without a window talks to.
struct Console
{
    std::function<void(const QString &line)> say; ///< results
    std::function<void(const QString &line)> complain;
    std::function<void(const QString &line)> progress; ///< each replaces the one before; null where nobody looks
    std::function<bool()> isCanceled;
};

/// The process's own: results to stdout, the rest to stderr, progress only if that is a terminal. It is
/// canceled by the signals of an Interrupt that lives.
Console systemConsole();

/// Catalogues \a folder (in the file system's bytes) into the file \a catalogue, on this thread. Returns the
/// code to exit with: 0 if it got to the end, whatever it could not read on the way, and 1 if it did not.
int catalogueWithoutWindow(const QByteArray &folder, const QString &catalogue, const Console &console);

} // namespace AsideDemo
