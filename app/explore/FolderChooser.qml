// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import AsideDemo

/// Asks for a folder: by walking there, or by typing where it is.
Popup {
    id: root

    signal chosen(folder: url)

    function openAt(folder: url) {
        picker.goTo(folder);
        root.open();
        view.forceActiveFocus(Qt.PopupFocusReason);
    }

    function choose() {
        root.close();
        root.chosen(picker.url());
    }

    anchors.centerIn: parent
    width: 560
    height: 480
    padding: Theme.large
    modal: true
    focus: true

    background: Rectangle {
        radius: Theme.radius + 3
        color: Theme.raised
        border.color: Theme.border
    }

    FolderPicker {
        id: picker

        onFoldersChanged: view.currentIndex = 0
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.medium

        PlainText {
            text: qsTr("Choose a folder to catalogue")
            font.pixelSize: Theme.titleSize
            font.weight: Font.DemiBold
        }
        RowLayout {
            spacing: Theme.small

            ActionButton {
                objectName: "folderUp"
                iconName: "up"
                hint: qsTr("The folder above (Backspace)")
                onClicked: picker.goUp()
            }
            SearchField {
                id: field

                objectName: "folderField"
                Layout.fillWidth: true
                iconName: "folder"
                maximumLength: 4096
                Accessible.name: qsTr("Path of the folder")
                text: picker.path
                onAccepted: picker.goToTyped(field.text)
                Keys.onDownPressed: view.forceActiveFocus(Qt.TabFocusReason)
            }
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.fillHeight: true
            radius: Theme.radius
            color: Theme.surface
            border.color: view.activeFocus ? Theme.accent : Theme.border
            border.width: view.activeFocus ? 2 : 1

            ListView {
                id: view

                objectName: "folderList"
                anchors.fill: parent
                anchors.margins: Theme.tiny
                clip: true
                activeFocusOnTab: true
                boundsBehavior: Flickable.StopAtBounds
                highlightMoveDuration: 0
                model: picker.folders
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Folders here")

                delegate: FolderDelegate { }
                ScrollBar.vertical: ThinScrollBar { }

                TapHandler {
                    onTapped: point => {
                        view.forceActiveFocus(Qt.MouseFocusReason);
                        view.currentIndex = view.indexAt(0, view.contentY + point.position.y);
                    }
                    onDoubleTapped: picker.enter(view.currentIndex)
                }
                Keys.onReturnPressed: picker.enter(view.currentIndex)
                Keys.onEnterPressed: picker.enter(view.currentIndex)
                Keys.onRightPressed: picker.enter(view.currentIndex)
                Keys.onLeftPressed: picker.goUp()
                Keys.onPressed: event => {
                    if (event.key === Qt.Key_Backspace) {
                        picker.goUp();
                        event.accepted = true;
                    }
                }
            }
            PlainText {
                anchors.centerIn: parent
                visible: view.count === 0
                color: picker.problem === "" ? Theme.mutedText : Theme.danger
                text: picker.problem !== "" ? picker.problem : picker.task("list").running ? qsTr("Looking…") : qsTr("No folders here.")
            }
        }
        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.small

            ActionButton {
                text: qsTr("Cancel")
                onClicked: root.close()
            }
            ActionButton {
                objectName: "folderChoose"
                enabled: picker.problem === ""
                primary: true
                text: qsTr("Catalogue this folder")
                onClicked: root.choose()
            }
        }
    }
}
