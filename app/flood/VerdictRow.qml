// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import AsideDemo

/// One line of the verdict: a way, and what was measured of it.
RowLayout {
    id: root

    required property string way
    property string stall
    property string late
    property string sent
    property string arrived
    property string growth
    property bool isHeader: false
    property bool isMeasured: true

    spacing: Theme.medium
    Accessible.role: Accessible.Row
    Accessible.name: root.isMeasured ? `${root.way}, ${root.stall}, ${root.late}, ${root.sent}, ${root.arrived}, ${root.growth}` : qsTr("%1: not measured yet").arg(root.way)

    VerdictCell {
        text: root.way
        isHeader: root.isHeader
        isStrong: true
        horizontalAlignment: Text.AlignLeft
    }
    VerdictCell {
        visible: root.isMeasured
        text: root.stall
        isHeader: root.isHeader
        isStrong: true
    }
    VerdictCell {
        visible: root.isMeasured
        text: root.late
        isHeader: root.isHeader
    }
    VerdictCell {
        visible: root.isMeasured
        text: root.sent
        isHeader: root.isHeader
    }
    VerdictCell {
        visible: root.isMeasured
        text: root.arrived
        isHeader: root.isHeader
    }
    VerdictCell {
        visible: root.isMeasured
        text: root.growth
        isHeader: root.isHeader
    }
    VerdictCell {
        weight: 5
        visible: !root.isMeasured
        text: qsTr("not measured yet")
        color: Theme.mutedText
    }
}
