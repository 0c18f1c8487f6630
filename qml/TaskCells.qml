// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

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
    property int outcome: Aside.None
    /// Between 0 and 1, or -1 where there is nothing to draw.
    property double share: -1

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
        leftPadding: root.outcome === Aside.None ? 0 : 16
        text: root.condition
        color: root.stateColor

        TaskMark {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.outcome !== Aside.None
            outcome: root.outcome
            color: root.stateColor
        }
    }
    TaskCell {
        height: root.height
        font: root.font
        color: root.color
        visible: !root.columns.isNarrow
        width: root.columns.progress
        text: root.progress
        opacity: 0.75

        Rectangle {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 2
            width: parent.width
            height: 2
            radius: 1
            visible: root.share >= 0
            color: Qt.alpha(root.color, 0.15)

            Rectangle {
                width: parent.width * Math.max(0, Math.min(1, root.share))
                height: parent.height
                radius: 1
                color: root.palette.highlight
            }
        }
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
