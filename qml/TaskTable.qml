// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// The runs of a TaskInspector, a line each. Arrow keys, Home, End and the page keys go from one to the
/// next; Delete cancels.
TaskList {
    id: root

    function show(row: int) {
        root.currentIndex = row;
        if (row >= 0)
            root.positionViewAtIndex(row, ListView.Contain);
    }
    function go(row: int) {
        if (root.count === 0)
            return;
        root.show(Math.max(0, Math.min(root.count - 1, row)));
        const run = root.currentItem as TaskRow;
        root.picked(run ? run.taskId : 0);
    }

    clip: true
    focus: true
    activeFocusOnTab: true
    reuseItems: true
    // What is made ahead of time is made bit by bit, and Qt warns if it is gone before that.
    cacheBuffer: 0
    currentIndex: -1
    keyNavigationEnabled: false
    highlightFollowsCurrentItem: false
    boundsBehavior: Flickable.StopAtBounds
    model: root.runs
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Tasks")

    delegate: TaskRow { }

    Keys.onUpPressed: root.go(root.currentIndex - 1)
    Keys.onDownPressed: root.go(root.currentIndex + 1)
    Keys.onDeletePressed: {
        const row = root.currentItem as TaskRow;
        if (row)
            row.cancel();
    }
    Keys.onPressed: event => {
        const page = Math.max(1, Math.floor(root.height / root.rowHeight) - 1);
        switch (event.key) {
        case Qt.Key_PageUp:
            root.go(root.currentIndex - page);
            break;
        case Qt.Key_PageDown:
            root.go(root.currentIndex + page);
            break;
        case Qt.Key_Home:
            root.go(0);
            break;
        case Qt.Key_End:
            root.go(root.count - 1);
            break;
        default:
            return;
        }
        event.accepted = true;
    }
}
