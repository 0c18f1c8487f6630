// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// One folder of the list in the dialog.
Rectangle {
    id: root

    required property string modelData

    readonly property bool isCurrent: ListView.isCurrentItem

    width: ListView.view ? ListView.view.width : 0
    height: Theme.rowHeight
    radius: Theme.radius - 2
    color: root.isCurrent ? Theme.selected : hover.hovered ? Theme.hovered : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: root.modelData
    Accessible.selected: root.isCurrent

    HoverHandler {
        id: hover
    }
    Icon {
        id: icon

        x: Theme.small
        anchors.verticalCenter: parent.verticalCenter
        name: "folder"
        color: root.isCurrent ? Theme.accent : Theme.mutedText
    }
    PlainText {
        anchors.left: icon.right
        anchors.leftMargin: Theme.small
        anchors.right: parent.right
        anchors.rightMargin: Theme.small
        height: parent.height
        text: root.modelData
        elide: Text.ElideMiddle
    }
}
