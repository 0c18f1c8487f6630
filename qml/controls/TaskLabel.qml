// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// What a TaskButton reads. Both texts are there at once, so that it keeps its width when it turns from
/// one into the other.
Item {
    id: root

    required property string text
    required property string cancelText
    required property bool running
    required property bool failed
    required property font font
    required property color color
    required property real spacing

    implicitWidth: Math.max(idle.implicitWidth, busy.implicitWidth) + (root.failed ? 2 * (mark.width + root.spacing) : 0)
    implicitHeight: idle.implicitHeight

    Text {
        id: idle

        anchors.centerIn: parent
        opacity: root.running ? 0 : 1
        text: root.text
        textFormat: Text.PlainText
        font: root.font
        color: root.color
        Accessible.ignored: true
    }
    Text {
        id: busy

        anchors.centerIn: parent
        opacity: root.running ? 1 : 0
        text: root.cancelText
        textFormat: Text.PlainText
        font: root.font
        color: root.color
        Accessible.ignored: true
    }
    WarningMark {
        id: mark

        objectName: "failureMark"
        anchors.right: idle.left
        anchors.rightMargin: root.spacing
        anchors.verticalCenter: parent.verticalCenter
        visible: root.failed
        size: 16
    }
}
