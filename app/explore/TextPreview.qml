// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import AsideDemo

/// The head of a text file. A list of lines, as one text of 64 KiB would stall the window.
Rectangle {
    id: root

    required property details details

    function scroll(by: real) {
        const last = Math.max(view.originY, view.originY + view.contentHeight - view.height);
        view.contentY = Math.max(view.originY, Math.min(last, view.contentY + by));
    }

    radius: Theme.radius
    color: Theme.surface
    border.color: view.activeFocus ? Theme.accent : Theme.border
    border.width: view.activeFocus ? 2 : 1

    ListView {
        id: view

        anchors.top: parent.top
        anchors.bottom: cut.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.small
        clip: true
        focus: true
        activeFocusOnTab: true
        keyNavigationEnabled: false
        boundsBehavior: Flickable.StopAtBounds
        model: root.details.lines
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("Content of the file")

        delegate: PlainText {
            required property string modelData

            width: ListView.view.width - Theme.small // beside the scroll bar
            text: modelData
            font.family: Theme.monospace
            font.pixelSize: Theme.captionSize
            elide: Text.ElideNone
            wrapMode: Text.Wrap
        }
        ScrollBar.vertical: ThinScrollBar { }

        Keys.onPressed: event => {
            switch (event.key) {
            case Qt.Key_Up:
                root.scroll(-3 * Theme.bodySize);
                break;
            case Qt.Key_Down:
                root.scroll(3 * Theme.bodySize);
                break;
            case Qt.Key_PageUp:
                root.scroll(-view.height);
                break;
            case Qt.Key_PageDown:
                root.scroll(view.height);
                break;
            case Qt.Key_Home:
                view.positionViewAtBeginning();
                break;
            case Qt.Key_End:
                view.positionViewAtEnd();
                break;
            default:
                return;
            }
            event.accepted = true;
        }
    }
    PlainText {
        id: cut

        anchors.bottom: parent.bottom
        x: Theme.small
        height: root.details.isCut ? Theme.huge : 0
        visible: root.details.isCut
        text: qsTr("The file goes on.")
        color: Theme.mutedText
        font.pixelSize: Theme.captionSize
    }
}
