// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// Tells one figure in full, over the chart.
Rectangle {
    id: root

    required property figures figures
    required property int index
    /// The middle of its lower edge, as far as there is room.
    required property point place
    required property real room

    readonly property bool isThere: root.index >= 0 && root.index < root.figures.count
    readonly property real wanted: Math.max(label.implicitWidth, text.implicitWidth, detail.implicitWidth) + 2 * Theme.small

    z: 10
    x: Math.max(0, Math.min(root.room - root.width, root.place.x - root.width / 2))
    y: Math.max(-Theme.huge, root.place.y - root.height - Theme.tiny)
    width: Math.min(root.room, root.wanted)
    height: column.implicitHeight + 2 * Theme.tiny + 2
    visible: root.isThere
    radius: Theme.radius
    color: Theme.raised
    border.color: Theme.border
    Accessible.ignored: true

    Column {
        id: column

        x: Theme.small
        y: Theme.tiny + 1
        width: root.width - 2 * Theme.small

        PlainText {
            id: label

            objectName: "tipLabel"
            width: parent.width
            text: root.isThere ? root.figures.labels[root.index] : ""
            elide: Text.ElideMiddle
            font.weight: Font.DemiBold
        }
        PlainText {
            id: text

            objectName: "tipText"
            width: parent.width
            text: root.isThere ? root.figures.texts[root.index] : ""
            wrapMode: Text.Wrap
        }
        PlainText {
            id: detail

            width: parent.width
            visible: detail.text !== ""
            text: root.isThere && root.index < root.figures.details.length ? root.figures.details[root.index] : ""
            color: Theme.mutedText
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            maximumLineCount: 3
        }
    }
}
