// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideFixtures

StrictCase {
    id: root

    name: "AsyncValue"

    property Profile vm: null
    property ValueWatch held: null

    Component {
        id: profile
        Profile { }
    }
    Component {
        id: valueOf
        ValueWatch { }
    }

    function init() {
        failOnWarning(/.?/)
        root.vm = createTemporaryObject(profile, root) as Profile
        root.held = createTemporaryObject(valueOf, root, { vm: root.vm }) as ValueWatch
    }
    function cleanup() {
        root.held = null
        root.vm = null
    }

    function test_value_isThereBeforeOkTellsSo() {
        root.vm.load()
        compare(root.held.told, [])
        root.vm.succeed("new")
        compare(root.held.told, ["value new", "ok true, new"])
    }
    function test_ok_fallsBeforeTheValueGoes() {
        root.vm.succeed("old")
        root.held.told = []
        root.vm.loadAnew()
        compare(root.held.told, ["ok false, old", "value undefined"])
    }
    function test_value_isNotTouchedByWhatBecomesOfARefresh() {
        root.vm.succeed([1, 2])
        root.held.told = []
        root.vm.load()
        root.vm.tell(0.5, "half")
        root.vm.fail("no net")
        root.vm.load()
        root.vm.cancel()
        verify(root.held.ok)
        compare(root.held.told, [])
    }
    function test_value_isNotTouchedByAnEqualOne() {
        root.vm.succeed([1, { two: 2 }])
        root.held.told = []
        root.vm.load()
        root.vm.succeed([1, { two: 2 }])
        compare(root.held.told, [])
        root.vm.succeed([1, { two: 3 }])
        compare(root.held.told.length, 1)
        compare(root.held.value[1].two, 3)
    }
    function test_numberOfAnotherType_isAnotherValue() {
        root.vm.succeed(1)
        root.held.told = []
        root.vm.succeed(true)
        compare(root.held.told, ["value true"])
    }
    /// Two steps that come home as one: the value is new, although its load has not ended.
    function test_newValue_isSeenWhileTheNextRefreshRuns() {
        root.vm.succeed("old")
        const other = createTemporaryObject(profile, root) as Profile
        other.succeed("new")
        other.load()
        root.vm.load()
        root.vm.org = other.org
        compare(root.held.value, "new")
    }

    function test_empty_isWhatHoldsNothing_data() {
        return [
            { tag: "undefined", value: undefined, empty: true },
            { tag: "null", value: null, empty: true },
            { tag: "no text", value: "", empty: true },
            { tag: "no list", value: [], empty: true },
            { tag: "no map", value: ({}), empty: true },
            { tag: "no bytes", value: new ArrayBuffer(0), empty: true },
            { tag: "text", value: " ", empty: false },
            { tag: "list", value: [undefined], empty: false },
            { tag: "map", value: { a: undefined }, empty: false },
            { tag: "bytes", value: new ArrayBuffer(1), empty: false },
            { tag: "zero", value: 0, empty: false },
            { tag: "false", value: false, empty: false },
            { tag: "date", value: new Date(0), empty: false },
            { tag: "object", value: root, empty: false },
        ]
    }
    function test_empty_isWhatHoldsNothing(data) {
        verify(root.held.empty)
        root.vm.succeed(data.value)
        compare(root.held.empty, data.empty)
        root.vm.loadAnew()
        verify(root.held.empty)
    }
}
