// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// What can be started and stopped while one looks at the runs.
Rectangle {
    id: root

    required property ExploreModel explore
    required property BackgroundModel background

    implicitHeight: flow.implicitHeight + 2 * Theme.medium
    color: Theme.surface

    Flow {
        id: flow

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.medium
        anchors.leftMargin: Theme.large
        spacing: Theme.small

        ActionTaskButton {
            objectName: "tasksScan"
            enabled: root.explore.folder !== ""
            task: root.explore.task("scan")
            iconName: "refresh"
            text: qsTr("Scan again")
            cancelText: qsTr("Stop the scan")
            onStart: root.explore.rescan()
        }
        SearchField {
            id: search

            objectName: "tasksSearch"
            width: 300
            enabled: root.explore.folder !== ""
            prompt: qsTr("Search as you type")
            text: root.explore.filter
            onTextEdited: root.explore.filter = search.text
        }
        ActionButton {
            objectName: "tasksCount"
            iconName: "layers"
            text: qsTr("Count with 20")
            hint: qsTr("Start twenty instances of the counter of the page Background")
            onClicked: root.background.start(20)
        }
        ActionButton {
            objectName: "tasksStopCounting"
            enabled: root.background.running > 0
            iconName: "stop"
            text: qsTr("Stop counting")
            onClicked: root.background.stopAll()
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.border
    }
}
