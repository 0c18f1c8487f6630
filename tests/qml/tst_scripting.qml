// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideFixtures

StrictCase {
    id: root

    name: "Scripting"

    property Counter vm: null

    Component {
        id: counter
        Counter { }
    }

    function init() {
        failOnWarning(/.?/)
        root.vm = createTemporaryObject(counter, root) as Counter
    }
    function cleanup() {
        root.vm = null
    }

    function test_assign_takesKeyAndValueOrMany() {
        root.vm.assign("title", "Tides")
        root.vm.assign({ a: 2, pages: 7 })
        compare(root.vm.value("title"), "Tides")
        compare(root.vm.a, 2)
        compare(root.vm.value("pages"), 7)
    }
    function test_assign_ofManyIsAllOrNothing() {
        errorOf(() => root.vm.assign({ a: 2, label: 3, title: "new" }))
        compare(root.vm.a, 1)
        compare(root.vm.label, "")
        verify(!root.vm.contains("title"))
    }
    function test_assignNew_callsItsFactoryOnlyForAnAbsentKey() {
        let calls = 0
        root.vm.assignNew("title", () => { ++calls; return "first" })
        root.vm.assignNew("title", () => { ++calls; return "second" })
        root.vm.assignNew("a", () => { ++calls; return 7 })
        compare(calls, 1)
        compare(root.vm.value("title"), "first")
        compare(root.vm.a, 1)
    }
    function test_update_getsTheValueAndSetsWhatItReturns() {
        root.vm.update("a", n => n + 41)
        compare(root.vm.a, 42)
        root.vm.assign("list", [1, 2])
        root.vm.update("list", list => list.concat(3))
        compare(root.vm.value("list"), [1, 2, 3])
        root.vm.assign("map", { x: 1 })
        root.vm.update("map", map => { map.y = 2; return map })
        compare(root.vm.value("map"), { x: 1, y: 2 })
    }
    function test_readers_tellWhatIsThere() {
        root.vm.assign("title", "Tides")
        verify(root.vm.contains("title"))
        verify(root.vm.contains("a"))
        verify(!root.vm.contains("absent"))
        compare(root.vm.value("absent"), undefined)
        compare(root.vm.keys(), ["a", "b", "level", "label", "names", "sum", "checked", "title"])
    }
    function test_snapshot_doesNotChange() {
        root.vm.assign("title", "Tides")
        const before = root.vm.snapshot()
        root.vm.assign({ title: "Ebb", a: 2 })
        compare(before.title, "Tides")
        compare(before.a, 1)
        compare(root.vm.snapshot().title, "Ebb")
    }

    function test_refusedAssign_isAnErrorWithTheTextOfCpp_data() {
        return [
            { tag: "empty key", key: "", value: 1 },
            { tag: "reserved key", key: "_async", value: 1 },
            { tag: "member of QObject", key: "parent", value: 1 },
            { tag: "member of ViewModel", key: "assigns", value: 1 },
            { tag: "wrong type", key: "a", value: "seven" },
            { tag: "number that does not fit", key: "a", value: 1.5 },
            { tag: "text for a list", key: "names", value: 7 },
            { tag: "computed", key: "sum", value: 1 },
            { tag: "computation throws", key: "a", value: 13 },
        ]
    }
    function test_refusedAssign_isAnErrorWithTheTextOfCpp(data) {
        const before = root.vm.snapshot()
        const text = root.vm.refusalOfAssign(data.key, data.value)
        verify(text.length > 0)
        compare(errorOf(() => root.vm.assign(data.key, data.value)), text)
        compare(errorOf(() => root.vm.assign({ [data.key]: data.value })), text)
        compare(root.vm.snapshot(), before)
    }
    function test_refusedUpdate_isAnErrorWithTheTextOfCpp() {
        const text = root.vm.refusalOfUpdate("absent")
        verify(text.includes("absent"))
        compare(errorOf(() => root.vm.update("absent", n => n + 1)), text)
        verify(!root.vm.contains("absent"))
    }
    function test_refusedFactory_leavesTheKeyAbsent() {
        const text = root.vm.refusalOfAssign("parent", 1)
        compare(errorOf(() => root.vm.assignNew("parent", () => 1)), text)
        compare(errorOf(() => root.vm.assignNew("title", () => { throw new Error("no title") })), "no title")
        verify(!root.vm.contains("title"))
    }
    function test_updateThatThrows_leavesTheValue_data() {
        return [
            { tag: "an Error", functor: () => { throw new Error("boom") }, text: "boom" },
            { tag: "a RangeError", functor: () => { throw new RangeError("far") }, text: "far" },
            { tag: "a text", functor: () => { throw "plain" }, text: "plain" },
            { tag: "a number", functor: () => { throw 7 }, text: "7" },
            { tag: "nothing", functor: () => { throw undefined }, text: "undefined" },
        ]
    }
    function test_updateThatThrows_leavesTheValue(data) {
        root.vm.assign("title", "Tides")
        compare(errorOf(() => root.vm.update("title", data.functor)), data.text)
        compare(errorOf(() => root.vm.update("a", data.functor)), data.text)
        compare(root.vm.value("title"), "Tides")
        compare(root.vm.a, 1)
        root.vm.update("a", n => n + 1)
        compare(root.vm.a, 2)
    }
    function test_updateThatAssigns_isRefused() {
        verify(errorOf(() => root.vm.update("a", n => { root.vm.assign("b", 5); return n + 1 })).includes("update functor"))
        compare(root.vm.a, 1)
        compare(root.vm.b, 10)
    }
    function test_update_needsAFunction_data() {
        return [{ tag: "text", value: "n + 1" }, { tag: "object", value: { } }, { tag: "nothing", value: undefined }]
    }
    function test_update_needsAFunction(data) {
        verify(errorOf(() => root.vm.update("a", data.value)).includes("a function is needed"))
        verify(errorOf(() => root.vm.assignNew("title", data.value)).includes("a function is needed"))
        compare(root.vm.a, 1)
    }

    function test_refusedProperty_isAnErrorWithTheTextOfCpp() {
        compare(errorOf(() => root.vm.a = 13), root.vm.refusalOfAssign("a", 13))
        compare(root.vm.a, 1)
        compare(root.vm.checked, 1)
    }
    function test_propertyOfTheWrongType_isAnErrorOfTheEngine() {
        // QML checks the types of properties itself, before the library is asked.
        const wrong = "seven"
        verify(errorOf(() => (root.vm as QtObject)["a"] = wrong).includes("int"))
        compare(root.vm.a, 1)
    }
    function test_error_stopsTheScript() {
        let wentOn = false
        errorOf(() => { root.vm.a = 13; wentOn = true })
        verify(!wentOn)
        errorOf(() => { root.vm.assign("", 1); wentOn = true })
        verify(!wentOn)
    }
    function test_errorOfAHandler_namesTheRefusal() {
        ignoreWarning(/cannot assign to an empty key/)
        root.vm.aChanged.connect(() => root.vm.assign("", 1))
        root.vm.a = 5
        compare(root.vm.a, 5)
    }
}
