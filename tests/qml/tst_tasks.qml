// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Aside
import AsideFixtures

StrictCase {
    id: root

    name: "Tasks"

    property Counter vm: null
    property TaskObserver scan: null
    property TaskView view: null

    Component {
        id: counter
        Counter { }
    }
    Component {
        id: viewOf
        TaskView { }
    }
    SignalSpy {
        id: failed
        target: root.vm
        signalName: "taskFailed"
    }
    SignalSpy {
        id: finished
        target: root.vm
        signalName: "taskFinished"
    }

    function init() {
        failOnWarning(/.?/)
        root.vm = createTemporaryObject(counter, root) as Counter
        root.scan = root.vm.task("scan")
        root.view = createTemporaryObject(viewOf, root, { vm: root.vm }) as TaskView
        failed.clear()
        finished.clear()
    }
    function cleanup() {
        root.view = null
        root.scan = null
        root.vm = null
    }

    function test_observer_isThereBeforeTheFirstRun() {
        verify(root.scan)
        compare(root.vm.task("scan"), root.scan)
        compare(root.scan.name, "scan")
        verify(!root.view.running)
        compare(root.view.progress, -1)
        compare(root.view.failure, "")
        verify(!root.view.canceled)
        compare(root.scan.outcome, Aside.None)
        compare(root.scan.outcome, Aside.Outcome.None)
        compare(root.view.names, "")
    }

    function test_run_isShownFromItsStartToItsOutcome() {
        root.vm.load("scan", 0.5, "done")
        verify(root.view.running)
        tryCompare(root.view, "progress", 0.5)
        compare(root.view.text, "loading")
        tryCompare(root.view, "status", "running")
        compare(root.view.names, "scan")
        compare(root.vm.label, "")
        root.vm.openGate()
        tryVerify(() => !root.view.running)
        verify(root.view.ok)
        compare(root.vm.label, "done")
        compare(root.vm.a, 2)
        tryCompare(root.view, "status", "idle")
        compare(finished.count, 1)
        compare(finished.signalArguments[0][1], Aside.Ok)
    }

    function test_failure_isShownWithItsText() {
        ignoreWarning(/task "?scan"? failed: no <b>disk<\/b>/)
        root.vm.loadInVain("scan", "no <b>disk</b>")
        root.vm.openGate()
        tryCompare(root.view, "failure", "no <b>disk</b>")
        verify(root.scan.failed)
        compare(root.scan.outcome, Aside.Failed)
        compare(root.scan.failure.kind, Failure.Exception)
        compare(failed.count, 1)
        compare(failed.signalArguments[0][0], "scan")
        compare(failed.signalArguments[0][1].message, "no <b>disk</b>")
        compare(root.vm.a, 1)
        // A new run takes the old failure away.
        root.vm.load("scan", 0.1, "again")
        compare(root.view.failure, "")
        root.vm.openGate()
        tryVerify(() => root.view.ok)
    }

    function test_cancel_endsTheRunAndDropsItsResult_data() {
        return [
            { tag: "by its observer", cancel: () => root.scan.cancel() },
            { tag: "by its name", cancel: () => root.vm.cancelAsync("scan") },
        ]
    }
    function test_cancel_endsTheRunAndDropsItsResult(data) {
        root.vm.load("scan", 0.5, "late")
        data.cancel()
        verify(!root.view.running)
        verify(root.view.canceled)
        compare(root.scan.outcome, Aside.Canceled)
        compare(finished.count, 1)
        root.vm.openGate()
        root.vm.load("other", 0.5, "second")
        root.vm.openGate()
        tryCompare(root.vm, "label", "second")
        compare(finished.count, 2)
        tryCompare(root.view, "names", "")
    }

    function test_newRun_supersedesTheOldOne() {
        root.vm.load("scan", 0.5, "first")
        root.vm.load("scan", 0.7, "second")
        verify(root.view.running)
        compare(finished.signalArguments[0][1], Aside.Superseded)
        root.vm.openGate()
        root.vm.openGate()
        tryVerify(() => !root.view.running)
        compare(root.vm.label, "second")
        compare(root.vm.a, 2)
    }

    function test_async_cannotBeAssigned() {
        compare(errorOf(() => root.vm.assign("_async", 1)), root.vm.refusalOfAssign("_async", 1))
        verify(errorOf(() => (root.vm as QtObject)["_async"] = 1).includes("read-only"))
    }

    function test_disconnected_startsNothing() {
        root.vm.connected = false
        root.vm.load("scan", 0.5, "never")
        verify(!root.view.running)
        compare(root.view.names, "")
        compare(finished.count, 0)
    }
}
