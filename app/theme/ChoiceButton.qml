// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// One of the choices of a ChoiceBar. Whoever uses that says which is chosen; a click only asks.
AbstractButton {
    id: root

    property bool isChosen: false

    leftPadding: Theme.large
    rightPadding: Theme.large
    focus: root.isChosen
    activeFocusOnTab: root.isChosen
    Accessible.role: Accessible.RadioButton
    Accessible.name: root.text
    Accessible.checkable: true
    Accessible.checked: root.isChosen
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: PlainText {
        text: root.text
        color: root.isChosen ? Theme.accentText : Theme.text
        font.weight: root.isChosen ? Font.DemiBold : Font.Normal
        elide: Text.ElideNone
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.isChosen ? Theme.accent : root.hovered ? Theme.hovered : "transparent"

        Rectangle {
            anchors.fill: parent
            anchors.margins: -3
            visible: root.visualFocus
            radius: Theme.radius + 3
            color: "transparent"
            border.color: Theme.accent
            border.width: 2
        }
    }
}
