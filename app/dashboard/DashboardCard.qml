// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideDemo

/// A part of the dashboard: a title, what it counts, and figures that load once they are seen.
FocusScope {
    id: root

    property string title
    property string name: root.title ///< the same whatever is counted
    /// What exactly the figures are, with their unit.
    property string note
    property alias result: view.result
    property alias viewModel: view.viewModel
    property alias deferUrl: view.deferUrl
    property alias keys: view.keys
    property alias pollInterval: view.pollInterval
    property alias dependents: view.dependents
    property alias empty: view.empty
    property alias view: view
    default property Component content

    signal requested

    Accessible.role: Accessible.Grouping
    Accessible.name: root.title
    Accessible.description: root.note

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.surface
        border.color: Theme.border
    }
    Column {
        id: head

        x: Theme.large
        y: Theme.medium
        width: parent.width - 2 * Theme.large - again.width

        PlainText {
            width: parent.width
            text: root.title
            wrapMode: Text.Wrap
            font.weight: Font.DemiBold
        }
        PlainText {
            width: parent.width
            visible: root.note !== ""
            text: root.note
            color: Theme.mutedText
            wrapMode: Text.Wrap
            font.pixelSize: Theme.captionSize
        }
    }
    ActionButton {
        id: again

        objectName: root.objectName === "" ? "" : root.objectName + "Again"
        anchors.right: parent.right
        anchors.rightMargin: Theme.tiny
        y: Theme.tiny
        flat: true
        iconName: "refresh"
        textColor: Theme.mutedText
        hint: qsTr("Load “%1” again").arg(root.name)
        onClicked: view.refresh()
    }
    Deferred {
        id: view

        anchors.top: head.bottom
        anchors.topMargin: Theme.medium
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.medium
        x: Theme.large
        width: parent.width - 2 * Theme.large
        focus: true
        animated: Theme.animated
        palette.window: Theme.surface
        palette.windowText: Theme.text
        palette.button: Theme.surface
        palette.buttonText: Theme.text
        palette.highlight: Theme.accent
        // The value of a URL has no count, and is never empty.
        empty: view.value === undefined || view.value.count === 0
        content: root.content
        whenEmpty: CardMessage { }
        whileRefreshing: CardRefreshing { }
        onRequested: root.requested()
    }
}
