// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideFixtures

StrictCase {
    id: root

    name: "Lifetime"

    Component {
        id: viewOfHost
        CounterView { counter: Host.counter }
    }
    Component {
        id: view
        CounterView { }
    }
    Component {
        id: counter
        Counter { }
    }

    function cleanup() {
        Host.discard()
    }

    function test_viewModelOfCpp_isBoundLikeOthers() {
        Host.create()
        const view = createTemporaryObject(viewOfHost, root) as CounterView
        compare(view.total, 11)
        Host.counter.assignFromCpp({ a: 2, extra: 5 })
        compare(view.total, 12)
        compare(view.extra, 5)
        Host.counter.assigns.extra = 6
        compare(view.extra, 6)
        compare(Host.counter.value("extra"), 6)
    }
    function test_viewModelOfCpp_refusesWithAnError() {
        Host.create()
        compare(errorOf(() => Host.counter.a = 13), "thirteen is refused")
        compare(errorOf(() => Host.counter.update("a", () => { throw "no" })), "no")
        compare(Host.counter.a, 1)
    }
    function test_viewModelDestroyed_whileBindingsExist() {
        Host.create()
        const view = createTemporaryObject(viewOfHost, root) as CounterView
        Host.counter.assign("extra", 5)
        Host.counter.load("scan", 0.5, "late")
        verify(view.running)
        Host.counter.openGate()
        Host.discard()
        compare(view.total, -1)
        compare(view.extra, -1)
        verify(!view.running)
        Host.create()
        compare(view.total, 11)
    }
    function test_viewModelDestroyed_whileAViewHoldsIt() {
        const vm = counter.createObject(root) as Counter
        const held = createTemporaryObject(view, root, { counter: vm }) as CounterView
        vm.assign("extra", 5)
        compare(held.extra, 5)
        vm.destroy()
        tryCompare(held, "counter", null)
    }
}
