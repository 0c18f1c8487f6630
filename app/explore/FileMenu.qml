// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// What can be done with a file of a list: by this menu, or by its keys, which handle() knows.
ActionMenu {
    id: root

    required property FileActions files
    /// Whether the list shows a file's details only when it is asked to.
    property bool hasDetails: false
    property double fileId: 0

    signal detailsWanted

    function openFor(id: double, item: Item, place: point) {
        if (id === 0)
            return;
        root.fileId = id;
        root.openAt(item, place);
    }

    /// Does what a key means for the file \a id; \a row is where the menu opens. False for all other keys.
    function handle(event: KeyEvent, id: double, row: Item): bool {
        const isReturn = event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
        const withControl = (event.modifiers & Qt.ControlModifier) !== 0;
        if (id === 0)
            return false;
        if (isReturn && withControl)
            root.files.showInFolder(id);
        else if (isReturn)
            root.files.open(id);
        else if (event.key === Qt.Key_C && withControl)
            root.files.copyPath(id);
        else if (event.key === Qt.Key_Menu || (event.key === Qt.Key_F10 && (event.modifiers & Qt.ShiftModifier)))
            root.openFor(id, row, Qt.point(Theme.huge, row ? row.height : 0));
        else
            return false;
        return true;
    }

    objectName: "fileMenu"

    ActionMenuItem {
        objectName: "menuOpen"
        iconName: "open"
        text: qsTr("Open")
        keys: qsTr("Return")
        onTriggered: root.files.open(root.fileId)
    }
    ActionMenuItem {
        objectName: "menuShowInFolder"
        iconName: "folder"
        text: qsTr("Show in folder")
        keys: qsTr("Ctrl+Return")
        onTriggered: root.files.showInFolder(root.fileId)
    }
    ActionMenuItem {
        objectName: "menuCopyPath"
        iconName: "clipboard"
        text: qsTr("Copy path")
        keys: qsTr("Ctrl+C")
        onTriggered: root.files.copyPath(root.fileId)
    }
    ActionMenuItem {
        objectName: "menuDetails"
        height: root.hasDetails ? implicitHeight : 0
        visible: root.hasDetails
        iconName: "details"
        text: qsTr("Details")
        keys: qsTr("Space")
        onTriggered: root.detailsWanted()
    }
}
