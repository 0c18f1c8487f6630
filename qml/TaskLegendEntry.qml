// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// One sign of a TaskInspector's timeline, and what it means.
Row {
    id: root

    required property TaskLook look
    required property string text
    property int outcome: Aside.None
    property bool waits: false
    property string markName

    spacing: 6

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: 20
        height: 11
        visible: root.outcome === Aside.None
        radius: 2
        color: Qt.alpha(root.look.highlight, root.waits ? 0.16 : 0.5)
        border.color: Qt.alpha(root.look.highlight, 0.55)
        border.width: root.waits ? 1 : 0
    }
    TaskMark {
        objectName: root.markName
        anchors.verticalCenter: parent.verticalCenter
        visible: root.outcome !== Aside.None
        outcome: root.outcome
        color: root.look.inkOf(root.outcome)
    }
    Text {
        text: root.text
        textFormat: Text.PlainText
        font: root.look.font
        color: root.look.quiet
    }
}
