// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick

/// One line of text of a TaskInspector's table. What it shows comes from anywhere, and is shown as it is.
Row {
    id: root

    required property TaskColumns columns
    required property font font
    property color color: root.palette.windowText
    property color stateColor: root.color
    required property string name
    required property string viewModel
    required property string lane
    required property string condition
    required property string progress
    required property string waited
    required property string ran

    leftPadding: root.columns.gap
    spacing: root.columns.gap

    TaskCell {
        height: root.height
        font: root.font
        color: root.color
        width: root.columns.name
        text: root.name
    }
    TaskCell {
        height: root.height
        font: root.font
        color: root.color
        visible: !root.columns.isNarrow
        width: root.columns.viewModel
        text: root.viewModel
        opacity: 0.75
    }
    TaskCell {
        height: root.height
        font: root.font
        color: root.color
        visible: !root.columns.isNarrow
        width: root.columns.lane
        text: root.lane
        opacity: 0.75
    }
    TaskCell {
        height: root.height
        font: root.font
        width: root.columns.state
        text: root.condition
        color: root.stateColor
    }
    TaskCell {
        height: root.height
        font: root.font
        color: root.color
        visible: !root.columns.isNarrow
        width: root.columns.progress
        text: root.progress
        opacity: 0.75
    }
    TaskCell {
        height: root.height
        font: root.font
        color: root.color
        width: root.columns.time
        text: root.waited
        horizontalAlignment: Text.AlignRight
    }
    TaskCell {
        height: root.height
        font: root.font
        color: root.color
        width: root.columns.time
        text: root.ran
        horizontalAlignment: Text.AlignRight
    }
}
