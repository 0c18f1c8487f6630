// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// What narrows a TaskInspector: a text, and a state.
Flow {
    id: root

    required property TaskFilter runs
    required property font font

    spacing: 6

    TaskFilterField {
        id: field

        width: Math.min(220, root.width)
        font: root.font
        Binding {
            target: root.runs
            property: "text"
            value: field.text
        }
    }
    TaskChoice {
        runs: root.runs
        font: root.font
        objectName: "chooseAny"
        choice: TaskFilter.Any
        text: qsTr("All")
    }
    TaskChoice {
        runs: root.runs
        font: root.font
        objectName: "chooseWaiting"
        choice: TaskFilter.Waiting
        text: qsTr("Waiting")
    }
    TaskChoice {
        runs: root.runs
        font: root.font
        objectName: "chooseRunning"
        choice: TaskFilter.Running
        text: qsTr("Running")
    }
    TaskChoice {
        runs: root.runs
        font: root.font
        objectName: "chooseOk"
        choice: TaskFilter.Ok
        text: qsTr("Done")
    }
    TaskChoice {
        runs: root.runs
        font: root.font
        objectName: "chooseFailed"
        choice: TaskFilter.Failed
        text: qsTr("Failed")
    }
    TaskChoice {
        runs: root.runs
        font: root.font
        objectName: "chooseCanceled"
        choice: TaskFilter.Canceled
        text: qsTr("Canceled")
    }
}
