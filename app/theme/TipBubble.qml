// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// What an ActionTip shows, above its parent or beside it.
ToolTip {
    id: root

    property bool isBeside: false

    readonly property real room: root.parent ? root.parent.width : 0
    readonly property real tallness: root.parent ? root.parent.height : 0

    x: root.isBeside ? root.room + Theme.tiny : (root.room - root.implicitWidth) / 2
    y: root.isBeside ? (root.tallness - root.implicitHeight) / 2 : -root.implicitHeight - Theme.tiny
    horizontalPadding: Theme.small
    verticalPadding: Theme.tiny + 1
    delay: 600
    visible: true

    contentItem: PlainText {
        text: root.text
        wrapMode: Text.Wrap
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.color: Theme.border
    }
}
