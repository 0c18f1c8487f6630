// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import AsideDemo

/// What goes on, and why the last flood ended.
Rectangle {
    id: root

    required property FloodModel flood

    readonly property bool hasNote: root.flood.note !== ""

    implicitHeight: Math.max(40, text.implicitHeight + 2 * Theme.small)
    color: root.hasNote ? Theme.dangerSurface : Theme.surface

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.border
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.large
        anchors.rightMargin: Theme.large
        spacing: Theme.medium

        Icon {
            visible: root.hasNote
            name: "warning"
            color: Theme.danger
        }
        PlainText {
            id: text

            objectName: "floodText"
            Layout.fillWidth: true
            text: root.hasNote ? root.flood.note : root.flood.stateText
            color: root.hasNote ? Theme.text : Theme.mutedText
            wrapMode: Text.Wrap
            maximumLineCount: 3
            Accessible.role: root.hasNote ? Accessible.AlertMessage : Accessible.StaticText
            Accessible.name: text.text
        }
    }
}
