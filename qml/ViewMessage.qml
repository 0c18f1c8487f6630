// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// What a view says that has nothing to show: why, and what can be done about it.
AsyncSlot {
    id: root

    readonly property bool isFailure: root.result.status === AsyncResult.Failed
    readonly property string title: {
        switch (root.result.status) {
        case AsyncResult.NeverAsked:
            return qsTr("Not loaded yet");
        case AsyncResult.Failed:
            return qsTr("This could not be loaded");
        case AsyncResult.Canceled:
            return qsTr("Loading was stopped");
        default:
            return qsTr("Nothing here");
        }
    }
    readonly property string text: root.result.failure.message

    implicitWidth: Math.min(360, column.widest) + 32
    implicitHeight: column.implicitHeight + 32
    focus: true

    Column {
        id: column

        readonly property real widest: Math.max(title.implicitWidth, text.implicitWidth, button.implicitWidth)

        anchors.centerIn: parent
        width: Math.max(0, Math.min(360, root.width - 32))
        spacing: 8

        WarningMark {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.isFailure
            size: 32
        }
        Text {
            id: title

            width: parent.width
            text: root.title
            textFormat: Text.PlainText
            font.weight: root.isFailure ? Font.DemiBold : Font.Normal
            color: root.isFailure ? root.palette.windowText : Qt.alpha(root.palette.windowText, 0.75)
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            Accessible.role: root.isFailure ? Accessible.AlertMessage : Accessible.StaticText
            Accessible.name: root.text === "" ? root.title : qsTr("%1: %2").arg(root.title).arg(root.text)
        }
        Text {
            id: text

            width: parent.width
            visible: root.text !== ""
            text: root.text
            textFormat: Text.PlainText
            color: Qt.alpha(root.palette.windowText, 0.75)
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            maximumLineCount: 6
            elide: Text.ElideRight
            lineHeight: 1.15
            Accessible.ignored: true
        }
        Item {
            width: 1
            height: 4
            visible: button.visible
        }
        QuietButton {
            id: button

            objectName: "action"
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.canRetry && (root.isFailure || root.result.canceled)
            focus: true
            text: root.isFailure ? qsTr("Try again") : qsTr("Load again")
            onClicked: root.retry()
        }
    }
}
