// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// The frames of an item's window, over the time that a FramePlot shows.
FrameTimes {
    id: root

    required property Item item

    readonly property Connections connections: Connections {
        // Emitted on the GUI thread, once for each frame, whichever way the window is rendered.
        target: root.active ? root.item.Window.window : null
        function onAfterAnimating() {
            root.frame();
        }
    }

    capacity: 1200
}
