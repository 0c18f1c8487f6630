// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// A column of a ColumnChart, and the mark at its right.
FigureMark {
    id: root

    readonly property real step: root.plot.width / Math.max(1, root.figures.count)

    x: root.plot.x + root.step * root.index
    y: root.plot.y
    width: root.step
    height: root.plot.height

    Rectangle {
        anchors.fill: parent
        visible: root.isCurrent
        color: Qt.alpha(Theme.accent, 0.12)
    }
    Rectangle {
        objectName: "bar"
        x: 1
        anchors.bottom: parent.bottom
        width: Math.max(1, parent.width - 2)
        height: parent.height * root.value / root.figures.axis.maximum
        color: root.color
    }
    Rectangle {
        anchors.right: parent.right
        anchors.top: parent.bottom
        width: 1
        height: Theme.tiny
        visible: mark.text !== ""
        color: Theme.mutedText
    }
    PlainText {
        id: mark

        anchors.horizontalCenter: parent.right
        anchors.top: parent.bottom
        anchors.topMargin: Theme.tiny
        text: root.index < root.figures.marks.length ? root.figures.marks[root.index] : ""
        color: Theme.mutedText
        font.pixelSize: Theme.captionSize
        Accessible.ignored: true
    }
}
