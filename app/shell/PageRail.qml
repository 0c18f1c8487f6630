// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import AsideDemo

/// The pages of the window: a button and a shortcut for each, in their order, and below them the settings. Tab
/// comes to the page that is shown, and the arrow keys go on from there.
FocusScope {
    id: root

    required property StackLayout pages

    signal settingsWanted

    /// Shows the page at \a index, and turns the keyboard to it.
    function open(index: int) {
        root.pages.currentIndex = index;
        root.pages.itemAt(index).forceActiveFocus(Qt.ShortcutFocusReason);
    }

    /// Shows the page at \a index, or at the nearest end. The keyboard stays here.
    function step(index: int) {
        const next = Math.max(0, Math.min(index, root.pages.count - 1));
        buttons.itemAt(next).forceActiveFocus(Qt.TabFocusReason); // first, so that the focus shows
        root.pages.currentIndex = next;
    }

    implicitWidth: {
        let widest = 80;
        for (let i = 0; i < buttons.count; ++i) {
            const button = buttons.itemAt(i);
            if (button)
                widest = Math.max(widest, Math.ceil(button.implicitWidth) + 1);
        }
        return widest;
    }
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Pages")
    Keys.onUpPressed: root.step(root.pages.currentIndex - 1)
    Keys.onDownPressed: root.step(root.pages.currentIndex + 1)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Home)
            root.step(0);
        else if (event.key === Qt.Key_End)
            root.step(root.pages.count - 1);
        else
            return;
        event.accepted = true;
    }

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

            model: root.pages.children

            RailButton {
                id: button

                required property int index
                required property RailPage modelData

                objectName: `page${button.index + 1}`
                width: parent.width
                text: button.modelData.title
                iconName: button.modelData.iconName
                isLive: button.modelData.isLive
                shortcut: `Ctrl+${button.index + 1}`
                checked: button.modelData.StackLayout.isCurrentItem
                focus: button.checked
                activeFocusOnTab: button.checked
                onClicked: () => root.pages.currentIndex = button.index
                onShortcutActivated: () => root.open(button.index)
            }
        }
    }
    ActionButton {
        objectName: "settingsButton"
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.medium
        x: (parent.width - 1 - width) / 2
        flat: true
        iconName: "settings"
        textColor: Theme.mutedText
        hint: qsTr("Settings (Ctrl+,)")
        onClicked: root.settingsWanted()
    }
}
