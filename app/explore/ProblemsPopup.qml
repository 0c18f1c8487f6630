// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// What could not be read, and why.
Popup {
    id: root

    property alias problems: view.model

    width: 460
    height: Math.min(360, view.contentHeight + title.height + 3 * Theme.medium)
    padding: Theme.medium
    modal: false
    focus: true

    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.color: Theme.border
    }

    PlainText {
        id: title

        width: parent.width
        text: qsTr("Could not be read")
        font.weight: Font.DemiBold
    }
    ListView {
        id: view

        objectName: "problemList"
        anchors.top: title.bottom
        anchors.topMargin: Theme.small
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        spacing: Theme.small
        Accessible.role: Accessible.List
        Accessible.name: title.text

        delegate: PlainText {
            required property string modelData

            width: ListView.view.width - Theme.medium
            text: modelData
            wrapMode: Text.WrapAnywhere
            maximumLineCount: 4
            Accessible.role: Accessible.ListItem
            Accessible.name: modelData
        }
        ScrollBar.vertical: ThinScrollBar { }
    }
}
