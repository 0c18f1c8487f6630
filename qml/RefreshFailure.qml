// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// Says over old content that its refresh has failed, until it is dismissed or another failure comes.
AsyncSlot {
    id: root

    readonly property string text: root.result.failure.message

    function dismiss() {
        root.visible = false;
        root.dismissed();
    }

    implicitWidth: 440
    implicitHeight: box.height + 24
    onTextChanged: root.visible = true
    Keys.onEscapePressed: root.dismiss()

    Rectangle {
        id: box

        anchors.centerIn: parent
        width: Math.max(0, Math.min(440, root.width - 24))
        height: Math.max(label.implicitHeight, again.implicitHeight) + 16
        radius: 8
        color: Qt.tint(root.palette.window, Qt.alpha(mark.ink, 0.1))
        border.color: Qt.alpha(mark.ink, 0.4)

        // What is below is not pressed through it.
        MouseArea {
            anchors.fill: parent
            hoverEnabled: true
        }
        WarningMark {
            id: mark

            x: 10
            anchors.verticalCenter: parent.verticalCenter
        }
        Text {
            id: label

            anchors.left: mark.right
            anchors.right: again.visible ? again.left : close.left
            anchors.margins: 10
            anchors.verticalCenter: parent.verticalCenter
            text: root.text === "" ? qsTr("The refresh failed") : qsTr("The refresh failed: %1").arg(root.text)
            textFormat: Text.PlainText
            color: root.palette.windowText
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        QuietButton {
            id: again

            objectName: "retryRefresh"
            anchors.right: close.left
            anchors.rightMargin: 4
            anchors.verticalCenter: parent.verticalCenter
            visible: root.canRetry
            focus: true
            text: qsTr("Try again")
            onClicked: root.retry()
        }
        QuietButton {
            id: close

            objectName: "dismiss"
            anchors.right: parent.right
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            implicitWidth: implicitHeight
            flat: true
            text: "×"
            Accessible.name: qsTr("Dismiss")
            onClicked: root.dismiss()
        }
    }
}
