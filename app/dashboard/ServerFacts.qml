// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideDemo

/// The answer of the demo's own server.
AsyncSlot {
    id: root

    function told(member: string): string {
        return root.value === undefined ? "" : Number(root.value[member]).toLocaleString(Qt.locale(), "f", 0);
    }

    Column {
        width: parent.width
        spacing: Theme.small

        FactLine {
            objectName: "answered"
            width: parent.width
            label: qsTr("Requests answered")
            text: root.told("answered")
        }
        FactLine {
            width: parent.width
            label: qsTr("At most at the same time")
            text: root.told("mostAtOnce")
        }
    }
}
