// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// What the demo's own server says of itself. It is asked for JSON, which lands as assigns of the model.
DashboardCard {
    id: root

    required property DashboardModel dashboard
    readonly property string address: root.dashboard.factsUrl

    title: qsTr("The demo's own server")
    note: root.address === "" ? qsTr("It comes up with the first request") : qsTr("JSON from %1, after each round of requests").arg(root.address)
    viewModel: root.dashboard
    deferUrl: root.dashboard.factsUrl
    keys: ["answered", "mostAtOnce"]

    ServerFacts { }
}
