// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQml
import Aside
import AsideFixtures

/// What a view shows of a result.
QtObject {
    id: root

    required property Profile vm
    readonly property asyncResult result: root.vm.org
    readonly property int status: root.result.status
    readonly property bool loading: root.result.loading
    readonly property bool ok: root.result.ok
    readonly property bool failed: root.result.failed
    readonly property bool canceled: root.result.canceled
    readonly property string name: root.result.value ?? "nobody"
    readonly property string failure: root.result.failure.message
    readonly property double progress: root.result.progress
    readonly property string progressText: root.result.progressText
    readonly property bool neverAsked: root.vm.org.status === AsyncResult.NeverAsked
    readonly property bool refreshing: root.vm.org.status === AsyncResult.Status.Refreshing
    property int changes: 0
    onResultChanged: ++root.changes
}
