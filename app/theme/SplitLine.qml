// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import AsideDemo

/// The line between two panes: thin to look at, wide enough to grab.
Rectangle {
    id: root

    readonly property bool isLive: T.SplitHandle.hovered || T.SplitHandle.pressed

    implicitWidth: 1
    color: root.isLive ? Theme.accent : Theme.border
    containmentMask: Item {
        x: -4
        width: 9
        height: root.height
    }
}
