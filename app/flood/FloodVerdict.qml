// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Aside
import AsideDemo

/// The two ways side by side: what was measured, kept until it is reset.
ColumnLayout {
    id: root

    required property FloodModel flood
    required property FrameTimes naiveFrames
    required property FrameTimes asideFrames

    function milliseconds(value: real): string {
        return qsTr("%1 ms").arg(Number(value).toLocaleString(Qt.locale(), "f", 0));
    }
    function share(frames: FrameTimes): string {
        return qsTr("%1 of %2").arg(Number(frames.lateCount).toLocaleString(Qt.locale(), "f", 0)).arg(Number(frames.count).toLocaleString(Qt.locale(), "f", 0));
    }

    spacing: Theme.small

    VerdictRow {
        Layout.fillWidth: true
        isHeader: true
        way: qsTr("Way")
        stall: qsTr("Longest stall")
        late: qsTr("Frames over %1 ms").arg(root.naiveFrames.late)
        sent: qsTr("Sent a second")
        arrived: qsTr("Applied a second")
        growth: qsTr("Memory growth")
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: 1
        color: Theme.border
    }
    VerdictRow {
        objectName: "naiveRow"
        Layout.fillWidth: true
        way: qsTr("Naive")
        isMeasured: root.flood.naive.measured && root.naiveFrames.measured
        stall: root.milliseconds(root.naiveFrames.longest)
        late: root.share(root.naiveFrames)
        sent: root.flood.naive.sentText
        arrived: root.flood.naive.arrivedText
        growth: root.flood.naive.growthText
    }
    VerdictRow {
        objectName: "asideRow"
        Layout.fillWidth: true
        way: qsTr("Aside")
        isMeasured: root.flood.aside.measured && root.asideFrames.measured
        stall: root.milliseconds(root.asideFrames.longest)
        late: root.share(root.asideFrames)
        sent: root.flood.aside.sentText
        arrived: root.flood.aside.arrivedText
        growth: root.flood.aside.growthText
    }
    PlainText {
        objectName: "verdictText"
        Layout.fillWidth: true
        text: root.naiveFrames.measured && root.asideFrames.measured ? root.flood.verdict(root.naiveFrames.longest, root.asideFrames.longest) : qsTr("Run both ways for a few seconds each, and compare.")
        color: root.naiveFrames.measured && root.asideFrames.measured ? Theme.text : Theme.mutedText
        wrapMode: Text.Wrap
        maximumLineCount: 3
    }
}
