// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Aside
import AsideDemo

/// The latest frames of one way, and the longest of all.
Rectangle {
    id: root

    required property string title
    required property string explanation
    required property FrameTimes frames
    required property bool isCurrent

    radius: Theme.radius
    color: Theme.surface
    border.width: root.isCurrent ? 2 : 1
    border.color: root.isCurrent ? Theme.accent : Theme.border
    Accessible.role: Accessible.Chart
    Accessible.name: root.frames.measured ? qsTr("%1: longest stall %2, %3 of %4 frames late").arg(root.title).arg(longest.text).arg(root.frames.lateCount).arg(root.frames.count) : qsTr("%1: not measured yet").arg(root.title)

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.medium
        spacing: Theme.small

        RowLayout {
            spacing: Theme.small

            ColumnLayout {
                spacing: 0

                PlainText {
                    Layout.fillWidth: true
                    text: root.title
                    font.pixelSize: Theme.titleSize
                    font.weight: Font.DemiBold
                }
                PlainText {
                    Layout.fillWidth: true
                    text: root.explanation
                    color: Theme.mutedText
                    font.pixelSize: Theme.captionSize
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                }
            }
            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                spacing: 0

                PlainText {
                    id: longest

                    objectName: "longestStall"
                    Layout.alignment: Qt.AlignRight
                    visible: root.frames.measured
                    text: root.frames.measured ? qsTr("%1 ms").arg(Number(root.frames.longest).toLocaleString(Qt.locale(), "f", 0)) : ""
                    color: root.frames.longest > 100 ? Theme.danger : Theme.good
                    font.pixelSize: Theme.heroSize
                    font.weight: Font.DemiBold
                }
                PlainText {
                    Layout.alignment: Qt.AlignRight
                    text: root.frames.measured ? qsTr("longest stall") : qsTr("not measured yet")
                    color: Theme.mutedText
                    font.pixelSize: Theme.captionSize
                }
            }
        }
        Item {
            id: area

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: 60

            FramePlot {
                id: framePlot

                x: 40
                y: Theme.small
                width: area.width - x
                height: area.height - y - caption.height - 2
                times: root.frames.latest
                late: root.frames.late
                color: Theme.good
                lateColor: Theme.danger
                textColor: Theme.surface
                textSize: Theme.captionSize
            }
            // A frame at 60 a second, what people notice, and what feels stuck.
            ChartMark {
                plot: framePlot
                milliseconds: 16.7
                isStrong: true
            }
            ChartMark {
                plot: framePlot
                milliseconds: 50
            }
            ChartMark {
                plot: framePlot
                milliseconds: 100
            }
            Rectangle {
                x: framePlot.x
                y: framePlot.y + framePlot.height
                width: framePlot.width
                height: 1
                color: Theme.mutedText
            }
            PlainText {
                id: caption

                anchors.bottom: parent.bottom
                anchors.right: parent.right
                width: framePlot.width
                horizontalAlignment: Text.AlignRight
                text: qsTr("ms a frame, the last %1 s").arg(framePlot.seconds)
                color: Theme.mutedText
                font.pixelSize: Theme.captionSize
                Accessible.ignored: true
            }
        }
    }
}
