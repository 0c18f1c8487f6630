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
        boundsBehavior: Flickable.StopAtBounds
        highlightFollowsCurrentItem: false
        model: root.explore.largest
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

        Keys.onReturnPressed: root.open(view.currentIndex)
        Keys.onEnterPressed: root.open(view.currentIndex)
        Keys.onSpacePressed: root.open(view.currentIndex)
        onCurrentIndexChanged: view.positionViewAtIndex(view.currentIndex, ListView.Contain)
    }
}
