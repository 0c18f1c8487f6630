// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// A scroll bar that keeps out of the way, and that can be grabbed in a list of 100,000 rows.
ScrollBar {
    id: root

    policy: root.size < 1 ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
    minimumSize: 0.06
    padding: 3

    contentItem: Rectangle {
        implicitWidth: root.hovered || root.pressed ? 8 : 6
        implicitHeight: 6
        radius: width / 2
        color: Theme.mutedText
        opacity: root.pressed ? 0.8 : root.hovered ? 0.6 : 0.35
    }
}
