// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// A tick of an axis that goes upwards, its line through the chart, and its text beside it.
Item {
    id: root

    required property int index

    readonly property Chart chart: root.parent as Chart
    readonly property chartAxis axis: root.chart ? root.chart.figures.axis : root.nothing
    readonly property rect plot: root.chart ? root.chart.plot : Qt.rect(0, 0, 0, 0)
    readonly property bool isThere: root.index < root.axis.ticks.length
    property chartAxis nothing

    x: root.plot.x
    y: root.isThere ? Math.round(root.plot.y + root.plot.height * (1 - root.axis.ticks[root.index] / root.axis.maximum)) : 0
    width: root.plot.width

    Rectangle {
        width: parent.width
        height: 1
        color: root.index === 0 ? Theme.mutedText : Theme.border
    }
    PlainText {
        anchors.right: parent.left
        anchors.rightMargin: Theme.small
        anchors.verticalCenter: parent.top
        text: root.isThere ? root.axis.texts[root.index] : ""
        color: Theme.mutedText
        font.pixelSize: Theme.captionSize
        Accessible.ignored: true
    }
}
