// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// Columns side by side, without a gap: a histogram. The marks stand where one ends and the next begins.
Chart {
    id: root

    readonly property real lineHeight: Math.ceil(root.metrics.height)

    plot: Qt.rect(root.widest(root.figures.axis.texts) + Theme.small, root.lineHeight / 2, Math.max(1, root.width - root.widest(root.figures.axis.texts) - Theme.small), Math.max(1, root.height - 1.5 * root.lineHeight - Theme.tiny))
    tipPlace: Qt.point(root.plot.x + root.plot.width * (root.current + 0.5) / Math.max(1, root.figures.count), root.plot.y + root.plot.height / 2)

    Repeater {
        model: root.figures.axis.ticks.length

        RowTick { }
    }
    Repeater {
        model: root.figures.count

        ColumnBar { }
    }
}
