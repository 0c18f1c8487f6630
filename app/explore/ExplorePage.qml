// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Aside
import AsideDemo

/// A folder as a list that can be searched, with a closer look at one file.
RailPage {
    id: root

    required property ExploreModel explore
    readonly property TaskObserver scan: root.explore.task("scan")
    readonly property TaskObserver search: root.explore.task("search")
    readonly property bool isBusy: root.scan.running || root.search.running || root.explore.task("details").running || duplicates.isBusy

    /// How wide the details are; 0 as long as nobody has moved the border.
    property real detailsWidth: 0

    signal folderWanted

    function focusSearch() {
        header.focusSearch();
    }

    title: qsTr("Explore")
    iconName: "folder"
    isLive: root.isBusy
    // The duplicates, the search, then the scan.
    onBackWanted: {
        if (root.explore.duplicates.isOpen)
            root.explore.duplicates.close();
        else if (root.explore.filter !== "")
            root.explore.filter = "";
        else if (root.scan.running)
            root.scan.cancel();
        else
            list.forceActiveFocus();
    }

    Shortcut {
        sequences: ["Ctrl+D"]
        enabled: root.visible && root.explore.folder !== ""
        onActivated: root.explore.duplicates.open()
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ExploreHeader {
            id: header

            Layout.fillWidth: true
            explore: root.explore
            scan: root.scan
            focus: true
            onFolderWanted: root.folderWanted()
            onListWanted: {
                if (root.explore.selectedRow < 0)
                    root.explore.select(0);
                list.forceActiveFocus();
            }
        }
        ThinProgress {
            Layout.fillWidth: true
            opacity: root.scan.running ? 1 : 0
            value: root.scan.progress
        }
        NoticeBar {
            Layout.fillWidth: true
            notice: root.explore.notice
            onRetried: root.explore.retry()
            onStartedAfresh: root.explore.startAfresh()
            onDismissed: root.explore.dismissNotice()
        }
        NoticeBar {
            objectName: "fileNotice"
            Layout.fillWidth: true
            notice: root.explore.files.notice
            onDismissed: root.explore.files.dismissNotice()
        }
        SplitView {
            id: split

            Layout.fillWidth: true
            Layout.fillHeight: true

            handle: SplitLine { }
            onResizingChanged: {
                if (!split.resizing)
                    root.detailsWidth = Math.round(details.width);
            }

            Item {
                SplitView.fillWidth: true
                SplitView.minimumWidth: 320

                EntryList {
                    id: list

                    anchors.fill: parent
                    visible: !duplicates.visible
                    explore: root.explore
                    isLooking: root.scan.running || root.search.running
                    onFolderWanted: root.folderWanted()
                    onDetailsWanted: details.takeFocus()
                    onTyped: text => header.type(text)
                }
                DuplicatesView {
                    id: duplicates

                    anchors.fill: parent
                    visible: root.explore.duplicates.isOpen
                    explore: root.explore
                    onDetailsWanted: details.takeFocus()
                    onVisibleChanged: {
                        if (duplicates.visible)
                            duplicates.forceActiveFocus();
                        else
                            list.forceActiveFocus();
                    }
                }
            }
            DetailsPane {
                id: details

                objectName: "detailsPane"
                SplitView.preferredWidth: root.detailsWidth > 0 ? root.detailsWidth : Math.min(380, root.width * 0.42)
                SplitView.minimumWidth: 240
                SplitView.maximumWidth: root.width / 2
                visible: root.explore.folder !== ""
                explore: root.explore
                isScanning: root.scan.running
            }
        }
        ExploreFooter {
            Layout.fillWidth: true
            explore: root.explore
            scan: root.scan
            isBusy: root.isBusy && root.visible
        }
    }
}
