// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Aside
import AsideFixtures

StrictCase {
    id: root

    name: "FrameMeter"
    when: windowShown
    visible: true
    width: 200
    height: 100

    property FrameMeter meter: null
    property FrameTimes times: null

    Component {
        id: meterOf
        FrameMeter { width: 80; height: 20 }
    }
    Component {
        id: timesOf
        FrameTimes { }
    }
    Rectangle {
        id: mover
        y: 50
        width: 10
        height: 10

        NumberAnimation on x {
            id: movement
            running: false
            from: 0
            to: 100
            duration: 1000
            loops: Animation.Infinite
        }
    }
    SignalSpy {
        id: changed
        target: root.times
        signalName: "changed"
    }
    SignalSpy {
        id: frames
        target: root.Window.window
        signalName: "afterAnimating"
    }

    function init() {
        failOnWarning(/.?/)
        root.meter = createTemporaryObject(meterOf, root) as FrameMeter
        root.times = createTemporaryObject(timesOf, root) as FrameTimes
        changed.clear()
    }
    function cleanup() {
        movement.running = false
    }

    function stall(milliseconds: int) {
        const start = Date.now()
        while (Date.now() - start < milliseconds) { }
    }
    function time(row: int): real {
        return root.times.data(root.times.index(row, 0), Qt.UserRole)
    }

    function test_frames_areMeasuredOnlyWhileActive() {
        root.times.frame()
        root.times.frame()
        root.times.active = true
        root.times.active = false
        verify(!root.times.measured)
        compare(changed.count, 0)
        root.times.active = true
        root.times.frame()
        root.times.frame()
        compare(changed.count, 0)
        root.times.active = false
        compare(changed.count, 1)
        verify(root.times.measured)
        verify(time(39) >= 0)
        compare(time(38), -1)
        root.times.reset()
        verify(!root.times.measured)
        compare(root.times.longest, 0)
        compare(time(39), -1)
    }
    function test_stall_isToldAndStays() {
        root.times.active = true
        root.times.frame()
        stall(130) // two clocks may differ a little
        root.times.frame()
        for (let i = 0; i < 100; ++i)
            root.times.frame()
        root.times.active = false
        verify(root.times.longest >= 120)
        verify(root.times.average < 120)
        compare(root.times.rowCount(), 40)
        verify(time(0) < 120)
    }
    function test_capacity_isHowManyAreKept() {
        root.times.capacity = 100
        root.times.active = true
        for (let i = 0; i < 151; ++i)
            root.times.frame()
        root.times.active = false
        compare(root.times.rowCount(), 100)
        compare(root.times.latest.length, 100)
        compare(root.times.count, 150)
        compare(root.times.latest[99], time(99))
        const newest = time(99)
        root.times.capacity = 10
        compare(root.times.rowCount(), 10)
        compare(root.times.latest.length, 10)
        compare(time(9), newest)
        root.times.capacity = 0
        compare(root.times.capacity, 1)
    }
    function test_late_areCounted() {
        root.times.late = 50
        root.times.active = true
        root.times.frame()
        stall(30)
        root.times.frame()
        for (let i = 0; i < 2; ++i) {
            stall(70)
            root.times.frame()
        }
        root.times.active = false
        compare(root.times.count, 3)
        verify(root.times.lateCount >= 2) // a busy machine may make the first one late, too
        root.times.late = 1000000
        root.times.reset()
        compare(root.times.count, 0)
        compare(root.times.lateCount, 0)
        root.times.active = true
        root.times.frame()
        stall(70)
        root.times.frame()
        root.times.active = false
        compare(root.times.lateCount, 0)
    }
    function test_pause_isNoFrame_data() {
        return [
            { tag: "inactive", pause: () => { root.times.active = false; stall(300); root.times.active = true } },
            { tag: "reset", pause: () => { stall(300); root.times.reset() } },
        ]
    }
    function test_pause_isNoFrame(data) {
        root.times.active = true
        root.times.frame()
        data.pause()
        root.times.frame()
        root.times.frame()
        root.times.active = false
        verify(root.times.measured)
        verify(root.times.longest < 250) // two clocks may differ a little
    }
    function test_shows_areFew() {
        root.times.active = true
        for (let i = 0; i < 1000; ++i)
            root.times.frame()
        verify(changed.count <= 1)
        stall(260)
        root.times.frame()
        verify(changed.count >= 1)
    }

    function test_meter_measuresTheFramesOfItsWindow() {
        movement.running = true
        root.meter.active = true
        tryVerify(() => root.meter.measured)
        verify(root.meter.average > 0)
        verify(root.meter.longest >= root.meter.average)
        verify(root.meter.Accessible.name.includes(String(Math.round(root.meter.longest))))
        root.meter.active = false
        root.meter.reset()
        verify(!root.meter.measured)
    }
    function test_meter_isNotFedWhileHiddenOrInactive_data() {
        return [{ tag: "hidden", active: true, visible: false }, { tag: "inactive", active: false, visible: true }]
    }
    function test_meter_isNotFedWhileHiddenOrInactive(data) {
        movement.running = true
        root.meter.visible = data.visible
        root.meter.active = data.active
        frames.clear()
        tryVerify(() => frames.count > 20)
        root.meter.active = false
        root.meter.visible = true
        verify(!root.meter.measured)
    }
    function test_meter_movesNothingItself() {
        root.meter.active = true
        // What was under way before has been drawn.
        tryVerify(() => !waitForRendering(root.meter, 100))
    }
}
