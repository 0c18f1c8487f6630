// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import AsideDemo

/// A message across the window, with what can be done about it. Gone while there is nothing to say.
Rectangle {
    id: root

    required property notice notice

    signal retried
    signal startedAfresh
    signal dismissed

    visible: root.notice.text !== ""
    implicitHeight: visible ? row.implicitHeight + 2 * Theme.medium : 0
    color: Theme.dangerSurface
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.notice.text

    RowLayout {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.large
        anchors.rightMargin: Theme.small
        spacing: Theme.medium

        Icon {
            name: "warning"
            color: Theme.danger
        }
        PlainText {
            objectName: "noticeText"
            Layout.fillWidth: true
            text: root.notice.text
            wrapMode: Text.Wrap
            maximumLineCount: 8
        }
        ActionButton {
            objectName: "noticeAction"
            visible: root.notice.canRetry || root.notice.canStartAfresh
            text: root.notice.canRetry ? qsTr("Try again") : qsTr("Move it aside, start afresh")
            onClicked: root.notice.canRetry ? root.retried() : root.startedAfresh()
        }
        ActionButton {
            flat: true
            iconName: "close"
            hint: qsTr("Dismiss")
            onClicked: root.dismissed()
        }
    }
}
