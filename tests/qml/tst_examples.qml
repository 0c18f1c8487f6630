// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideFixtures

// The examples for QML in the headers, as they stand there.
StrictCase {
    id: root

    name: "Examples"

    property ExamplesPage page: null

    Component {
        id: pageOf
        ExamplesPage { }
    }

    function init() {
        failOnWarning(/.?/)
        root.page = createTemporaryObject(pageOf, root) as ExamplesPage
    }
    function cleanup() {
        root.page = null
    }

    function test_scriptable() {
        const vm = root.page.counter
        vm.assign("count", 5)

        vm.assign("title", "Tides")
        vm.assign({ first: 1, second: 2 }) // one commit
        vm.update("count", n => n + 1)

        compare(vm.value("count"), 6)
        compare([vm.value("first"), vm.value("second")], [1, 2])
        compare(root.page.text, "Tides")
        vm.assign("title", "Ebb")
        compare(root.page.text, "Ebb")
    }

    function test_taskObserver() {
        verify(!root.page.isBusy)
        root.page.counter.load("scan", 0.5, "late")
        verify(root.page.isBusy)
        root.page.stop.clicked()
        verify(!root.page.isBusy)
        verify(root.page.counter.task("scan").canceled)
        root.page.counter.openGate()
    }
}
