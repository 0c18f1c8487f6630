// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// Shows how long the latest frames took, as bars, and knows the longest stall: proof that the window
/// stays live.
///
///     FrameMeter { id: frames; active: vm.task("scan").running }
///     Text { text: qsTr("longest %1 ms").arg(Math.round(frames.longest)) }
///
/// It measures on the GUI thread of its window, from frame to frame. That says something only while frames
/// follow each other, so bind `active` to what moves all the time, as a spinner does; it moves nothing
/// itself. While it is not active, or not visible, it costs nothing: no timer, no animation, no signal.
Item {
    id: root

    property bool active: false
    /// How long a frame is that people notice: the height of a full bar, in ms.
    property real slow: 50
    property color color: root.palette.highlight
    property color slowColor: root.palette.window.hslLightness < 0.5 ? "#ff9a9a" : "#ad1f2d"
    readonly property bool measured: times.measured
    readonly property real average: times.average ///< ms, of the bars
    readonly property real longest: times.longest ///< ms, since the last reset()

    function reset() {
        times.reset();
    }

    implicitWidth: 80
    implicitHeight: 18
    Accessible.role: Accessible.Indicator
    Accessible.name: root.measured ? qsTr("%1 ms a frame, longest %2 ms").arg(Math.round(root.average)).arg(Math.round(root.longest)) : qsTr("No frames measured yet")

    FrameTimes {
        id: times

        active: root.active && root.visible
    }
    Connections {
        // Emitted on the GUI thread, once for each frame, whichever way the window is rendered.
        target: times.active ? root.Window.window : null
        function onAfterAnimating() {
            times.frame();
        }
    }
    FrameScale {
        anchors.fill: parent
        color: root.color
        slowColor: root.slowColor
        slow: root.slow

        Repeater {
            model: times
            delegate: FrameBar { }
        }
    }
}
