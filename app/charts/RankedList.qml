// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// The figures as rows, the largest first, each with a bar beneath: as many as there is room for.
Chart {
    id: root

    rows: Math.min(root.figures.count, Math.max(1, Math.floor(root.height / 40)))
    plot: Qt.rect(0, 0, root.width, Math.min(root.height, 48 * root.rows))

    tipPlace: Qt.point(root.width / 2, root.rows === 0 ? 0 : root.plot.height * root.current / root.rows)

    Repeater {
        model: root.rows

        RankedRow { }
    }
}
