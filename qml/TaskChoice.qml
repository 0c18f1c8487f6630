// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick

/// One of several choices of a TaskInspector.
Rectangle {
    id: root

    required property string text
    required property font font
    required property bool checked

    signal chosen

    implicitWidth: label.implicitWidth + 20
    implicitHeight: label.implicitHeight + 10
    radius: 6
    color: root.checked ? Qt.alpha(root.palette.highlight, 0.2) : hover.hovered ? Qt.alpha(root.palette.windowText, 0.06) : "transparent"
    border.width: root.activeFocus ? 2 : 0
    border.color: root.palette.highlight
    activeFocusOnTab: true
    Accessible.role: Accessible.RadioButton
    Accessible.name: root.text
    Accessible.focusable: true
    Accessible.checkable: true
    Accessible.checked: root.checked
    Accessible.onPressAction: root.chosen()
    Keys.onSpacePressed: root.chosen()
    Keys.onReturnPressed: root.chosen()
    Keys.onEnterPressed: root.chosen()

    Text {
        id: label

        anchors.centerIn: parent
        text: root.text
        textFormat: Text.PlainText
        font: root.font
        color: root.palette.windowText
        Accessible.ignored: true
    }
    HoverHandler {
        id: hover
    }
    TapHandler {
        onTapped: {
            root.forceActiveFocus(Qt.MouseFocusReason);
            root.chosen();
        }
    }
}
