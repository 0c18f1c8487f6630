// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// A list that would warn if it ever saw no value.
AsyncSlot {
    id: root

    readonly property int count: root.value.length

    objectName: "people"
    focus: true

    ListView {
        objectName: "list"
        anchors.fill: parent
        focus: true
        clip: true
        model: root.value
        delegate: Text {
            required property var modelData
            width: 100
            height: 20
            text: modelData.name
            textFormat: Text.PlainText
        }
    }
}
