// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import Aside.Controls
import AsideFixtures

/// Starts and cancels the task "scan".
TaskButton {
    id: root

    required property Counter vm
    property int starts: 0

    animated: false
    text: "Scan"
    cancelText: "Stop the scan"
    task: root.vm ? root.vm.task("scan") : null
    onStart: {
        ++root.starts
        root.vm.load("scan", 0.5, "done")
    }
}
