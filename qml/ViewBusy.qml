// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// What a view says whose first value is on its way. It comes up slowly, so that a load which takes
/// but a moment does not flicker.
AsyncSlot {
    id: root

    implicitWidth: 232
    implicitHeight: column.implicitHeight + 32

    Column {
        id: column

        anchors.centerIn: parent
        width: Math.max(0, Math.min(200, root.width - 32))
        spacing: 10

        Text {
            width: parent.width
            text: root.result.progressText !== "" ? root.result.progressText : qsTr("Loading…")
            textFormat: Text.PlainText
            color: Qt.alpha(root.palette.windowText, 0.75)
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        BusyBar {
            objectName: "busy"
            width: parent.width
            progress: root.result.progress
            animated: root.animated
        }
    }
    SequentialAnimation {
        running: root.animated

        PropertyAction {
            target: column
            property: "opacity"
            value: 0
        }
        PauseAnimation {
            duration: 150
        }
        NumberAnimation {
            target: column
            property: "opacity"
            to: 1
            duration: 150
        }
    }
}
