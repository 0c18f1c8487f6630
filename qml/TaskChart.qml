// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// The lanes of a TaskInspector's timeline with their bars, and the time below them. Each lane has its
/// tracks, and one more for what found no track.
Item {
    id: root

    required property TaskTracks tracks
    required property TaskLook look
    /// On the clock of the runs.
    required property double now
    /// How much time it shows, in ms.
    required property int span
    required property double currentKey
    required property bool hasFocus
    required property string nowText

    readonly property real pitch: Math.round(metrics.height * 1.1)
    readonly property real padding: 4
    readonly property real laneHeight: (root.tracks.tracks + 1) * root.pitch + 2 * root.padding
    readonly property real labelWidth: Math.ceil(Math.max(computeMetrics.width, ioMetrics.width)) + 24
    /// So that the mark of what ends now can be seen.
    readonly property real margin: 12
    readonly property double pixelsPerMs: (chart.width - root.margin) / root.span
    readonly property real lanesHeight: 2 * root.laneHeight

    /// The row of the bar at a place of this item, or -1.
    function rowAt(x: real, y: real): int {
        if (y < 0 || y >= root.lanesHeight || x < root.labelWidth)
            return -1;
        const lane = Math.floor(y / root.laneHeight);
        const track = Math.floor((y - lane * root.laneHeight - root.padding) / root.pitch);
        const moment = root.now - (root.labelWidth + chart.width - root.margin - x) / root.pixelsPerMs;
        return root.tracks.at(lane, track, moment, 8 / root.pixelsPerMs);
    }
    function barAt(row: int): TaskBar {
        return bars.itemAt(row) as TaskBar;
    }

    readonly property real axisHeight: Math.ceil(metrics.height) + 6

    implicitHeight: root.lanesHeight + root.axisHeight

    FontMetrics {
        id: metrics

        font: root.look.font
    }
    TextMetrics {
        id: computeMetrics

        font: root.look.font
        text: root.look.laneName(TaskInfo.Compute)
    }
    TextMetrics {
        id: ioMetrics

        font: root.look.font
        text: root.look.laneName(TaskInfo.Io)
    }
    TaskLane {
        width: root.width
        height: root.laneHeight
        look: root.look
        labelWidth: root.labelWidth
        text: computeMetrics.text
    }
    TaskLane {
        y: root.laneHeight
        width: root.width
        height: root.laneHeight
        look: root.look
        labelWidth: root.labelWidth
        text: ioMetrics.text
    }
    TaskMoment {
        x: root.labelWidth
        height: root.height
        look: root.look
        text: qsTr("%1 s ago").arg(root.span / 1000)
        alignment: 0
    }
    TaskMoment {
        x: root.labelWidth + Math.round((chart.width - root.margin) / 3)
        height: root.height
        look: root.look
        text: qsTr("%1 s").arg(root.span * 2 / 3000)
        alignment: 0.5
    }
    TaskMoment {
        x: root.labelWidth + Math.round((chart.width - root.margin) * 2 / 3)
        height: root.height
        look: root.look
        text: qsTr("%1 s").arg(root.span / 3000)
        alignment: 0.5
    }
    TaskMoment {
        objectName: "nowMoment"
        x: root.labelWidth + chart.width - root.margin
        height: root.height
        look: root.look
        text: root.nowText
        alignment: 1
    }
    Item {
        id: chart

        x: root.labelWidth
        width: root.width - root.labelWidth
        height: root.lanesHeight
        clip: true

        Rectangle {
            objectName: "incomplete"
            width: Math.max(0, Math.min(chart.width, tape.x + tape.xOf(root.tracks.completeSince)))
            height: parent.height
            visible: root.tracks.completeSince > 0 && width > 0
            color: Qt.alpha(root.look.text, 0.06)

            Text {
                id: incompleteText

                anchors.left: parent.left
                anchors.leftMargin: 6
                anchors.bottom: parent.bottom
                anchors.bottomMargin: 4
                visible: parent.width >= incompleteText.implicitWidth + 12
                text: qsTr("Older runs are left out")
                textFormat: Text.PlainText
                font: root.look.font
                color: root.look.quiet
            }
        }
        TaskTape {
            id: tape

            objectName: "tape"
            // Whole pixels: text that moves between them trembles.
            x: Math.round(chart.width - root.margin - tape.xOf(root.now))
            look: root.look
            now: root.now
            pixelsPerMs: root.pixelsPerMs
            pitch: root.pitch
            laneHeight: root.laneHeight
            padding: root.padding
            currentKey: root.currentKey

            Repeater {
                id: bars

                objectName: "bars"
                model: root.tracks
                delegate: TaskBar { }
            }
        }
    }
    Rectangle {
        width: parent.width
        height: root.lanesHeight
        radius: 4
        color: "transparent"
        border.width: root.hasFocus ? 2 : 1
        border.color: root.hasFocus ? root.look.highlight : root.look.line
    }
}
