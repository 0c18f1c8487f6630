// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// A tick of an axis that goes from left to right, its line through the chart, and its text below.
Item {
    id: root

    required property int index

    readonly property Chart chart: root.parent as Chart
    readonly property chartAxis axis: root.chart ? root.chart.figures.axis : root.nothing
    readonly property bool isThere: root.index < root.axis.ticks.length
    /// Every how many ticks there is room for a text.
    readonly property int every: root.chart ? Math.ceil((root.chart.widest(root.axis.texts) + Theme.small) * (root.axis.ticks.length - 1) / root.chart.plot.width) : 1
    property chartAxis nothing

    x: root.chart && root.isThere ? Math.round(root.chart.plot.x + root.chart.plot.width * root.axis.ticks[root.index] / root.axis.maximum) : 0
    height: root.chart ? root.chart.plot.height : 0

    Rectangle {
        width: 1
        height: parent.height
        color: Theme.border
    }
    PlainText {
        anchors.horizontalCenter: parent.left
        anchors.top: parent.bottom
        anchors.topMargin: Theme.tiny
        visible: root.index % root.every === 0
        text: root.isThere ? root.axis.texts[root.index] : ""
        color: Theme.mutedText
        font.pixelSize: Theme.captionSize
        Accessible.ignored: true
    }
}
