// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// What the bars of a TaskInspector's timeline lie on. It moves with the time; the bars on it stay, and
/// only those of live runs grow.
Item {
    id: root

    required property TaskLook look
    /// On the clock of the runs.
    required property double now
    required property double pixelsPerMs
    required property real pitch
    required property real laneHeight
    required property real padding
    required property double currentKey
    /// What `x` is counted from: near enough for the numbers of a scene graph, which are small.
    readonly property double origin: Math.floor(root.now / 600000) * 600000

    function xOf(moment: double): double {
        return (moment - root.origin) * root.pixelsPerMs;
    }
}
