// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// A folder that was catalogued before. Its text comes from the disk, so it is never markup.
Rectangle {
    id: root

    required property int index
    required property string url
    required property string name
    required property string place
    required property bool isGone

    readonly property RecentView list: ListView.view as RecentView
    readonly property bool isFocused: ListView.isCurrentItem && root.list && root.list.activeFocus

    width: root.list ? root.list.width : 0
    height: Theme.largeRowHeight
    radius: Theme.radius
    color: root.isFocused ? Theme.selected : hover.hovered ? Theme.hovered : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: root.isGone ? qsTr("%1 in %2, gone").arg(root.name).arg(root.place) : qsTr("%1 in %2").arg(root.name).arg(root.place)
    Accessible.selected: root.isFocused
    Accessible.onPressAction: root.press()

    function press() {
        root.list.currentIndex = root.index;
        root.list.choose();
    }

    HoverHandler {
        id: hover
    }
    TapHandler {
        onTapped: root.press()
    }
    Rectangle {
        anchors.fill: parent
        visible: root.isFocused
        radius: root.radius
        color: "transparent"
        border.color: Theme.accent
        border.width: 2
    }
    Icon {
        id: icon

        x: Theme.medium
        anchors.verticalCenter: parent.verticalCenter
        name: root.isGone ? "warning" : "folder"
        color: root.isGone ? Theme.caution : Theme.accent
    }
    Column {
        anchors.left: icon.right
        anchors.leftMargin: Theme.medium
        anchors.right: forget.left
        anchors.rightMargin: Theme.small
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2

        PlainText {
            width: parent.width
            text: root.name
            color: root.isGone ? Theme.mutedText : Theme.text
            elide: Text.ElideMiddle
        }
        PlainText {
            width: parent.width
            text: root.isGone ? qsTr("gone") : root.place
            color: root.isGone ? Theme.caution : Theme.mutedText
            font.pixelSize: Theme.captionSize
            elide: Text.ElideMiddle
        }
    }
    ActionButton {
        id: forget

        anchors.right: parent.right
        anchors.rightMargin: Theme.small
        anchors.verticalCenter: parent.verticalCenter
        implicitHeight: 28
        opacity: hover.hovered || root.isFocused || root.isGone ? 1 : 0
        flat: true
        focusPolicy: Qt.NoFocus
        iconName: "close"
        textColor: Theme.mutedText
        hint: qsTr("Forget this folder (Del)")
        onClicked: root.list.unwanted(root.url)
    }
}
