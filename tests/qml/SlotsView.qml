// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideFixtures

/// A view with all slots of its own.
AsyncView {
    id: root

    required property Profile vm
    property asyncResult none

    result: root.vm ? root.vm.org : root.none
    whenNeverAsked: Text { text: "type to search" }
    whenLoading: AsyncSlot {
        id: loading
        Text { text: `at ${loading.result.progress}` }
    }
    whenFailed: AsyncSlot {
        id: failed
        Text { text: failed.result.failure.message }
    }
    whenCanceled: Text { text: "stopped" }
    whenEmpty: Text { text: "nobody" }
    whileRefreshing: Text { text: "new ones come" }
    whenRefreshFailed: Text { text: "old ones" }

    AsyncSlot {
        id: content
        implicitWidth: 77
        Text { text: content.value }
    }
}
