// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// How a TaskInspector shows runs: its words and its colours, the latter readable on light and on dark.
QtObject {
    id: root

    required property font font
    required property color window
    required property color text
    required property color highlight

    readonly property bool isDark: root.window.hslLightness < 0.5
    readonly property color quiet: Qt.tint(root.window, Qt.alpha(root.text, 0.72))
    readonly property color line: Qt.alpha(root.text, 0.14)
    readonly property color good: root.isDark ? "#6fd39a" : "#1b7a43"
    readonly property color bad: root.isDark ? "#ff9a9a" : "#ad1f2d"
    readonly property color passed: root.isDark ? "#f0c36d" : "#8a5800"

    function inkOf(outcome: int): color {
        switch (outcome) {
        case Aside.Ok:
            return root.good;
        case Aside.Failed:
            return root.bad;
        case Aside.Superseded:
            return root.passed;
        }
        return root.quiet;
    }
    function laneName(lane: int): string {
        return lane === TaskInfo.Io ? qsTr("Io") : qsTr("Compute");
    }
    /// Without its namespaces, which leave no room for the rest.
    function viewModelName(viewModel: string): string {
        const colons = viewModel.lastIndexOf("::");
        return colons < 0 ? viewModel : viewModel.substring(colons + 2);
    }
    function stateName(status: int, outcome: int): string {
        switch (status) {
        case TaskInfo.Waiting:
            return qsTr("Waiting");
        case TaskInfo.Queued:
            return qsTr("Queued");
        case TaskInfo.Running:
            return qsTr("Running");
        }
        return root.outcomeName(outcome);
    }
    function outcomeName(outcome: int): string {
        switch (outcome) {
        case Aside.Ok:
            return qsTr("Done");
        case Aside.Failed:
            return qsTr("Failed");
        case Aside.Superseded:
            return qsTr("Superseded");
        }
        return qsTr("Canceled");
    }
    function duration(ms: double): string {
        if (ms < 0)
            return "–";
        if (ms < 1000)
            return qsTr("%1 ms").arg(Math.round(ms));
        if (ms < 60000)
            return qsTr("%1 s").arg(Number(ms / 1000).toLocaleString(Qt.locale(), "f", 1));
        return qsTr("%1 min").arg(`${Math.floor(ms / 60000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, "0")}`);
    }
}
