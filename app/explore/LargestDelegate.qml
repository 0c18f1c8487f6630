// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// One of the largest files, with a bar that says how large beside the largest one. Its text comes from
/// the disk, so it is never markup.
Rectangle {
    id: root

    required property string name
    required property string folder
    required property double size
    required property string sizeText

    readonly property LargestList list: ListView.view as LargestList
    readonly property bool isFocused: ListView.isCurrentItem && root.list && root.list.activeFocus
    readonly property real room: root.width - 2 * Theme.large

    width: root.list ? root.list.width : 0
    height: Theme.largeRowHeight
    color: root.isFocused ? Theme.selected : hover.hovered ? Theme.hovered : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1 in %2, %3").arg(root.name).arg(root.folder).arg(root.sizeText)
    Accessible.selected: root.isFocused

    HoverHandler {
        id: hover
    }
    Rectangle {
        width: 3
        height: parent.height
        visible: root.isFocused
        color: Theme.accent
    }
    PlainText {
        id: nameText

        x: Theme.large
        y: Theme.tiny + 2
        width: root.room - sizeLabel.width - Theme.small
        text: root.name
        elide: Text.ElideMiddle
    }
    PlainText {
        id: sizeLabel

        anchors.right: parent.right
        anchors.rightMargin: Theme.large
        anchors.baseline: nameText.baseline
        text: root.sizeText
    }
    PlainText {
        x: Theme.large
        anchors.top: nameText.bottom
        width: root.room
        text: root.folder === "" ? qsTr("in the folder itself") : root.folder
        color: Theme.mutedText
        font.pixelSize: Theme.captionSize
        elide: Text.ElideMiddle
    }
    Rectangle {
        x: Theme.large
        y: parent.height - height - Theme.tiny
        width: root.room
        height: 3
        radius: 1.5
        color: Theme.border

        Rectangle {
            width: root.list && root.list.largestSize > 0 ? Math.max(height, parent.width * Math.min(1, root.size / root.list.largestSize)) : 0
            height: parent.height
            radius: parent.radius
            color: Theme.accent
        }
    }
}
