// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// What the folder holds, at a glance: figures that load aside, each by itself, once they are seen.
RailPage {
    id: root

    required property DashboardModel dashboard

    /// These words should be searched for in Explore; an entry should be shown there; its duplicates.
    signal searchWanted(string words)
    signal entryWanted(real id)
    signal duplicatesWanted
    signal folderWanted

    title: qsTr("Dashboard")
    iconName: "chart"
    isLive: root.dashboard.isLoading
    onBackWanted: {
        if (root.dashboard.filter !== "")
            root.dashboard.filter = "";
        else
            root.dashboard.stop();
    }

    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageUp)
            view.scrollTo(view.contentY - view.height * 0.9);
        else if (event.key === Qt.Key_PageDown)
            view.scrollTo(view.contentY + view.height * 0.9);
        else if (event.key === Qt.Key_Home && event.modifiers & Qt.ControlModifier)
            view.scrollTo(0);
        else if (event.key === Qt.Key_End && event.modifiers & Qt.ControlModifier)
            view.scrollTo(view.contentHeight);
        else
            return;
        event.accepted = true;
    }

    Placeholder {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.huge, 460)
        visible: root.dashboard.folder === ""
        iconName: "chart"
        title: qsTr("Nothing to count yet")
        text: qsTr("The dashboard shows what a catalogued folder holds: its types, ages, largest files and more.")
        actionText: qsTr("Choose a folder…")
        onActed: root.folderWanted()
    }
    DashboardHeader {
        id: header

        width: parent.width
        visible: root.dashboard.folder !== ""
        focus: true
        dashboard: root.dashboard
        onRefreshWanted: grid.refresh()
    }
    Flickable {
        id: view

        objectName: "dashboardView"
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        visible: header.visible
        clip: true
        contentHeight: grid.implicitHeight + 2 * Theme.large
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ThinScrollBar { }

        DashboardGrid {
            id: grid

            x: Theme.large
            y: Theme.large
            width: view.width - 2 * Theme.large
            room: view.height - 2 * Theme.large
            dashboard: root.dashboard
            onSearchWanted: words => root.searchWanted(words)
            onEntryWanted: id => root.entryWanted(id)
            onDuplicatesWanted: root.duplicatesWanted()
        }

        function scrollTo(y: real) {
            view.contentY = Math.max(0, Math.min(y, view.contentHeight - view.height));
        }

        /// Scrolls as little as needed for the card that has the focus to be seen.
        readonly property Item focused: view.Window.activeFocusItem

        onFocusedChanged: {
            let card = view.focused;
            while (card && card.parent !== grid)
                card = card.parent;
            if (!card)
                return;
            const top = grid.y + card.y - Theme.large;
            const bottom = grid.y + card.y + card.height + Theme.large;
            if (top < view.contentY || card.height > view.height)
                view.scrollTo(top);
            else if (bottom > view.contentY + view.height)
                view.scrollTo(bottom - view.height);
        }
    }
}
