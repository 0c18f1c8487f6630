// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// A run in a TaskInspector's table. Time that passes is counted here, from the moments that are known.
Rectangle {
    id: root

    required property int index
    required property double taskId
    required property string name
    required property string viewModel
    required property int lane
    required property int status
    required property int outcome
    required property double progress
    required property string text
    required property string failure
    required property double waited
    required property double ran
    required property double startedAt
    required property double beganAt

    readonly property TaskList table: ListView.view as TaskList
    readonly property bool hasEnded: root.status === TaskInfo.Ended
    readonly property bool isCurrent: ListView.isCurrentItem
    readonly property double now: root.table && !root.hasEnded ? root.table.now : 0
    readonly property double waitedUntilNow: root.hasEnded || root.beganAt >= 0 || root.waited < 0 ? root.waited : root.now - root.startedAt
    readonly property double ranUntilNow: root.hasEnded || root.beganAt < 0 ? root.ran : root.now - root.beganAt
    readonly property TaskLook look: root.table ? root.table.look : null
    readonly property string stateText: root.look ? root.look.stateName(root.status, root.outcome) : ""
    readonly property color stateColor: !root.look ? "transparent" : root.hasEnded ? root.look.inkOf(root.outcome) : root.status === TaskInfo.Running ? root.look.highlight : root.look.quiet

    function cancel() {
        if (root.table && !root.hasEnded)
            root.table.runs.runs.cancel(root.taskId);
    }
    function progressText(): string {
        if (root.failure !== "")
            return root.failure;
        const percent = root.progress < 0 ? "" : qsTr("%1 %").arg(Math.round(root.progress * 100));
        return root.text === "" ? percent : percent === "" ? root.text : `${percent}  ${root.text}`;
    }

    width: ListView.view ? ListView.view.width : 0
    height: root.table ? root.table.rowHeight : 0
    color: root.isCurrent ? Qt.alpha(root.palette.highlight, 0.16) : hover.hovered ? Qt.alpha(root.palette.windowText, 0.05) : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1 of %2: %3").arg(root.name).arg(root.viewModel).arg(root.stateText)
    Accessible.description: root.progressText()
    Accessible.selected: root.isCurrent

    HoverHandler {
        id: hover
    }
    TapHandler {
        onTapped: {
            root.ListView.view.currentIndex = root.index;
            root.ListView.view.forceActiveFocus(Qt.MouseFocusReason);
            root.table.picked(root.taskId);
        }
    }
    Rectangle {
        width: 3
        height: parent.height
        visible: root.isCurrent && root.ListView.view.activeFocus
        color: root.palette.highlight
    }
    TaskCells {
        height: parent.height
        columns: root.table.columns
        font: root.look.font
        stateColor: root.stateColor
        name: root.name
        viewModel: root.look.viewModelName(root.viewModel)
        lane: root.look.laneName(root.lane)
        condition: root.stateText
        outcome: root.outcome
        progress: root.progressText()
        share: root.hasEnded ? -1 : root.progress
        waited: root.look.duration(root.waitedUntilNow)
        ran: root.look.duration(root.ranUntilNow)
    }
    QuietButton {
        objectName: "cancel"
        anchors.right: parent.right
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        visible: !root.hasEnded
        activeFocusOnTab: false
        flat: true
        text: "×"
        Accessible.name: qsTr("Cancel %1").arg(root.name)
        onClicked: root.cancel()
    }
}
