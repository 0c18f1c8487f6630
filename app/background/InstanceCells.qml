// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// One line of the table of instances; its last two cells are the wide ones.
Row {
    id: root

    required property string instance
    required property string steps
    required property string outside
    required property string inside
    property color color: Theme.mutedText
    property color insideColor: root.color

    readonly property real room: root.width - root.leftPadding

    leftPadding: Theme.large

    PlainText {
        width: root.room * 0.22
        height: root.height
        text: root.instance
        color: root.color
    }
    PlainText {
        width: root.room * 0.2
        height: root.height
        text: root.steps
        color: root.color
        horizontalAlignment: Text.AlignRight
    }
    PlainText {
        width: root.room * 0.29
        height: root.height
        text: root.outside
        color: root.color
        horizontalAlignment: Text.AlignRight
    }
    PlainText {
        width: root.room * 0.29
        height: root.height
        text: root.inside
        color: root.insideColor
        horizontalAlignment: Text.AlignRight
    }
}
