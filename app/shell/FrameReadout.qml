// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideDemo

/// Says how long frames took while something was under way: proof that the window never stalls.
Row {
    id: root

    property bool isActive: false
    /// Without words, where there is no room for them.
    property bool isBrief: false
    readonly property real wordyWidth: meter.width + root.spacing + Math.ceil(widest.width)

    function restart() {
        meter.reset();
    }

    spacing: Theme.small
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Frame times: %1").arg(text.text)

    FrameMeter {
        id: meter

        anchors.verticalCenter: parent.verticalCenter
        width: 80
        height: 18
        active: root.isActive
        color: Theme.good
        slowColor: Theme.danger
        Accessible.ignored: true
    }
    // Room for any number, so that nothing beside it moves as they come.
    TextMetrics {
        id: widest

        font: text.font
        text: qsTr("%1 ms a frame, longest %2 ms").arg(8888).arg(8888)
    }
    PlainText {
        id: text

        objectName: "frameText"
        anchors.verticalCenter: parent.verticalCenter
        width: Math.ceil(widest.width)
        horizontalAlignment: Text.AlignRight
        visible: !root.isBrief
        opacity: meter.measured ? 1 : 0
        color: Theme.mutedText
        font.pixelSize: Theme.captionSize
        text: qsTr("%1 ms a frame, longest %2 ms").arg(Math.round(meter.average)).arg(Math.round(meter.longest))
        Accessible.ignored: true
    }
}
