// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// A button with a text, an icon, or both. What `hint` says beyond the text, as its key, is shown to those who
/// point at it; without a text, it names the button for all who ask.
Button {
    id: root

    property string iconName
    property string hint: root.text
    property bool primary: false
    property color textColor: root.primary ? Theme.accentText : Theme.text

    readonly property color idleColor: root.primary ? Theme.accent : root.flat ? "transparent" : Theme.surface
    readonly property color liveColor: root.primary ? Qt.lighter(Theme.accent, 1.12) : root.down ? Theme.pressed : Theme.hovered

    implicitHeight: Theme.controlHeight
    leftPadding: root.text === "" ? Theme.small : Theme.medium
    rightPadding: root.leftPadding
    spacing: Theme.small
    opacity: root.enabled ? 1 : 0.45
    Accessible.name: root.text === "" ? root.hint : root.text
    Accessible.description: root.hint === root.text ? "" : root.hint
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    ActionTip {
        text: root.hint === root.text ? "" : root.hint
    }

    contentItem: ButtonContent {
        iconName: root.iconName
        text: root.text
        color: root.textColor
        spacing: root.spacing
        isStrong: root.primary
    }
    background: Rectangle {
        implicitWidth: Theme.controlHeight
        radius: Theme.radius
        color: root.hovered || root.down ? root.liveColor : root.idleColor
        border.color: root.visualFocus ? Theme.accent : Theme.border
        border.width: root.visualFocus ? 2 : root.flat || root.primary ? 0 : 1

        Rectangle {
            anchors.fill: parent
            anchors.margins: -3
            visible: root.visualFocus && root.primary
            radius: Theme.radius + 3
            color: "transparent"
            border.color: Theme.accent
            border.width: 2
        }
    }
}
