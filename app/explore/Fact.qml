// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import AsideDemo

/// A label and its value, as two cells of a grid; gone where there is no value.
Item {
    id: root

    required property string label
    required property string value
    /// Broken into lines behind its slashes, if it can be.
    property bool isPath: false

    Layout.columnSpan: 2
    Layout.fillWidth: true
    implicitHeight: Math.max(labelText.implicitHeight, valueText.implicitHeight)
    visible: root.value !== ""
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(root.label).arg(root.value)

    PlainText {
        id: labelText

        width: 88
        text: root.label
        color: Theme.mutedText
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    PlainText {
        id: valueText

        x: 96
        width: root.width - x
        text: root.isPath ? root.value.replace(/[/\\]/g, "$&\u200b") : root.value
        wrapMode: Text.Wrap
        maximumLineCount: 3
        Accessible.ignored: true
    }
}
