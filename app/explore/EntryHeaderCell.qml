// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// The head of one column: sorts by it, and the other way round when it is used again.
AbstractButton {
    id: root

    required property ExploreModel explore
    required property int column
    property bool alignRight: false

    readonly property bool isSorted: root.explore.sortColumn === root.column

    implicitHeight: 28
    focusPolicy: Qt.TabFocus
    Accessible.name: root.isSorted ? (root.explore.descending ? qsTr("%1, sorted downwards") : qsTr("%1, sorted upwards")).arg(root.text) : qsTr("Sort by %1").arg(root.text)
    onClicked: root.explore.sortBy(root.column)
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        Row {
            anchors.verticalCenter: parent.verticalCenter
            x: root.alignRight ? parent.width - width : 0
            spacing: 2
            layoutDirection: root.alignRight ? Qt.RightToLeft : Qt.LeftToRight

            PlainText {
                anchors.verticalCenter: parent.verticalCenter
                text: root.text
                font.pixelSize: Theme.captionSize + 1
                font.weight: root.isSorted ? Font.DemiBold : Font.Normal
                color: root.isSorted || root.hovered ? Theme.text : Theme.mutedText
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                size: 14
                visible: root.isSorted
                name: root.explore.descending ? "down" : "up"
                color: Theme.accent
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: "transparent"
        border.color: Theme.accent
        border.width: root.visualFocus ? 2 : 0
    }
}
