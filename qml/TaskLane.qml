// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick

/// A lane of a TaskInspector's timeline: its name, and a line under it.
Item {
    id: root

    required property TaskLook look
    required property string text
    required property real labelWidth

    Text {
        x: 10
        y: 4
        text: root.text
        textFormat: Text.PlainText
        font: root.look.font
        color: root.look.quiet
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: root.look.line
    }
}
