// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// A slider in the theme's look. `name` names it for all who ask.
Slider {
    id: root

    property string name

    implicitHeight: Theme.controlHeight
    padding: 0
    Accessible.name: root.name

    background: Rectangle {
        x: root.leftPadding
        y: root.topPadding + (root.availableHeight - height) / 2
        implicitWidth: 160
        width: root.availableWidth
        height: 4
        radius: 2
        color: Theme.border

        Rectangle {
            width: root.visualPosition * parent.width
            height: parent.height
            radius: parent.radius
            color: Theme.accent
        }
    }
    handle: Rectangle {
        x: root.leftPadding + root.visualPosition * (root.availableWidth - width)
        y: root.topPadding + (root.availableHeight - height) / 2
        implicitWidth: 18
        implicitHeight: 18
        radius: 9
        color: root.pressed ? Theme.accent : Theme.surface
        border.color: Theme.accent
        border.width: 2

        Rectangle {
            anchors.fill: parent
            anchors.margins: -4
            visible: root.visualFocus
            radius: width / 2
            color: "transparent"
            border.color: Theme.accent
            border.width: 2
        }
    }
}
