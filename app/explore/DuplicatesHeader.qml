// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Aside
import AsideDemo

/// What the search for duplicates has found so far, and what can be done with it.
RowLayout {
    id: root

    required property DuplicatesModel duplicates
    required property TaskObserver finding
    required property bool isBusy

    spacing: Theme.small

    ActionButton {
        objectName: "duplicatesBack"
        flat: true
        iconName: "back"
        hint: qsTr("Back to the list of files (Esc)")
        onClicked: root.duplicates.close()
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        PlainText {
            objectName: "duplicatesResult"
            Layout.fillWidth: true
            text: root.duplicates.groups.count > 0 ? root.duplicates.resultText : qsTr("Duplicates")
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
        }
        PlainText {
            objectName: "duplicatesProgress"
            Layout.fillWidth: true
            color: Theme.mutedText
            font.pixelSize: Theme.captionSize + 1
            wrapMode: Text.Wrap
            text: root.duplicates.isWaiting ? qsTr("Waiting for the scan to end") : root.finding.running ? root.duplicates.progressText : root.finding.canceled ? qsTr("Stopped before the end") : root.finding.failed ? qsTr("The search failed") : qsTr("All files compared; nothing is ever deleted here")
        }
    }
    ActionButton {
        objectName: "duplicatesSkipped"
        implicitHeight: 28
        visible: root.duplicates.skippedCount > 0
        flat: true
        iconName: "warning"
        textColor: Theme.caution
        text: root.duplicates.skippedCount === 1 ? qsTr("1 left out") : qsTr("%1 left out").arg(root.duplicates.skippedCount)
        hint: qsTr("Show what could not be compared")
        onClicked: skipped.open()

        ProblemsPopup {
            id: skipped

            y: parent.height + Theme.small
            x: parent.width - width
            problems: root.duplicates.skipped
        }
    }
    ActionButton {
        objectName: "duplicatesAgain"
        iconName: root.isBusy ? "stop" : "refresh"
        text: root.isBusy ? qsTr("Stop") : qsTr("Look again")
        onClicked: root.isBusy ? root.duplicates.stop() : root.duplicates.find()
    }
}
