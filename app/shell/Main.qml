// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// The window: its pages, what is dropped on it, and its shortcuts.
ApplicationWindow {
    id: root

    readonly property ExploreModel explore: model
    property int scheme: Theme.System
    property bool animated: true

    function chooseFolder() {
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
    ExplorePage {
        id: page

        anchors.fill: parent
        focus: true
        explore: root.explore
        onFolderWanted: root.chooseFolder()
    }
    DropArea {
        id: drop

        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: event => {
            if (event.hasUrls)
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
        onActivated: page.focusSearch()
    }
    Shortcut {
        sequences: ["F5", "Ctrl+R"]
        onActivated: root.explore.rescan()
    }
    Shortcut {
        sequences: ["Esc"]
        enabled: !chooser.visible
        onActivated: page.stepBack()
    }
    Shortcut {
        sequences: ["Ctrl+Q"]
        onActivated: root.close()
    }
}
