// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQml
import Aside
import Consumer

QtObject {
    id: root

    readonly property Counter counter: Counter { }
    readonly property ViewModel viewModel: root.counter
    readonly property string text: `${root.counter.count}, ${root.counter.label}`
}
