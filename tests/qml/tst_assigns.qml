// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Aside
import AsideFixtures

StrictCase {
    id: root

    name: "Assigns"

    property ViewModel vm: null
    property var seen: []

    Component {
        id: viewModel
        ViewModel { }
    }
    Component {
        id: reader
        QtObject {
            id: self
            required property ViewModel vm
            readonly property string text: String(self.vm.assigns.title)
            readonly property string odd: String(self.vm.assigns["odd key"])
        }
    }
    Component {
        id: counting
        QtObject {
            id: self
            required property ViewModel vm
            readonly property var total: {
                const total = self.vm.assigns.a + self.vm.assigns.b
                root.seen.push(total)
                return total
            }
        }
    }
    Component {
        id: handlers
        Connections {
            required property ViewModel vm
            property var seen: []
            function onAChanged() {
                seen.push(`a ${vm.assigns.a} b ${vm.assigns.b}`)
                if (vm.assigns.a < 3)
                    vm.assigns.a = 3
            }
            function onBChanged() {
                seen.push(`b ${vm.assigns.b}`)
            }
        }
    }
    SignalSpy {
        id: assigned
        signalName: "assigned"
        target: root.vm
    }
    Component {
        id: listening
        Connections {
            property int count: 0
            function onAChanged() {
                ++count
            }
        }
    }

    function init() {
        failOnWarning(/.?/)
        root.vm = createTemporaryObject(viewModel, root) as ViewModel
        assigned.clear()
    }
    function cleanup() {
        root.vm = null
    }

    function test_bindingOnAbsentKey_isEvaluatedWhenItComes() {
        const view = createTemporaryObject(reader, root, { vm: root.vm })
        compare(view.text, "undefined")
        root.vm.assign("title", "Tides")
        compare(view.text, "Tides")
        root.vm.assign("title", "Ebb")
        compare(view.text, "Ebb")
    }

    function test_anyKey_isReadAsSubscript_data() {
        return [{ tag: "odd key" }, { tag: "ümläut" }, { tag: "a.b" }, { tag: "count" }, { tag: "size" },
                { tag: "constructor" }, { tag: "<b>" }, { tag: "a\nb" }]
    }
    function test_anyKey_isReadAsSubscript(data) {
        root.vm.assign(data.tag, 1)
        compare(root.vm.assigns[data.tag], 1)
        root.vm.assigns[data.tag] = 2
        compare(root.vm.value(data.tag), 2)
        compare(root.vm.keys(), [data.tag])
    }
    function test_oddKey_isBound() {
        const view = createTemporaryObject(reader, root, { vm: root.vm })
        root.vm.assign({ "odd key": 1 })
        compare(view.odd, "1")
        root.vm.assigns["odd key"] = 2
        compare(view.odd, "2")
    }

    function test_keyThatOnlyValueCanRead_data() {
        return [{ tag: "QObject", warns: true }, { tag: "valueChanged", warns: true },
                { tag: "__0" }, { tag: "toString" }, { tag: "7" }]
    }
    function test_keyThatOnlyValueCanRead(data) {
        verify(root.vm.assigns)
        if (data.warns)
            ignoreWarning(/cannot be read as a property of assigns/)
        root.vm.assign({ [data.tag]: 1, other: 2 })
        compare(root.vm.value(data.tag), 1)
        compare(root.vm.assigns.other, 2)
        root.vm.assign({ [data.tag]: 3, other: 4 })
        compare(root.vm.value(data.tag), 3)
        compare(root.vm.assigns.other, 4)
    }

    function test_write_isOneCommitAndNotifiesOnce() {
        root.vm.assign({ a: 1, b: 2 })
        const listener = createTemporaryObject(listening, root, { target: root.vm.assigns })
        assigned.clear()
        root.vm.assigns.a = 5
        compare(root.vm.value("a"), 5)
        compare(root.vm.assigns.a, 5)
        compare(listener.count, 1)
        compare(assigned.count, 1)
        root.vm.assigns.a = 5
        root.vm.assign("a", 5)
        compare(listener.count, 1)
        compare(assigned.count, 1)
    }

    function test_binding_isEvaluatedOncePerChangedKey() {
        createTemporaryObject(counting, root, { vm: root.vm })
        root.seen.length = 0
        // Once for the new keys, and once for each.
        root.vm.assign({ a: 1, b: 2 })
        compare(root.seen, [3, 3, 3])
        root.vm.assign({ a: 3, b: 4 })
        compare(root.seen, [3, 3, 3, 7, 7])
        root.vm.assigns.a = 5
        compare(root.seen, [3, 3, 3, 7, 7, 9])
    }
    function test_writeOfAbsentKey_createsIt() {
        createTemporaryObject(counting, root, { vm: root.vm })
        root.vm.assigns.fresh = 5
        compare(root.vm.value("fresh"), 5)
        compare(root.vm.keys(), ["fresh"])
        compare(errorOf(() => root.vm.assigns.parent = 5),
            "cannot assign ‘parent’: it would hide a member of QObject or ViewModel")
        compare(root.vm.keys(), ["fresh"])
    }

    function test_handler_mayAssignWhatItIsToldOf() {
        root.vm.assign({ a: 10, b: 10 })
        const handler = createTemporaryObject(handlers, root, { target: root.vm.assigns, vm: root.vm })
        root.vm.assign({ a: 1, b: 2 })
        compare(root.vm.value("a"), 3)
        compare(root.vm.assigns.a, 3)
        const seen = handler.seen
        compare(seen.slice().sort(), ["a 1 b 2", "a 3 b 2", "b 2"])
    }
    function test_handler_mayAssignWithinAWriteFromQml() {
        root.vm.assign({ a: 10, b: 10 })
        const handler = createTemporaryObject(handlers, root, { target: root.vm.assigns, vm: root.vm })
        root.vm.assigns.a = 1
        compare(root.vm.value("a"), 3)
        compare(root.vm.assigns.a, 3)
        compare(handler.seen, ["a 1 b 10", "a 3 b 10"])
    }

    function test_valueOfAnObject_isPlain() {
        root.vm.assign("point", { x: 1, list: [1, "two", { three: 3 }] })
        compare(root.vm.assigns.point.list[2].three, 3)
        root.vm.assigns.point = { x: 2 }
        compare(root.vm.value("point"), { x: 2 })
        compare(root.vm.value("point").list, undefined)
    }
    function test_function_isRefused_data() {
        return [{ tag: "itself", value: () => 1 }, { tag: "in a list", value: [1, () => 1] },
                { tag: "in a map", value: { a: { b: () => 1 } } }]
    }
    function test_function_isRefused(data) {
        root.vm.assign("a", 1)
        const text = "an assign cannot hold a function of a script"
        compare(errorOf(() => root.vm.assign("a", data.value)), text)
        compare(errorOf(() => root.vm.assign({ a: data.value })), text)
        // The engine itself refuses to put a function into a property.
        compare(errorOf(() => root.vm.assigns.a = data.value),
            typeof data.value === "function" ? "Cannot assign JavaScript function to QVariant" : text)
        compare(root.vm.assigns.a, 1)
        compare(root.vm.value("a"), 1)
    }
    function test_refusedWrite_notifiesNobody() {
        root.vm.assign("a", 1)
        const listener = createTemporaryObject(listening, root, { target: root.vm.assigns })
        errorOf(() => root.vm.assigns.a = [() => 2])
        compare(listener.count, 0)
        compare(root.vm.assigns.a, 1)
        root.vm.assigns.a = 2
        compare(listener.count, 1)
    }

    function test_manyKeys_comeAndChangeTogether() {
        verify(root.vm.assigns)
        const many = {}
        for (let i = 0; i < 10000; ++i)
            many[`key${i}`] = i
        const start = Date.now()
        root.vm.assign(many)
        for (let i = 0; i < 10000; ++i)
            many[`key${i}`] = -i
        root.vm.assign(many)
        // One by one this is quadratic, and takes a minute.
        verify(Date.now() - start < 5000, `${Date.now() - start} ms`)
        compare(root.vm.assigns.key9999, -9999)
        compare(root.vm.keys().length, 10000)
    }

    function test_objectThatDies_isNull() {
        const object = viewModel.createObject(root)
        root.vm.assign("object", 1)
        root.vm.assign("object", object)
        compare(root.vm.assigns.object, object)
        object.destroy()
        tryVerify(() => root.vm.assigns.object === null)
    }
}
