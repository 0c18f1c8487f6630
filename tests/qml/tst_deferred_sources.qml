// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideFixtures

/// Where a Deferred has its value from: a task that it follows, or a URL, also mixed.
StrictCase {
    id: root

    name: "DeferredSources"
    when: windowShown
    visible: true
    width: 320
    height: 240

    property Counter vm: null
    property WebServer server: null

    Component {
        id: counter
        Counter { }
    }
    Component {
        id: webServer
        WebServer { }
    }
    Component {
        id: tile
        Tile { }
    }

    function init() {
        failOnWarning(/.?/)
        root.vm = createTemporaryObject(counter, root) as Counter
        root.server = createTemporaryObject(webServer, root) as WebServer
    }
    function add(properties: var): Tile {
        return createTemporaryObject(tile, root, properties) as Tile
    }

    function test_url_landsInTheViewModel() {
        root.server.answer("/", "200 OK", '{"a": 5, "label": "<b>x</b>"}')
        const one = add({ counter: root.vm, deferUrl: root.server.url("/") })
        tryVerify(() => one.said === '{"a":5,"label":"<b>x</b>"}', 5000, one.statusText)
        compare(root.vm.a, 5)
        compare(root.vm.label, "<b>x</b>")
        compare(one.requests, 0)
    }
    function test_urlWithoutViewModel_isTheValue() {
        root.server.answer("/", "200 OK", "[1, 2]")
        const one = add({ deferUrl: root.server.url("/") })
        tryCompare(one, "said", "[1,2]")
    }
    function test_failedUrl_isRetriedByKeys() {
        root.server.answer("/", "500 Oops", "")
        const one = add({ counter: root.vm, deferUrl: root.server.url("/") })
        ignoreWarning(/failed: .* answers 500 Oops/)
        tryVerify(() => one.result.failed)
        verify(one.statusText.endsWith("answers 500 Oops. Try again later"), one.statusText)
        root.server.answer("/", "200 OK", '{"a": 5}')
        one.forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Space)
        tryCompare(root.vm, "a", 5)
        tryCompare(one, "statusText", "")
    }
    function test_refusedMember_isSaid() {
        root.server.answer("/", "200 OK", '{"a": "many"}')
        const one = add({ counter: root.vm, deferUrl: root.server.url("/") })
        ignoreWarning(/failed: .*a/)
        tryVerify(() => one.result.failed)
        verify(one.statusText.includes("cannot assign ‘a’"), one.statusText)
        compare(root.vm.a, 1)
    }
    function test_keys_areAllThatLands() {
        root.server.answer("/", "200 OK", '{"a": 5, "b": 6}')
        const one = add({ counter: root.vm, deferUrl: root.server.url("/"), keys: ["a"] })
        tryCompare(root.vm, "a", 5)
        tryVerify(() => one.result.ok)
        compare(root.vm.b, 10)
    }
    function test_limits_areSettable() {
        root.server.answer("/", "200 OK", "[1, 2, 3, 4, 5]")
        const one = add({ deferUrl: root.server.url("/"), maxBytes: 10 })
        ignoreWarning(/failed: .*larger than the 10 bytes/)
        tryVerify(() => one.result.failed)
        ignoreWarning(/failed: .*/)
        const other = add({ deferUrl: root.server.url("/never"), timeout: 1 })
        tryVerify(() => other.result.failed)
    }
    function test_otherUrl_isAskedOverTheOldContent() {
        root.server.answer("/old", "200 OK", '["old"]')
        root.server.answer("/new", "200 OK", '["new"]')
        const one = add({ deferUrl: root.server.url("/old") })
        tryCompare(one, "said", '["old"]')
        one.deferUrl = root.server.url("/new")
        tryVerify(() => one.result.loading || one.said === '["new"]')
        verify(one.result.ok)
        tryCompare(one, "said", '["new"]')
        compare(root.server.asked("/old"), 1)
        compare(root.server.asked("/new"), 1)
    }
    function test_hiddenUrl_isNotAskedFor() {
        root.server.answer("/", "200 OK", "[1]")
        root.server.answer("/seen", "200 OK", "[1]")
        const hidden = add({ deferUrl: root.server.url("/"), visible: false })
        const seen = add({ deferUrl: root.server.url("/seen") })
        tryVerify(() => seen.result.ok)
        compare(root.server.asked("/"), 0)
        hidden.visible = true
        tryVerify(() => hidden.result.ok)
    }
    function test_cancel_stopsTheFetch() {
        const one = add({ deferUrl: root.server.url("/never") })
        tryVerify(() => root.server.asked("/never") === 1)
        one.cancel()
        compare(one.statusText, "Canceled")
    }

    function test_task_isFollowed() {
        const one = add({ counter: root.vm, task: "count" })
        tryCompare(one, "requests", 1)
        compare(one.result.status, AsyncResult.Loading)
        tryCompare(one, "statusText", "Loading: loading")
        root.vm.openGate()
        tryCompare(one, "said", "1")
        compare(root.vm.label, "loaded")
        one.refresh()
        compare(one.statusText, "Refreshing")
        root.vm.openGate()
        tryCompare(one, "said", "2")
    }
    function test_failedTask_isRetried() {
        const one = add({ counter: root.vm, task: "count" })
        tryCompare(one, "requests", 1)
        ignoreWarning(/failed: no disk/)
        root.vm.loadInVain("count", "no disk")
        root.vm.openGate()
        root.vm.openGate()
        tryCompare(one, "statusText", "This could not be loaded: no disk")
        one.forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Space)
        root.vm.openGate()
        tryCompare(one, "said", "1")
    }
    function test_canceledTask_isSaid() {
        const one = add({ counter: root.vm, task: "count" })
        tryCompare(one, "requests", 1)
        one.cancel()
        compare(one.statusText, "Canceled")
        root.vm.openGate()
    }

    function test_mixed_dependOnEachOther() {
        root.server.answer("/", "200 OK", '{"a": 5}')
        const task = add({ counter: root.vm, task: "count", y: 120 })
        const url = add({ counter: root.vm, deferUrl: root.server.url("/") })
        url.dependents = [task]
        tryVerify(() => url.result.ok)
        root.vm.openGate()
        tryCompare(task, "said", "1")
        compare(task.requests, 1) // they asked at the same moment
        root.server.answer("/", "200 OK", '{"a": 6}')
        url.refresh()
        tryCompare(task, "requests", 2)
        compare(root.vm.a, 6)
        root.vm.openGate()
        tryCompare(task, "said", "2")
        // The same answer is no change.
        url.refresh()
        tryVerify(() => !url.result.loading)
        compare(task.requests, 2)
    }
}
