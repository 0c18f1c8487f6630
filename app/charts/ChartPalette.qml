// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
pragma Singleton

import QtQuick
import AsideDemo

/// Colours that are told apart in a legend, also by who does not see all of them, light and dark.
QtObject {
    readonly property list<color> colors: Theme.dark ? ["#86a2ff", "#f2b067", "#6fd39a", "#dd9bf0", "#8b95a5"] : ["#3558d4", "#b85c00", "#1b7a43", "#8a3ab9", "#77808f"]

    function color(group: int): color {
        return colors[Math.max(0, Math.min(group, colors.length - 1))];
    }
}
