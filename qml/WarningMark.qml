// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick

/// An exclamation mark in a disc, in a red that is readable on light and on dark.
Rectangle {
    id: root

    property real size: 18
    readonly property bool isDark: root.palette.window.hslLightness < 0.5
    readonly property color ink: root.isDark ? "#ff9a9a" : "#ad1f2d"

    width: root.size
    height: root.size
    radius: root.size / 2
    color: Qt.alpha(root.ink, 0.16)
    Accessible.ignored: true

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        y: root.size * 0.24
        width: Math.max(2, root.size * 0.1)
        height: root.size * 0.3
        radius: width / 2
        color: root.ink
    }
    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        y: root.size * 0.64
        width: Math.max(2, root.size * 0.1)
        height: width
        radius: width / 2
        color: root.ink
    }
}
