// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Window
import AsideDemo

/// An icon of resources/icons in the colour of its surroundings.
Image {
    id: root

    property string name
    property color color: Theme.text
    property int size: Theme.iconSize

    readonly property string hex: root.color.toString().slice(1)
    readonly property int pixels: Math.round(root.size * Screen.devicePixelRatio)

    width: root.size
    height: root.size
    source: root.name === "" ? "" : `image://icons/${root.name}/${root.hex}/${root.pixels}`
    Accessible.ignored: true
}
