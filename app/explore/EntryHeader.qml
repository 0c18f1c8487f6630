// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import AsideDemo

/// The names of the columns; each sorts by its own.
Rectangle {
    id: root

    required property ExploreModel explore

    implicitHeight: 34
    color: Theme.window

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.large
        anchors.rightMargin: Theme.large
        spacing: Theme.medium

        EntryHeaderCell {
            objectName: "sortByName"
            Layout.fillWidth: true
            text: qsTr("Name")
            column: ExploreModel.ByName
            explore: root.explore
        }
        EntryHeaderCell {
            objectName: "sortBySize"
            Layout.preferredWidth: EntryColumns.sizeWidth
            text: qsTr("Size")
            alignRight: true
            column: ExploreModel.BySize
            explore: root.explore
        }
        EntryHeaderCell {
            objectName: "sortByModified"
            Layout.preferredWidth: EntryColumns.modifiedWidth
            visible: root.width >= EntryColumns.narrow
            text: qsTr("Modified")
            alignRight: true
            column: ExploreModel.ByModified
            explore: root.explore
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.border
    }
}
