// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQml
import Aside
import AsideFixtures

/// What a view shows of the task "scan".
QtObject {
    id: root

    required property Counter vm
    readonly property bool running: root.vm.task("scan").running
    readonly property double progress: root.vm.task("scan").progress
    readonly property string text: root.vm.task("scan").progressText
    readonly property string failure: root.vm.task("scan").failure.message
    readonly property bool canceled: root.vm.task("scan").canceled
    readonly property bool ok: root.vm.task("scan").outcome === Aside.Ok
    readonly property string status: root.vm._async.scan ? root.vm._async.scan.status : "idle"
    readonly property string names: Object.keys(root.vm._async).join()
}
