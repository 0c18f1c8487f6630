// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideDemo

/// Says how long frames took while something was under way: proof that the window never stalls.
Row {
    id: root

    property bool isActive: false

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
    PlainText {
        id: text

        objectName: "frameText"
        anchors.verticalCenter: parent.verticalCenter
        visible: meter.measured
        color: Theme.mutedText
        font.pixelSize: Theme.captionSize
        text: qsTr("%1 ms a frame, longest %2 ms").arg(Math.round(meter.average)).arg(Math.round(meter.longest))
        Accessible.ignored: true
    }
}
