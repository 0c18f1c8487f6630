// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideFixtures

/// How a Deferred asks again: when it is told to, when it polls, and when what it depends on has changed.
StrictCase {
    id: root

    name: "DeferredRefresh"
    when: windowShown
    visible: true
    width: 320
    height: 240

    readonly property Journal journal: Journal { }
    property Card a: null
    property Card b: null
    property Card c: null

    Component {
        id: card
        Card { }
    }

    function init() {
        failOnWarning(/.?/)
        root.journal.said = ""
        root.c = add("c", { y: 160 })
        root.b = add("b", { y: 80 })
        root.a = add("a")
        settle()
        compare(said(), "abc")
        root.journal.said = ""
    }
    function add(name: string, properties = {}): Card {
        return createTemporaryObject(card, root, Object.assign({ name: name, journal: root.journal }, properties)) as Card
    }
    function said(): string {
        return root.journal.said
    }
    /// Lets every turn that is taken come: one that is taken now comes after them.
    function settle() {
        const last = add("|", { y: 5000 })
        tryVerify(() => last.requests === 1)
        last.destroy()
        root.journal.said = root.journal.said.replace("|", "")
    }
    function succeedAll() {
        for (const one of [root.a, root.b, root.c])
            one.vm.succeed([{ name: "0" }])
        settle()
        root.journal.said = ""
    }

    function test_refresh_keepsTheContent() {
        root.a.vm.succeed([{ name: "Ann" }])
        const list = findChild(root.a, "list")
        root.a.refresh()
        compare(said(), "a")
        compare(root.a.statusText, "Refreshing")
        compare(findChild(root.a, "list"), list)
        root.a.vm.succeed([{ name: "Bea" }, { name: "Cid" }])
        compare(findChild(root.a, "list"), list)
        compare(list.count, 2)
    }
    function test_refreshWhileLoading_asksForTheNewest() {
        root.a.refresh()
        compare(said(), "a")
    }
    function test_hiddenRefresh_waitsUntilItIsShown() {
        succeedAll()
        root.a.visible = false
        root.a.refresh()
        verify(root.a.stale)
        settle()
        compare(said(), "")
        root.a.visible = true
        settle()
        compare(said(), "a")
        verify(!root.a.stale)
    }

    function test_change_refreshesDependentsInVisibleOrder() {
        succeedAll()
        root.b.dependents = [root.c, root.a]
        root.b.refresh()
        settle()
        compare(said(), "b")
        root.b.vm.succeed([{ name: "1" }])
        compare(said(), "b")
        settle()
        compare(said(), "bac")
    }
    function test_noChange_refreshesNobody_data() {
        return [
            { tag: "the same value", end: vm => vm.succeed([{ name: "0" }]) },
            { tag: "a failure", end: vm => vm.fail("no net") },
            { tag: "canceled", end: vm => vm.cancel() },
            { tag: "progress", end: vm => vm.tell(0.5, "half") },
            { tag: "a value that is dropped", end: vm => vm.loadAnew() },
        ]
    }
    function test_noChange_refreshesNobody(data) {
        succeedAll()
        root.a.dependents = [root.b]
        root.a.refresh()
        data.end(root.a.vm)
        settle()
        compare(said(), "a")
    }
    function test_firstValue_refreshesWhoAskedAtAnotherMoment() {
        root.a.dependents = [root.b, root.c]
        root.b.vm.succeed([{ name: "0" }])
        root.c.refresh()
        root.a.vm.succeed([{ name: "0" }])
        settle()
        compare(said(), "cc")
    }
    function test_changeBySomebodyElse_refreshesDependents() {
        succeedAll()
        root.a.dependents = [root.b]
        root.a.vm.load()
        root.a.vm.succeed([{ name: "1" }])
        settle()
        compare(said(), "b")
    }
    function test_hiddenDependent_refreshesWhenShown() {
        succeedAll()
        root.a.dependents = [root.b]
        root.b.visible = false
        root.a.vm.succeed([{ name: "1" }])
        settle()
        compare(said(), "")
        verify(root.b.stale)
        root.b.visible = true
        settle()
        compare(said(), "b")
    }
    function test_destroyedDependent_isForgotten() {
        succeedAll()
        const gone = add("d")
        settle()
        root.journal.said = ""
        root.a.dependents = [gone, root.b]
        gone.destroy()
        tryVerify(() => !root.a.dependents[0])
        root.a.vm.succeed([{ name: "1" }])
        settle()
        compare(said(), "b")
    }
    function test_chain_goesOn() {
        succeedAll()
        root.a.dependents = [root.b]
        root.b.dependents = [root.c]
        root.a.vm.succeed([{ name: "1" }])
        settle()
        root.b.vm.succeed([{ name: "1" }])
        settle()
        compare(said(), "bc")
    }
    function test_mutualDependents_doNotAskForEver() {
        succeedAll()
        root.a.dependents = [root.b]
        root.b.dependents = [root.c]
        root.c.dependents = [root.a, root.b]
        let value = 1
        root.a.refresh()
        for (let i = 0; i < 5; ++i) {
            for (const one of [root.a, root.b, root.c]) {
                if (one.result.loading)
                    one.vm.succeed([{ name: `${++value}` }])
            }
            settle()
        }
        compare(said(), "abc")
        // A change that comes from elsewhere goes round anew.
        root.b.vm.load()
        root.b.vm.succeed([{ name: `${++value}` }])
        settle()
        root.c.vm.succeed([{ name: `${++value}` }])
        settle()
        compare(said(), "abcca")
    }
    function test_itself_isNotItsDependent() {
        succeedAll()
        root.a.dependents = [root.a]
        root.a.vm.succeed([{ name: "1" }])
        settle()
        compare(said(), "")
    }

    function test_poll_asksAgainAfterEachAnswer() {
        root.a.pollInterval = 1
        for (let i = 1; i < 4; ++i) {
            root.a.vm.succeed([{ name: `${i}` }])
            tryCompare(root.a, "requests", i + 1)
        }
        root.a.vm.fail("no net")
        tryCompare(root.a, "requests", 5)
        root.a.pollInterval = 0
    }
    function test_poll_doesNotOverlap() {
        root.a.pollInterval = 1
        root.b.pollInterval = 1
        root.b.vm.succeed([{ name: "1" }])
        tryVerify(() => {
            root.b.vm.succeed([{ name: "1" }])
            return root.b.requests > 10
        })
        compare(root.a.requests, 1)
    }
    function test_poll_pauses_data() {
        return [
            { tag: "hidden", pause: one => one.visible = false },
            { tag: "canceled", pause: one => one.vm.cancel() },
        ]
    }
    function test_poll_pauses(data) {
        root.b.pollInterval = 1
        root.a.pollInterval = 1
        data.pause(root.a)
        if (data.tag === "hidden")
            root.a.vm.succeed([{ name: "1" }])
        tryVerify(() => {
            root.b.vm.succeed([{ name: "1" }])
            return root.b.requests > 10
        })
        compare(root.a.requests, 1)
        verify(!root.a.stale) // its timer stands still
        root.b.pollInterval = 0
        root.b.vm.succeed([{ name: "1" }])
        // Shown after a longer time than the interval, it does not wait for another.
        root.a.visible = true
        root.a.pollInterval = data.tag === "hidden" ? 2 : 0
        tryCompare(root.a, "requests", data.tag === "hidden" ? 2 : 1)
    }
    function test_poll_asksAtOnceWhenShownLater_data() {
        return [{ tag: "old", interval: 1, asked: "a" }, { tag: "new", interval: 60000, asked: "" }]
    }
    function test_poll_asksAtOnceWhenShownLater(data) {
        succeedAll()
        root.a.visible = false
        root.a.pollInterval = data.interval
        const before = Date.now()
        tryVerify(() => Date.now() > before + 1)
        root.a.visible = true
        settle()
        compare(said(), data.asked)
    }
}
