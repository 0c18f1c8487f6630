// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick

/// The button of the module's own messages: what Qt Quick has to press without Qt Quick Controls.
Rectangle {
    id: root

    property string text
    property alias font: label.font
    /// Whether it is no more than its text until it is pointed at.
    property bool flat: false

    signal clicked

    function press(event: var) {
        event.accepted = true;
        if (!event.isAutoRepeat)
            root.clicked();
    }

    implicitWidth: Math.max(root.implicitHeight, label.implicitWidth + 24)
    implicitHeight: label.implicitHeight + 12
    radius: 6
    color: tap.pressed ? Qt.tint(root.palette.button, Qt.alpha(root.palette.buttonText, 0.18)) : hover.hovered ? Qt.tint(root.palette.button, Qt.alpha(root.palette.buttonText, 0.08)) : root.flat ? "transparent" : root.palette.button
    border.width: root.activeFocus ? 2 : root.flat ? 0 : 1
    border.color: root.activeFocus ? root.palette.highlight : Qt.alpha(root.palette.buttonText, 0.25)
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.focusable: true
    Accessible.onPressAction: root.clicked()
    Keys.onSpacePressed: event => root.press(event)
    Keys.onReturnPressed: event => root.press(event)
    Keys.onEnterPressed: event => root.press(event)

    Text {
        id: label

        anchors.centerIn: parent
        text: root.text
        textFormat: Text.PlainText
        color: root.palette.buttonText
        Accessible.ignored: true
    }
    HoverHandler {
        id: hover
    }
    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: {
            root.forceActiveFocus(Qt.MouseFocusReason);
            root.clicked();
        }
    }
}
