// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// A page's button in the rail, and its shortcut.
TabButton {
    id: root

    property string iconName
    property string shortcut
    property bool isLive: false

    signal shortcutActivated

    implicitWidth: Math.max(80, implicitContentWidth + 2 * Theme.small)
    implicitHeight: 56
    padding: 0
    Accessible.name: root.text
    Accessible.selected: root.checked
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    Shortcut {
        sequences: [root.shortcut]
        onActivated: root.shortcutActivated()
    }

    ActionTip {
        text: qsTr("%1 (%2)").arg(root.text).arg(root.shortcut)
        isBeside: true
    }

    contentItem: Column {
        topPadding: Theme.small
        spacing: Theme.tiny

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            size: 20
            name: root.iconName
            color: root.checked ? Theme.accent : Theme.mutedText
        }
        PlainText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.text
            font.pixelSize: Theme.captionSize
            color: root.checked ? Theme.accent : Theme.mutedText
        }
    }
    background: Rectangle {
        color: root.checked ? Theme.selected : root.hovered ? Theme.hovered : "transparent"

        Rectangle {
            width: 3
            height: parent.height
            visible: root.checked
            color: Theme.accent
        }
        Rectangle {
            anchors.fill: parent
            anchors.margins: 2
            visible: root.visualFocus
            radius: Theme.radius
            color: "transparent"
            border.color: Theme.accent
            border.width: 2
        }
        Rectangle {
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.small
            width: 7
            height: 7
            radius: 3.5
            visible: root.isLive
            color: Theme.good
        }
    }
}
