// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick

/// Where a TaskInspector is told what to look for. Escape empties it.
Rectangle {
    id: root

    required property font font
    property alias text: input.text

    implicitWidth: 200
    implicitHeight: input.implicitHeight + 12
    radius: 6
    color: root.palette.base
    border.width: input.activeFocus ? 2 : 1
    border.color: input.activeFocus ? root.palette.highlight : Qt.alpha(root.palette.windowText, 0.25)

    TextInput {
        id: input

        objectName: "filterText"
        anchors.fill: parent
        anchors.leftMargin: 10
        anchors.rightMargin: 10
        verticalAlignment: TextInput.AlignVCenter
        clip: true
        activeFocusOnTab: true
        selectByMouse: true
        maximumLength: 200
        font: root.font
        color: root.palette.text
        selectionColor: root.palette.highlight
        selectedTextColor: root.palette.highlightedText
        Accessible.role: Accessible.EditableText
        Accessible.name: placeholder.text
        Keys.onEscapePressed: event => {
            event.accepted = input.text !== "";
            input.clear();
        }
        // Before shortcuts of the window see it.
        Keys.onShortcutOverride: event => event.accepted = input.text !== "" && event.key === Qt.Key_Escape
    }
    Text {
        id: placeholder

        anchors.fill: input
        visible: input.text === "" && input.preeditText === ""
        verticalAlignment: Text.AlignVCenter
        text: qsTr("Find tasks")
        textFormat: Text.PlainText
        elide: Text.ElideRight
        font: root.font
        color: root.palette.text
        opacity: 0.6
        Accessible.ignored: true
    }
}
