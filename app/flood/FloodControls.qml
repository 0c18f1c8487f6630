// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import AsideDemo

/// How the workers push, how many of them, how much; start, stop, and reset.
FocusScope {
    id: root

    required property FloodModel flood

    signal resetWanted

    implicitHeight: column.implicitHeight + 2 * Theme.large

    Rectangle {
        anchors.fill: parent
        color: Theme.window
    }
    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.large
        spacing: Theme.medium

        Flow {
            Layout.fillWidth: true
            spacing: Theme.small

            ChoiceRow {
                objectName: "way"
                label: qsTr("How updates come to the window")
                names: [qsTr("Naive"), qsTr("Aside")]
                current: root.flood.way
                onChosen: index => root.flood.chooseWay(index)
            }
            ActionButton {
                objectName: "floodButton"
                focus: true
                primary: true
                iconName: root.flood.running ? "stop" : "play"
                text: root.flood.running ? qsTr("Stop") : qsTr("Start")
                hint: root.flood.running ? qsTr("Stop all workers (Esc)") : qsTr("Start the workers")
                onClicked: root.flood.running ? root.flood.stop() : root.flood.start()
                // That somebody listens keeps the second click from stopping what the first has started.
                onDoubleClicked: { }
            }
            ActionButton {
                objectName: "resetFlood"
                iconName: "refresh"
                text: qsTr("Reset figures")
                hint: qsTr("Forget what was measured; workers that push go on")
                onClicked: root.resetWanted()
            }
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.large

            Row {
                spacing: Theme.small

                NumberField {
                    objectName: "rate"
                    name: qsTr("Updates a second")
                    shown: root.flood.rateText
                    onEntered: text => root.flood.changeRate(text)
                }
                ThinSlider {
                    objectName: "rateSlider"
                    name: qsTr("Updates a second")
                    width: 180
                    from: 0
                    to: root.flood.lastRateStep
                    stepSize: 1
                    snapMode: Slider.SnapAlways
                    value: root.flood.rateStep
                    onMoved: root.flood.chooseRateStep(Math.round(value))
                }
            }
            Row {
                spacing: Theme.small

                PlainText {
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("Workers")
                    color: Theme.mutedText
                }
                ThinSlider {
                    objectName: "workersSlider"
                    name: qsTr("Workers")
                    width: 110
                    from: 1
                    to: 8
                    stepSize: 1
                    snapMode: Slider.SnapAlways
                    value: root.flood.workers
                    onMoved: root.flood.chooseWorkers(Math.round(value))
                }
                PlainText {
                    objectName: "workersText"
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.large
                    text: String(root.flood.workers)
                    font.weight: Font.DemiBold
                }
            }
        }
        RowLayout {
            visible: root.flood.problem !== ""
            spacing: Theme.small

            Icon {
                name: "warning"
                color: Theme.danger
            }
            PlainText {
                objectName: "floodProblem"
                Layout.fillWidth: true
                text: root.flood.problem
                color: Theme.danger
                wrapMode: Text.Wrap
                maximumLineCount: 3
            }
        }
    }
}
