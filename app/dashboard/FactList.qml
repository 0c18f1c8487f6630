// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideDemo

/// Figures as facts, one below the other: what, and how much.
AsyncSlot {
    id: root

    property figures facts: root.value === undefined ? root.nothing : root.value
    property figures nothing

    Accessible.role: Accessible.List
    Accessible.name: root.facts.summary

    FactGrid {
        width: parent.width
        columns: 1
        rowSpacing: Theme.small
        facts: root.facts

        Repeater {
            model: root.facts.labels

            FactRow { }
        }
    }
}
