// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideDemo

/// The requests as bars, and what it was worth to send them side by side.
AsyncSlot {
    id: root

    readonly property figures figures: root.value === undefined ? root.nothing : root.value
    property figures nothing

    focus: true

    BarChart {
        anchors.fill: parent
        anchors.bottomMargin: summary.height + Theme.small
        figures: root.figures
        name: qsTr("Five requests")
    }
    PlainText {
        id: summary

        objectName: "requestsSummary"
        anchors.bottom: parent.bottom
        width: parent.width
        text: root.figures.summary
        wrapMode: Text.Wrap
    }
}
