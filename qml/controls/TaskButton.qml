// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import Aside

/// A button that starts a task, shows how far that has got, and cancels it.
///
///     TaskButton {
///         text: qsTr("Scan")
///         task: vm.task("scan")
///         onStart: vm.scan()
///     }
///
/// While the task runs, a click cancels it, and so does Escape while the button has the focus. A second
/// click of a double click does nothing. After a failure it has a mark, and says why to those who point
/// at it, go to it by keyboard, or ask for its accessible description.
///
/// It follows the palette; `contentItem` and `background` are there to be replaced, as those of any Button,
/// and show `label` and `task.progress`.
T.Button {
    id: root

    required property TaskObserver task
    property string cancelText: qsTr("Cancel")
    /// False shows no motion.
    property bool animated: true
    readonly property bool running: root.task !== null && root.task.running
    readonly property bool failed: root.task !== null && root.task.failed
    /// What the button reads now: `text`, or `cancelText`.
    readonly property string label: root.running ? root.cancelText : root.text
    /// Why the last run failed, or what this one does just now; may be empty.
    readonly property string hint: root.failed ? root.task.failure.message : root.running ? root.task.progressText : ""

    /// The task is to start.
    signal start

    readonly property Item plain: Item { }
    readonly property Item around: {
        if (root.parent)
            return root.parent;
        return root.plain;
    }

    function press(event: var) {
        event.accepted = true;
        if (!event.isAutoRepeat)
            root.clicked();
    }

    implicitWidth: Math.max(implicitBackgroundWidth, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(implicitBackgroundHeight, implicitContentHeight + topPadding + bottomPadding)
    padding: 8
    horizontalPadding: 14
    spacing: 6
    // Without a style, a template takes default colours, whatever those of the application are.
    palette.button: root.around.palette.button
    palette.buttonText: root.around.palette.buttonText
    palette.highlight: root.around.palette.highlight
    palette.window: root.around.palette.window
    palette.windowText: root.around.palette.windowText
    opacity: root.enabled ? 1 : 0.45
    Accessible.name: root.label
    Accessible.description: root.hint
    onClicked: {
        if (!root.running)
            root.start();
        else
            root.task.cancel();
    }
    // That somebody listens keeps the second click from canceling what the first has started.
    onDoubleClicked: { }
    Keys.onReturnPressed: event => root.press(event)
    Keys.onEnterPressed: event => root.press(event)
    Keys.onEscapePressed: event => {
        event.accepted = root.running;
        if (root.running)
            root.task.cancel();
    }
    // Before shortcuts of the window see it.
    Keys.onShortcutOverride: event => event.accepted = root.running && event.key === Qt.Key_Escape

    contentItem: TaskLabel {
        text: root.text
        cancelText: root.cancelText
        running: root.running
        failed: root.failed
        font: root.font
        color: root.palette.buttonText
        spacing: root.spacing
    }
    background: Rectangle {
        implicitWidth: 64
        implicitHeight: 32
        radius: 6
        color: Qt.tint(root.palette.button, Qt.alpha(root.palette.buttonText, root.down ? 0.18 : root.hovered ? 0.08 : 0))
        border.width: root.visualFocus ? 2 : 1
        border.color: root.visualFocus ? root.palette.highlight : Qt.alpha(root.palette.buttonText, 0.25)

        BusyBar {
            objectName: "progress"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: 4
            visible: root.running
            progress: root.task ? root.task.progress : -1
            animated: root.animated
        }
    }

    TaskHint {
        objectName: "hint"
        text: root.hint
        visible: root.hint !== "" && (root.hovered || root.visualFocus)
        isFailure: root.failed
        palette.window: root.palette.window
        palette.windowText: root.palette.windowText
    }
}
