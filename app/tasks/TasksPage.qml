// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideDemo

/// The runs of the whole program: what each waits for, how far it has got, and how it ended. What the other
/// pages do can be started from here, since runs are known only while they are looked at.
RailPage {
    id: root

    required property ExploreModel explore
    required property BackgroundModel background

    title: qsTr("Tasks")
    iconName: "tasks"
    onBackWanted: inspector.paused = false

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    TasksHeader {
        id: header

        width: parent.width
        explore: root.explore
        background: root.background
    }
    TaskInspector {
        id: inspector

        objectName: "taskInspector"
        anchors.top: header.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.topMargin: Theme.medium
        anchors.leftMargin: Theme.large
        anchors.rightMargin: Theme.large
        focus: true
        emptyText: ""
        font.pixelSize: Theme.bodySize
        palette.window: Theme.surface
        palette.windowText: Theme.text
        palette.base: Theme.surface
        palette.text: Theme.text
        palette.button: Theme.surface
        palette.buttonText: Theme.text
        palette.highlight: Theme.accent
        palette.highlightedText: Theme.accentText
    }
    Placeholder {
        objectName: "noTasks"
        anchors.centerIn: inspector
        width: Math.min(420, parent.width - 2 * Theme.huge)
        visible: inspector.isEmpty
        iconName: "tasks"
        title: qsTr("Nothing runs")
        text: qsTr("Whatever this program does aside appears here while you look: which lane it waits for, how long it runs, and how it ends. Start something with the buttons above.")
    }
}
