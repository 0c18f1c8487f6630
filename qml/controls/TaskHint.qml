// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T

/// A tool tip for text that may come from anywhere: it is shown as it is.
T.ToolTip {
    id: root

    property bool isFailure: false

    x: parent ? (parent.width - root.implicitWidth) / 2 : 0
    y: -root.implicitHeight - 6
    contentWidth: Math.min(324, implicitContentWidth)
    implicitWidth: contentWidth + leftPadding + rightPadding
    implicitHeight: contentHeight + topPadding + bottomPadding
    margins: 6
    padding: 8
    delay: root.isFailure ? 0 : 600
    closePolicy: T.Popup.NoAutoClose

    contentItem: Text {
        text: root.text
        textFormat: Text.PlainText
        color: root.palette.windowText
        wrapMode: Text.Wrap
        maximumLineCount: 8
        elide: Text.ElideRight
    }
    background: Rectangle {
        radius: 6
        color: Qt.tint(root.palette.window, Qt.alpha(root.palette.windowText, 0.06))
        border.color: Qt.alpha(root.palette.windowText, 0.25)
    }
}
