// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import AsideDemo

/// The counter: how far it has got, who may count, start, stop and reset.
FocusScope {
    id: root

    required property BackgroundModel background

    implicitHeight: column.implicitHeight + 2 * Theme.large

    Rectangle {
        anchors.fill: parent
        color: Theme.window
    }
    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: Theme.large
        spacing: Theme.medium

        RowLayout {
            spacing: Theme.medium

            PlainText {
                objectName: "counter"
                text: Number(root.background.count).toLocaleString(Qt.locale(), "f", 0)
                font.pixelSize: 40
                font.weight: Font.DemiBold
                Accessible.name: qsTr("The counter is at %1").arg(text)
            }
            PlainText {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignBottom
                Layout.bottomMargin: Theme.small
                text: qsTr("of %1").arg(Number(root.background.maximum).toLocaleString(Qt.locale(), "f", 0))
                color: Theme.mutedText
            }
        }
        RowLayout {
            spacing: Theme.medium

            ThinProgress {
                Layout.fillWidth: true
                value: root.background.count / root.background.maximum
            }
            PlainText {
                objectName: "countingText"
                text: root.background.progressText
                color: Theme.mutedText
            }
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.small

            ActionButton {
                objectName: "startOne"
                focus: true
                primary: true
                iconName: "play"
                text: qsTr("Start one")
                hint: qsTr("Start one more instance")
                onClicked: root.background.start(1)
            }
            ActionButton {
                objectName: "startMany"
                text: qsTr("Start 100")
                hint: qsTr("Start a hundred more instances")
                onClicked: root.background.start(100)
            }
            ActionButton {
                objectName: "stopAll"
                enabled: root.background.running > 0
                iconName: "stop"
                text: qsTr("Stop all")
                hint: qsTr("Stop all instances (Esc)")
                onClicked: root.background.stopAll()
            }
            ActionButton {
                objectName: "resetCounter"
                enabled: root.background.count > 0
                iconName: "refresh"
                text: qsTr("Reset")
                hint: qsTr("Set the counter to 0; those that run go on")
                onClicked: root.background.reset()
            }
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.large

            NumberField {
                objectName: "maximum"
                name: qsTr("Count to")
                number: root.background.maximum
                onEntered: text => root.background.changeMaximum(text)
            }
            NumberField {
                objectName: "allowed"
                name: qsTr("At most at once")
                number: root.background.allowed
                onEntered: text => root.background.changeAllowed(text)
            }
        }
        RowLayout {
            visible: root.background.problem !== ""
            spacing: Theme.small

            Icon {
                name: "warning"
                color: Theme.danger
            }
            PlainText {
                objectName: "problem"
                Layout.fillWidth: true
                text: root.background.problem
                color: Theme.danger
                wrapMode: Text.Wrap
                maximumLineCount: 3
            }
        }
    }
}
