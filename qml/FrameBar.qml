// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick

/// One frame of a FrameMeter.
Item {
    id: root

    required property real milliseconds
    readonly property FrameScale scaling: root.parent as FrameScale
    readonly property bool isSlow: root.scaling !== null && root.milliseconds > root.scaling.slow

    width: root.scaling ? root.scaling.width / 40 : 0
    height: root.scaling ? root.scaling.height : 0

    Rectangle {
        anchors.bottom: parent.bottom
        visible: root.milliseconds >= 0
        width: Math.max(1, root.width - 1)
        height: root.scaling ? Math.max(1, root.height * Math.min(1, root.milliseconds / root.scaling.slow)) : 0
        color: !root.scaling ? "transparent" : root.isSlow ? root.scaling.slowColor : root.scaling.color
    }
}
