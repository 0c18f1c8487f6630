// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// One of the choices of a ChoiceRow.
AbstractButton {
    id: root

    required property int index
    required property string modelData
    readonly property ChoiceGroup group: root.parent as ChoiceGroup
    readonly property bool isCurrent: root.group !== null && root.index === root.group.current

    objectName: root.group && root.group.prefix !== "" ? root.group.prefix + root.index : ""
    implicitHeight: Theme.controlHeight
    horizontalPadding: Theme.medium
    z: root.visualFocus ? 2 : root.isCurrent ? 1 : 0
    text: root.modelData
    focus: root.isCurrent
    activeFocusOnTab: root.isCurrent
    Accessible.role: Accessible.RadioButton
    Accessible.name: root.text
    Accessible.checkable: true
    Accessible.checked: root.isCurrent
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    onClicked: root.group.chosen(root.index)

    contentItem: PlainText {
        text: root.text
        color: root.isCurrent ? Theme.accent : Theme.text
        font.weight: root.isCurrent ? Font.DemiBold : Font.Normal
        horizontalAlignment: Text.AlignHCenter
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.isCurrent ? Theme.selected : root.hovered ? Theme.hovered : Theme.surface
        border.color: root.isCurrent || root.visualFocus ? Theme.accent : Theme.border
        border.width: root.visualFocus ? 2 : 1
    }
}
