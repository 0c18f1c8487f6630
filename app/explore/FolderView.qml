// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideDemo

/// The folders in one folder, in all the states of a list that is loaded; a FolderList is its content.
AsyncView {
    id: root

    required property FolderPicker picker

    result: root.picker.folders
    animated: Theme.animated
    onRetry: root.picker.lookAgain()
    Keys.onLeftPressed: root.picker.goUp()
    Keys.onPressed: event => {
        if (event.key !== Qt.Key_Backspace)
            return;
        root.picker.goUp();
        event.accepted = true;
    }

    whenEmpty: AsyncSlot {
        PlainText {
            anchors.centerIn: parent
            color: Theme.mutedText
            text: qsTr("No folders here.")
        }
    }
}
