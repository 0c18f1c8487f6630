// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// Four cells, the last two wider than the others; numbers to the right.
Row {
    id: root

    required property list<string> texts
    property color color: Theme.text
    property color lastColor: root.color

    leftPadding: Theme.large

    Repeater {
        model: root.texts.length

        PlainText {
            required property int index

            width: (root.width - root.leftPadding) * (index < 2 ? 0.19 : 0.31)
            height: root.height
            text: root.texts[index]
            color: index === root.texts.length - 1 ? root.lastColor : root.color
            horizontalAlignment: index === 0 ? Text.AlignLeft : Text.AlignRight
        }
    }
}
