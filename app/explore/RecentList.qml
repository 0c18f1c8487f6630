// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// The folders that were catalogued before; one that is gone says so, and can only be forgotten.
FocusScope {
    id: root

    required property RecentFolders recent
    property int mostRows: 5
    readonly property int wantedHeight: title.height + Theme.small + Math.min(root.mostRows, root.recent.rows.count) * Theme.largeRowHeight

    signal chosen(folder: url)

    onVisibleChanged: {
        if (root.visible)
            root.recent.look();
    }
    Component.onCompleted: {
        if (root.visible)
            root.recent.look();
    }

    PlainText {
        id: title

        height: 28
        text: qsTr("Recent folders")
        color: Theme.mutedText
    }
    RecentView {
        id: view

        objectName: root.objectName === "" ? "" : root.objectName + "View"
        anchors.top: title.bottom
        anchors.topMargin: Theme.small
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        focus: true
        activeFocusOnTab: true
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        highlightFollowsCurrentItem: false
        rows: root.recent.rows
        Accessible.role: Accessible.List
        Accessible.name: title.text
        onCurrentIndexChanged: view.positionViewAtIndex(view.currentIndex, ListView.Contain)
        onWanted: url => root.chosen(url)
        onUnwanted: url => root.recent.forget(url)

        delegate: RecentDelegate { }
        ScrollBar.vertical: ThinScrollBar { }

        Keys.onReturnPressed: view.choose()
        Keys.onEnterPressed: view.choose()
        Keys.onSpacePressed: view.choose()
        Keys.onDeletePressed: view.forget()
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
