// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideDemo

/// Says that new figures are on their way: between the head of a card and its content.
AsyncSlot {
    id: root

    implicitHeight: 1

    BusyBar {
        y: -Theme.small
        width: parent.width
        progress: root.result.progress
        animated: root.animated
    }
}
