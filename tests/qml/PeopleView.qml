// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideFixtures

/// Shows a list of people, or what is in the way of it.
AsyncView {
    id: root

    required property Profile vm
    property asyncResult none
    property int retries: 0

    animated: false
    result: root.vm ? root.vm.org : root.none
    onRetry: {
        ++root.retries
        root.vm.load()
    }

    PeopleList { }
}
