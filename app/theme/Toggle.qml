// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// Something that is on or off, with its name before it.
Switch {
    id: root

    function turn() {
        root.toggle();
        root.toggled();
    }

    implicitHeight: Theme.controlHeight
    leftPadding: 0
    rightPadding: 0
    spacing: Theme.medium
    Accessible.name: root.text
    Keys.onReturnPressed: root.turn()
    Keys.onEnterPressed: root.turn()

    indicator: Rectangle {
        x: root.width - width
        anchors.verticalCenter: parent.verticalCenter
        implicitWidth: 38
        implicitHeight: 22
        radius: height / 2
        color: root.checked ? Theme.accent : Theme.pressed
        border.color: root.visualFocus ? Theme.text : root.checked ? Theme.accent : Theme.mutedText
        border.width: root.visualFocus ? 2 : 1

        Rectangle {
            x: root.checked ? parent.width - width - 4 : 4
            anchors.verticalCenter: parent.verticalCenter
            width: 14
            height: 14
            radius: 7
            color: root.checked ? Theme.accentText : Theme.mutedText

            Behavior on x {
                enabled: Theme.animated

                NumberAnimation {
                    duration: Theme.quick
                }
            }
        }
    }
    contentItem: PlainText {
        rightPadding: root.indicator.width + root.spacing
        text: root.text
        wrapMode: Text.Wrap
    }
}
