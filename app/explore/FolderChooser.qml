// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import AsideDemo

/// Asks for a folder: by walking there, by typing where it is, or among those of before.
Popup {
    id: root

    required property RecentFolders recent

    signal chosen(folder: url)

    function openAt(folder: url) {
        places.goTo(folder);
        root.open();
        listing.forceActiveFocus(Qt.PopupFocusReason);
    }

    function choose() {
        root.close();
        root.chosen(places.url());
    }

    anchors.centerIn: parent
    width: Math.min(root.recent.rows.count > 0 ? 800 : 560, parent ? parent.width - 2 * Theme.huge : 560)
    height: Math.min(520, parent ? parent.height - 2 * Theme.huge : 520)
    padding: Theme.large
    modal: true
    focus: true

    background: Rectangle {
        radius: Theme.radius + 3
        color: Theme.raised
        border.color: Theme.border
    }

    FolderPicker {
        id: places
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
                onClicked: places.goUp()
            }
            SearchField {
                id: field

                objectName: "folderField"
                Layout.fillWidth: true
                iconName: "folder"
                maximumLength: 4096
                Accessible.name: qsTr("Path of the folder")
                text: places.path
                onAccepted: places.goToTyped(field.text)
                Keys.onDownPressed: listing.forceActiveFocus(Qt.TabFocusReason)
            }
        }
        RowLayout {
            spacing: Theme.medium

            RecentList {
                objectName: "chooserRecent"
                Layout.preferredWidth: 220
                Layout.fillHeight: true
                visible: root.recent.rows.count > 0
                recent: root.recent
                onChosen: folder => {
                    root.close();
                    root.chosen(folder);
                }
            }
            Rectangle {
                Layout.fillWidth: true
                Layout.fillHeight: true
                radius: Theme.radius
                color: Theme.surface
                border.color: listing.activeFocus ? Theme.accent : Theme.border
                border.width: listing.activeFocus ? 2 : 1

                FolderView {
                    id: listing

                    anchors.fill: parent
                    anchors.margins: Theme.tiny
                    picker: places

                    FolderList { }
                }
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
                enabled: !places.folders.failed
                primary: true
                text: qsTr("Catalogue this folder")
                onClicked: root.choose()
            }
        }
    }
}
