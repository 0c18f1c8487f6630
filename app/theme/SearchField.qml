// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// A line of text with an icon, and a way to empty it.
TextField {
    id: root

    property string iconName: "search"
    /// What it is for, and how it says so where that has no room.
    property string prompt
    property string shortPrompt: root.prompt

    implicitHeight: Theme.controlHeight
    leftPadding: Theme.iconSize + 2 * Theme.medium - 2
    rightPadding: clear.visible ? clear.width + Theme.tiny : Theme.medium
    verticalAlignment: TextInput.AlignVCenter
    font.pixelSize: Theme.bodySize
    color: Theme.text
    placeholderTextColor: Theme.mutedText
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentText
    selectByMouse: true
    maximumLength: 200
    inputMethodHints: Qt.ImhNoPredictiveText
    placeholderText: metrics.advanceWidth <= root.width - root.leftPadding - root.rightPadding ? root.prompt : root.shortPrompt
    Accessible.name: root.prompt

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.color: root.activeFocus ? Theme.accent : Theme.border
        border.width: root.activeFocus ? 2 : 1

        Icon {
            x: Theme.medium
            anchors.verticalCenter: parent.verticalCenter
            name: root.iconName
            color: root.activeFocus ? Theme.accent : Theme.mutedText
        }
    }

    TextMetrics {
        id: metrics

        font: root.font
        text: root.prompt
    }
    ActionButton {
        id: clear

        anchors.right: parent.right
        anchors.rightMargin: 2
        anchors.verticalCenter: parent.verticalCenter
        implicitHeight: root.height - 4
        visible: root.text !== ""
        flat: true
        focusPolicy: Qt.NoFocus
        iconName: "close"
        textColor: Theme.mutedText
        hint: qsTr("Empty this")
        onClicked: {
            root.clear();
            root.textEdited();
        }
    }
}
