// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// A few choices side by side, of which one holds. Tab comes to that one; the arrow keys choose another.
FocusScope {
    id: root

    required property list<string> names
    property alias label: group.label
    property alias current: group.current

    /// Asks for another one.
    signal chosen(index: int)

    function step(index: int) {
        const next = Math.max(0, Math.min(index, root.names.length - 1));
        buttons.itemAt(next).forceActiveFocus(Qt.TabFocusReason); // first, so that the focus shows
        root.choose(next);
    }
    function choose(index: int) {
        if (index !== root.current)
            root.chosen(index);
    }

    implicitWidth: group.implicitWidth
    implicitHeight: group.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: root.label
    Keys.onLeftPressed: root.step(root.current - 1)
    Keys.onUpPressed: root.step(root.current - 1)
    Keys.onRightPressed: root.step(root.current + 1)
    Keys.onDownPressed: root.step(root.current + 1)

    ChoiceGroup {
        id: group

        spacing: -1
        prefix: root.objectName
        onChosen: index => root.choose(index)

        Repeater {
            id: buttons

            model: root.names

            ChoiceRowButton { }
        }
    }
}
