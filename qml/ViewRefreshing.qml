// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// Says over old content that new is on its way.
AsyncSlot {
    id: root

    implicitHeight: bar.implicitHeight

    BusyBar {
        id: bar

        objectName: "refreshing"
        width: parent.width
        progress: root.result.progress
        animated: root.animated
    }
}
