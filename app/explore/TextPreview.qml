// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// The head of a text file. A list of lines, as one text of 64 KiB would stall the window.
Rectangle {
    id: root

    required property details details

    radius: Theme.radius
    color: Theme.surface
    border.color: view.activeFocus ? Theme.accent : Theme.border
    border.width: view.activeFocus ? 2 : 1

    ListView {
        id: view

        anchors.top: parent.top
        anchors.bottom: cut.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.small
        clip: true
        focus: true
        activeFocusOnTab: true
        keyNavigationEnabled: false
        boundsBehavior: Flickable.StopAtBounds
        model: root.details.lines
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("Content of the file")

        delegate: PlainText {
            required property string modelData

            width: ListView.view.width
            text: modelData
            font.family: Theme.monospace
            font.pixelSize: Theme.captionSize
            elide: Text.ElideNone
            wrapMode: Text.Wrap
        }
        ScrollBar.vertical: ThinScrollBar { }

        Keys.onUpPressed: view.contentY = Math.max(view.originY, view.contentY - 3 * Theme.bodySize)
        Keys.onDownPressed: view.contentY = Math.min(Math.max(view.originY, view.originY + view.contentHeight - view.height), view.contentY + 3 * Theme.bodySize)
    }
    PlainText {
        id: cut

        anchors.bottom: parent.bottom
        x: Theme.small
        height: root.details.isCut ? Theme.huge : 0
        visible: root.details.isCut
        text: qsTr("The file goes on.")
        color: Theme.mutedText
        font.pixelSize: Theme.captionSize
    }
}
