// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// The runs of the whole process: all that are alive, and the latest that have ended, as a table that can
/// be searched, narrowed to a state, and canceled from.
///
///     TaskInspector { anchors.fill: parent }
///
/// Up, Down, Home, End and the page keys go from run to run; Delete cancels the current one, and so does
/// the button in its row. It knows only what happened while it was visible: otherwise nobody listens to
/// the runs, and it costs nothing. While nothing runs, it has no timer and no animation.
///
/// It follows the palette.
FocusScope {
    id: root

    property font font: plain.font
    /// How many are kept that have ended.
    property int capacity: 500
    readonly property int liveCount: list.liveCount
    readonly property bool isWatching: root.visible && root.Window.visibility !== Window.Hidden && root.Window.visibility !== Window.Minimized
    readonly property bool moves: root.isWatching && list.liveCount > 0

    implicitWidth: 640
    implicitHeight: 400

    TaskListModel {
        id: list

        active: root.isWatching
        capacity: root.capacity
    }
    TaskFilter {
        id: filter

        runs: list
    }
    Timer {
        interval: 250
        repeat: true
        running: root.moves
        triggeredOnStart: true
        onTriggered: table.now = list.now()
    }
    TaskFilterBar {
        id: bar

        width: parent.width
        runs: filter
        font: root.font
    }
    FontMetrics {
        id: plain
    }
    TaskHeader {
        id: header

        anchors.top: bar.bottom
        anchors.topMargin: 8
        width: parent.width
        height: table.rowHeight
        columns: table.columns
        font: root.font
    }
    TaskTable {
        id: table

        objectName: "taskTable"
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        runs: filter
        font: root.font
    }
    Text {
        objectName: "nothing"
        anchors.centerIn: table
        width: Math.min(implicitWidth, table.width - 24)
        visible: table.count === 0
        text: list.count === 0 ? qsTr("Nothing has run while this was looked at") : qsTr("No run is like that")
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
        font: root.font
        color: root.palette.windowText
        opacity: 0.7
    }
}
