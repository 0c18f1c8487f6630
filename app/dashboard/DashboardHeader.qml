// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import AsideDemo

/// What the dashboard counts: the folder, and the words that names and paths have to hold.
FocusScope {
    id: root

    required property DashboardModel dashboard

    signal refreshWanted

    implicitHeight: 60

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.large
        anchors.rightMargin: Theme.large
        spacing: Theme.medium

        Icon {
            name: "folder"
            color: Theme.mutedText
        }
        PlainText {
            Layout.maximumWidth: root.width * 0.4
            text: root.dashboard.folder
            elide: Text.ElideMiddle
            font.weight: Font.DemiBold
        }
        SearchField {
            id: field

            objectName: "dashboardFilter"
            Layout.fillWidth: true
            focus: true
            prompt: qsTr("Count only names and paths with …")
            shortPrompt: qsTr("Filter")
            text: root.dashboard.filter
            onTextEdited: root.dashboard.filter = field.text
        }
        ActionButton {
            objectName: "dashboardAgain"
            iconName: root.dashboard.isLoading ? "stop" : "refresh"
            text: root.dashboard.isLoading ? qsTr("Stop") : qsTr("Load again")
            onClicked: root.dashboard.isLoading ? root.dashboard.stop() : root.refreshWanted()
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.border
    }
}
