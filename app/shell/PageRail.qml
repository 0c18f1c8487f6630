// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// The pages of the window, one button each. `pages` has {name, icon, isLive} for each of them; a dot
/// says that a page has work under way. The arrow keys go from one to the next.
FocusScope {
    id: root

    required property var pages
    property int current: 0

    signal chosen(int page)

    function step(by: int) {
        const next = Math.max(0, Math.min(root.pages.length - 1, root.current + by));
        root.chosen(next);
        (buttons.itemAt(next) as RailButton).forceActiveFocus(Qt.TabFocusReason);
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
        width: parent.width - 1

        Repeater {
            id: buttons

            model: root.pages.length

            RailButton {
                required property int index

                objectName: "page" + (index + 1)
                width: root.width - 1
                text: root.pages[index].name
                iconName: root.pages[index].icon
                isLive: root.pages[index].isLive
                shortcut: "Ctrl+" + (index + 1)
                checked: index === root.current
                onClicked: root.chosen(index)
            }
        }
    }
}
