// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import AsideFixtures

StrictCase {
    id: root

    name: "Bindings"

    Component {
        id: counter
        Counter { }
    }
    Component {
        id: watching
        Watch { }
    }
    Component {
        id: compiled
        Compiled { }
    }

    function make(component: Component, properties: var): QtObject {
        return createTemporaryObject(component, root, properties) as QtObject
    }
    function makeCounter(): Counter {
        return createTemporaryObject(counter, root) as Counter
    }

    function test_declaredAssign_isReadAsProperty() {
        const vm = makeCounter()
        compare(vm.a, 1)
        compare(vm.sum, 11)
        vm.a = 5
        compare(vm.a, 5)
        compare(vm.sum, 15)
        compare(vm.value("a"), 5)
    }

    function test_binding_neverSeesHalfACommit_data() {
        return [
            { tag: "from C++", commit: (vm, values) => vm.assignFromCpp(values) },
            { tag: "from QML", commit: (vm, values) => vm.assign(values) },
        ]
    }
    function test_binding_neverSeesHalfACommit(data) {
        const vm = makeCounter()
        vm.assign({ x: 100, y: 1000 })
        const watch = make(watching, { vm: vm }) as Watch
        watch.seen.length = 0
        data.commit(vm, { a: 2, b: 20, x: 200, y: 2000 })
        const whole = ["declared 22", "dynamic 2200", "mixed 202", "total 22"]
        verify(watch.seen.length > 0)
        for (const seen of watch.seen)
            verify(whole.includes(seen), `${seen} is of one whole commit`)
        for (const expected of whole)
            verify(watch.seen.includes(expected), `${expected} was seen`)
        // Each of the two keys of a binding has it evaluated once.
        compare(watch.seen.length, 2 + 2 + 2 + 1)
    }

    function test_changeHandler_runsOncePerCommit() {
        const vm = makeCounter()
        const watch = make(watching, { vm: vm }) as Watch
        watch.seen.length = 0
        vm.assign({ a: 2, b: 20 })
        compare(watch.seen.filter(seen => seen.startsWith("total")), ["total 22"])
        vm.assign({ a: 2, b: 20 })
        compare(watch.seen.filter(seen => seen.startsWith("total")), ["total 22"])
    }

    function test_compiledBinding_followsDeclaredAssigns() {
        const vm = makeCounter()
        const view = make(compiled, { counter: vm }) as Compiled
        compare(view.total, 11)
        vm.assign({ a: 2, b: 20, label: "<b>plain</b>" })
        compare(view.total, 22)
        compare(view.label, "<b>plain</b>")
        view.setA(3)
        compare(vm.sum, 23)
    }

    SignalSpy {
        id: changes
        signalName: "assignsChanged"
    }
    SignalSpy {
        id: notifications
        signalName: "aChanged"
    }

    function test_write_notifiesOnceAndOnlyIfItChanges() {
        const vm = makeCounter()
        notifications.target = vm
        changes.target = vm
        vm.a = 1
        compare(notifications.count, 0)
        compare(changes.count, 0)
        vm.a = 2
        compare(notifications.count, 1)
        compare(changes.count, 1)
        compare(Array.from(changes.signalArguments[0][0]).sort(), ["a", "checked", "sum"])
        changes.target = null
        notifications.target = null
    }

    Component {
        id: clamp
        Connections {
            property var seen: []
            function onAChanged() {
                const vm = target as Counter
                seen.push(vm.a)
                if (vm.a > 9)
                    vm.a = 9
            }
        }
    }
    function test_handler_mayAssignWhatItIsToldOf() {
        const vm = makeCounter()
        const handler = createTemporaryObject(clamp, root, { target: vm })
        vm.a = 50
        compare(vm.a, 9)
        compare(vm.sum, 19)
        compare((handler as QtObject)["seen"], [50, 9])
    }
}
