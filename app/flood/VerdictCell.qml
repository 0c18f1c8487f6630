// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import AsideDemo

/// One cell of the verdict: as wide as the others, times its weight.
PlainText {
    id: root

    property int weight: 1
    property bool isHeader: false
    property bool isStrong: false

    Layout.fillWidth: true
    Layout.preferredWidth: root.weight
    Layout.alignment: Qt.AlignBottom
    color: root.isHeader ? Theme.mutedText : Theme.text
    font.pixelSize: root.isHeader ? Theme.captionSize : Theme.bodySize
    font.weight: root.isStrong && !root.isHeader ? Font.DemiBold : Font.Normal
    horizontalAlignment: Text.AlignRight
    wrapMode: Text.Wrap
    elide: Text.ElideNone // else the height that it is given decides which it asks for
    Accessible.ignored: true
}
