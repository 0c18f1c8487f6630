// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// The latest seconds of a TaskInspector's runs: their bars by lane, what is said of the current one, and
/// what one can do with it all: choose how much time it shows, and hold it.
///
/// Left and Right go from bar to bar in the order of their start, Up and Down to the track above and below,
/// Home and End to the first and the last; Delete cancels the run; Escape lets go of it. Plus and Minus show
/// less and more time, Space pauses and goes on.
FocusScope {
    id: root

    required property TaskListModel runs
    required property TaskLook look
    property int span: 15000
    /// Whether the time moves on.
    required property bool moves
    /// How high it may be: lanes have as many tracks as fit.
    required property real room
    /// Of the current bar; 0 if there is none.
    property double currentKey: 0
    readonly property int count: tracks.count
    readonly property TaskBar current: root.currentKey === 0 || tracks.count === 0 ? null : chart.barAt(tracks.rowOf(root.currentKey))
    property alias tracks: tracks
    readonly property string pausedText: root.runs.missedCount === 0 ? qsTr("paused") : root.runs.missedCount === 1 ? qsTr("paused, 1 more since") : qsTr("paused, %1 more since").arg(root.runs.missedCount)
    property double now: 0

    /// The run with that id was chosen; 0: none, or many.
    signal chosen(taskId: double)

    function choose(row: int) {
        const bar = chart.barAt(row);
        root.currentKey = bar ? bar.key : 0;
        root.chosen(bar ? bar.taskId : 0);
    }
    function step(by: int) {
        const row = tracks.rowOf(root.currentKey);
        root.choose(row < 0 ? tracks.count - 1 : Math.max(0, Math.min(tracks.count - 1, row + by)));
    }
    function stepTrack(direction: int) {
        const row = tracks.rowOf(root.currentKey);
        root.choose(row < 0 ? tracks.count - 1 : tracks.beside(row, direction));
    }
    function showLess() {
        root.span = root.span > 30000 ? 30000 : 15000;
    }
    function showMore() {
        root.span = root.span < 30000 ? 30000 : 60000;
    }
    function pause() {
        root.runs.paused = !root.runs.paused;
    }

    implicitHeight: controls.height + chart.height + details.height + 16
    onMovesChanged: root.now = root.runs.now()

    TaskTracks {
        id: tracks

        runs: root.runs
        // By what never changes while a page is laid out: a bar that loses its track is one of many for good.
        tracks: Math.max(1, Math.min(10, Math.floor((root.room - 2.5 * chart.pitch - chart.axisHeight - 16 - 4 * chart.padding) / (2 * chart.pitch)) - 1))
        resolution: 12 / Math.max(0.001, chart.pixelsPerMs)
    }
    Timer {
        objectName: "tick"
        // No more often than something moves by a pixel.
        interval: Math.max(33, Math.round(root.span / Math.max(1, root.width)))
        repeat: true
        running: root.moves
        onTriggered: root.now = root.runs.now()
    }
    TaskTimeBar {
        id: controls

        width: parent.width
        look: root.look
        span: root.span
        paused: root.runs.paused
        onSpanChosen: span => root.span = span
        onPauseChosen: root.pause()
    }
    TaskChart {
        id: chart

        objectName: "taskChart"
        anchors.top: controls.bottom
        anchors.topMargin: 8
        width: parent.width
        height: chart.implicitHeight
        tracks: tracks
        look: root.look
        now: root.now
        span: root.span
        currentKey: root.currentKey
        hasFocus: chart.activeFocus
        nowText: root.runs.paused ? root.pausedText : root.moves ? qsTr("now") : qsTr("the last run ended")
        focus: true
        activeFocusOnTab: true
        Accessible.role: Accessible.Chart
        Accessible.name: qsTr("Timeline of the last %1 seconds").arg(root.span / 1000)
        Accessible.description: details.text
        Accessible.focusable: true

        Keys.onLeftPressed: root.step(-1)
        Keys.onRightPressed: root.step(1)
        Keys.onUpPressed: root.stepTrack(-1)
        Keys.onDownPressed: root.stepTrack(1)
        Keys.onSpacePressed: root.pause()
        Keys.onDeletePressed: {
            if (root.current && root.current.taskId !== 0)
                root.runs.cancel(root.current.taskId);
        }
        Keys.onPressed: event => {
            switch (event.key) {
            case Qt.Key_Home:
                root.choose(0);
                break;
            case Qt.Key_End:
                root.choose(tracks.count - 1);
                break;
            case Qt.Key_Plus:
                root.showLess();
                break;
            case Qt.Key_Minus:
                root.showMore();
                break;
            case Qt.Key_Escape:
                event.accepted = root.currentKey !== 0;
                root.choose(-1);
                return;
            default:
                return;
            }
            event.accepted = true;
        }
        // Before shortcuts of the window see it.
        Keys.onShortcutOverride: event => event.accepted = root.currentKey !== 0 && event.key === Qt.Key_Escape

        HoverHandler {
            id: hover
        }
        TapHandler {
            onTapped: point => {
                chart.forceActiveFocus(Qt.MouseFocusReason);
                root.choose(chart.rowAt(point.position.x, point.position.y));
            }
        }
    }
    TaskDetails {
        id: details

        objectName: "taskDetails"
        anchors.top: chart.bottom
        anchors.topMargin: 4
        width: parent.width
        look: root.look
        bar: root.current
        pointed: hover.hovered && root.now >= 0 ? chart.barAt(chart.rowAt(hover.point.position.x, hover.point.position.y)) : null
        now: root.now
    }
}
