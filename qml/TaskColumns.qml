// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick

/// How wide the columns of a TaskInspector's table are.
QtObject {
    id: root

    required property real width
    /// Of one figure in the table's font.
    required property real figure

    readonly property real gap: 1.5 * root.figure
    readonly property bool isNarrow: root.width < 135 * root.figure
    readonly property real viewModel: root.isNarrow ? 0 : 0.45 * root.text
    readonly property real name: root.isNarrow ? root.text : 0.55 * root.text
    readonly property real lane: root.isNarrow ? 0 : 15 * root.figure
    readonly property real state: 21 * root.figure
    readonly property real progress: root.isNarrow ? 0 : 20 * root.figure
    readonly property real time: 13 * root.figure
    readonly property real button: 4 * root.figure
    readonly property real fixed: root.lane + root.state + root.progress + 2 * root.time + root.button + (root.isNarrow ? 6 : 9) * root.gap
    readonly property real text: Math.max(8 * root.figure, root.width - root.fixed)
}
