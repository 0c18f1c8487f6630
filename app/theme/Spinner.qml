// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// Turns while something is under way. The GUI thread turns it: if that stalls, so does this. It is only
/// there for people who want less motion.
Item {
    id: root

    property bool running: false

    implicitWidth: Theme.iconSize
    implicitHeight: Theme.iconSize
    visible: root.running
    Accessible.ignored: true

    Icon {
        anchors.centerIn: parent
        size: root.width
        name: "spinner"
        color: Theme.accent

        NumberAnimation on rotation {
            running: root.running && Theme.animated
            from: 0
            to: 360
            duration: Theme.turn
            loops: Animation.Infinite
        }
    }
}
