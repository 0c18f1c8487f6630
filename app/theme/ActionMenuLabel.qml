// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// What an entry of a menu shows.
Item {
    id: root

    property string iconName
    property string text
    property string keys
    property bool isHighlighted: false

    implicitWidth: label.x + label.implicitWidth + Theme.huge + key.implicitWidth
    implicitHeight: Theme.iconSize

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        color: root.isHighlighted ? Theme.accent : Theme.mutedText
    }
    PlainText {
        id: label

        x: Theme.iconSize + Theme.medium
        height: parent.height
        text: root.text
        elide: Text.ElideNone
    }
    PlainText {
        id: key

        anchors.right: parent.right
        height: parent.height
        text: root.keys
        color: Theme.mutedText
        font.pixelSize: Theme.captionSize
        elide: Text.ElideNone
    }
}
