// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import AsideDemo

/// What the workers push, and what anybody can try meanwhile: a mark that glides, a knob to drag, a field to
/// type into. All of them stall with the window.
Rectangle {
    id: root

    required property FloodModel flood
    required property bool isMoving

    implicitHeight: row.implicitHeight + 2 * Theme.medium
    radius: Theme.radius
    color: Theme.surface
    border.color: Theme.border
    border.width: 1

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.margins: Theme.medium
        spacing: Theme.large

        WorkerLevels {
            Layout.alignment: Qt.AlignVCenter
            flood: root.flood
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.tiny

            Item {
                id: track

                objectName: "glideTrack"
                Layout.fillWidth: true
                implicitHeight: 16

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width
                    height: 2
                    radius: 1
                    color: Theme.border
                }
                Rectangle {
                    id: mark

                    // From 0 to 1 and back: it stays in its place when the window is resized.
                    property real place: 0

                    objectName: "glideMark"
                    x: mark.place * (track.width - width)
                    width: 16
                    height: 16
                    radius: 8
                    color: root.flood.way === FloodModel.Naive ? Theme.caution : Theme.good
                }
                SequentialAnimation {
                    running: root.isMoving
                    loops: Animation.Infinite

                    NumberAnimation {
                        target: mark
                        property: "place"
                        to: 1
                        duration: 1500
                    }
                    NumberAnimation {
                        target: mark
                        property: "place"
                        to: 0
                        duration: 1500
                    }
                }
            }
            ThinSlider {
                objectName: "knob"
                Layout.fillWidth: true
                implicitHeight: 24
                name: qsTr("A knob to drag while the workers push")
                value: 0.5
            }
        }
        TextField {
            id: field

            objectName: "tryField"
            Layout.preferredWidth: 260
            implicitHeight: Theme.controlHeight
            leftPadding: Theme.medium
            rightPadding: Theme.medium
            verticalAlignment: TextInput.AlignVCenter
            placeholderText: qsTr("Drag the knob, or type")
            placeholderTextColor: Theme.mutedText
            font.pixelSize: Theme.bodySize
            color: Theme.text
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentText
            selectByMouse: true
            maximumLength: 200
            Accessible.name: field.placeholderText

            background: Rectangle {
                radius: Theme.radius
                color: Theme.window
                border.color: field.activeFocus ? Theme.accent : Theme.border
                border.width: field.activeFocus ? 2 : 1
            }
        }
    }
}
