// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideFixtures

/// A component of a dashboard whose load a test leads through its states by hand.
Deferred {
    id: root

    required property string name
    property Journal journal: null // where it says its name at each request
    property int requests: 0
    readonly property Profile vm: Profile { }

    width: 100
    height: 40
    animated: false
    viewModel: root.vm
    task: "org"
    result: root.vm.org
    onRequested: {
        ++root.requests
        if (root.journal)
            root.journal.say(root.name)
        root.vm.load()
    }

    PeopleList { }
}
