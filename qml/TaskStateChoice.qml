// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// One state that a TaskInspector can be narrowed to.
TaskChoice {
    id: root

    required property TaskFilter runs
    required property int choice

    checked: root.runs.state === root.choice
    onChosen: root.runs.state = root.choice
}
