// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick

/// A line that fills as far as something has got, or, where nobody knows, along which a piece wanders.
Rectangle {
    id: root

    property real progress: -1
    property bool animated: true
    readonly property bool isKnown: root.progress >= 0
    readonly property bool moves: root.visible && root.animated && !root.isKnown
    readonly property real share: root.isKnown ? Math.min(1, root.progress) : root.animated ? 0.3 : 1

    implicitHeight: 3
    radius: height / 2
    color: Qt.alpha(root.palette.highlight, 0.2)
    clip: true
    Accessible.role: Accessible.ProgressBar
    Accessible.name: root.isKnown ? qsTr("%1 percent").arg(Math.round(root.progress * 100)) : qsTr("Under way")

    Rectangle {
        id: piece

        width: root.width * root.share
        height: root.height
        radius: root.radius
        color: root.palette.highlight
        opacity: root.isKnown || root.animated ? 1 : 0.6

        SequentialAnimation on x {
            running: root.moves
            loops: Animation.Infinite
            onRunningChanged: {
                if (!running)
                    piece.x = 0;
            }

            NumberAnimation {
                from: -piece.width
                to: root.width
                duration: 1100
                easing.type: Easing.InOutSine
            }
        }
    }
}
