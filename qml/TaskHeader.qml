// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick

/// The names of the columns of a TaskInspector's table.
Item {
    id: root

    required property TaskColumns columns
    required property font font

    TaskCells {
        anchors.fill: parent
        columns: root.columns
        font: root.font
        color: Qt.alpha(root.palette.windowText, 0.75)
        name: qsTr("Task")
        viewModel: qsTr("View model")
        lane: qsTr("Lane")
        condition: qsTr("State")
        progress: qsTr("Progress")
        waited: qsTr("Waited")
        ran: qsTr("Ran")
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Qt.alpha(root.palette.windowText, 0.15)
    }
}
