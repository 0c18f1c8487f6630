// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import AsideDemo

/// A thread that Aside did not start, and what it tells by a token; also when its panel is closed.
FocusScope {
    id: root

    required property BackgroundModel background
    readonly property FingerprintModel fingerprint: root.background.fingerprint
    readonly property bool isRunning: root.fingerprint !== null && root.fingerprint.running

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.large
        spacing: Theme.medium

        RowLayout {
            PlainText {
                Layout.fillWidth: true
                text: qsTr("By a token")
                font.pixelSize: Theme.titleSize
                font.weight: Font.DemiBold
            }
            ActionButton {
                objectName: "closePanel"
                visible: root.fingerprint !== null
                flat: true
                iconName: "close"
                hint: qsTr("Close the panel, also while its thread reads")
                onClicked: root.background.closeFingerprint()
            }
        }
        PlainText {
            Layout.fillWidth: true
            text: root.fingerprint === null ? qsTr("The panel's state is gone. A thread that still read for it has heard of that at its next block.") : qsTr("A thread that Aside did not start reads this program’s own file, in a hundred pieces and with a rest after each, and leaves its SHA-256 here.")
            color: Theme.mutedText
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.small

            ActionButton {
                objectName: "openPanel"
                visible: root.fingerprint === null
                text: qsTr("Open it again")
                onClicked: root.background.openFingerprint()
            }
            ActionButton {
                objectName: "fetchButton"
                visible: root.fingerprint !== null
                iconName: root.isRunning ? "stop" : "play"
                text: root.isRunning ? qsTr("Stop") : qsTr("Fetch")
                hint: root.isRunning ? qsTr("Tell the thread that it is not wanted any more") : qsTr("Start the thread")
                onClicked: root.isRunning ? root.fingerprint.stop() : root.fingerprint.start()
            }
        }
        ThinProgress {
            Layout.fillWidth: true
            visible: root.isRunning
            value: root.fingerprint === null ? 0 : root.fingerprint.progress
        }
        PlainText {
            objectName: "fetched"
            Layout.fillWidth: true
            visible: text !== ""
            text: root.fingerprint === null ? "" : root.fingerprint.problem !== "" ? root.fingerprint.problem : root.fingerprint.result
            color: root.fingerprint !== null && root.fingerprint.problem !== "" ? Theme.danger : Theme.text
            wrapMode: Text.WrapAnywhere
            elide: Text.ElideNone
        }
        PlainText {
            visible: journal.count > 0
            text: qsTr("How the threads ended")
            color: Theme.mutedText
            font.pixelSize: Theme.captionSize
            font.weight: Font.DemiBold
        }
        ListView {
            id: journal

            objectName: "journal"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: Theme.tiny
            boundsBehavior: Flickable.StopAtBounds
            model: root.background.log
            ScrollBar.vertical: ThinScrollBar { }

            delegate: PlainText {
                required property string modelData

                width: ListView.view ? ListView.view.width : 0
                text: modelData
                color: Theme.mutedText
                font.pixelSize: Theme.captionSize + 1
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
        }
    }
}
