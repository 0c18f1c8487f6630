// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// What is said of a bar of a TaskInspector's timeline: of the one that is pointed at, or else of the
/// current one.
Text {
    id: root

    required property TaskLook look
    required property TaskBar bar
    required property TaskBar pointed
    required property double now

    readonly property TaskBar shown: root.pointed ? root.pointed : root.bar

    function listed(parts: string, part: string): string {
        return parts === "" ? part : `${parts}  ·  ${part}`;
    }
    function counted(parts: string, format: string, runs: int): string {
        return runs > 0 ? root.listed(parts, format.arg(runs)) : parts;
    }
    function ofRun(run: TaskBar): string {
        let parts = root.listed(qsTr("%1 of %2").arg(run.name).arg(root.look.viewModelName(run.viewModel)), root.look.laneName(run.lane));
        const waited = (run.beganAt >= 0 ? run.beganAt : run.until) - run.startedAt;
        if (run.beganAt < 0 || Math.round(waited) > 0)
            parts = root.listed(parts, qsTr("waited %1").arg(root.look.duration(waited)));
        if (run.beganAt >= 0)
            parts = root.listed(parts, qsTr("ran %1").arg(root.look.duration(run.ranUntil - run.beganAt)));
        if (run.outcome === Aside.Ok)
            parts = root.listed(parts, qsTr("landed after %1").arg(root.look.duration(run.endedAt - run.returnedAt)));
        if (run.outcome !== Aside.None)
            parts = root.listed(parts, root.look.outcomeName(run.outcome));
        return run.failure === "" ? parts : root.listed(parts, run.failure);
    }
    function ofMany(many: TaskBar): string {
        let parts = root.listed(qsTr("%1 more runs").arg(many.runs), root.look.laneName(many.lane));
        parts = root.listed(parts, qsTr("at most %1 at once").arg(many.peak));
        parts = root.counted(parts, qsTr("%1 done"), many.okRuns);
        parts = root.counted(parts, qsTr("%1 failed"), many.failedRuns);
        parts = root.counted(parts, qsTr("%1 canceled"), many.canceledRuns);
        return root.counted(parts, qsTr("%1 superseded"), many.supersededRuns);
    }

    leftPadding: 10
    rightPadding: 10
    text: !root.shown ? qsTr("Point at a bar, or go from one to the next with the arrow keys") : root.shown.isMany ? root.ofMany(root.shown) : root.ofRun(root.shown)
    textFormat: Text.PlainText
    elide: Text.ElideRight
    font: root.look.font
    color: root.shown ? root.look.text : root.look.quiet
}
