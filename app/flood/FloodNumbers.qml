// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import AsideDemo

/// How the flood goes just now.
Rectangle {
    id: root

    required property FloodModel flood

    function count(number: real): string {
        return Number(number).toLocaleString(Qt.locale(), "f", 0);
    }

    implicitHeight: row.implicitHeight + 2 * Theme.medium
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.border
    }
    RowLayout {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.large
        anchors.rightMargin: Theme.large
        spacing: Theme.medium

        FloodNumber {
            objectName: "sentNumber"
            name: qsTr("Sent a second")
            value: root.count(root.flood.sentPerSecond)
        }
        FloodNumber {
            objectName: "arrivedNumber"
            name: qsTr("Applied one by one")
            value: root.count(root.flood.arrivedPerSecond)
        }
        FloodNumber {
            objectName: "mergedNumber"
            name: qsTr("Merged into newer")
            value: root.count(root.flood.mergedPerSecond)
        }
        FloodNumber {
            objectName: "waitingNumber"
            name: qsTr("Waiting now")
            value: root.count(root.flood.waiting)
        }
        FloodNumber {
            objectName: "memoryNumber"
            name: qsTr("Memory")
            value: root.flood.residentText
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.border
    }
}
