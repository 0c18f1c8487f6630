// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQml
import AsideFixtures

QtObject {
    id: root

    required property Counter counter
    readonly property int total: root.counter.a + root.counter.b
    readonly property string label: root.counter.label
    property bool wentOn: false

    function setA(value: int) {
        root.counter.a = value
        root.wentOn = true
    }
}
