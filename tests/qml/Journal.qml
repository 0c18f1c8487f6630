// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQml

/// Who did something, in order.
QtObject {
    id: root

    property string said: ""

    function say(name: string) {
        root.said += name
    }
}
