// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideFixtures

/// Shows the rows of a feed by their roles.
Column {
    id: root

    required property Feed feed
    readonly property StreamModel rows: root.feed.rows
    readonly property int count: root.rows.count
    readonly property bool loading: root.rows.status.loading

    Repeater {
        model: root.rows
        delegate: Text {
            required property int index
            required property int number
            required property string label
            text: `${index}:${number}${label}`
            textFormat: Text.PlainText
        }
    }
}
