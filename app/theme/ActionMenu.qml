// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// A menu of ActionMenuItems, as wide as the widest of them.
Menu {
    id: root

    readonly property real widest: {
        let most = 160;
        for (let i = 0; i < root.count; ++i)
            most = Math.max(most, root.itemAt(i).implicitWidth);
        return most;
    }

    /// Opens at \a place of \a item, with the first entry ready for the keyboard.
    function openAt(item: Item, place: point) {
        root.popup(item, place.x, place.y);
        root.currentIndex = 0;
    }

    width: root.widest + root.leftPadding + root.rightPadding
    padding: Theme.tiny
    margins: Theme.tiny
    modal: true
    dim: false

    background: Rectangle {
        radius: Theme.radius + 1
        color: Theme.raised
        border.color: Theme.border
    }
}
