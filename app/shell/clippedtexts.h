// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

class QQuickItem;

namespace AsideDemo {

/// The texts of the program, below \a root, of which a part cannot be seen: cut, or reaching sideways out of what
/// holds them. It knows them by the brackets of PseudoTranslator, so in other languages it finds none. Names and paths
/// may be cut, but may not reach out of a control.
QStringList clippedTexts(const QQuickItem &root);

} // namespace AsideDemo
