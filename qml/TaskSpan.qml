// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick

/// A choice of how much time a TaskInspector's timeline shows.
TaskChoice {
    id: root

    required property int span
    required property int shown

    objectName: `span${root.span / 1000}`
    text: qsTr("%1 s").arg(root.span / 1000)
    checked: root.span === root.shown
    Accessible.name: qsTr("Show %1 seconds").arg(root.span / 1000)
}
