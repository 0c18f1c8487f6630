// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// The latest number of one worker, as a level that rises and begins anew: cheap to draw, so that it is not the
/// drawing that takes the time.
Rectangle {
    id: root

    required property real number

    width: 8
    height: 44
    radius: 2
    color: Theme.border

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: (root.number % 1000) * parent.height / 1000
        radius: 2
        color: Theme.accent
    }
}
