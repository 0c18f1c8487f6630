// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// A point of a LineChart: the line up to it from the point before, its column, and what it is of.
FigureMark {
    id: root

    readonly property real step: root.plot.width / Math.max(1, root.figures.count)
    readonly property real perUnit: root.plot.height / root.figures.axis.maximum
    readonly property int previous: Math.max(0, root.index - 1)
    readonly property real before: root.previous < root.figures.values.length ? root.figures.values[root.previous] : 0
    readonly property real rise: (root.value - root.before) * root.perUnit
    /// Every how many points there is room for a label.
    readonly property int every: {
        const least = root.chart ? (root.chart.widest(root.figures.labels) + Theme.small) / root.step : 1;
        return [1, 2, 5, 10, 20].find(n => n >= least) ?? 50;
    }

    x: root.plot.x + root.step * root.index
    y: root.plot.y
    width: root.step
    height: root.plot.height

    Rectangle {
        objectName: "bar"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        width: Math.max(1, Math.min(28, parent.width * 0.6))
        height: root.other * root.perUnit
        color: Qt.alpha(Theme.accent, root.isCurrent ? 0.55 : 0.35)
    }
    // A line of any slope, smooth with every renderer.
    Rectangle {
        objectName: "line"
        x: parent.width / 2 - root.step
        y: parent.height - root.before * root.perUnit - height / 2
        width: Math.hypot(root.step, root.rise)
        height: 2
        visible: root.index > 0
        antialiasing: true
        transformOrigin: Item.Left
        rotation: -Math.atan2(root.rise, root.step) * 180 / Math.PI
        color: Theme.accent
    }
    Rectangle {
        objectName: "point"
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height - root.value * root.perUnit - height / 2
        width: root.isCurrent ? 9 : root.step > 24 ? 5 : 2
        height: width
        radius: width / 2
        antialiasing: true
        color: Theme.accent
    }
    PlainText {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.bottom
        anchors.topMargin: Theme.tiny
        // From the last one back: the newest is always told.
        visible: (root.figures.count - 1 - root.index) % root.every === 0 && root.x + (parent.width - width) / 2 >= 0
        text: root.label
        color: Theme.mutedText
        font.pixelSize: Theme.captionSize
        Accessible.ignored: true
    }
}
