// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideFixtures

StrictCase {
    id: root

    name: "AsyncResult"

    property Profile vm: null
    property ProfileView view: null

    Component {
        id: profile
        Profile { }
    }
    Component {
        id: viewOf
        ProfileView { }
    }

    function init() {
        failOnWarning(/.?/)
        root.vm = createTemporaryObject(profile, root) as Profile
        root.view = createTemporaryObject(viewOf, root, { vm: root.vm }) as ProfileView
    }
    function cleanup() {
        root.view = null
        root.vm = null
    }

    /// All that the view shows.
    function shown(): var {
        const view = root.view
        return {
            status: view.status,
            flags: ["loading", "ok", "failed", "canceled", "neverAsked", "refreshing"].filter(flag => view[flag]).join(),
            name: view.name,
            failure: view.failure,
            progress: `${view.progress} ${view.progressText}`,
        }
    }
    function state(status: int, flags: string, name: string, failure = "", progress = "-1 "): var {
        return { status: status, flags: flags, name: name, failure: failure, progress: progress }
    }

    function test_everyState_isShown() {
        compare(shown(), state(AsyncResult.NeverAsked, "neverAsked", "nobody"))
        root.vm.load()
        compare(shown(), state(AsyncResult.Loading, "loading", "nobody"))
        root.vm.tell(0.5, "asking")
        compare(shown(), state(AsyncResult.Loading, "loading", "nobody", "", "0.5 asking"))
        root.vm.succeed("Harbour office")
        compare(shown(), state(AsyncResult.Ok, "ok", "Harbour office"))
        root.vm.load()
        compare(shown(), state(AsyncResult.Refreshing, "loading,ok,refreshing", "Harbour office"))
        root.vm.fail("no <b>net</b>")
        compare(shown(), state(AsyncResult.Failed, "ok,failed", "Harbour office", "no <b>net</b>"))
        compare(root.vm.org.failure.kind, Failure.Refused)
        root.vm.load()
        root.vm.cancel()
        compare(shown(), state(AsyncResult.Canceled, "ok,canceled", "Harbour office"))
        compare(root.vm.org.failure.kind, Failure.None)
        root.vm.loadAnew()
        compare(shown(), state(AsyncResult.Loading, "loading", "nobody"))
    }

    function test_statuses_areSix() {
        compare([AsyncResult.NeverAsked, AsyncResult.Loading, AsyncResult.Refreshing, AsyncResult.Ok,
                 AsyncResult.Failed, AsyncResult.Canceled], [0, 1, 2, 3, 4, 5])
    }

    function test_equalResult_isNoChange() {
        root.vm.load()
        root.view.changes = 0
        root.vm.load()
        root.vm.tell(-1, "")
        compare(root.view.changes, 0)
        root.vm.tell(0.5, "")
        compare(root.view.changes, 1)
    }

    function test_value_isWhateverItIs_data() {
        return [{ tag: "number", value: 5 }, { tag: "text", value: "five" }, { tag: "list", value: [1, "two"] },
                { tag: "map", value: { rows: [{ id: 1 }] } }, { tag: "nothing", value: undefined }]
    }
    function test_value_isWhateverItIs(data) {
        const vm = createTemporaryObject(profile, root) as Profile
        vm.succeed(data.value)
        compare(vm.org.value, data.value)
        verify(vm.org.ok)
    }

    function test_result_isWrittenFromAnother() {
        const other = createTemporaryObject(profile, root) as Profile
        other.succeed("Harbour office")
        root.vm.org = other.org
        other.load()
        compare(shown(), state(AsyncResult.Ok, "ok", "Harbour office"))
    }

    function test_dynamicAssign_holdsOneToo() {
        root.vm.succeed("old")
        root.vm.assign("copy", root.vm.org)
        compare(root.vm.assigns.copy.status, AsyncResult.Ok)
        compare(root.vm.assigns.copy.value, "old")
        compare(root.vm.value("copy").ok, true)
    }

    function test_declaredAssign_takesNothingElse() {
        root.vm.succeed("old")
        compare(errorOf(() => root.vm.assign("org", "new")), "cannot assign ‘org’: it holds Aside::AsyncResult, not QString")
        compare(root.view.name, "old")
    }
}
