// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideFixtures

StrictCase {
    id: root

    name: "AsyncView"
    when: windowShown
    visible: true
    width: 320
    height: 240

    property Profile vm: null
    property PeopleView view: null

    Component {
        id: profile
        Profile { }
    }
    Component {
        id: peopleView
        PeopleView { anchors.fill: parent }
    }
    Component {
        id: slotsView
        SlotsView { }
    }

    function init() {
        failOnWarning(/.?/)
        root.vm = createTemporaryObject(profile, root) as Profile
        root.view = createTemporaryObject(peopleView, root, { vm: root.vm }) as PeopleView
    }

    function people(count: int, prefix = ""): var {
        return Array.from({ length: count }, (_, i) => ({ name: `${prefix}${i}` }))
    }
    /// The texts that are seen, from back to front.
    function texts(item = root.view as Item): var {
        if (!item.visible || item.opacity === 0)
            return []
        const own = item instanceof Text && item.text !== "" ? [item.text] : []
        return Array.from(item.children).reduce((all, child) => all.concat(texts(child)), own)
    }
    function list(): ListView {
        return findChild(root.view, "list") as ListView
    }

    function test_everyState_isSaid() {
        compare(texts(), ["Not loaded yet"])
        compare(root.view.statusText, "Not loaded yet")
        root.vm.load()
        compare(texts(), ["Loading…"])
        compare(root.view.statusText, "Loading")
        root.vm.tell(0.25, "asking")
        compare(texts(), ["asking"])
        compare(root.view.statusText, "Loading: asking")
        compare(findChild(root.view, "busy").progress, 0.25)
        root.vm.cancel()
        compare(texts(), ["Loading was stopped", "Load again"])
        compare(root.view.statusText, "Canceled")
        root.vm.fail("no <b>net</b>")
        compare(texts(), ["This could not be loaded", "no <b>net</b>", "Try again"])
        compare(root.view.statusText, "This could not be loaded: no <b>net</b>")
        root.vm.succeed([])
        compare(texts(), ["Nothing here"])
        compare(root.view.statusText, "Nothing here")
        compare(list(), null)
        root.vm.succeed(people(2))
        compare(texts(), ["0", "1"])
        compare(root.view.statusText, "")
        root.vm.load()
        compare(texts(), ["0", "1"])
        compare(root.view.statusText, "Refreshing")
        root.vm.fail("no <b>net</b>")
        compare(texts(), ["0", "1", "The refresh failed: no <b>net</b>", "Try again", "×"])
        compare(root.view.statusText, "The refresh failed: no <b>net</b>")
        root.vm.load()
        root.vm.cancel()
        compare(texts(), ["0", "1"])
        compare(root.view.statusText, "")
        root.vm.loadAnew()
        compare(texts(), ["Loading…"])
    }

    function test_failureText_isPlainText() {
        root.vm.fail("<b>no</b>")
        compare(root.view.Accessible.name, "This could not be loaded: <b>no</b>")
        for (const item of allOf(root.view))
            compare(item.textFormat, Text.PlainText, item.text)
        root.vm.succeed(people(1))
        root.vm.fail("<b>no</b>")
        for (const item of allOf(root.view))
            compare(item.textFormat, Text.PlainText, item.text)
    }
    function allOf(item: Item): var {
        const own = item instanceof Text ? [item] : []
        return Array.from(item.children).reduce((all, child) => all.concat(allOf(child)), own)
    }

    function test_refresh_keepsTheContentAndItsPlace() {
        root.vm.succeed(people(100))
        const before = list()
        before.contentY = 500
        before.currentIndex = 30
        const row = before.itemAtIndex(30)
        root.vm.load()
        root.vm.tell(0.5, "half")
        root.vm.fail("no net")
        root.vm.load()
        root.vm.cancel()
        root.vm.load()
        root.vm.succeed(people(100))
        compare(list(), before)
        compare(before.contentY, 500)
        compare(before.currentIndex, 30)
        compare(before.itemAtIndex(30), row)
        root.vm.succeed(people(101))
        compare(list(), before)
        compare(before.count, 101)
    }
    function test_emptyRefresh_onlyHidesTheContent() {
        root.vm.succeed(people(3))
        const before = list()
        root.vm.succeed([])
        verify(!before.visible)
        root.vm.succeed(people(4))
        verify(before.visible)
        compare(list(), before)
    }
    function test_droppedValue_takesTheContentAlong() {
        root.vm.succeed(people(3))
        root.vm.loadAnew()
        tryVerify(() => list() === null)
        compare(texts(), ["Loading…"])
        root.vm.succeed(people(3))
        compare(list().count, 3)
    }
    function test_empty_isTheUsersToSay() {
        root.vm.succeed(people(3))
        root.view.empty = true
        compare(texts(), ["Nothing here"])
        root.view.empty = false
        compare(texts().length, 3)
    }
    function test_lateView_showsWhatIsThere() {
        root.vm.succeed(people(2))
        root.vm.load()
        const late = createTemporaryObject(peopleView, root, { vm: root.vm }) as PeopleView
        tryVerify(() => texts(late).join() === "0,1")
    }

    function test_retry_isReachedAndPressedByKeys_data() {
        return [{ tag: "Space", key: Qt.Key_Space }, { tag: "Return", key: Qt.Key_Return }, { tag: "Enter", key: Qt.Key_Enter }]
    }
    function test_retry_isReachedAndPressedByKeys(data) {
        root.vm.fail("no net")
        keyClick(Qt.Key_Tab)
        verify(findChild(root.view, "action").activeFocus)
        keyClick(data.key)
        compare(root.view.retries, 1)
        compare(texts(), ["Loading…"])
        // The next failure has the focus again, and then the content.
        root.vm.fail("still no net")
        verify(findChild(root.view, "action").activeFocus)
        keyClick(data.key)
        root.vm.succeed(people(3))
        verify(list().activeFocus)
    }
    function test_retry_isClicked() {
        root.vm.fail("no net")
        mouseClick(findChild(root.view, "action"))
        compare(root.view.retries, 1)
    }
    function test_failedRefresh_isRetriedByKeys() {
        root.vm.succeed(people(3))
        root.view.forceActiveFocus()
        root.vm.fail("no net")
        verify(list().activeFocus)
        keyClick(Qt.Key_Tab)
        verify(findChild(root.view, "retryRefresh").activeFocus)
        keyClick(Qt.Key_Space)
        compare(root.view.retries, 1)
        verify(list().activeFocus)
    }
    function test_failedRefresh_isDismissed_data() {
        return [
            { tag: "by its button", dismiss: () => mouseClick(findChild(root.view, "dismiss")) },
            { tag: "by Escape", dismiss: () => { keyClick(Qt.Key_Tab); keyClick(Qt.Key_Escape) } },
        ]
    }
    function test_failedRefresh_isDismissed(data) {
        root.vm.succeed(people(1))
        root.view.forceActiveFocus()
        root.vm.fail("no net")
        data.dismiss()
        compare(texts(), ["0"])
        verify(list().activeFocus)
        // Another failure is told again.
        root.vm.fail("no disk")
        compare(texts()[1], "The refresh failed: no disk")
        root.vm.load()
        root.vm.fail("no disk")
        compare(texts().length, 4)
    }
    function test_retry_isNotOfferedWhereItMakesNoSense() {
        root.view.canRetry = false
        root.vm.fail("no net")
        compare(texts(), ["This could not be loaded", "no net"])
        root.vm.load()
        root.vm.cancel()
        compare(texts(), ["Loading was stopped"])
        root.vm.succeed(people(1))
        root.vm.fail("no net")
        compare(texts(), ["0", "The refresh failed: no net", "×"])
    }

    function test_slots_areTheUsers() {
        root.view.visible = false
        const view = createTemporaryObject(slotsView, root, { vm: root.vm }) as SlotsView
        const said = () => texts(view).join()
        compare(said(), "type to search")
        root.vm.load()
        root.vm.tell(0.5, "")
        compare(said(), "at 0.5")
        root.vm.fail("no net")
        compare(said(), "no net")
        root.vm.load()
        root.vm.cancel()
        compare(said(), "stopped")
        root.vm.succeed("")
        compare(said(), "nobody")
        root.vm.succeed("Ann")
        compare(said(), "Ann")
        compare(view.implicitWidth, 77)
        root.vm.load()
        compare(said(), "Ann,new ones come")
        root.vm.fail("no net")
        compare(said(), "Ann,old ones")
    }

    function test_animation_runsOnlyWhereItIsSeen_data() {
        return [{ tag: "animated", animated: true }, { tag: "not", animated: false }]
    }
    function test_animation_runsOnlyWhereItIsSeen(data) {
        root.view.animated = data.animated
        root.vm.load()
        const bar = findChild(root.view, "busy")
        compare(bar.moves, data.animated)
        root.vm.tell(0.5, "")
        compare(bar.moves, false)
        root.vm.tell(-1, "")
        compare(bar.moves, data.animated)
        root.view.visible = false
        compare(bar.moves, false)
    }
}
