// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideDemo

/// A base of charts, and the content of an AsyncView whose value is a Figures. One figure is current: the
/// one that is pointed at, or that the arrow keys have come to; a tip tells it in full.
///
/// Who extends it says where the figures are drawn, and has a FigureMark for each.
AsyncSlot {
    id: root

    property figures figures: root.value === undefined ? root.nothing : root.value
    /// What it shows, for those who do not see it.
    property string name
    /// Whether a figure leads somewhere.
    property bool canPick: false
    /// How many of the figures are drawn, from the first one on.
    property int rows: root.figures.count
    property int keyed: 0
    property int pointed: -1
    readonly property int current: root.pointed >= 0 ? root.pointed : root.activeFocus ? Math.min(root.keyed, root.rows - 1) : -1
    /// Where the figures are drawn.
    property rect plot: Qt.rect(0, 0, root.width, root.height)
    /// What the tip points at.
    property point tipPlace: Qt.point(root.width / 2, root.height / 2)
    readonly property FontMetrics metrics: FontMetrics {
        font.pixelSize: Theme.captionSize
    }
    property figures nothing

    signal picked(int index)

    function point(index: int, isPointedAt: bool) {
        if (isPointedAt)
            root.pointed = index;
        else if (root.pointed === index)
            root.pointed = -1;
    }
    function pick(index: int) {
        root.keyed = index;
        root.forceActiveFocus(Qt.MouseFocusReason);
        if (root.canPick)
            root.picked(index);
    }
    function goTo(index: int) {
        root.keyed = Math.max(0, Math.min(index, root.rows - 1));
    }
    function widest(texts: list<string>): real {
        let width = 0;
        for (let i = 0; i < texts.length; ++i)
            width = Math.max(width, root.metrics.advanceWidth(texts[i]));
        return Math.ceil(width);
    }

    focus: true
    activeFocusOnTab: true
    Accessible.role: Accessible.Chart
    Accessible.name: root.name
    Accessible.description: root.figures.summary
    Accessible.focusable: true
    Keys.onLeftPressed: root.goTo(root.keyed - 1)
    Keys.onUpPressed: root.goTo(root.keyed - 1)
    Keys.onRightPressed: root.goTo(root.keyed + 1)
    Keys.onDownPressed: root.goTo(root.keyed + 1)
    Keys.onPressed: event => {
        if (event.modifiers & Qt.ControlModifier)
            return;
        if (event.key === Qt.Key_Home)
            root.goTo(0);
        else if (event.key === Qt.Key_End)
            root.goTo(root.rows - 1);
        else if (root.canPick && (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Space))
            root.picked(root.current);
        else
            return;
        event.accepted = true;
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.tiny
        visible: root.activeFocus
        radius: Theme.radius
        color: "transparent"
        border.color: Theme.accent
        border.width: 2
    }
    ChartTip {
        figures: root.figures
        index: root.current
        place: root.tipPlace
        room: root.width
    }
}
