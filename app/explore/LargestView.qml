// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// The largest files of the folder, as the scan meets them.
FocusScope {
    id: root

    required property ExploreModel explore
    required property bool isScanning

    function open(row: int) {
        view.currentIndex = row;
        root.explore.selectLargest(row);
    }

    PlainText {
        id: title

        x: Theme.large
        y: Theme.large
        text: qsTr("Largest files")
        font.pixelSize: Theme.titleSize
        font.weight: Font.DemiBold
    }
    PlainText {
        anchors.left: title.right
        anchors.leftMargin: Theme.small
        anchors.right: parent.right
        anchors.rightMargin: Theme.large
        anchors.baseline: title.baseline
        visible: root.isScanning
        text: qsTr("so far")
        color: Theme.mutedText
    }
    LargestList {
        id: view

        objectName: "largestList"
        anchors.top: title.bottom
        anchors.topMargin: Theme.small
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        focus: true
        activeFocusOnTab: true
        reuseItems: true
        cacheBuffer: 0 // Qt warns of rows that are gone before they were made ahead
        boundsBehavior: Flickable.StopAtBounds
        highlightFollowsCurrentItem: false
        model: root.explore.largest
        currentIndex: -1 // a row of its own choice would scroll along with the larger ones that come before it
        onActiveFocusChanged: {
            if (view.activeFocus && view.currentIndex < 0 && view.count > 0)
                view.currentIndex = 0;
        }
        Accessible.role: Accessible.List
        Accessible.name: title.text

        largestSize: root.explore.largestSize
        delegate: LargestDelegate { }
        ScrollBar.vertical: ThinScrollBar { }

        TapHandler {
            onTapped: point => {
                view.forceActiveFocus(Qt.MouseFocusReason);
                root.open(view.indexAt(0, view.contentY + point.position.y));
            }
        }
        TapHandler {
            acceptedButtons: Qt.RightButton
            onTapped: point => {
                view.forceActiveFocus(Qt.MouseFocusReason);
                view.currentIndex = view.indexAt(0, view.contentY + point.position.y);
                menu.openFor(root.explore.largestId(view.currentIndex), view, point.position);
            }
        }

        Keys.onSpacePressed: root.open(view.currentIndex)
        Keys.onRightPressed: root.open(view.currentIndex)
        Keys.onPressed: event => {
            switch (event.key) {
            case Qt.Key_Home:
                view.currentIndex = 0;
                break;
            case Qt.Key_End:
                view.currentIndex = view.count - 1;
                break;
            default:
                if (!menu.handle(event, root.explore.largestId(view.currentIndex), view.currentItem))
                    return;
            }
            event.accepted = true;
        }
        onCurrentIndexChanged: view.positionViewAtIndex(view.currentIndex, ListView.Contain)
    }
    FileMenu {
        id: menu

        objectName: "largestMenu"
        files: root.explore.files
        hasDetails: true
        onDetailsWanted: root.open(view.currentIndex)
    }
}
