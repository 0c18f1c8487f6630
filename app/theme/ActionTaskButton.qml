// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import Aside.Controls
import AsideDemo

/// A button that starts a task, and stops it, in the look of an ActionButton.
TaskButton {
    id: root

    property string iconName: "play"
    /// What it does, and its key; what the task has to say comes first.
    property string tip

    implicitHeight: Theme.controlHeight
    horizontalPadding: Theme.medium
    spacing: Theme.small
    animated: Theme.animated
    palette.highlight: Theme.accent
    palette.window: Theme.raised
    palette.windowText: Theme.text

    ActionTip {
        text: root.hint === "" ? root.tip : ""
    }

    contentItem: Row {
        spacing: root.spacing

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: root.running ? "stop" : root.failed ? "warning" : root.iconName
            color: root.failed ? Theme.danger : Theme.text
        }
        PlainText {
            anchors.verticalCenter: parent.verticalCenter
            text: root.label
        }
    }
    background: Rectangle {
        implicitWidth: Theme.controlHeight
        radius: Theme.radius
        color: root.down ? Theme.pressed : root.hovered ? Theme.hovered : Theme.surface
        border.color: root.visualFocus ? Theme.accent : Theme.border
        border.width: root.visualFocus ? 2 : 1

        BusyBar {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.leftMargin: Theme.small
            anchors.rightMargin: Theme.small
            anchors.bottomMargin: 3
            visible: root.running && root.task.progress >= 0
            progress: root.running ? root.task.progress : -1
            animated: root.animated
        }
    }
}
