// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideFixtures

StrictCase {
    id: root

    name: "TaskTimeline"
    when: windowShown
    visible: true
    width: 900
    height: 600

    property Counter vm: null
    property TaskInspector inspector: null
    property Item chart: null
    property Text details: null
    property var timeline: null
    property var bars: null
    property var table: null
    property var loaded: []
    property int escapes: 0

    Keys.onEscapePressed: ++root.escapes

    Component {
        id: counter
        Counter { objectName: "harbour" }
    }
    Component {
        id: inspectorOf
        TaskInspector { width: 900; height: 600 }
    }

    function init() {
        failOnWarning(/.?/)
        root.loaded = []
        root.vm = createTemporaryObject(counter, root) as Counter
        root.inspector = createTemporaryObject(inspectorOf, root) as TaskInspector
        root.timeline = findChild(root.inspector, "taskTimeline")
        root.chart = findChild(root.inspector, "taskChart") as Item
        root.details = findChild(root.inspector, "taskDetails") as Text
        root.bars = findChild(root.inspector, "bars")
        root.table = findChild(root.inspector, "taskTable")
    }
    function cleanup() {
        root.inspector.paused = false
        for (const name of root.loaded) {
            root.vm.cancelAsync(name)
            root.vm.openGate()
        }
        tryCompare(root.inspector, "liveCount", 0)
    }

    function load(names: var) {
        const before = root.inspector.liveCount
        for (const name of names) {
            root.loaded.push(name)
            root.vm.load(name, 0.5, "done")
        }
        tryCompare(root.inspector, "liveCount", before + names.length)
    }
    function focusChart() {
        root.chart.forceActiveFocus(Qt.TabFocusReason)
    }
    function bar(name: string): var {
        for (let i = root.bars.count - 1; i >= 0; --i) {
            if (root.bars.itemAt(i).name === name)
                return root.bars.itemAt(i)
        }
        return null
    }
    function current(): string {
        return root.timeline.current ? root.timeline.current.name : ""
    }
    function moments(): string {
        return Array.from(root.chart.children).filter(child => child instanceof TaskMoment).map(moment => moment.text).join(", ")
    }
    function said(): string {
        return root.details.text
    }
    function clickOn(item: var) {
        const place = item.mapToItem(root.chart, item.width / 2, item.height / 2)
        mouseClick(root.chart, place.x, place.y)
    }

    function test_nothing_isSaidWhereNothingRan() {
        verify(!root.chart.visible)
        compare((findChild(root.inspector, "nothing") as Item).visible, true)
        load(["a"])
        verify(root.chart.visible)
    }
    // A page that opens has no width at first, and what lies above may take all of its height.
    function test_runs_haveBarsOfTheirOwnThoughThePageIsLaidOutLater() {
        load(["a", "b", "c"])
        const late = createTemporaryObject(inspectorOf, root, { width: 0, height: 40 }) as TaskInspector
        tryCompare(late, "liveCount", 3)
        late.width = 900
        late.height = 600
        const bars = findChild(late, "bars")
        tryCompare(bars, "count", 3)
        for (let i = 0; i < 3; ++i)
            compare(bars.itemAt(i).runs, 1)
    }
    function test_bars_lieWithinTheChart() {
        load(["a", "b"])
        tryVerify(() => bar("b") !== null && bar("b").beganAt >= 0)
        for (const name of ["a", "b"]) {
            const end = bar(name).mapToItem(root.chart, bar(name).width, bar(name).height)
            verify(end.x > 0 && end.x <= root.chart.width, `${name} ends at ${end.x}`)
            verify(end.y > 0 && end.y <= root.chart.height)
        }
        verify(bar("b").y > bar("a").y)
    }
    function test_bar_growsWhileItsRunIsAliveAndThenStays() {
        load(["a"])
        const before = bar("a").width
        tryVerify(() => bar("a").width > before + 3)
        root.vm.openGate()
        tryVerify(() => bar("a").outcome === Aside.Ok)
        verify(!root.inspector.moves)
        const end = bar("a").mapToItem(root.chart, bar("a").width, 0)
        verify(end.x <= root.chart.width)
        verify(!findChild(root.inspector, "tick").running)
    }
    function test_ends_areToldApart() {
        ignoreWarning(/task "?bad"? failed: no <b>disk<\/b>/)
        root.vm.loadInVain("bad", "no <b>disk</b>")
        root.vm.openGate()
        tryVerify(() => bar("bad") !== null && bar("bad").outcome === Aside.Failed)
        load(["a", "b"])
        root.vm.cancelAsync("b")
        root.vm.load("a", 0.5, "again")
        const first = bar("a")
        tryCompare(root.bars, "count", 4)
        tryVerify(() => first.outcome === Aside.Superseded && bar("b").outcome === Aside.Canceled)
        compare(first.heirTrack, bar("a").track)
        for (let i = 0; i < 3; ++i)
            root.vm.openGate()
        tryVerify(() => bar("a").outcome === Aside.Ok)
        focusChart()
        const texts = []
        keyClick(Qt.Key_End)
        for (let i = 0; i < 4; ++i, keyClick(Qt.Key_Left))
            texts.unshift(said())
        verify(/^bad of harbour .*Failed .*no <b>disk<\/b>$/.test(texts[0]), texts[0])
        verify(/^a of harbour .*Superseded$/.test(texts[1]), texts[1])
        verify(/^b of harbour .*Canceled$/.test(texts[2]), texts[2])
        verify(/^a of harbour  ·  Compute.*ran .*landed after .*Done$/.test(texts[3]), texts[3])
    }
    function test_marks_areOfDifferentShapes() {
        load(["a"])
        waitForRendering(root.inspector)
        const image = grabImage(root.inspector)
        const shapes = ["okMark", "failedMark", "canceledMark", "supersededMark"].map(name => shapeOf(image, findChild(root.inspector, name) as Item))
        for (let i = 0; i < 4; ++i) {
            verify(shapes[i].includes("1"))
            compare(shapes.indexOf(shapes[i]), i)
        }
    }
    // Whatever their colours.
    function shapeOf(image: var, mark: Item): string {
        const corner = mark.mapToItem(root.inspector, -2, -2)
        const ground = image.pixel(corner.x, corner.y)
        let shape = ""
        for (let y = 0; y < mark.height + 4; ++y) {
            for (let x = 0; x < mark.width + 4; ++x)
                shape += Qt.colorEqual(image.pixel(corner.x + x, corner.y + y), ground) ? "0" : "1"
        }
        return shape
    }
    function test_keys_goFromBarToBar_data() {
        return [
            { tag: "first Left", keys: [Qt.Key_Left], current: "c" },
            { tag: "Left", keys: [Qt.Key_Left, Qt.Key_Left], current: "b" },
            { tag: "Right", keys: [Qt.Key_Home, Qt.Key_Right], current: "b" },
            { tag: "Right at the last", keys: [Qt.Key_End, Qt.Key_Right], current: "c" },
            { tag: "Left at the first", keys: [Qt.Key_Home, Qt.Key_Left], current: "a" },
            { tag: "Down", keys: [Qt.Key_Home, Qt.Key_Down], current: "b" },
            { tag: "Up", keys: [Qt.Key_End, Qt.Key_Up], current: "b" },
            { tag: "Down at the last", keys: [Qt.Key_End, Qt.Key_Down], current: "c" },
            { tag: "Up at the first", keys: [Qt.Key_Home, Qt.Key_Up], current: "a" },
            { tag: "Escape", keys: [Qt.Key_End, Qt.Key_Escape], current: "" },
        ]
    }
    function test_keys_goFromBarToBar(data) {
        load(["a", "b", "c"])
        focusChart()
        for (const key of data.keys)
            keyClick(key)
        compare(current(), data.current)
        compare(root.chart.Accessible.description, said())
        if (data.current !== "")
            verify(bar(data.current).isCurrent)
    }
    function test_escape_isLeftToOthersWhereThereIsNoCurrentBar() {
        load(["a"])
        focusChart()
        keyClick(Qt.Key_End)
        root.escapes = 0
        keyClick(Qt.Key_Escape)
        compare(root.escapes, 0)
        keyClick(Qt.Key_Escape)
        compare(root.escapes, 1)
    }
    function test_delete_cancelsTheRunOfTheBar() {
        load(["a", "b"])
        focusChart()
        keyClick(Qt.Key_Home)
        keyClick(Qt.Key_Delete)
        tryVerify(() => bar("a").outcome === Aside.Canceled)
        compare(bar("b").outcome, Aside.None)
    }
    function test_current_isTheSameInBoth() {
        load(["a", "b", "c"])
        clickOn(bar("b"))
        verify(root.chart.activeFocus)
        compare(current(), "b")
        compare(root.table.currentItem.name, "b")
        root.table.forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Down)
        compare(root.table.currentItem.name, "a")
        compare(current(), "a")
        mouseClick(root.chart, root.chart.width - 2, root.chart.height - 2) // where nothing is
        compare(current(), "")
        compare(root.table.currentIndex, -1)
    }
    function test_pointer_tellsOfTheBar() {
        load(["a", "b"])
        tryVerify(() => bar("a").width > 10)
        const place = bar("a").mapToItem(root.chart, bar("a").width / 2, bar("a").height / 2)
        mouseMove(root.chart, place.x, place.y)
        tryVerify(() => said().startsWith("a of harbour"))
        compare(current(), "")
        focusChart()
        keyClick(Qt.Key_End)
        compare(current(), "b")
        verify(said().startsWith("a of harbour")) // who points, asks
        mouseMove(root.inspector, 5, root.inspector.height - 5)
        tryVerify(() => said().startsWith("b of harbour"))
    }
    function test_pause_holdsRunsAndTime_data() {
        return [
            { tag: "button", pause: () => mouseClick(findChild(root.inspector, "pause") as Item) },
            { tag: "Space", pause: () => { focusChart(); keyClick(Qt.Key_Space) } },
        ]
    }
    function test_pause_holdsRunsAndTime(data) {
        load(["a"])
        data.pause()
        verify(root.inspector.paused)
        verify(!root.inspector.moves)
        const now = root.timeline.now
        const moment = findChild(root.inspector, "nowMoment")
        compare(moment.text, "paused")
        root.loaded.push("b", "c")
        root.vm.load("b", 0.5, "done")
        tryCompare(moment, "text", "paused, 1 more since")
        root.vm.load("c", 0.5, "done")
        tryCompare(moment, "text", "paused, 2 more since")
        root.vm.cancelAsync("a")
        tryVerify(() => bar("a").outcome === Aside.Canceled)
        compare(root.bars.count, 1)
        compare(root.table.count, 1)
        compare(root.timeline.now, now)
        data.pause()
        tryCompare(root.inspector, "liveCount", 2)
        compare(root.bars.count, 3)
        compare(moment.text, "now")
        verify(root.inspector.moves)
        tryVerify(() => root.timeline.now > now)
    }
    function test_span_isChosenByButtonAndKey() {
        load(["a"])
        focusChart()
        compare(root.timeline.span, 15000)
        for (const [key, span] of [[Qt.Key_Plus, 15000], [Qt.Key_Minus, 30000], [Qt.Key_Minus, 60000], [Qt.Key_Minus, 60000], [Qt.Key_Plus, 30000]]) {
            keyClick(key)
            compare(root.timeline.span, span)
        }
        for (const seconds of [15, 30]) {
            mouseClick(findChild(root.inspector, `span${seconds}`) as Item)
            compare(root.timeline.span, seconds * 1000)
        }
        compare(moments(), "30 s ago, 20 s, 10 s, now")
        mouseClick(findChild(root.inspector, "span60") as Item)
        compare(root.timeline.span, 60000)
        verify(findChild(root.inspector, "span60").checked)
        compare(root.chart.Accessible.name, "Timeline of the last 60 seconds")
    }
    function test_surplus_isOneBarWithItsNumber() {
        root.timeline.tracks.tracks = 1
        load(["a", "b", "c"])
        compare(root.bars.count, 2)
        const many = root.bars.itemAt(1)
        compare(many.runs, 2)
        focusChart()
        keyClick(Qt.Key_End)
        compare(said(), "2 more runs  ·  Compute  ·  at most 2 at once")
        keyClick(Qt.Key_Delete) // of whom?
        compare(root.inspector.liveCount, 3)
    }
    function test_forgotten_isSaid() {
        root.timeline.tracks.capacity = 1
        load(["a", "b", "c"])
        verify(!(findChild(root.inspector, "incomplete") as Item).visible)
        for (const name of ["a", "b"])
            root.vm.cancelAsync(name)
        tryVerify(() => (findChild(root.inspector, "incomplete") as Item).visible)
        compare(root.bars.count, 1)
    }
    function test_lowInspector_hasATableOnly() {
        load(["a"])
        root.inspector.height = 300
        verify(!root.chart.visible)
        verify(!root.timeline.moves)
        root.inspector.height = 600
        verify(root.chart.visible)
        root.inspector.showsTimeline = false
        verify(!root.chart.visible)
        compare(root.table.count, 1)
    }
    function test_invisible_costsNothing() {
        load(["a"])
        verify(root.timeline.moves)
        root.inspector.visible = false
        verify(!root.timeline.moves)
        compare(root.bars.count, 0)
        const moment = root.timeline.now
        root.inspector.visible = true
        tryCompare(root.bars, "count", 1)
        verify(root.timeline.now >= moment)
    }
}
