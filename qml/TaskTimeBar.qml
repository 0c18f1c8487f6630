// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick

/// How much time a TaskInspector's timeline shows, whether it is held, and what its signs mean.
Item {
    id: root

    required property TaskLook look
    required property int span
    required property bool paused

    signal spanChosen(span: int)
    signal pauseChosen

    implicitHeight: Math.max(legend.height, buttons.height)

    TaskLegend {
        id: legend

        anchors.left: parent.left
        anchors.leftMargin: 10
        anchors.right: buttons.left
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        look: root.look
    }
    Row {
        id: buttons

        anchors.right: parent.right
        spacing: 6

        TaskSpan {
            font: root.look.font
            span: 15000
            shown: root.span
            onChosen: root.spanChosen(15000)
        }
        TaskSpan {
            font: root.look.font
            span: 30000
            shown: root.span
            onChosen: root.spanChosen(30000)
        }
        TaskSpan {
            font: root.look.font
            span: 60000
            shown: root.span
            onChosen: root.spanChosen(60000)
        }
        QuietButton {
            objectName: "pause"
            font: root.look.font
            text: root.paused ? qsTr("Go on") : qsTr("Pause")
            onClicked: root.pauseChosen()
        }
    }
}
