// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// Bars from left to right, one below the other. With others, each begins there and not at 0: what took how
/// long, and when.
Chart {
    id: root

    readonly property real labelWidth: Math.min(root.width * 0.38, root.widest(root.figures.labels))
    readonly property real textWidth: Math.min(root.width * 0.3, root.widest(root.figures.texts))
    readonly property real room: Math.max(1, root.height - root.metrics.height - Theme.tiny - legend.height - (legend.visible ? Theme.small : 0))

    plot: Qt.rect(root.labelWidth + Theme.small, 0, Math.max(1, root.width - root.labelWidth - root.textWidth - 2 * Theme.small), Math.min(36 * root.rows, root.room))
    tipPlace: Qt.point(root.plot.x + root.plot.width / 2, root.rows === 0 ? 0 : root.plot.height * root.current / root.rows)

    Repeater {
        model: root.figures.axis.ticks.length

        ColumnTick { }
    }
    Repeater {
        model: root.rows

        BarRow { }
    }
    ChartLegend {
        id: legend

        anchors.bottom: parent.bottom
        width: parent.width
        figures: root.figures
    }
}
