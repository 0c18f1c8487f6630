// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace AsideDemo {

/// What the command line asks for.
struct Options
{
    QByteArray folder; ///< in the file system's bytes; empty if none is named
    bool headless = false; ///< the folder is catalogued without a window
    QString database; ///< empty: the platform's
    QString tour; ///< where its pictures go; empty: no tour
    QUrl site; ///< for the dashboard's requests; empty: the demo's own server
    QSize size; ///< of the window; empty if none is asked for
    bool dark = false;
    bool light = false;
    bool fresh = false; ///< settings are neither read nor kept

    bool wantsHelp = false;
    bool wantsVersion = false;
    QString help; ///< all options, for people
    QString problem; ///< what is wrong with the command line, for people; empty if nothing is
};

/// Reads \a arguments, of which the first is the program. \a raw are the same in the system's bytes.
Options readOptions(const QStringList &arguments, const QList<QByteArray> &raw);

/// The last value of the option \a name ("--scale"), for what is to be known before there is an
/// application; empty without one. readOptions() says whether it is any good.
QByteArray earlyValue(const QList<QByteArray> &raw, const QByteArray &name);

/// Whether the option \a name, which has no value, is there, for what is to be known as early.
bool hasEarly(const QList<QByteArray> &raw, const QByteArray &name);

/// What `--scale` stands for; 0 if \a text is no scale.
double scaleFrom(const QString &text);

} // namespace AsideDemo
