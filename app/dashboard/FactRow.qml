// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// A row of a FactList.
FactLine {
    id: root

    required property int index
    required property string modelData
    readonly property FactGrid grid: root.parent as FactGrid

    width: root.grid ? root.grid.width : 0
    label: root.modelData
    text: root.grid && root.index < root.grid.facts.texts.length ? root.grid.facts.texts[root.index] : ""
}
