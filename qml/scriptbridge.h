// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Aside::Qml {

/// Lends the QML engines of the process to the library. Returns true.
///
/// A ViewModel that two living engines see at once belongs to the first of them, since Qt tells of no
/// other. To scripts of the second, a refusal is only logged, and update() and assignNew(), which call
/// their functions, are refused; all else works there, too.
bool installBridge();

} // namespace Aside::Qml
