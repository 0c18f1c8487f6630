// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// A line that fills: how far something has got, from 0 to 1.
Item {
    id: root

    property real value: 0

    implicitHeight: 3
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("%1 percent").arg(Math.round(root.value * 100))

    Rectangle {
        anchors.fill: parent
        color: Theme.border
    }
    Rectangle {
        width: parent.width * Math.max(0, Math.min(1, root.value))
        height: parent.height
        color: Theme.accent
    }
}
