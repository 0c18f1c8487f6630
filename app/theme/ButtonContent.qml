// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// The icon and the text of an ActionButton. A text that has no room is cut in its middle.
Item {
    id: root

    required property string iconName
    required property string text
    required property color color
    required property real spacing
    required property bool isStrong

    implicitWidth: label.x + (label.visible ? Math.ceil(label.implicitWidth) : 0)
    implicitHeight: Math.max(icon.height, label.height)

    Icon {
        id: icon

        anchors.verticalCenter: parent.verticalCenter
        visible: root.iconName !== ""
        name: root.iconName
        color: root.color
    }
    PlainText {
        id: label

        anchors.verticalCenter: parent.verticalCenter
        x: icon.visible ? icon.width + (label.visible ? root.spacing : 0) : 0
        width: Math.min(Math.ceil(label.implicitWidth), root.width - label.x)
        visible: root.text !== ""
        text: root.text
        color: root.color
        font.weight: root.isStrong ? Font.DemiBold : Font.Normal
        elide: Text.ElideMiddle
    }
}
