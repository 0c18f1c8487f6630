// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideFixtures

/// A component of a dashboard that says its value, of a Counter if it has one.
Deferred {
    id: root

    property Counter counter: null
    property int requests: 0
    readonly property string said: JSON.stringify(root.value) ?? ""

    width: 300
    height: 100
    animated: false
    viewModel: root.counter
    onRequested: {
        ++root.requests
        root.counter.load(root.task, 0.5, "loaded")
    }

    AsyncSlot {
        id: slot
        Text {
            text: JSON.stringify(slot.value)
            textFormat: Text.PlainText
        }
    }
}
