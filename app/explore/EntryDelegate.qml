// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// One file of the list. Its text comes from the disk, so it is never markup.
Rectangle {
    id: root

    required property int index
    required property string name
    required property string folder
    required property string sizeText
    required property string modifiedText
    required property string iconName
    required property bool isLoaded

    readonly property bool isSelected: ListView.isCurrentItem
    readonly property bool isListFocused: ListView.view && ListView.view.activeFocus

    width: ListView.view ? ListView.view.width : 0
    height: Theme.rowHeight
    color: root.isSelected ? Theme.selected : hover.hovered ? Theme.hovered : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1 in %2, %3, %4").arg(root.name).arg(root.folder).arg(root.sizeText).arg(root.modifiedText)
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

        x: Theme.large
        anchors.verticalCenter: parent.verticalCenter
        name: root.isLoaded ? root.iconName : ""
        color: root.isSelected ? Theme.accent : Theme.mutedText
    }
    PlainText {
        id: nameText

        readonly property real room: size.x - nameText.x - Theme.medium

        x: icon.x + icon.width + Theme.small
        width: Math.min(implicitWidth, place.visible ? Math.max(0.6 * room, room - place.implicitWidth - Theme.medium) : room)
        height: parent.height
        text: root.name
        elide: Text.ElideMiddle
    }
    PlainText {
        id: place

        anchors.left: nameText.right
        anchors.leftMargin: Theme.medium
        anchors.right: size.left
        anchors.rightMargin: Theme.medium
        height: parent.height
        visible: root.folder !== ""
        text: root.folder
        color: Theme.mutedText
        font.pixelSize: Theme.captionSize + 1
        elide: Text.ElideMiddle
    }
    PlainText {
        id: size

        anchors.right: modified.visible ? modified.left : parent.right
        anchors.rightMargin: modified.visible ? Theme.medium : Theme.large
        width: EntryColumns.sizeWidth
        height: parent.height
        text: root.sizeText
        horizontalAlignment: Text.AlignRight
    }
    PlainText {
        id: modified

        anchors.right: parent.right
        anchors.rightMargin: Theme.large
        width: EntryColumns.modifiedWidth
        visible: root.width >= EntryColumns.narrow
        height: parent.height
        text: root.modifiedText
        color: Theme.mutedText
        horizontalAlignment: Text.AlignRight
    }
}
