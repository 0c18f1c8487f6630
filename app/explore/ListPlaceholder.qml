// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// Why the list is empty.
Placeholder {
    id: root

    required property bool hasFolder
    required property bool isLooking
    required property bool hasFailed
    required property string filter
    required property RecentFolders recent

    signal folderWanted
    signal recentWanted(folder: url)

    objectName: "listPlaceholder"
    onActed: root.folderWanted()

    RecentList {
        id: recentList

        objectName: "recentFolders"
        width: root.width
        height: recentList.wantedHeight
        visible: root.state === "welcome" && root.recent.rows.count > 0
        recent: root.recent
        onChosen: folder => root.recentWanted(folder)
    }

    states: [
        State {
            name: "welcome"
            when: !root.hasFolder
            PropertyChanges {
                root.iconName: "folder"
                root.title: qsTr("Point me at a folder")
                root.text: qsTr("Choose one, or drop it here. Its files are catalogued aside while you look around: nothing is changed, nothing leaves this computer.")
                root.actionText: qsTr("Choose a folder…")
            }
        },
        State {
            name: "looking"
            when: root.isLooking
            PropertyChanges {
                root.iconName: "search"
                root.title: qsTr("Looking…")
                root.text: qsTr("The first files will be here in a moment.")
                root.actionText: ""
            }
        },
        State {
            name: "nohits"
            when: root.filter !== ""
            PropertyChanges {
                root.iconName: "search"
                root.title: qsTr("Nothing found")
                root.text: qsTr("No name and no path holds “%1”.").arg(root.filter)
                root.actionText: ""
            }
        },
        State {
            name: "failed"
            when: root.hasFailed
            PropertyChanges {
                root.iconName: "warning"
                root.title: qsTr("Nothing to show")
                root.text: qsTr("The message above says why.")
                root.actionText: qsTr("Choose another folder…")
            }
        },
        State {
            name: "empty"
            when: true
            PropertyChanges {
                root.iconName: "folder"
                root.title: qsTr("No files here")
                root.text: qsTr("There is no file in this folder, nor in any folder below it.")
                root.actionText: qsTr("Choose another folder…")
            }
        }
    ]
}
