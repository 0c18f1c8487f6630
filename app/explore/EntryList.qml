// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// The files that were found: sortable, and as quick with 200,000 of them as with ten.
FocusScope {
    id: root

    required property ExploreModel explore
    required property bool isLooking

    signal folderWanted
    signal detailsWanted
    /// A letter was typed here: it belongs to the search.
    signal typed(text: string)

    readonly property int pageOfRows: Math.max(1, Math.floor(view.height / Theme.rowHeight) - 1)

    function go(row: int) {
        const last = root.explore.entries.count - 1;
        root.explore.select(Math.max(0, Math.min(last, row)));
        view.positionViewAtIndex(root.explore.selectedRow, ListView.Contain);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    EntryHeader {
        id: header

        width: parent.width
        height: visible ? implicitHeight : 0
        visible: root.explore.folder !== ""
        explore: root.explore
    }
    ListView {
        id: view

        objectName: "entryList"
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        focus: true
        activeFocusOnTab: true
        reuseItems: true
        cacheBuffer: 0 // Qt warns of rows that are gone before they were made ahead
        keyNavigationEnabled: false
        boundsBehavior: Flickable.StopAtBounds
        model: root.explore.entries
        currentIndex: root.explore.selectedRow
        highlightFollowsCurrentItem: false
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Files")
        onContentYChanged: root.explore.topRow = Math.max(0, Math.floor((view.contentY - view.originY) / Theme.rowHeight))

        delegate: EntryDelegate { }
        ScrollBar.vertical: ThinScrollBar { }

        TapHandler {
            onTapped: point => {
                view.forceActiveFocus(Qt.MouseFocusReason);
                root.explore.select(view.indexAt(0, view.contentY + point.position.y));
            }
            onDoubleTapped: root.explore.files.open(root.explore.selectedFile)
        }
        TapHandler {
            acceptedButtons: Qt.RightButton
            onTapped: point => {
                view.forceActiveFocus(Qt.MouseFocusReason);
                root.explore.select(view.indexAt(0, view.contentY + point.position.y));
                menu.openFor(root.explore.selectedFile, view, point.position);
            }
        }

        Keys.onUpPressed: root.go(root.explore.selectedRow - 1)
        Keys.onDownPressed: root.go(root.explore.selectedRow + 1)
        Keys.onRightPressed: root.detailsWanted()
        Keys.onSpacePressed: root.detailsWanted()
        Keys.onPressed: event => {
            if (menu.handle(event, root.explore.selectedFile, view.currentItem)) {
                event.accepted = true;
                return;
            }
            switch (event.key) {
            case Qt.Key_PageUp:
                root.go(root.explore.selectedRow - root.pageOfRows);
                break;
            case Qt.Key_PageDown:
                root.go(root.explore.selectedRow + root.pageOfRows);
                break;
            case Qt.Key_Home:
                root.go(0);
                break;
            case Qt.Key_End:
                root.go(root.explore.entries.count - 1);
                break;
            default:
                if (!TypedKeys.isText(event))
                    return;
                root.typed(event.text);
            }
            event.accepted = true;
        }

        Connections {
            target: root.explore
            function onListReplaced() {
                view.positionViewAtBeginning();
            }
            function onListShifted(rows: int) {
                const part = (view.contentY - view.originY) % Theme.rowHeight;
                view.positionViewAtIndex(root.explore.topRow + rows, ListView.Beginning);
                view.contentY += part;
            }
        }
    }
    FileMenu {
        id: menu

        files: root.explore.files
    }
    ListPlaceholder {
        anchors.centerIn: view
        width: Math.min(420, root.width - 2 * Theme.huge)
        visible: root.explore.entries.count === 0
        hasFolder: root.explore.folder !== ""
        isLooking: root.isLooking
        hasFailed: root.explore.notice.text !== ""
        filter: root.explore.filter
        recent: root.explore.recent
        onFolderWanted: root.folderWanted()
        onRecentWanted: folder => root.explore.openUrl(folder)
    }
}
