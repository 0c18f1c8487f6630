// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// What, and how much, on a line.
Item {
    id: root

    property string label
    property string text

    implicitHeight: Math.max(name.height, fact.height) + 5
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1: %2").arg(root.label).arg(root.text)

    PlainText {
        id: name

        width: parent.width - fact.width - Theme.medium
        text: root.label
        color: Theme.mutedText
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    PlainText {
        id: fact

        anchors.right: parent.right
        text: root.text
        Accessible.ignored: true
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.border
    }
}
