// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// A group of equal files, or one of its files. Its text comes from the disk, so it is never markup.
Rectangle {
    id: root

    required property int index
    required property bool isGroup
    required property string text
    required property string folder
    required property string sizeText
    required property bool isOtherName

    readonly property bool isSelected: ListView.isCurrentItem && !root.isGroup
    readonly property bool isListFocused: ListView.view && ListView.view.activeFocus

    width: ListView.view ? ListView.view.width : 0
    height: root.isGroup ? Theme.rowHeight + Theme.tiny : Theme.rowHeight
    color: root.isGroup ? Theme.window : root.isSelected ? Theme.selected : hover.hovered ? Theme.hovered : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: root.isGroup ? qsTr("%1, %2 could be won back").arg(root.text).arg(root.sizeText) : root.isOtherName ? qsTr("%1 in %2, a hard link").arg(root.text).arg(root.folder) : qsTr("%1 in %2").arg(root.text).arg(root.folder)
    Accessible.selected: root.isSelected

    HoverHandler {
        id: hover
    }
    Rectangle {
        width: 3
        height: parent.height
        visible: root.isSelected
        color: root.isListFocused ? Theme.accent : Theme.border
    }
    Icon {
        id: icon

        x: root.isGroup ? Theme.large : Theme.large + Theme.iconSize + Theme.small
        anchors.verticalCenter: parent.verticalCenter
        name: root.isGroup ? "copies" : root.isOtherName ? "link" : "file"
        color: root.isSelected ? Theme.accent : Theme.mutedText
    }
    PlainText {
        id: nameText

        readonly property real room: aside.x - nameText.x - Theme.medium

        x: icon.x + icon.width + Theme.small
        width: Math.min(implicitWidth, place.visible ? Math.max(0.6 * room, room - place.implicitWidth - Theme.medium) : room)
        height: parent.height
        text: root.text
        font.weight: root.isGroup ? Font.DemiBold : Font.Normal
        elide: Text.ElideMiddle
    }
    PlainText {
        id: place

        anchors.left: nameText.right
        anchors.leftMargin: Theme.medium
        anchors.right: aside.left
        anchors.rightMargin: Theme.medium
        height: parent.height
        visible: root.folder !== ""
        text: root.folder
        color: Theme.mutedText
        font.pixelSize: Theme.captionSize + 1
        elide: Text.ElideMiddle
    }
    PlainText {
        id: aside

        anchors.right: parent.right
        anchors.rightMargin: Theme.large
        height: parent.height
        text: root.isGroup ? qsTr("%1 to win back").arg(root.sizeText) : root.isOtherName ? qsTr("hard link, no extra space") : ""
        color: Theme.mutedText
        font.pixelSize: root.isGroup ? Theme.bodySize : Theme.captionSize + 1
    }
}
