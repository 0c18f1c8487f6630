// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideFixtures

// What a bar of the timeline shows, and what is said of it: of runs with given moments.
StrictCase {
    id: root

    name: "TaskBar"
    when: windowShown
    visible: true
    width: 400
    height: 300

    TaskLook {
        id: look

        font.pixelSize: 12
        window: "white"
        text: "black"
        highlight: "blue"
    }
    TaskTape {
        id: tape

        look: look
        now: 3601000 // after an hour
        pixelsPerMs: 0.1
        pitch: 20
        laneHeight: 100
        padding: 4
        currentKey: 0
    }
    TaskDetails {
        id: details

        look: look
        bar: null
        pointed: null
        now: tape.now
    }
    Component {
        id: runOf
        TaskBar {
            key: 7; taskId: 7; name: "scan"; viewModel: "Harbour::Model"; failure: ""; lane: 0; track: 1; outcome: Aside.None
            startedAt: 3600000; beganAt: -1; returnedAt: -1; endedAt: -1; heirTrack: -1
            runs: 1; peak: 1; okRuns: 0; failedRuns: 0; canceledRuns: 0; supersededRuns: 0
        }
    }

    function init() {
        failOnWarning(/.?/)
    }
    function cleanup() {
        tape.currentKey = 0
        details.bar = null
        details.pointed = null
    }
    function run(values: var): TaskBar {
        return createTemporaryObject(runOf, tape, values) as TaskBar
    }
    function part(bar: TaskBar, name: string): Item {
        return findChild(bar, name) as Item
    }
    /// Where a part of the bar is on the tape, in ms since the start of the run.
    function time(bar: TaskBar, name: string): string {
        const item = part(bar, name)
        return item.visible ? `${Math.round(item.x / 0.1)} to ${Math.round((item.x + item.width) / 0.1)}` : "no"
    }
    function said(bar: TaskBar): string {
        details.bar = bar
        return details.text
    }

    function test_parts_areAsLongAsTheyTook_data() {
        return [
            { tag: "waits", run: {}, waits: "0 to 1000", ran: "no", lands: "no", width: 100 },
            { tag: "runs", run: { beganAt: 3600400 }, waits: "0 to 400", ran: "400 to 1000", lands: "no", width: 100 },
            { tag: "landed", run: { beganAt: 3600100, returnedAt: 3600300, endedAt: 3600800, outcome: Aside.Ok }, waits: "0 to 100", ran: "100 to 300", lands: "300 to 800", width: 80 },
            { tag: "ran at once", run: { beganAt: 3600000, returnedAt: 3600300, endedAt: 3600300, outcome: Aside.Ok }, waits: "no", ran: "0 to 300", lands: "no", width: 30 },
            { tag: "canceled before", run: { endedAt: 3600500, outcome: Aside.Canceled }, waits: "0 to 500", ran: "no", lands: "no", width: 50 },
        ]
    }
    function test_parts_areAsLongAsTheyTook(data) {
        const bar = run(data.run)
        compare(bar.width, data.width)
        compare(time(bar, "waits"), data.waits)
        compare(time(bar, "ran"), data.ran)
        compare(time(bar, "lands"), data.lands)
    }
    function test_place_isItsLaneAndTrack() {
        const bar = run({ lane: 1, track: 3 })
        compare(bar.y, 100 + 4 + 3 * 20 + 1)
        compare(bar.x, tape.xOf(3600000))
        verify(tape.xOf(tape.now) < 600000 * tape.pixelsPerMs) // small numbers, however late it is
        compare(tape.xOf(tape.now) - bar.x, 100)
    }
    function test_superseded_leadsToItsHeir_data() {
        return [
            { tag: "below", heir: 4, from: 0, to: 60 },
            { tag: "above", heir: 0, from: -20, to: 0 },
        ]
    }
    function test_superseded_leadsToItsHeir(data) {
        const bar = run({ outcome: Aside.Superseded, beganAt: 3600000, returnedAt: 3600300, endedAt: 3600300, heirTrack: data.heir })
        const line = part(bar, "leadsToItsHeir")
        verify(line.visible)
        compare(line.y - bar.height / 2, data.from)
        compare(line.y + line.height - bar.height / 2, data.to)
        verify(!part(run({}), "leadsToItsHeir").visible)
    }
    function test_current_hasAFrame() {
        const bar = run({})
        verify(!part(bar, "frame").visible)
        tape.currentKey = 7
        verify(part(bar, "frame").visible)
    }
    function test_run_isToldInFull_data() {
        return [
            { tag: "waits", run: {}, said: "scan of Model  ·  Compute  ·  waited 1.0 s" },
            { tag: "runs", run: { beganAt: 3600400 }, said: "scan of Model  ·  Compute  ·  waited 400 ms  ·  ran 600 ms" },
            { tag: "ran at once", run: { lane: 1, beganAt: 3600000 }, said: "scan of Model  ·  Io  ·  ran 1.0 s" },
            { tag: "landed", run: { beganAt: 3600000, returnedAt: 3600300, endedAt: 3600800, outcome: Aside.Ok }, said: "scan of Model  ·  Compute  ·  ran 300 ms  ·  landed after 500 ms  ·  Done" },
            { tag: "failed", run: { beganAt: 3600000, returnedAt: 3600300, endedAt: 3600300, outcome: Aside.Failed, failure: "no <b>disk</b>" }, said: "scan of Model  ·  Compute  ·  ran 300 ms  ·  Failed  ·  no <b>disk</b>" },
        ]
    }
    function test_run_isToldInFull(data) {
        compare(said(run(data.run)), data.said)
    }
    function test_many_areToldByTheirEnds() {
        const many = run({ taskId: 0, key: -3, runs: 20, peak: 9, okRuns: 4, failedRuns: 3, canceledRuns: 2, supersededRuns: 1 })
        compare(said(many), "20 more runs  ·  Compute  ·  at most 9 at once  ·  4 done  ·  3 failed  ·  2 canceled  ·  1 superseded")
    }
    function test_pointed_isToldRatherThanCurrent() {
        details.bar = run({})
        verify(details.text.startsWith("scan of"))
        details.pointed = run({ name: "search", key: 8, taskId: 8 })
        verify(details.text.startsWith("search of"))
    }
}
