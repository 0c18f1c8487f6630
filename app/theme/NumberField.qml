// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// A number that is typed, with its name before it. Whoever uses it says whether it is one: `entered`
/// hands out the text, and `number` shows what holds.
Row {
    id: root

    property string name
    property int number: 0
    /// The number as it is shown.
    property string shown: String(root.number)

    signal entered(string text)

    spacing: Theme.small

    PlainText {
        anchors.verticalCenter: parent.verticalCenter
        text: root.name
        color: Theme.mutedText
    }
    TextField {
        id: field

        objectName: root.objectName === "" ? "" : root.objectName + "Text"
        width: 92
        implicitHeight: Theme.controlHeight
        text: root.shown
        horizontalAlignment: TextInput.AlignRight
        font.pixelSize: Theme.bodySize
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentText
        selectByMouse: true
        maximumLength: 12
        inputMethodHints: Qt.ImhDigitsOnly
        Accessible.name: root.name
        onEditingFinished: {
            if (field.text !== root.shown)
                root.entered(field.text);
            // What was refused goes; what was taken is shown as it holds.
            field.text = Qt.binding(() => root.shown);
        }

        background: Rectangle {
            radius: Theme.radius
            color: Theme.surface
            border.color: field.activeFocus ? Theme.accent : Theme.border
            border.width: field.activeFocus ? 2 : 1
        }
    }
}
