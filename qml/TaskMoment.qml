// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick

/// A moment of a TaskInspector's timeline: a line that stands still while the bars move over it, and below
/// it what it is called.
Item {
    id: root

    required property TaskLook look
    required property string text
    /// Where on the line the text is: 0 begins there, 1 ends there.
    required property real alignment

    Rectangle {
        width: 1
        height: root.height - label.height - 4
        color: root.look.line
    }
    Text {
        id: label

        x: -width * root.alignment
        anchors.bottom: parent.bottom
        text: root.text
        textFormat: Text.PlainText
        font: root.look.font
        color: root.look.quiet
        Accessible.ignored: true
    }
}
