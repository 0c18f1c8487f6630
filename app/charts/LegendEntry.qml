// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// A colour and what it stands for.
Row {
    id: root

    required property int index
    required property string modelData
    readonly property LegendFlow legend: root.parent as LegendFlow
    readonly property bool isLine: root.legend !== null && root.legend.isLine

    spacing: Theme.tiny
    visible: root.legend !== null && root.legend.figures.hasGroup(root.index)
    Accessible.ignored: true

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: root.isLine && root.index === 0 ? 14 : 10
        height: root.isLine && root.index === 0 ? 2 : 10
        radius: 2
        color: root.isLine ? Qt.alpha(Theme.accent, root.index === 0 ? 1 : 0.35) : ChartPalette.color(root.index)
    }
    PlainText {
        text: root.modelData
        color: Theme.mutedText
        font.pixelSize: Theme.captionSize
    }
}
