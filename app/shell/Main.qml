// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import AsideDemo

/// The window: its pages, what is dropped on it, and its shortcuts.
ApplicationWindow {
    id: root

    readonly property ExploreModel explore: model
    readonly property DashboardModel dashboard: dashboardModel
    readonly property BackgroundModel counter: backgroundModel
    readonly property FloodModel flood: floodModel
    property int scheme: Theme.System
    property bool lessMotion: false
    property bool animated: true ///< false for pictures
    property int page: 0
    readonly property int pageCount: stack.count
    property alias detailsWidth: explorePage.detailsWidth
    readonly property bool isInMotion: root.animated && !root.lessMotion

    function showExplore() {
        rail.open(0);
    }

    function chooseFolder() {
        root.showExplore();
        chooser.openAt(root.explore.folderUrl());
    }

    width: 1180
    height: 760
    minimumWidth: 720
    minimumHeight: 420
    title: root.explore.folder === "" ? "Aside" : qsTr("%1 – %2").arg(root.explore.folder).arg("Aside")
    color: Theme.window
    onSchemeChanged: Theme.scheme = root.scheme
    onIsInMotionChanged: Theme.animated = root.isInMotion
    onPageChanged: {
        if (root.page !== stack.currentIndex)
            rail.open(root.page);
    }

    // For what has no colours of its own: the module's components, menus.
    palette.window: Theme.window
    palette.windowText: Theme.text
    palette.base: Theme.surface
    palette.alternateBase: Theme.window
    palette.text: Theme.text
    palette.button: Theme.surface
    palette.buttonText: Theme.text
    palette.highlight: Theme.accent
    palette.highlightedText: Theme.accentText
    palette.link: Theme.accent
    palette.placeholderText: Theme.mutedText
    palette.mid: Theme.border
    palette.dark: Theme.mutedText
    palette.light: Theme.hovered
    palette.midlight: Theme.hovered

    ExploreModel {
        id: model
    }
    DashboardModel {
        id: dashboardModel
    }
    // The dashboard follows the folder of Explore, and what a scan has made of it.
    Connections {
        target: root.explore

        function onFolderChanged() {
            dashboardModel.open(root.explore.catalogue(), root.explore.folderUrl());
        }
        function onTaskFinished(task: string) {
            if (task === "scan")
                dashboardModel.open(root.explore.catalogue(), root.explore.folderUrl());
        }
    }
    BackgroundModel {
        id: backgroundModel
    }
    FloodModel {
        id: floodModel
    }
    PageRail {
        id: rail

        objectName: "pageRail"
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        pages: stack
        onSettingsWanted: settings.open()
    }
    // The order of the rail, and of the shortcuts Ctrl+1, Ctrl+2, …
    StackLayout {
        id: stack

        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        onCurrentIndexChanged: root.page = stack.currentIndex

        ExplorePage {
            id: explorePage

            objectName: "explorePage"
            focus: true
            explore: root.explore
            onFolderWanted: root.chooseFolder()
        }
        DashboardPage {
            dashboard: root.dashboard
            onFolderWanted: root.chooseFolder()
            onSearchWanted: words => {
                root.showExplore();
                root.explore.duplicates.close();
                root.explore.filter = words;
            }
            onEntryWanted: id => {
                root.showExplore();
                root.explore.duplicates.close();
                root.explore.filter = "";
                root.explore.selectEntry(id);
            }
            onDuplicatesWanted: {
                root.showExplore();
                root.explore.duplicates.open();
            }
        }
        BackgroundPage {
            background: root.counter
        }
        FloodPage {
            objectName: "floodPage"
            flood: root.flood
        }
        TasksPage {
            objectName: "tasksPage"
            explore: root.explore
            background: root.counter
        }
    }
    DropArea {
        id: drop

        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: event => {
            if (!event.hasUrls)
                return;
            root.showExplore();
            root.explore.openUrl(event.urls[0]);
        }

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.small
            visible: drop.containsDrag
            radius: Theme.radius
            color: Qt.alpha(Theme.accent, 0.12)
            border.color: Theme.accent
            border.width: 2
        }
    }
    FolderChooser {
        id: chooser

        objectName: "folderChooser"
        recent: root.explore.recent
        onChosen: folder => root.explore.openUrl(folder)
    }

    SettingsPopup {
        id: settings

        objectName: "settingsPopup"
        x: rail.width + Theme.small
        y: root.height - height - Theme.medium
        recent: root.explore.recent
        scheme: root.scheme
        lessMotion: root.lessMotion
        onSchemeChosen: scheme => root.scheme = scheme
        onMotionChosen: less => root.lessMotion = less
    }

    Shortcut {
        sequences: ["Ctrl+,"]
        onActivated: settings.open()
    }
    Shortcut {
        sequences: ["Ctrl+O"]
        onActivated: root.chooseFolder()
    }
    Shortcut {
        sequences: ["Ctrl+F"]
        onActivated: {
            root.showExplore();
            explorePage.focusSearch();
        }
    }
    Shortcut {
        sequences: ["F5", "Ctrl+R"]
        enabled: explorePage.visible
        onActivated: root.explore.rescan()
    }
    Shortcut {
        sequences: ["Esc"]
        enabled: !chooser.visible && !settings.visible
        onActivated: (stack.itemAt(stack.currentIndex) as RailPage).backWanted()
    }
    Shortcut {
        sequences: ["Ctrl+Q"]
        onActivated: root.close()
    }
}
