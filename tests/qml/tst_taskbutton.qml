// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import Aside
import AsideFixtures

StrictCase {
    id: root

    name: "TaskButton"
    when: windowShown
    visible: true
    width: 400
    height: 200

    property Counter vm: null
    property ScanButton button: null
    property int escapes: 0

    Keys.onEscapePressed: ++root.escapes

    Component {
        id: counter
        Counter { }
    }
    Component {
        id: scanButton
        ScanButton { x: 20; y: 120 }
    }

    function init() {
        failOnWarning(/.?/)
        mouseMove(root, 390, 5)
        root.escapes = 0
        root.vm = createTemporaryObject(counter, root) as Counter
        root.button = createTemporaryObject(scanButton, root, { vm: root.vm }) as ScanButton
    }

    function press(key: int) {
        root.button.forceActiveFocus(Qt.TabFocusReason)
        keyClick(key)
    }
    function progress(): BusyBar {
        return findChild(root.button, "progress") as BusyBar
    }
    function mark(): Item {
        return findChild(root.button, "failureMark") as Item
    }

    function test_start_isAskedFor_data() {
        return [
            { tag: "click", start: () => mouseClick(root.button) },
            { tag: "Space", start: () => press(Qt.Key_Space) },
            { tag: "Return", start: () => press(Qt.Key_Return) },
            { tag: "Enter", start: () => press(Qt.Key_Enter) },
        ]
    }
    function test_start_isAskedFor(data) {
        compare(root.button.label, "Scan")
        const width = root.button.width
        data.start()
        compare(root.button.starts, 1)
        verify(root.button.running)
        compare(root.button.label, "Stop the scan")
        compare(root.button.Accessible.name, "Stop the scan")
        compare(root.button.width, width)
        root.vm.openGate()
        tryCompare(root.button, "running", false)
        compare(root.button.label, "Scan")
    }

    function test_cancel_isOneMorePress_data() {
        return [
            { tag: "click", cancel: () => mouseClick(root.button) },
            { tag: "Space", cancel: () => press(Qt.Key_Space) },
            { tag: "Return", cancel: () => press(Qt.Key_Return) },
            { tag: "Escape", cancel: () => press(Qt.Key_Escape) },
        ]
    }
    function test_cancel_isOneMorePress(data) {
        root.vm.load("scan", 0.5, "late")
        verify(root.button.running)
        data.cancel()
        verify(!root.button.running)
        verify(root.vm.task("scan").canceled)
        verify(!mark().visible)
        compare(root.button.starts, 0)
        root.vm.openGate()
    }
    function test_escape_isNotTakenWhileNothingRuns() {
        press(Qt.Key_Escape)
        compare(root.escapes, 1)
        root.vm.load("scan", 0.5, "late")
        press(Qt.Key_Escape)
        compare(root.escapes, 1)
        root.vm.openGate()
    }
    function test_doubleClick_startsOnce() {
        mouseDoubleClickSequence(root.button)
        compare(root.button.starts, 1)
        verify(root.button.running)
        root.vm.openGate()
        tryCompare(root.button, "running", false)
    }
    function test_disabled_doesNothing() {
        root.button.enabled = false
        mouseClick(root.button)
        compare(root.button.starts, 0)
    }

    function test_progress_isShown() {
        verify(!progress().visible)
        root.vm.load("scan", 0.5, "done")
        verify(progress().visible)
        tryCompare(progress(), "progress", 0.5)
        compare(root.button.Accessible.description, "loading")
        root.vm.openGate()
        tryCompare(progress(), "visible", false)
        compare(root.button.Accessible.description, "")
    }
    function test_animation_isForThoseWhoWantIt() {
        root.vm.load("scan", -1, "done")
        verify(!progress().moves)
        root.button.animated = true
        verify(progress().moves)
        root.button.visible = false
        verify(!progress().moves)
        root.vm.openGate()
    }

    function test_failure_isToldAsItIs() {
        ignoreWarning(/task "?scan"? failed: no <b>disk<\/b>/)
        root.vm.loadInVain("scan", "no <b>disk</b>")
        root.vm.openGate()
        tryCompare(root.button, "failed", true)
        verify(mark().visible)
        compare(root.button.Accessible.description, "no <b>disk</b>")
        const hint = findChild(root.button, "hint") as T.ToolTip
        verify(!hint.visible)
        root.button.forceActiveFocus(Qt.TabFocusReason)
        tryCompare(hint, "visible", true)
        compare(hint.text, "no <b>disk</b>")
        compare((hint.contentItem as Text).textFormat, Text.PlainText)
        // A new run takes it away.
        press(Qt.Key_Space)
        verify(root.button.running)
        verify(!mark().visible)
        tryCompare(hint, "visible", false)
        root.vm.openGate()
        tryCompare(root.button, "running", false)
    }

    function test_taskThatIsGone_isNoTask() {
        root.vm.destroy()
        tryCompare(root.button, "task", null)
        verify(!root.button.running)
        compare(root.button.label, "Scan")
    }
}
