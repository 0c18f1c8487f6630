// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import AsideDemo

/// A closer look at the selected file; while none is, the largest ones to choose from.
FocusScope {
    id: root

    required property ExploreModel explore
    required property bool isScanning
    readonly property details details: root.explore.details
    readonly property bool hasSelection: root.explore.hasSelection

    function takeFocus() {
        if (preview.visible)
            preview.forceActiveFocus();
        else if (root.hasSelection)
            back.forceActiveFocus();
        else
            largest.forceActiveFocus();
    }

    onHasSelectionChanged: {
        if (root.activeFocus)
            root.takeFocus();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.window
    }
    Placeholder {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.huge
        visible: !root.hasSelection && !largest.visible
        isSmall: true
        iconName: "file"
        title: qsTr("No file selected")
        text: qsTr("Select one to see what it is.")
    }
    LargestView {
        id: largest

        anchors.fill: parent
        visible: !root.hasSelection && root.explore.largest.count > 0
        explore: root.explore
        isScanning: root.isScanning
    }
    ActionButton {
        id: back

        objectName: "detailsBack"
        x: Theme.small
        y: Theme.small
        visible: root.hasSelection
        flat: true
        iconName: "back"
        text: qsTr("Largest files")
        hint: qsTr("Close this file, back to the largest files")
        onClicked: root.explore.select(-1)
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.large
        anchors.topMargin: back.y + back.height + Theme.small
        spacing: Theme.medium
        visible: root.hasSelection && !root.details.isEmpty

        PlainText {
            objectName: "detailsName"
            Layout.fillWidth: true
            text: root.details.name
            font.pixelSize: Theme.titleSize
            font.weight: Font.DemiBold
            wrapMode: Text.WrapAnywhere
            maximumLineCount: 3
        }
        FileButtons {
            files: root.explore.files
            fileId: root.explore.selectedFile
        }
        GridLayout {
            Layout.fillWidth: true
            columns: 2
            columnSpacing: Theme.medium
            rowSpacing: Theme.tiny

            Fact {
                label: qsTr("Type")
                value: root.details.type
            }
            Fact {
                label: qsTr("Size")
                value: root.details.size
            }
            Fact {
                label: qsTr("Dimensions")
                value: root.details.dimensions
            }
            Fact {
                label: qsTr("Modified")
                value: root.details.modified
            }
            Fact {
                label: qsTr("Created")
                value: root.details.created
            }
            Fact {
                label: qsTr("Rights")
                value: root.details.rights
            }
            Fact {
                label: qsTr("Leads to")
                value: root.details.linkTarget
            }
            Fact {
                label: qsTr("Folder")
                value: root.details.place
                isPath: true
            }
        }
        PlainText {
            objectName: "detailsNote"
            Layout.fillWidth: true
            visible: root.details.note !== ""
            text: root.details.note
            color: Theme.caution
            wrapMode: Text.Wrap
        }
        Picture {
            objectName: "picture"
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.details.hasPicture
            details: root.details
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Picture of %1").arg(root.details.name)
        }
        TextPreview {
            id: preview

            objectName: "textPreview"
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.details.lines.length > 0
            details: root.details
        }
        Item {
            Layout.fillHeight: true
            visible: !root.details.hasPicture && root.details.lines.length === 0
        }
    }
}
