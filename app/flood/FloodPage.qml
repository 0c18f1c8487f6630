// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import AsideDemo

/// Workers push updates into the window, as many as they can, in one of two ways; what each does to the window
/// is measured side by side.
RailPage {
    id: root

    required property FloodModel flood

    readonly property bool isSeen: root.visible && root.Window.visibility !== Window.Minimized && root.Window.visibility !== Window.Hidden

    title: qsTr("Flood")
    iconName: "flood"
    isLive: root.flood.running
    onBackWanted: {
        if (root.flood.problem !== "")
            root.flood.problem = "";
        else
            root.flood.stop();
    }
    onIsSeenChanged: {
        if (!root.isSeen)
            root.flood.leave();
    }

    Connections {
        // What the keyboard comes to in a small window is scrolled to.
        target: root.visible ? root.Window.window : null
        function onActiveFocusItemChanged() {
            view.show(root.Window.activeFocusItem);
        }
    }
    WindowFrames {
        id: naiveFrames

        active: root.isSeen && root.flood.running && root.flood.way === FloodModel.Naive
        item: root
    }
    WindowFrames {
        id: asideFrames

        active: root.isSeen && root.flood.running && root.flood.way === FloodModel.WithAside
        item: root
    }
    Flickable {
        id: view

        function show(item: Item) {
            if (!item || !content.activeFocus)
                return;
            const top = item.mapToItem(column, 0, 0).y - Theme.large;
            const bottom = top + item.height + 2 * Theme.large;
            view.contentY = Math.max(0, Math.min(Math.max(view.contentY, bottom - view.height), top));
        }

        anchors.top: parent.top
        anchors.bottom: footer.top
        width: parent.width
        contentWidth: width
        contentHeight: Math.max(height, column.implicitHeight)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: ThinScrollBar { }

        FocusScope {
            id: content

            width: parent.width
            height: view.contentHeight
            focus: true

            ColumnLayout {
                id: column

                anchors.fill: parent
                spacing: 0

                FloodControls {
                    Layout.fillWidth: true
                    focus: true
                    flood: root.flood
                    onResetWanted: {
                        root.flood.reset();
                        naiveFrames.reset();
                        asideFrames.reset();
                    }
                }
                FloodNumbers {
                    Layout.fillWidth: true
                    flood: root.flood
                }
                RowLayout {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.margins: Theme.large
                    Layout.minimumHeight: 150
                    spacing: Theme.large

                    FloodChart {
                        objectName: "naiveChart"
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        title: qsTr("Naive")
                        explanation: qsTr("a queued call for each update")
                        frames: naiveFrames
                        isCurrent: root.flood.way === FloodModel.Naive
                    }
                    FloodChart {
                        objectName: "asideChart"
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        title: qsTr("Aside")
                        explanation: qsTr("a post for each update, merged on its way")
                        frames: asideFrames
                        isCurrent: root.flood.way === FloodModel.WithAside
                    }
                }
                FloodTouch {
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.large
                    Layout.rightMargin: Theme.large
                    flood: root.flood
                    isMoving: root.isSeen && root.flood.running
                }
                FloodVerdict {
                    Layout.fillWidth: true
                    Layout.margins: Theme.large
                    flood: root.flood
                    naiveFrames: naiveFrames
                    asideFrames: asideFrames
                }
            }
        }
    }
    FloodFooter {
        id: footer

        anchors.bottom: parent.bottom
        width: parent.width
        flood: root.flood
    }
}
