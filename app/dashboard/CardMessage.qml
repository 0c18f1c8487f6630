// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideDemo

/// What a card says whose scope is empty.
AsyncSlot {
    id: root

    PlainText {
        objectName: "nothing"
        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width)
        text: qsTr("There is nothing to count here.")
        color: Theme.mutedText
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
