// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// How a run ended, as a mark: a disc for one that is done, a diamond for a failure, a hollow square for one
/// that was canceled, an upright bar for one that was superseded.
Item {
    id: root

    required property int outcome
    required property color color
    readonly property bool isSuperseded: root.outcome === Aside.Superseded
    readonly property bool isFailure: root.outcome === Aside.Failed
    readonly property bool isHollow: root.outcome === Aside.Canceled

    implicitWidth: 9
    implicitHeight: 9
    Accessible.ignored: true

    Rectangle {
        anchors.centerIn: parent
        width: root.isSuperseded ? 4 : root.isFailure ? 8 : root.width
        height: root.isSuperseded ? root.height + 4 : root.isFailure ? 8 : root.height
        rotation: root.isFailure ? 45 : 0
        radius: root.outcome === Aside.Ok ? root.width / 2 : root.isFailure ? 0 : 1
        antialiasing: root.outcome === Aside.Ok || root.isFailure
        color: root.isHollow ? root.palette.window : root.color
        border.width: root.isHollow ? 2 : 0
        border.color: root.color
    }
}
