// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// What the colours of a chart stand for: as far as they are used, where figures belong to groups.
LegendFlow {
    id: root

    isLine: false
    spacing: Theme.medium
    visible: root.figures.legend.length > 0
    height: root.visible ? root.implicitHeight : 0

    Repeater {
        model: root.figures.legend

        LegendEntry { }
    }
}
