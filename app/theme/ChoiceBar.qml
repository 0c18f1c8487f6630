// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// One of two, side by side. Tab comes to the one that is chosen, and the arrow keys go on from there.
FocusScope {
    id: root

    required property string first
    required property string second
    property bool isSecond: false
    property string name

    /// Asks for the other one.
    signal chosen(bool second)

    function choose(second: bool) {
        (second ? secondButton : firstButton).forceActiveFocus(Qt.TabFocusReason);
        if (second !== root.isSecond)
            root.chosen(second);
    }

    implicitWidth: row.implicitWidth
    implicitHeight: Theme.controlHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: root.name
    Keys.onLeftPressed: root.choose(false)
    Keys.onUpPressed: root.choose(false)
    Keys.onRightPressed: root.choose(true)
    Keys.onDownPressed: root.choose(true)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.surface
        border.color: Theme.border
        border.width: 1
    }
    Row {
        id: row

        height: parent.height

        ChoiceButton {
            id: firstButton

            height: parent.height
            text: root.first
            isChosen: !root.isSecond
            onClicked: {
                if (root.isSecond)
                    root.chosen(false);
            }
        }
        ChoiceButton {
            id: secondButton

            height: parent.height
            text: root.second
            isChosen: root.isSecond
            onClicked: {
                if (!root.isSecond)
                    root.chosen(true);
            }
        }
    }
}
