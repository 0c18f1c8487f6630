// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQml
import Aside
import AsideFixtures

/// Remembers what it was told of a value, and in which order.
AsyncValue {
    id: root

    required property Profile vm
    property var told: []

    result: root.vm.org
    onOkChanged: root.told.push(`ok ${root.ok}, ${root.value}`)
    onValueChanged: root.told.push(`value ${root.value}`)
}
