// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick

/// Choices of which one holds, as each of them sees it.
Row {
    id: root

    property string label
    property int current: 0
    /// What their objects are called, with a number each.
    property string prefix

    signal chosen(index: int)
}
