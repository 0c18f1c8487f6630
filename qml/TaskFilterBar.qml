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
    TaskStateChoice {
        runs: root.runs
        font: root.font
        objectName: "chooseAny"
        choice: TaskFilter.Any
        text: qsTr("All")
    }
    TaskStateChoice {
        runs: root.runs
        font: root.font
        objectName: "chooseWaiting"
        choice: TaskFilter.Waiting
        text: qsTr("Waiting")
    }
    TaskStateChoice {
        runs: root.runs
        font: root.font
        objectName: "chooseRunning"
        choice: TaskFilter.Running
        text: qsTr("Running")
    }
    TaskStateChoice {
        runs: root.runs
        font: root.font
        objectName: "chooseOk"
        choice: TaskFilter.Ok
        text: qsTr("Done")
    }
    TaskStateChoice {
        runs: root.runs
        font: root.font
        objectName: "chooseFailed"
        choice: TaskFilter.Failed
        text: qsTr("Failed")
    }
    TaskStateChoice {
        runs: root.runs
        font: root.font
        objectName: "chooseCanceled"
        choice: TaskFilter.Canceled
        text: qsTr("Canceled")
    }
}
