// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// What the bars and the marks of a TaskInspector's timeline mean.
Flow {
    id: root

    required property TaskLook look

    spacing: 14

    TaskLegendEntry {
        look: root.look
        waits: true
        text: qsTr("Waits")
    }
    TaskLegendEntry {
        look: root.look
        text: qsTr("Runs")
    }
    TaskLegendEntry {
        look: root.look
        markName: "okMark"
        outcome: Aside.Ok
        text: root.look.outcomeName(Aside.Ok)
    }
    TaskLegendEntry {
        look: root.look
        markName: "failedMark"
        outcome: Aside.Failed
        text: root.look.outcomeName(Aside.Failed)
    }
    TaskLegendEntry {
        look: root.look
        markName: "canceledMark"
        outcome: Aside.Canceled
        text: root.look.outcomeName(Aside.Canceled)
    }
    TaskLegendEntry {
        look: root.look
        markName: "supersededMark"
        outcome: Aside.Superseded
        text: root.look.outcomeName(Aside.Superseded)
    }
}
