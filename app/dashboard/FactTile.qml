// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// One of the FactTiles.
Column {
    id: root

    required property int index
    required property string modelData
    readonly property FactGrid grid: root.parent as FactGrid
    readonly property string text: root.grid && root.index < root.grid.facts.texts.length ? root.grid.facts.texts[root.index] : ""

    width: root.grid ? root.grid.width / root.grid.columns : 0
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1: %2").arg(root.modelData).arg(root.text)

    PlainText {
        width: parent.width - Theme.small
        text: root.text
        font.pixelSize: Theme.titleSize
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.captionSize
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
    PlainText {
        width: parent.width - Theme.small
        text: root.modelData
        color: Theme.mutedText
        wrapMode: Text.Wrap
        font.pixelSize: Theme.captionSize
        Accessible.ignored: true
    }
}
