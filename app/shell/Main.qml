// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// The window: its pages, what is dropped on it, and its shortcuts.
ApplicationWindow {
    id: root

    enum Page {
        Explore,
        Background
    }

    readonly property ExploreModel explore: model
    readonly property BackgroundModel counter: backgroundModel
    property int page: Main.Explore
    readonly property FocusScope pageItem: [explorePage, backgroundPage][root.page]
    property int scheme: Theme.System
    property bool animated: true

    function show(page: int) {
        root.page = page;
        root.pageItem.forceActiveFocus();
    }

    function chooseFolder() {
        root.show(Main.Explore);
        chooser.openAt(root.explore.folderUrl());
    }

    width: 1180
    height: 760
    minimumWidth: 720
    minimumHeight: 420
    title: root.explore.folder === "" ? "Aside" : qsTr("%1 – %2").arg(root.explore.folder).arg("Aside")
    color: Theme.window
    onSchemeChanged: Theme.scheme = root.scheme
    onAnimatedChanged: Theme.animated = root.animated

    ExploreModel {
        id: model
    }
    BackgroundModel {
        id: backgroundModel
    }
    PageRail {
        id: rail

        objectName: "pageRail"
        anchors.top: parent.top
        anchors.bottom: parent.bottom

        RailButton {
            objectName: "page1"
            text: qsTr("Explore")
            iconName: "folder"
            shortcut: "Ctrl+1"
            isLive: explorePage.isBusy
            checked: root.page === Main.Explore
            onClicked: root.page = Main.Explore
        }
        RailButton {
            objectName: "page2"
            text: qsTr("Background")
            iconName: "layers"
            shortcut: "Ctrl+2"
            isLive: root.counter.running > 0
            checked: root.page === Main.Background
            onClicked: root.page = Main.Background
        }
    }
    BackgroundPage {
        id: backgroundPage

        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        visible: root.page === Main.Background
        background: root.counter
    }
    ExplorePage {
        id: explorePage

        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        visible: root.page === Main.Explore
        focus: true
        explore: root.explore
        onFolderWanted: root.chooseFolder()
    }
    DropArea {
        id: drop

        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: event => {
            if (!event.hasUrls)
                return;
            root.show(Main.Explore);
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
        onChosen: folder => root.explore.openUrl(folder)
    }

    Shortcut {
        sequences: ["Ctrl+O"]
        onActivated: root.chooseFolder()
    }
    Shortcut {
        sequences: ["Ctrl+F"]
        onActivated: {
            root.show(Main.Explore);
            explorePage.focusSearch();
        }
    }
    Shortcut {
        sequences: ["F5", "Ctrl+R"]
        enabled: root.page === Main.Explore
        onActivated: root.explore.rescan()
    }
    Shortcut {
        sequences: ["Ctrl+1"]
        onActivated: root.show(Main.Explore)
    }
    Shortcut {
        sequences: ["Ctrl+2"]
        onActivated: root.show(Main.Background)
    }
    Shortcut {
        sequences: ["Esc"]
        enabled: !chooser.visible
        onActivated: {
            if (root.page === Main.Explore)
                explorePage.stepBack();
            else if (root.page === Main.Background)
                backgroundPage.stepBack();
        }
    }
    Shortcut {
        sequences: ["Ctrl+Q"]
        onActivated: root.close()
    }
}
