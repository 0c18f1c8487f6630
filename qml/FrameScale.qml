// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick

/// Where the bars of a FrameMeter stand, and what they have in common.
Row {
    required property color color
    required property color slowColor
    required property real slow
}
