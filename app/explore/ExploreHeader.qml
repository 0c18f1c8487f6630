// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Aside
import AsideDemo

/// Which folder, what to look for in it, and scan or stop.
Rectangle {
    id: root

    required property ExploreModel explore
    required property TaskObserver scan

    signal folderWanted
    signal listWanted

    function focusSearch() {
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
    }

    /// Goes on with the search by \a text.
    function type(text: string) {
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.insert(field.length, text);
        root.explore.filter = field.text;
    }

    implicitHeight: 60
    color: Theme.surface

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.large
        anchors.rightMargin: Theme.large
        spacing: Theme.medium

        Image {
            source: "qrc:/aside-demo/icons/aside-demo.svg"
            sourceSize.width: 56
            sourceSize.height: 56
            Layout.preferredWidth: 28
            Layout.preferredHeight: 28
            Accessible.ignored: true
        }
        ActionButton {
            objectName: "folderButton"
            Layout.maximumWidth: root.width * 0.4
            iconName: "folder"
            text: root.explore.folder === "" ? qsTr("Choose a folder…") : root.explore.folder
            hint: qsTr("Choose another folder (Ctrl+O)")
            onClicked: root.folderWanted()
        }
        SearchField {
            id: field

            objectName: "searchField"
            Layout.fillWidth: true
            focus: true
            enabled: root.explore.folder !== ""
            prompt: qsTr("Search names and paths (Ctrl+F)")
            shortPrompt: qsTr("Search")
            text: root.explore.filter
            onTextEdited: {
                root.explore.duplicates.close();
                root.explore.filter = field.text;
            }
            Keys.onDownPressed: root.listWanted()
            onAccepted: root.listWanted()
        }
        ActionButton {
            objectName: "duplicatesButton"
            enabled: root.explore.folder !== ""
            iconName: "copies"
            text: root.width >= 900 ? qsTr("Duplicates") : ""
            textColor: root.explore.duplicates.isOpen ? Theme.accent : Theme.text
            hint: root.explore.duplicates.isOpen ? qsTr("Back to the list of files (Esc)") : qsTr("Find files of equal content (Ctrl+D)")
            onClicked: root.explore.duplicates.isOpen ? root.explore.duplicates.close() : root.explore.duplicates.open()
        }
        ActionTaskButton {
            objectName: "scanButton"
            enabled: root.explore.folder !== ""
            task: root.scan
            iconName: "refresh"
            text: qsTr("Scan again")
            cancelText: qsTr("Stop")
            tip: root.scan.running ? qsTr("Stop the scan (Esc)") : qsTr("Scan the folder again (F5)")
            onStart: root.explore.rescan()
        }
    }
}
