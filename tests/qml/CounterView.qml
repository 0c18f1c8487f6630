// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQml
import AsideFixtures

/// A view of a view model that may come and go.
QtObject {
    id: root

    required property Counter counter
    readonly property int total: root.counter ? root.counter.a + root.counter.b : -1
    readonly property int extra: root.counter?.assigns.extra ?? -1
    readonly property bool running: root.counter?.task("scan").running ?? false
}
