// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideFixtures

StrictCase {
    id: root

    name: "TaskInspector"
    when: windowShown
    visible: true
    width: 900
    height: 500

    property Counter vm: null
    property TaskInspector inspector: null
    property ListView table: null
    property var loaded: []

    Component {
        id: counter
        Counter { objectName: "harbour" }
    }
    Component {
        id: inspectorOf
        TaskInspector { width: 900; height: 500 }
    }

    function init() {
        failOnWarning(/.?/)
        root.loaded = []
        root.vm = createTemporaryObject(counter, root) as Counter
        root.inspector = createTemporaryObject(inspectorOf, root) as TaskInspector
        root.table = findChild(root.inspector, "taskTable") as ListView
        verify(root.inspector.isWatching)
        root.table.forceActiveFocus(Qt.TabFocusReason)
    }
    function cleanup() {
        for (const name of root.loaded) {
            root.vm.cancelAsync(name)
            root.vm.openGate()
        }
        tryCompare(root.inspector, "liveCount", 0)
    }

    function load(names: var) {
        for (const name of names) {
            root.loaded.push(name)
            root.vm.load(name, 0.5, "done")
        }
        tryCompare(root.inspector, "liveCount", names.length)
    }
    function row(index: int): var {
        root.table.forceLayout()
        return root.table.itemAtIndex(index)
    }
    function names(): string {
        return Array.from({ length: root.table.count }, (_, index) => row(index).name).join()
    }
    function current(): string {
        return root.table.currentIndex < 0 ? "" : row(root.table.currentIndex).name
    }
    function choose(name: string) {
        mouseClick(findChild(root.inspector, name) as Item)
    }

    function test_runs_areListedTheNewestFirst() {
        load(["a", "b", "c"])
        tryCompare(root.table, "count", 3)
        compare(names(), "c,b,a")
        tryVerify(() => row(2).stateText === "Running")
        compare(row(2).viewModel, "harbour")
        tryVerify(() => row(2).progressText() === "50 %  loading")
        compare(row(2).Accessible.name, "a of harbour: Running")
        for (let i = 0; i < 3; ++i)
            root.vm.openGate()
        tryVerify(() => row(0).stateText === "Done")
        verify(row(0).ranUntilNow >= 0)
    }
    function test_keys_goFromRunToRun_data() {
        return [
            { tag: "first Down", keys: [Qt.Key_Down], current: "t29" },
            { tag: "Down", keys: [Qt.Key_Down, Qt.Key_Down], current: "t28" },
            { tag: "Up", keys: [Qt.Key_Down, Qt.Key_Down, Qt.Key_Up], current: "t29" },
            { tag: "Up at the first", keys: [Qt.Key_Down, Qt.Key_Up, Qt.Key_Up], current: "t29" },
            { tag: "End", keys: [Qt.Key_End], current: "t0" },
            { tag: "Down at the last", keys: [Qt.Key_End, Qt.Key_Down], current: "t0" },
            { tag: "Home", keys: [Qt.Key_End, Qt.Key_Home], current: "t29" },
            { tag: "page", keys: [Qt.Key_End, Qt.Key_PageUp, Qt.Key_PageDown], current: "t0" },
        ]
    }
    function test_keys_goFromRunToRun(data) {
        load(Array.from({ length: 30 }, (_, i) => `t${i}`))
        for (const key of data.keys)
            keyClick(key)
        compare(current(), data.current)
        verify(row(root.table.currentIndex).Accessible.selected)
    }
    function test_pageKeys_goFartherThanOne() {
        load(Array.from({ length: 30 }, (_, i) => `t${i}`))
        keyClick(Qt.Key_Home)
        keyClick(Qt.Key_PageDown)
        verify(root.table.currentIndex > 4 && root.table.currentIndex < 29)
    }
    function test_cancel_endsTheRunOfTheRow_data() {
        return [
            { tag: "Delete", cancel: () => { keyClick(Qt.Key_End); keyClick(Qt.Key_Delete) } },
            { tag: "button", cancel: () => mouseClick(findChild(row(1), "cancel") as Item) },
        ]
    }
    function test_cancel_endsTheRunOfTheRow(data) {
        load(["a", "b"])
        data.cancel()
        tryVerify(() => row(1).stateText === "Canceled")
        compare(row(0).hasEnded, false)
        verify(!findChild(row(1), "cancel").visible)
        verify(!root.vm.task("a").running)
        verify(root.vm.task("b").running)
        root.vm.openGate()
    }
    function test_deleteOnOneThatHasEnded_doesNothing() {
        load(["a"])
        root.vm.openGate()
        tryVerify(() => row(0).stateText === "Done")
        keyClick(Qt.Key_Down)
        keyClick(Qt.Key_Delete)
        compare(row(0).stateText, "Done")
    }
    function test_failure_isToldAsItIs() {
        ignoreWarning(/task "?scan"? failed: no <b>disk<\/b>/)
        root.vm.loadInVain("scan", "no <b>disk</b>")
        root.vm.openGate()
        tryVerify(() => root.table.count === 1 && row(0).stateText === "Failed")
        compare(row(0).progressText(), "no <b>disk</b>")
        compare(row(0).Accessible.description, "no <b>disk</b>")
    }
    function test_superseded_isToldApart() {
        load(["a"])
        root.vm.load("a", 0.5, "again")
        tryVerify(() => root.table.count === 2 && row(1).stateText === "Superseded")
        root.vm.openGate()
    }
    function test_text_narrows() {
        load(["scan", "search"])
        mouseClick(findChild(root.inspector, "filterText") as Item)
        for (const key of "SCAN")
            keyClick(key)
        compare(names(), "scan")
        keyClick(Qt.Key_X)
        compare(root.table.count, 0)
        tryVerify(() => (findChild(root.inspector, "nothing") as Item).visible)
        keyClick(Qt.Key_Escape)
        compare(names(), "search,scan")
    }
    function test_state_narrows() {
        ignoreWarning(/task "?broken"? failed: no/)
        root.vm.loadInVain("broken", "no")
        root.vm.openGate()
        tryVerify(() => root.table.count === 1 && row(0).stateText === "Failed")
        // At a gate of its own: if it is canceled before it begins, nobody passes that.
        const other = createTemporaryObject(counter, root) as Counter
        other.load("canceled", 0.5, "done")
        tryCompare(root.inspector, "liveCount", 1)
        other.cancelAsync("canceled")
        other.openGate()
        tryCompare(root.inspector, "liveCount", 0)
        load(["runs"])
        tryVerify(() => row(0).stateText === "Running")
        choose("chooseFailed")
        compare(names(), "broken")
        choose("chooseCanceled")
        compare(names(), "canceled")
        choose("chooseRunning")
        compare(names(), "runs")
        choose("chooseWaiting")
        compare(names(), "")
        // Who leaves the state leaves the table.
        choose("chooseOk")
        compare(names(), "")
        root.vm.openGate()
        tryVerify(() => names() === "runs")
        keyClick(Qt.Key_Tab)
        keyClick(Qt.Key_Backtab)
        keyClick(Qt.Key_Backtab)
        keyClick(Qt.Key_Space)
        compare(names(), "")
        choose("chooseAny")
        compare(names(), "runs,canceled,broken")
    }
    function test_invisible_costsNothing() {
        load(["a"])
        verify(root.inspector.moves)
        root.inspector.visible = false
        verify(!root.inspector.isWatching)
        verify(!root.inspector.moves)
        compare(root.table.count, 0)
        root.inspector.visible = true
        tryCompare(root.table, "count", 1)
        root.vm.openGate()
        tryCompare(root.inspector, "moves", false)
    }
    function test_time_passesOnlyWhileSomethingRuns() {
        load(["a"])
        tryVerify(() => row(0).beganAt >= 0)
        const before = row(0).ranUntilNow
        tryVerify(() => row(0).ranUntilNow > before)
        root.vm.openGate()
        tryCompare(root.inspector, "moves", false)
    }
}
