// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// A line across a plot at so many ms, with its number at the left.
Item {
    id: root

    required property FramePlot plot
    required property real milliseconds
    property bool isStrong: false

    x: root.plot.x
    y: root.plot.y + root.plot.height * (1 - root.milliseconds / root.plot.highest)
    width: root.plot.width

    PlainText {
        x: -width - 6
        y: -height / 2
        text: Number(root.milliseconds).toLocaleString(Qt.locale(), "f", root.milliseconds < 20 ? 1 : 0)
        color: Theme.mutedText
        font.pixelSize: Theme.captionSize
        Accessible.ignored: true
    }
    Rectangle {
        width: root.width
        height: 1
        color: Theme.text
        opacity: root.isStrong ? 0.45 : 0.15
    }
}
