// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// One instance: what it read last, and a button that stops it.
Rectangle {
    id: root

    required property int index
    required property int instance
    required property int steps
    required property int stale
    required property int fresh

    readonly property bool isCurrent: ListView.isCurrentItem && ListView.view.activeFocus

    signal stopped(int instance)

    width: ListView.view ? ListView.view.width : 0
    height: Theme.rowHeight
    color: root.isCurrent ? Theme.selected : hover.hovered ? Theme.hovered : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: !root.visible ? "" : qsTr("Instance %1: read %2 outside of its block, %3 in it").arg(root.instance).arg(root.stale).arg(root.fresh)

    HoverHandler {
        id: hover
    }
    TapHandler {
        onTapped: {
            root.ListView.view.currentIndex = root.index;
            root.ListView.view.forceActiveFocus(Qt.MouseFocusReason);
        }
    }
    InstanceCells {
        anchors.fill: parent
        anchors.rightMargin: Theme.rowHeight + Theme.large
        insideColor: Theme.text
        // A row that nobody sees writes no numbers.
        instance: String(root.instance)
        steps: !root.visible ? "" : String(root.steps)
        outside: !root.visible ? "" : root.stale === root.fresh ? String(root.stale) : qsTr("%1 (−%2)").arg(root.stale).arg(root.fresh - root.stale)
        inside: !root.visible ? "" : String(root.fresh)
    }
    ActionButton {
        anchors.right: parent.right
        anchors.rightMargin: Theme.medium
        anchors.verticalCenter: parent.verticalCenter
        implicitHeight: Theme.rowHeight - 4
        flat: true
        focusPolicy: Qt.NoFocus
        iconName: "stop"
        textColor: Theme.mutedText
        hint: qsTr("Stop this instance (Del)")
        onClicked: root.stopped(root.instance)
    }
}
