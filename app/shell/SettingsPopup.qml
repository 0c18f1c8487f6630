// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import AsideDemo

/// How the window looks and moves, and what it remembers. What is chosen holds at once.
Popup {
    id: root

    required property RecentFolders recent
    required property int scheme
    required property bool lessMotion

    signal schemeChosen(scheme: int)
    signal motionChosen(less: bool)

    width: Math.min(360, parent ? parent.width - 2 * Theme.large : 360)
    height: column.implicitHeight + 2 * root.padding
    padding: Theme.large
    modal: false
    focus: true
    onOpened: scheme.forceActiveFocus(Qt.PopupFocusReason)

    background: Rectangle {
        radius: Theme.radius + 3
        color: Theme.raised
        border.color: Theme.border
    }

    ColumnLayout {
        id: column

        width: parent.width
        spacing: Theme.small

        PlainText {
            text: qsTr("Settings")
            font.pixelSize: Theme.titleSize
            font.weight: Font.DemiBold
        }
        PlainText {
            Layout.topMargin: Theme.small
            text: qsTr("Colours")
            color: Theme.mutedText
        }
        ChoiceRow {
            id: scheme

            objectName: "schemeChoice"
            label: qsTr("Colours")
            names: [qsTr("System"), qsTr("Light"), qsTr("Dark")]
            current: root.scheme
            onChosen: index => root.schemeChosen(index)
        }
        Toggle {
            objectName: "motionToggle"
            Layout.fillWidth: true
            Layout.topMargin: Theme.small
            text: qsTr("Less motion")
            checked: root.lessMotion
            onToggled: root.motionChosen(checked)
        }
        ActionButton {
            objectName: "forgetFolders"
            Layout.topMargin: Theme.small
            enabled: root.recent.rows.count > 0
            iconName: "close"
            text: qsTr("Forget recent folders")
            onClicked: root.recent.clear()
        }
    }
}
