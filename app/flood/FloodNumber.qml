// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import AsideDemo

/// One live figure with what it is.
ColumnLayout {
    id: root

    property string name
    property string value

    Layout.fillWidth: true
    Layout.fillHeight: true
    Layout.preferredWidth: 1
    spacing: 0
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(root.name).arg(root.value)

    PlainText {
        Layout.fillWidth: true
        Layout.fillHeight: true
        text: root.name
        elide: Text.ElideNone
        wrapMode: Text.Wrap
        verticalAlignment: Text.AlignBottom
        color: Theme.mutedText
        font.pixelSize: Theme.captionSize
        Accessible.ignored: true
    }
    PlainText {
        Layout.fillWidth: true
        text: root.value
        font.pixelSize: Theme.titleSize
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
}
