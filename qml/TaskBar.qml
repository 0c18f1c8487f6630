// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// A run on a TaskInspector's timeline: pale while it waits, full while it runs, and a mark where it landed.
/// From one that was superseded a line leads to the one that took its place. Or many runs, as one bar with
/// their number.
Item {
    id: root

    required property double key
    required property double taskId
    required property string name
    required property string viewModel
    required property string failure
    required property int lane
    required property int track
    required property int outcome
    required property double startedAt
    required property double beganAt
    required property double returnedAt
    required property double endedAt
    required property int heirTrack
    required property int runs
    required property int peak
    required property int okRuns
    required property int failedRuns
    required property int canceledRuns
    required property int supersededRuns

    readonly property TaskTape tape: root.parent as TaskTape
    readonly property TaskLook look: root.tape ? root.tape.look : null
    readonly property bool isMany: root.taskId === 0
    readonly property bool hasEnded: root.endedAt >= 0
    readonly property bool isCurrent: root.tape !== null && root.tape.currentKey === root.key
    readonly property double until: root.hasEnded || !root.tape ? root.endedAt : Math.max(root.startedAt, root.tape.now)
    readonly property double ranFrom: root.beganAt >= 0 ? root.beganAt : root.until
    readonly property double ranUntil: root.returnedAt >= 0 ? root.returnedAt : root.until
    readonly property double scaling: root.tape ? root.tape.pixelsPerMs : 0
    readonly property bool isLong: root.width >= 36
    readonly property bool isVain: root.outcome === Aside.Canceled || root.outcome === Aside.Superseded
    readonly property color ink: !root.look ? "transparent" : root.isMany || root.isVain ? root.look.quiet : root.outcome === Aside.Failed ? root.look.bad : root.look.highlight

    x: root.tape ? root.tape.xOf(root.startedAt) : 0
    y: root.tape ? root.lane * root.tape.laneHeight + root.tape.padding + root.track * root.tape.pitch + 1 : 0
    z: root.isCurrent ? 1 : 0
    width: Math.max(3, (root.until - root.startedAt) * root.scaling)
    height: root.tape ? root.tape.pitch - 3 : 0

    Rectangle {
        objectName: "waits"
        width: Math.max(0, (root.ranFrom - root.startedAt) * root.scaling)
        height: parent.height
        visible: width >= 1
        radius: 2
        color: Qt.alpha(root.ink, 0.16)
        border.color: Qt.alpha(root.ink, 0.55)
    }
    Rectangle {
        objectName: "ran"
        x: (root.ranFrom - root.startedAt) * root.scaling
        width: Math.max(3, (root.ranUntil - root.ranFrom) * root.scaling)
        height: parent.height
        visible: root.beganAt >= 0
        radius: root.isMany ? height / 2 : 2
        color: root.isMany ? Qt.alpha(root.ink, 0.3) : root.isVain ? Qt.alpha(root.ink, 0.35) : Qt.alpha(root.ink, 0.5)
    }
    // Its landing: what it had to wait for on the home thread.
    Rectangle {
        objectName: "lands"
        x: (root.returnedAt - root.startedAt) * root.scaling
        width: (root.endedAt - root.returnedAt) * root.scaling
        anchors.verticalCenter: parent.verticalCenter
        height: 3
        visible: root.returnedAt >= 0 && width >= 1
        color: mark.color
    }
    Rectangle {
        readonly property int tracks: root.heirTrack - root.track

        objectName: "leadsToItsHeir"
        x: root.width - 1
        y: root.height / 2 + Math.min(0, tracks) * (root.tape ? root.tape.pitch : 0)
        width: 2
        height: Math.abs(tracks) * (root.tape ? root.tape.pitch : 0)
        visible: root.heirTrack >= 0
        color: mark.color
    }
    TaskMark {
        id: mark

        x: root.width - width / 2
        anchors.verticalCenter: parent.verticalCenter
        visible: !root.isMany && root.outcome !== Aside.None
        outcome: root.outcome
        color: root.look ? root.look.inkOf(root.outcome) : "transparent"
    }
    // A failure among many is not to be overlooked.
    TaskMark {
        x: 2
        anchors.verticalCenter: parent.verticalCenter
        visible: root.failedRuns > 0
        outcome: Aside.Failed
        color: root.look ? root.look.bad : "transparent"
    }
    Text {
        id: label

        // Where the bar has its beginning in sight, or else at the edge.
        x: (root.failedRuns > 0 ? 13 : 5) + (root.isLong && root.tape ? Math.max(0, -root.tape.x - root.x) : 0)
        width: root.width - label.x - 7
        height: root.height
        text: !root.isLong ? "" : root.isMany ? `+${root.runs}` : root.name
        textFormat: Text.PlainText
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
        font.family: root.look ? root.look.font.family : ""
        font.pixelSize: Math.max(9, root.height - 4)
        color: root.look ? root.look.text : "transparent"
        Accessible.ignored: true
    }
    Rectangle {
        objectName: "frame"
        anchors.fill: parent
        anchors.margins: -2
        visible: root.isCurrent
        radius: 4
        color: "transparent"
        border.width: 2
        border.color: root.look ? root.look.text : "transparent"
    }
}
