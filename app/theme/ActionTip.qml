// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T

/// Says more about the button that it is in, to those who point at that and do not press it. It is made only then.
Loader {
    id: root

    property string text
    property bool isBeside: false ///< instead of above

    readonly property T.AbstractButton button: root.parent as T.AbstractButton
    property bool isUsed: false

    readonly property bool isWanted: root.text !== "" && root.button !== null && root.button.hovered && !root.isUsed

    anchors.fill: parent
    onIsWantedChanged: {
        if (root.isWanted)
            root.setSource("TipBubble.qml", {text: root.text, isBeside: root.isBeside});
        else
            root.source = "";
    }

    Connections {
        target: root.button

        function onPressed() {
            root.isUsed = true;
        }
        function onHoveredChanged() {
            root.isUsed = false;
        }
    }
}
