// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Aside
import AsideFixtures

StrictCase {
    id: root

    name: "TaskListModel"

    property Counter vm: null
    property TaskListModel runs: null

    Component {
        id: counter
        Counter { objectName: "harbour" }
    }
    Component {
        id: runsOf
        TaskListModel { active: true }
    }
    Component {
        id: filterOf
        TaskFilter { }
    }
    SignalSpy {
        id: inserted
        target: root.runs
        signalName: "rowsInserted"
    }

    function init() {
        failOnWarning(/.?/)
        root.vm = createTemporaryObject(counter, root) as Counter
        root.runs = createTemporaryObject(runsOf, root) as TaskListModel
        inserted.clear()
    }

    function get(row: int, role: string): var {
        const roles = { taskId: 0, name: 1, viewModel: 2, lane: 3, status: 4, outcome: 5, progress: 6, text: 7, failure: 8,
                        waited: 9, ran: 10, startedAt: 11, beganAt: 12, endedAt: 13 }
        return root.runs.data(root.runs.index(row, 0), Qt.UserRole + roles[role])
    }
    function names(): string {
        return Array.from({ length: root.runs.count }, (_, row) => get(row, "name")).join()
    }
    function run(name: string) {
        root.vm.load(name, 0.5, "done")
        root.vm.openGate()
        tryVerify(() => !root.vm.task(name).running)
        tryCompare(root.runs, "liveCount", 0)
    }

    function test_run_isListedFromItsStartThroughItsEnd() {
        compare(root.runs.count, 0)
        root.vm.load("scan", 0.5, "done")
        tryCompare(root.runs, "count", 1)
        compare(root.runs.liveCount, 1)
        compare(get(0, "name"), "scan")
        compare(get(0, "viewModel"), "harbour")
        compare(get(0, "outcome"), Aside.None)
        compare(get(0, "endedAt"), -1)
        tryVerify(() => get(0, "progress") === 0.5)
        compare(get(0, "text"), "loading")
        root.vm.openGate()
        tryVerify(() => get(0, "outcome") === Aside.Ok)
        compare(root.runs.count, 1)
        compare(root.runs.liveCount, 0)
        verify(get(0, "startedAt") <= get(0, "beganAt"))
        verify(get(0, "beganAt") + get(0, "ran") <= get(0, "endedAt") + 1)
        verify(get(0, "endedAt") <= root.runs.now())
    }
    function test_failure_isListedWithItsText() {
        ignoreWarning(/task "?scan"? failed: no <b>disk<\/b>/)
        root.vm.loadInVain("scan", "no <b>disk</b>")
        root.vm.openGate()
        tryVerify(() => root.runs.count === 1 && get(0, "outcome") === Aside.Failed)
        compare(get(0, "failure"), "no <b>disk</b>")
    }
    function test_supersededRun_isListedBesideItsFollower() {
        root.vm.load("scan", 0.5, "first")
        root.vm.load("scan", 0.5, "second")
        tryCompare(root.runs, "count", 2)
        tryVerify(() => get(0, "outcome") === Aside.Superseded)
        compare(get(1, "outcome"), Aside.None)
        verify(get(0, "taskId") < get(1, "taskId"))
        root.vm.openGate()
        root.vm.openGate()
        tryCompare(root.runs, "liveCount", 0)
    }
    function test_ended_areKeptUpToTheCapacity() {
        root.runs.capacity = 2
        root.vm.load("live", 0.5, "done")
        root.vm.load("a", 0.5, "done")
        root.vm.cancelAsync("a")
        root.vm.load("b", 0.5, "done")
        root.vm.cancelAsync("b")
        root.vm.load("c", 0.5, "done")
        root.vm.cancelAsync("c")
        tryVerify(() => names() === "live,b,c")
        compare(root.runs.liveCount, 1)
        root.runs.capacity = 1
        compare(names(), "live,c")
        root.runs.clear()
        compare(names(), "live")
        for (let i = 0; i < 4; ++i)
            root.vm.openGate()
        tryCompare(root.runs, "liveCount", 0)
    }
    function test_whatEndedFirst_goesFirst() {
        root.runs.capacity = 2
        for (const name of ["slow", "a", "b"])
            root.vm.load(name, 0.5, "done")
        tryCompare(root.runs, "liveCount", 3)
        let live = 3
        for (const name of ["a", "b", "slow"]) {
            root.vm.cancelAsync(name)
            tryCompare(root.runs, "liveCount", --live)
        }
        compare(names(), "slow,b")
        for (let i = 0; i < 3; ++i)
            root.vm.openGate()
    }
    function test_inactive_hearsOfNothing() {
        run("before")
        root.vm.load("during", 0.5, "done")
        tryCompare(root.runs, "count", 2)
        root.runs.active = false
        compare(names(), "before")
        root.vm.load("unheard", 0.5, "done")
        inserted.clear()
        root.vm.openGate()
        root.vm.openGate()
        tryVerify(() => !root.vm.task("unheard").running && !root.vm.task("during").running)
        compare(inserted.count, 0)
        // What is alive by then is found.
        root.vm.load("after", 0.5, "done")
        root.runs.active = true
        compare(names(), "before,after")
        root.vm.openGate()
        tryCompare(root.runs, "liveCount", 0)
        compare(root.runs.count, 2)
    }
    function test_refresh_bringsTheTimesUpToDate() {
        root.vm.load("scan", 0.5, "done")
        tryVerify(() => root.runs.count === 1 && get(0, "ran") >= 0)
        const before = get(0, "ran")
        tryVerify(() => { root.runs.refresh(); return get(0, "ran") > before })
        compare(root.runs.count, 1)
        root.vm.openGate()
        tryCompare(root.runs, "liveCount", 0)
    }
    function test_paused_noRunComesOrGoesButThoseThereChange() {
        root.runs.capacity = 1
        run("before")
        root.vm.load("a", 0.5, "done")
        tryCompare(root.runs, "count", 2)
        root.runs.paused = true
        root.vm.load("alive", 0.5, "done")
        root.vm.load("missed", 0.5, "done")
        tryCompare(root.runs, "missedCount", 2)
        root.vm.cancelAsync("missed")
        root.vm.cancelAsync("a")
        tryVerify(() => get(1, "outcome") === Aside.Canceled)
        compare(names(), "before,a")
        compare(root.runs.liveCount, 0)
        root.runs.paused = false
        compare(root.runs.missedCount, 0)
        compare(names(), "a,alive")
        compare(root.runs.liveCount, 1)
        root.vm.cancelAsync("alive")
        for (let i = 0; i < 3; ++i)
            root.vm.openGate()
        tryCompare(root.runs, "liveCount", 0)
    }
    function test_pausedWhileNobodyLooks_catchesUpLater() {
        root.runs.paused = true
        root.runs.active = false
        root.vm.load("a", 0.5, "done")
        root.runs.active = true
        compare(root.runs.count, 0)
        root.runs.paused = false
        compare(names(), "a")
        root.vm.openGate()
        tryCompare(root.runs, "liveCount", 0)
    }
    function test_filter_knowsTheRowOfARun() {
        for (const name of ["a", "b", "c"])
            run(name)
        const filter = createTemporaryObject(filterOf, root, { runs: root.runs }) as TaskFilter
        const id = get(0, "taskId")
        compare(filter.rowOf(id), 2)
        compare(filter.rowOf(0), -1)
        compare(filter.rowOf(id + 1000), -1)
        filter.text = "c"
        compare(filter.rowOf(id), -1)
        compare(filter.rowOf(get(2, "taskId")), 0)
    }
}
