// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Aside
import AsideDemo

/// Files of equal content, the most wasteful group first; it fills while they are looked for.
FocusScope {
    id: root

    required property ExploreModel explore
    readonly property DuplicatesModel duplicates: root.explore.duplicates
    readonly property TaskObserver finding: root.duplicates.task("duplicates")
    readonly property bool isBusy: root.finding.running || root.duplicates.isWaiting
    readonly property int pageOfRows: Math.max(1, Math.floor(view.height / Theme.rowHeight) - 1)

    readonly property double currentId: root.duplicates.groups.idAt(view.currentIndex)

    signal detailsWanted

    /// Selects the file in \a row, or the next one in that direction.
    function go(row: int, downwards: bool) {
        const last = root.duplicates.groups.count - 1;
        let found = root.duplicates.groups.fileRow(Math.max(0, Math.min(last, row)), downwards);
        if (found < 0)
            found = root.duplicates.groups.fileRow(0, true);
        if (found < 0)
            return;
        view.currentIndex = found;
        view.positionViewAtIndex(found > 1 ? found : 0, ListView.Contain);
        root.explore.selectEntry(root.duplicates.groups.idAt(found));
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        DuplicatesHeader {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.small
            Layout.rightMargin: Theme.medium
            Layout.topMargin: Theme.small
            Layout.bottomMargin: Theme.small
            duplicates: root.duplicates
            finding: root.finding
            isBusy: root.isBusy
        }
        ThinProgress {
            Layout.fillWidth: true
            opacity: root.finding.running ? 1 : 0
            value: root.duplicates.fraction
        }
        NoticeBar {
            Layout.fillWidth: true
            notice: root.duplicates.notice
            onRetried: root.duplicates.find()
            onStartedAfresh: root.explore.startAfresh()
            onDismissed: root.duplicates.dismissNotice()
        }
        ListView {
            id: view

            objectName: "duplicateList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            focus: true
            activeFocusOnTab: true
            reuseItems: true
            keyNavigationEnabled: false
            boundsBehavior: Flickable.StopAtBounds
            model: root.duplicates.groups
            currentIndex: -1
            highlightFollowsCurrentItem: false
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Duplicates")

            delegate: DuplicateDelegate { }
            ScrollBar.vertical: ThinScrollBar { }

            TapHandler {
                onTapped: point => {
                    view.forceActiveFocus(Qt.MouseFocusReason);
                    const row = view.indexAt(0, view.contentY + point.position.y);
                    if (row >= 0)
                        root.go(row, true);
                }
                onDoubleTapped: point => root.explore.files.open(root.duplicates.groups.idAt(view.indexAt(0, view.contentY + point.position.y)))
            }
            TapHandler {
                acceptedButtons: Qt.RightButton
                onTapped: point => {
                    view.forceActiveFocus(Qt.MouseFocusReason);
                    const row = view.indexAt(0, view.contentY + point.position.y);
                    if (root.duplicates.groups.idAt(row) === 0)
                        return; // a group is no file
                    root.go(row, true);
                    menu.openFor(root.currentId, view, point.position);
                }
            }

            Keys.onUpPressed: root.go(view.currentIndex - 1, false)
            Keys.onDownPressed: root.go(view.currentIndex + 1, true)
            Keys.onRightPressed: root.detailsWanted()
            Keys.onSpacePressed: root.detailsWanted()
            Keys.onPressed: event => {
                if (menu.handle(event, root.currentId, view.currentItem)) {
                    event.accepted = true;
                    return;
                }
                switch (event.key) {
                case Qt.Key_PageUp:
                    root.go(view.currentIndex - root.pageOfRows, false);
                    break;
                case Qt.Key_PageDown:
                    root.go(view.currentIndex + root.pageOfRows, true);
                    break;
                case Qt.Key_Home:
                    root.go(0, true);
                    break;
                case Qt.Key_End:
                    root.go(root.duplicates.groups.count - 1, false);
                    break;
                default:
                    return;
                }
                event.accepted = true;
            }
        }
    }
    FileMenu {
        id: menu

        objectName: "duplicateMenu"
        files: root.explore.files
    }
    Placeholder {
        objectName: "duplicatesPlaceholder"
        anchors.centerIn: parent
        width: Math.min(420, root.width - 2 * Theme.huge)
        visible: root.duplicates.groups.count === 0
        iconName: root.finding.failed ? "warning" : root.isBusy ? "search" : "copies"
        title: root.isBusy ? qsTr("Comparing…") : root.finding.failed ? qsTr("Nothing to show") : root.finding.canceled ? qsTr("Stopped") : qsTr("No duplicates")
        text: root.isBusy ? qsTr("Files of one size are compared by their content. Nothing is changed.") : root.finding.failed ? qsTr("The message above says why.") : root.finding.canceled ? qsTr("None had been found until then.") : qsTr("No two files in this folder have the same content. Empty files do not count.")
    }
}
