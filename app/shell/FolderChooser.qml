// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick.Dialogs

/// Asks for a folder once, and goes away.
FolderDialog {
    id: root

    signal chosen(folder: url)

    title: qsTr("Choose a folder to catalogue")
    onAccepted: {
        root.chosen(root.selectedFolder);
        root.destroy();
    }
    onRejected: root.destroy()
}
