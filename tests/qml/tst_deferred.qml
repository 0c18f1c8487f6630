// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import AsideFixtures

/// When a Deferred asks, and in which order. tst_deferred_refresh.qml has what comes later.
StrictCase {
    id: root

    name: "Deferred"
    when: windowShown
    visible: true
    width: 320
    height: 240

    readonly property Journal journal: Journal { }

    Component {
        id: card
        Card { }
    }
    Component {
        id: stack
        StackLayout {
            id: pages
            readonly property Item first: firstPage
            readonly property Item second: secondPage
            width: 320
            height: 240
            Item { id: firstPage }
            Item { id: secondPage }
        }
    }
    Component {
        id: scrolled
        Flickable {
            width: 320
            height: 100
            contentHeight: 1000
        }
    }
    Component {
        id: mirrored
        GridLayout {
            width: 320
            height: 240
            columns: 2
            layoutDirection: Qt.RightToLeft
        }
    }
    Component {
        id: hiddenWindow
        Window {
            id: window
            readonly property Item place: inner
            width: 100
            height: 100
            visible: false
            Item { id: inner; anchors.fill: parent }
        }
    }

    function init() {
        failOnWarning(/.?/)
        root.journal.said = ""
    }
    function add(name: string, properties = {}, parent = root): Card {
        return createTemporaryObject(card, parent, Object.assign({ name: name, journal: root.journal }, properties)) as Card
    }
    function said(): string {
        return root.journal.said
    }
    /// Lets every turn that is taken come: one that is taken now comes after them.
    function settle() {
        const last = add("|", { y: 5000 })
        tryVerify(() => last.requests === 1)
        root.journal.said = root.journal.said.replace("|", "")
    }

    function test_shown_asksOnceAndShowsItsPlaceholder() {
        const one = add("a")
        compare(said(), "")
        compare(one.statusText, "Not loaded yet")
        tryVerify(() => said() === "a")
        compare(one.statusText, "Loading")
        settle()
        one.vm.succeed([{ name: "Ann" }])
        compare(one.value.length, 1)
        settle()
        compare(said(), "a")
    }
    function test_knownValue_isNotAskedForAgain_data() {
        return [
            { tag: "loading", lead: vm => vm.load() },
            { tag: "ok", lead: vm => vm.succeed([{ name: "1" }]) },
            { tag: "failed", lead: vm => vm.fail("no net") },
            { tag: "canceled", lead: vm => { vm.load(); vm.cancel() } },
        ]
    }
    function test_knownValue_isNotAskedForAgain(data) {
        const one = add("a", { visible: false })
        data.lead(one.vm)
        one.visible = true
        settle()
        compare(said(), "")
    }
    function test_sameMoment_isAskedInVisibleOrder() {
        add("d", { y: 50, x: 0 })
        add("c", { y: 10, x: 200 })
        add("b", { y: 10, x: 100 })
        add("a", { y: 10, x: 100 - 0.5 })
        add("e", { y: 50, x: 0 })
        settle()
        compare(said(), "abcde")
    }
    function test_laterOnes_areAskedLater() {
        add("b", { y: 50 })
        settle()
        add("a", { y: 0 })
        settle()
        compare(said(), "ba")
    }
    function test_layout_hasPlacedThemByThen() {
        const layout = createTemporaryObject(mirrored, root)
        // It will do so with the next frame.
        for (const name of ["b", "a", "d", "c"])
            add(name, {}, layout)
        settle()
        compare(said(), "abcd")
    }
    function test_hiddenItem_waits() {
        const one = add("a", { visible: false })
        settle()
        compare(said(), "")
        one.visible = true
        settle()
        compare(said(), "a")
        one.visible = false
        one.visible = true
        settle()
        compare(said(), "a")
    }
    function test_hiddenBeforeItsTurn_doesNotAsk() {
        const one = add("a")
        one.visible = false
        settle()
        compare(said(), "")
    }
    function test_destroyedBeforeItsTurn_isForgotten() {
        const one = card.createObject(root, { name: "a", journal: root.journal }) as Card
        add("b")
        one.destroy()
        settle()
        verify(said() === "b" || said() === "ab", said())
    }
    function test_handlerThatHidesTheNext_isHeeded() {
        const one = add("a")
        const two = add("b", { y: 50 })
        one.requested.connect(() => two.visible = false)
        settle()
        compare(said(), "a")
    }
    function test_otherPage_waits() {
        const pages = createTemporaryObject(stack, root) as StackLayout
        add("a", {}, pages.children[0])
        add("b", {}, pages.children[1])
        settle()
        compare(said(), "a")
        pages.currentIndex = 1
        settle()
        compare(said(), "ab")
    }
    function test_hiddenWindow_waits() {
        const window = createTemporaryObject(hiddenWindow, root) as Window
        add("a", {}, window.contentItem)
        settle()
        compare(said(), "")
        window.visible = true
        tryVerify(() => said() === "a")
        window.visible = false
    }
    function test_outOfSight_waits() {
        const view = createTemporaryObject(scrolled, root) as Flickable
        add("a", { y: 70 }, view.contentItem)
        const below = add("b", { y: 500 }, view.contentItem)
        settle()
        compare(said(), "a")
        verify(!below.shown)
        view.contentY = 390
        settle()
        compare(said(), "a")
        view.contentY = 401
        settle()
        compare(said(), "ab")
        view.contentY = 540
        verify(!below.shown)
    }
    function test_nestedViews_bothHaveToShowIt() {
        const outer = createTemporaryObject(scrolled, root) as Flickable
        const inner = createTemporaryObject(scrolled, outer.contentItem, { y: 300 }) as Flickable
        add("a", { y: 300 }, inner.contentItem)
        outer.contentY = 300
        settle()
        compare(said(), "")
        inner.contentY = 300
        settle()
        compare(said(), "a")
    }
    function test_shown_isTheUsersToSay() {
        const one = add("a", { shown: false })
        settle()
        compare(said(), "")
        one.shown = true
        settle()
        compare(said(), "a")
    }
    function test_otherModel_isAskedToo() {
        const one = add("a")
        settle()
        one.vm.succeed([{ name: "1" }])
        const other = add("b", { visible: false })
        one.result = other.vm.org
        settle()
        compare(said(), "aa")
    }
    function test_retry_asksAgain_data() {
        return [
            { tag: "by keys", retry: one => { one.forceActiveFocus(Qt.TabFocusReason); keyClick(Qt.Key_Space) } },
            { tag: "by click", retry: one => mouseClick(findChild(one, "action")) },
            { tag: "by call", retry: one => one.retry() },
        ]
    }
    function test_retry_asksAgain(data) {
        const one = add("a", { width: 300, height: 200 })
        settle()
        one.vm.fail("no net")
        compare(one.statusText, "This could not be loaded: no net")
        settle()
        compare(said(), "a")
        data.retry(one)
        compare(said(), "aa")
        compare(one.statusText, "Loading")
        one.vm.succeed([{ name: "1" }])
        compare(one.statusText, "")
    }
}
