// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Aside
import AsideDemo

/// What is there, what is under way, what could not be read, and how smooth the window is.
Rectangle {
    id: root

    required property ExploreModel explore
    required property TaskObserver scan
    required property bool isBusy

    readonly property string shortState: root.scan.running ? qsTr("Scanning") : root.scan.canceled ? qsTr("Stopped before the end") : root.scan.failed ? qsTr("The scan failed") : qsTr("Scanned")
    readonly property string longState: root.scan.running ? qsTr("Scanning: %1").arg(root.explore.scanText) : root.scan.canceled || root.scan.failed ? root.shortState : qsTr("Scanned: %1").arg(root.explore.scanText)
    /// What is left for the scan and the frame times.
    readonly property real room: root.width - 2 * Theme.large - hits.implicitWidth - 4 * Theme.medium - Theme.iconSize - (problemsButton.visible ? problemsButton.implicitWidth : 0)

    implicitHeight: 40
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.border
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.large
        anchors.rightMargin: Theme.large
        spacing: Theme.medium

        Spinner {
            running: root.isBusy
        }
        TextMetrics {
            id: wish

            font.pixelSize: Theme.bodySize
            text: root.longState
        }
        TextMetrics {
            id: leastWish

            font.pixelSize: Theme.bodySize
            text: root.shortState
        }
        PlainText {
            id: hits

            objectName: "hitsText"
            visible: root.explore.folder !== ""
            text: root.explore.hitsText
        }
        PlainText {
            objectName: "scanText"
            Layout.fillWidth: true
            visible: root.explore.folder !== ""
            color: Theme.mutedText
            text: wish.width + frames.implicitWidth + Theme.large <= root.room ? root.longState : root.shortState
        }
        Item {
            Layout.fillWidth: true
            visible: root.explore.folder === ""
        }
        ActionButton {
            id: problemsButton

            objectName: "problemsButton"
            implicitHeight: 28
            visible: root.explore.problems.length > 0
            flat: true
            iconName: "warning"
            textColor: Theme.caution
            text: root.explore.problems.length === 1 ? qsTr("1 place unread") : qsTr("%1 places unread").arg(root.explore.problems.length)
            hint: qsTr("Show what could not be read")
            onClicked: problems.open()

            ProblemsPopup {
                id: problems

                objectName: "problemsPopup"
                y: -height - Theme.small
                x: parent.width - width
                problems: root.explore.problems
            }
        }
        FrameReadout {
            id: frames

            isActive: root.isBusy
            isBrief: root.room < frames.wordyWidth + leastWish.width + Theme.large
        }
        Connections {
            target: root.scan
            function onChanged() {
                if (root.scan.running)
                    frames.restart();
            }
        }
    }
}
