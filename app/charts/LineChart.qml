// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// A line through the figures, from left to right, and their others as columns below it.
Chart {
    id: root

    readonly property real lineHeight: Math.ceil(root.metrics.height)
    readonly property real step: root.plot.width / Math.max(1, root.figures.count)
    readonly property real perUnit: root.plot.height / root.figures.axis.maximum

    plot: Qt.rect(root.widest(root.figures.axis.texts) + Theme.small, root.lineHeight / 2, Math.max(1, root.width - root.widest(root.figures.axis.texts) - Theme.small), Math.max(1, root.height - 1.5 * root.lineHeight - Theme.tiny - legend.height - Theme.small))
    tipPlace: Qt.point(root.plot.x + root.step * (root.current + 0.5), root.current < 0 ? 0 : root.plot.y + root.plot.height - root.perUnit * root.figures.values[root.current] - Theme.small)

    Repeater {
        model: root.figures.axis.ticks.length

        RowTick { }
    }
    Repeater {
        model: root.figures.count

        LinePoint { }
    }
    ChartLegend {
        id: legend

        anchors.bottom: parent.bottom
        width: parent.width
        figures: root.figures
        isLine: true
    }
}
