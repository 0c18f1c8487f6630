// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// The pages of the window, a RailButton each. The arrow keys go from one to the next.
FocusScope {
    id: root

    default property alias buttons: column.data

    function step(by: int) {
        const all = column.children;
        for (let i = 0; i < all.length; ++i) {
            const next = all[i + by] as RailButton;
            if (all[i].activeFocus && next !== null) {
                next.forceActiveFocus(Qt.TabFocusReason);
                next.clicked();
                return;
            }
        }
    }

    implicitWidth: 80
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Pages")
    Keys.onUpPressed: root.step(-1)
    Keys.onDownPressed: root.step(1)

    Rectangle {
        anchors.fill: parent
        color: Theme.surface

        Rectangle {
            anchors.right: parent.right
            width: 1
            height: parent.height
            color: Theme.border
        }
    }
    Column {
        id: column

        width: parent.width - 1
    }
}
