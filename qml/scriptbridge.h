// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Aside::Qml {

/// Lends the QML engines of the process to the library. Returns true.
bool installBridge();

} // namespace Aside::Qml
