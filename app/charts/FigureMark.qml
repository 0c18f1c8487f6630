// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// What a chart draws for one of its figures. It is a child of the chart.
Item {
    id: root

    required property int index

    readonly property Chart chart: root.parent as Chart
    readonly property figures figures: root.chart ? root.chart.figures : root.nothing
    readonly property rect plot: root.chart ? root.chart.plot : Qt.rect(0, 0, 0, 0)
    readonly property real rowHeight: root.chart && root.chart.rows > 0 ? root.plot.height / root.chart.rows : 0
    readonly property bool isThere: root.index < root.figures.count
    readonly property bool isCurrent: root.chart !== null && root.chart.current === root.index
    readonly property string label: root.isThere ? root.figures.labels[root.index] : ""
    readonly property string text: root.isThere ? root.figures.texts[root.index] : ""
    readonly property string detail: root.isThere && root.index < root.figures.details.length ? root.figures.details[root.index] : ""
    readonly property real value: root.isThere && root.index < root.figures.values.length ? root.figures.values[root.index] : 0
    readonly property real other: root.index < root.figures.others.length ? root.figures.others[root.index] : 0
    readonly property color color: root.index < root.figures.groups.length ? ChartPalette.color(root.figures.groups[root.index]) : Theme.accent
    property figures nothing

    objectName: "mark"
    Accessible.role: Accessible.ListItem
    Accessible.name: root.detail === "" ? qsTr("%1: %2").arg(root.label).arg(root.text) : qsTr("%1: %2, %3").arg(root.label).arg(root.text).arg(root.detail)
    Accessible.selected: root.isCurrent

    HoverHandler {
        cursorShape: root.chart && root.chart.canPick ? Qt.PointingHandCursor : Qt.ArrowCursor
        onHoveredChanged: {
            if (root.chart)
                root.chart.point(root.index, hovered);
        }
    }
    TapHandler {
        onTapped: root.chart.pick(root.index)
    }
}
