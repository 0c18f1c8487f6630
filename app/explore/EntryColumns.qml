// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
pragma Singleton

import QtQuick

/// How wide the columns of the list are, in its head and in its rows.
QtObject {
    readonly property int sizeWidth: 86
    readonly property int modifiedWidth: 130
    /// Below this width of the list, dates make way for names.
    readonly property int narrow: 520
}
