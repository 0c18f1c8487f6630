// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// The instances that count, with the stale read beside the fresh one.
FocusScope {
    id: root

    required property BackgroundModel background

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    Rectangle {
        id: header

        width: parent.width
        height: Theme.rowHeight
        visible: view.count > 0
        color: Theme.surface

        InstanceCells {
            anchors.fill: parent
            anchors.rightMargin: Theme.rowHeight + Theme.large
            instance: qsTr("Instance")
            steps: qsTr("Steps")
            outside: qsTr("Outside")
            inside: qsTr("In its block")
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.border
        }
    }
    ListView {
        id: view

        objectName: "instanceList"
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        focus: true
        activeFocusOnTab: true
        reuseItems: true
        cacheBuffer: 0 // Qt warns of rows that are gone before they were made ahead
        boundsBehavior: Flickable.StopAtBounds
        model: root.background.instances
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Instances")

        delegate: InstanceDelegate {
            onStopped: instance => root.background.stop(instance)
        }
        ScrollBar.vertical: ThinScrollBar { }

        Keys.onDeletePressed: {
            const current = view.currentItem as InstanceDelegate;
            if (current)
                root.background.stop(current.instance);
        }
    }
    Placeholder {
        anchors.centerIn: view
        width: Math.min(420, root.width - 2 * Theme.huge)
        visible: view.count === 0 && root.height > 150
        isSmall: true
        iconName: "layers"
        title: qsTr("Nothing counts")
        text: qsTr("Start as many instances as you like. Each sleeps, reads the counter outside of its block, where it may be stale, and counts it on in its block, where it never is.")
    }
}
