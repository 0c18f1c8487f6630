// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// The runs of the whole process, all that are alive and the latest that have ended: as a table that can be
/// searched, narrowed to a state, and canceled from, and on a timeline of their lanes, where one sees them
/// queue, run, land and supersede each other.
///
///     TaskInspector { anchors.fill: parent }
///
/// In the table, Up, Down, Home, End and the page keys go from run to run; Delete cancels the current one,
/// and so does the button in its row. On the timeline the arrow keys go from bar to bar, Space pauses, and
/// plus and minus show less and more time. Whoever is current is so in both.
///
/// While it is paused, no run comes or goes. It knows only what happened while it was visible: otherwise
/// nobody listens to the runs, and it costs nothing. While nothing runs, it has no timer and no animation.
/// Under a flood of runs, the timeline has one bar for many, and forgets the oldest; it says so.
///
/// It follows the palette.
FocusScope {
    id: root

    property font font: plain.font
    /// How many are kept that have ended.
    property int capacity: 500
    /// Whether there is a timeline, if there is room for one.
    property bool showsTimeline: true
    property alias paused: list.paused
    /// What it says while there is nothing to show.
    property string emptyText: qsTr("Nothing has run while this was looked at")
    readonly property int liveCount: list.liveCount
    readonly property bool isEmpty: list.count === 0
    readonly property bool isWatching: root.visible && root.Window.visibility !== Window.Hidden && root.Window.visibility !== Window.Minimized
    readonly property bool fitsTimeline: root.width > 0 && root.height >= 380
    readonly property bool moves: root.isWatching && !list.paused && list.liveCount > 0

    implicitWidth: 640
    implicitHeight: 520

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
    FontMetrics {
        id: plain
    }
    TaskLook {
        id: look

        font: root.font
        window: root.palette.window
        text: root.palette.windowText
        highlight: root.palette.highlight
    }
    TaskFilterBar {
        id: bar

        width: parent.width
        visible: !root.isEmpty
        runs: filter
        font: root.font
    }
    TaskTimeline {
        id: timeline

        objectName: "taskTimeline"
        anchors.top: bar.bottom
        anchors.topMargin: 12
        width: parent.width
        height: visible ? implicitHeight : 0
        visible: root.showsTimeline && !root.isEmpty && root.fitsTimeline
        runs: list
        look: look
        moves: root.moves && timeline.visible
        room: root.fitsTimeline ? root.height * 0.46 : Infinity
        onChosen: taskId => table.show(filter.rowOf(taskId))
    }
    TaskHeader {
        id: header

        anchors.top: timeline.bottom
        anchors.topMargin: 8
        width: parent.width
        height: table.rowHeight
        visible: !root.isEmpty
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
        look: look
        onPicked: taskId => timeline.currentKey = taskId
    }
    Text {
        objectName: "nothing"
        anchors.centerIn: root.isEmpty ? root : table
        width: Math.min(implicitWidth, table.width - 24)
        visible: table.count === 0
        text: root.isEmpty ? root.emptyText : qsTr("No run is like that")
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
        font: root.font
        color: look.quiet
    }
}
