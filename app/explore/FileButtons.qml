// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// What can be done with the file that is shown.
Row {
    id: root

    required property FileActions files
    required property double fileId

    spacing: Theme.small

    ActionButton {
        objectName: "openFile"
        iconName: "open"
        text: qsTr("Open")
        onClicked: root.files.open(root.fileId)
    }
    ActionButton {
        objectName: "showFileInFolder"
        iconName: "folder"
        hint: qsTr("Show in folder (Ctrl+Return)")
        onClicked: root.files.showInFolder(root.fileId)
    }
    ActionButton {
        objectName: "copyFilePath"
        iconName: "clipboard"
        hint: qsTr("Copy path (Ctrl+C)")
        onClicked: root.files.copyPath(root.fileId)
    }
}
