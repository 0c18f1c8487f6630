// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
pragma Singleton

import QtQuick

/// The one visual language: colours, spacing, type and durations, light and dark.
QtObject {
    id: root

    enum Scheme {
        System,
        Light,
        Dark
    }

    property int scheme: Theme.System
    /// False for pictures, and for people who want less motion: things change, and do not move.
    property bool animated: true
    readonly property bool dark: root.scheme === Theme.Dark || (root.scheme === Theme.System && root.systemPalette.window.hslLightness < 0.5)

    readonly property SystemPalette systemPalette: SystemPalette { }

    readonly property color window: root.dark ? "#14161b" : "#f3f4f7"
    readonly property color surface: root.dark ? "#1b1e25" : "#ffffff"
    readonly property color raised: root.dark ? "#252a34" : "#ffffff"
    readonly property color hovered: root.dark ? "#232833" : "#f0f2f6"
    readonly property color pressed: root.dark ? "#2d3340" : "#e3e7ee"
    readonly property color border: root.dark ? "#2e3440" : "#dde1e8"
    readonly property color text: root.dark ? "#e7eaf0" : "#1a1e26"
    readonly property color mutedText: root.dark ? "#9aa3b2" : "#606878"
    readonly property color accent: root.dark ? "#86a2ff" : "#3558d4"
    readonly property color accentText: root.dark ? "#10162a" : "#ffffff"
    readonly property color selected: root.dark ? "#2a3557" : "#e4eafd"
    readonly property color danger: root.dark ? "#ff9a9a" : "#ad1f2d"
    readonly property color dangerSurface: root.dark ? "#3b2327" : "#fdecec"
    readonly property color caution: root.dark ? "#f0c36d" : "#8a5800"
    readonly property color good: root.dark ? "#6fd39a" : "#1b7a43"

    readonly property int tiny: 4
    readonly property int small: 8
    readonly property int medium: 12
    readonly property int large: 16
    readonly property int huge: 24

    readonly property int radius: 7
    readonly property int rowHeight: 32
    readonly property int largeRowHeight: 50
    readonly property int controlHeight: 36
    readonly property int iconSize: 18

    readonly property int captionSize: 11
    readonly property int bodySize: 13
    readonly property int titleSize: 16
    readonly property int heroSize: 22
    readonly property string monospace: "monospace"

    readonly property int quick: root.animated ? 90 : 0
    readonly property int gentle: root.animated ? 180 : 0
    readonly property int turn: 900
}
