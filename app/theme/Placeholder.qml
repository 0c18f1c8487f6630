// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// What an empty place says: why it is empty, and what can be done about it.
Column {
    id: root

    property string iconName: "folder"
    property string title
    property string text
    property string actionText
    property bool isSmall: false

    signal acted

    spacing: Theme.medium

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: root.isSmall ? 44 : 64
        height: width
        radius: width / 3.2
        color: Theme.selected

        Icon {
            anchors.centerIn: parent
            size: root.isSmall ? 22 : 30
            name: root.iconName
            color: Theme.accent
        }
    }
    PlainText {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(implicitWidth, root.width)
        text: root.title
        font.pixelSize: root.isSmall ? Theme.titleSize : Theme.heroSize
        font.weight: Font.DemiBold
    }
    PlainText {
        width: root.width
        visible: root.text !== ""
        text: root.text
        color: Theme.mutedText
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        lineHeight: 1.25
    }
    ActionButton {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.actionText !== ""
        primary: true
        text: root.actionText
        iconName: "folder"
        onClicked: root.acted()
    }
}
