// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import AsideDemo

/// Long runs that talk to the state while they run: a counter that many count at once, and a thread that
/// comes by a token.
RailPage {
    id: root

    required property BackgroundModel background

    title: qsTr("Background")
    iconName: "layers"
    isLive: root.background.running > 0
    onBackWanted: {
        if (root.background.problem !== "")
            root.background.problem = "";
        else
            root.background.stopAll();
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        SplitView {
            Layout.fillWidth: true
            Layout.fillHeight: true

            handle: SplitLine { }

            ColumnLayout {
                SplitView.fillWidth: true
                SplitView.minimumWidth: 360
                spacing: 0

                CounterPanel {
                    Layout.fillWidth: true
                    focus: true
                    background: root.background
                }
                InstanceList {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    background: root.background
                }
            }
            FingerprintPanel {
                SplitView.preferredWidth: Math.min(380, root.width * 0.36)
                SplitView.minimumWidth: 220
                SplitView.maximumWidth: root.width / 2
                background: root.background
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Math.max(40, runningText.implicitHeight + Theme.small)
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
                    running: root.visible && root.background.running > 0
                }
                PlainText {
                    id: runningText

                    objectName: "runningText"
                    Layout.fillWidth: true
                    text: root.background.running === 0 ? qsTr("Nothing counts") : root.background.running === 1 ? qsTr("1 instance counts, and keeps a thread while it sleeps") : qsTr("%1 instances count, and each keeps a thread while it sleeps").arg(root.background.running)
                    color: Theme.mutedText
                    wrapMode: Text.Wrap
                }
                FrameReadout {
                    isActive: root.visible && root.background.running > 0
                }
            }
        }
    }
}
