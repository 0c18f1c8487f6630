// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// A row of a RankedList.
FigureMark {
    id: root

    readonly property real largest: root.figures.values.length > 0 ? Math.max(1, root.figures.values[0]) : 1

    y: root.rowHeight * root.index
    width: root.chart ? root.chart.width : 0
    height: root.rowHeight

    Rectangle {
        anchors.fill: parent
        anchors.bottomMargin: 2
        visible: root.isCurrent
        radius: Theme.tiny
        color: Theme.hovered
    }
    PlainText {
        id: label

        y: 1
        width: parent.width - amount.width - Theme.small
        text: root.label
        elide: Text.ElideMiddle
        Accessible.ignored: true
    }
    PlainText {
        id: amount

        anchors.right: parent.right
        anchors.baseline: label.baseline
        text: root.text
        Accessible.ignored: true
    }
    PlainText {
        id: detail

        anchors.top: label.bottom
        width: parent.width
        text: root.detail
        color: Theme.mutedText
        elide: Text.ElideMiddle
        font.pixelSize: Theme.captionSize
        Accessible.ignored: true
    }
    Rectangle {
        anchors.top: detail.bottom
        anchors.topMargin: 2
        width: parent.width
        height: 3
        radius: 1.5
        color: Theme.border

        Rectangle {
            objectName: "bar"
            width: Math.max(1, parent.width * root.value / root.largest)
            height: parent.height
            radius: 1.5
            color: root.color
        }
    }
}
