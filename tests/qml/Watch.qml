// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQml
import AsideFixtures

/// Remembers what each evaluation of its bindings saw, and not only what came out at last.
QtObject {
    id: root

    required property Counter vm
    property var seen: []

    readonly property int total: root.vm.a + root.vm.b
    onTotalChanged: root.see(`total ${root.total}`)

    readonly property int declared: root.see(`declared ${root.vm.a + root.vm.b}`)
    readonly property int dynamic: root.see(`dynamic ${root.vm.assigns.x + root.vm.assigns.y}`)
    readonly property int mixed: root.see(`mixed ${root.vm.a + root.vm.assigns.x}`)

    function see(what: string): int {
        return root.seen.push(what)
    }
}
