// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// A bar of a BarChart, what it is of, and how much.
FigureMark {
    id: root

    readonly property real perUnit: root.plot.width / root.figures.axis.maximum

    y: root.rowHeight * root.index
    width: root.chart ? root.chart.width : 0
    height: root.rowHeight

    Rectangle {
        anchors.fill: parent
        visible: root.isCurrent
        radius: Theme.tiny
        color: Theme.hovered
    }
    PlainText {
        width: root.plot.x - Theme.small
        height: parent.height
        text: root.label
        elide: Text.ElideMiddle
        horizontalAlignment: Text.AlignRight
        font.pixelSize: Theme.captionSize
        Accessible.ignored: true
    }
    Rectangle {
        objectName: "bar"
        x: root.plot.x + root.other * root.perUnit
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(1, root.value * root.perUnit)
        height: Math.max(2, Math.min(18, parent.height * 0.64))
        radius: 2
        color: root.color
    }
    PlainText {
        x: root.plot.x + root.plot.width + Theme.small
        width: parent.width - x
        height: parent.height
        text: root.text
        color: Theme.mutedText
        font.pixelSize: Theme.captionSize
        Accessible.ignored: true
    }
}
