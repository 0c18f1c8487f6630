// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// What the rows of a TaskInspector's table have in common.
ListView {
    id: root

    required property TaskFilter runs
    required property TaskLook look
    /// On the clock of the runs.
    property double now: 0
    readonly property real rowHeight: Math.round(metrics.height * 1.9)
    readonly property TaskColumns columns: TaskColumns {
        width: root.width
        figure: metrics.averageCharacterWidth
    }

    /// Somebody went to the run with that id.
    signal picked(taskId: double)

    FontMetrics {
        id: metrics

        font: root.look.font
    }
}
