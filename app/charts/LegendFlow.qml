// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// Where the entries of a legend stand, and what they learn from.
Flow {
    required property figures figures
    /// The first one is drawn as a line, and the second one faintly.
    required property bool isLine
}
