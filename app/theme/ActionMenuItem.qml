// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// An entry of a menu: an icon, what it does, and the key that does the same.
MenuItem {
    id: root

    property string iconName
    property string keys

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Theme.rowHeight
    leftPadding: Theme.small
    rightPadding: Theme.medium
    opacity: root.enabled ? 1 : 0.45
    Accessible.name: root.text
    Accessible.description: root.keys

    contentItem: ActionMenuLabel {
        iconName: root.iconName
        text: root.text
        keys: root.keys
        isHighlighted: root.highlighted
    }
    background: Rectangle {
        radius: Theme.radius - 2
        color: root.highlighted ? Theme.selected : "transparent"
    }
}
