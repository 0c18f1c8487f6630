// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace AsideDemo {

/// A file's name is a row of bytes: the file system promises no encoding. The bytes are its identity
/// and open it again; the functions here make text for people from them.

/// The text of \a raw, with U+FFFD for what is not UTF-8. Never null.
QString readableName(const QByteArray &raw);

/// Whether readableName(raw) leads back to the same bytes. If not, keep the bytes beside the text.
bool isFaithful(const QByteArray &raw);

/// \a text on one line, with nothing hidden: line breaks and other controls become visible symbols,
/// and so do the marks that reverse the direction of what follows.
QString visibleText(const QString &text);

/// What searches compare: one form for composed and decomposed letters, no case. Null for plain
/// ASCII, where SQLite folds by itself.
QString foldedName(const QString &text);

} // namespace AsideDemo
