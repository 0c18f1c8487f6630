// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Aside
import AsideDemo

/// The folders in one folder, to walk into: what a FolderView shows.
AsyncSlot {
    id: root

    // The view's loader is in between.
    readonly property FolderView shownIn: root.parent ? root.parent.parent as FolderView : null

    function enter() {
        root.shownIn.picker.enter(view.currentIndex);
    }

    ListView {
        id: view

        objectName: "folderList"
        anchors.fill: parent
        clip: true
        focus: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        model: root.value
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Folders here")

        delegate: FolderDelegate { }
        ScrollBar.vertical: ThinScrollBar { }

        TapHandler {
            onTapped: point => {
                view.forceActiveFocus(Qt.MouseFocusReason);
                view.currentIndex = view.indexAt(0, view.contentY + point.position.y);
            }
            onDoubleTapped: root.enter()
        }
        Keys.onReturnPressed: root.enter()
        Keys.onEnterPressed: root.enter()
        Keys.onRightPressed: root.enter()
        Keys.onPressed: event => {
            if (event.key === Qt.Key_Home)
                view.currentIndex = 0;
            else if (event.key === Qt.Key_End)
                view.currentIndex = view.count - 1;
            else
                return;
            event.accepted = true;
        }
    }
}
