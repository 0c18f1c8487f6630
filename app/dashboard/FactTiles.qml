// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideDemo

/// Figures as facts side by side, in large type.
AsyncSlot {
    id: root

    property figures facts: root.value === undefined ? root.nothing : root.value
    property figures nothing

    Accessible.role: Accessible.List
    Accessible.name: root.facts.summary

    FactGrid {
        width: parent.width
        columns: root.width >= 720 ? Math.max(1, root.facts.count) : 4
        rowSpacing: Theme.small
        facts: root.facts

        Repeater {
            model: root.facts.labels

            FactTile { }
        }
    }
}
