// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls
import AsideFixtures

/// What the examples in the headers show, as they stand there.
Column {
    id: root

    readonly property Counter counter: vm
    readonly property string text: (root.children[0] as Label).text
    readonly property bool isBusy: (root.children[1] as BusyIndicator).running
    readonly property Button stop: root.children[2] as Button

    Counter { id: vm }
    // scriptable.h
    Label { text: vm.assigns.title ?? ""; textFormat: Text.PlainText }
    // taskobserver.h
    BusyIndicator { running: vm.task("scan").running }
    Button { text: qsTr("Stop"); onClicked: vm.task("scan").cancel() }
}
