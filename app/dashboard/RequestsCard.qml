// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// Five HTTP requests that are sent side by side: when each began, how long it took, and its status.
DashboardCard {
    id: root

    required property DashboardModel dashboard

    title: qsTr("Five requests side by side")
    note: root.dashboard.site === "" ? qsTr("When each began and how long it took, in ms, at the demo's own server") : qsTr("When each began and how long it took, in ms, at %1").arg(root.dashboard.site)
    result: root.dashboard.requests
    onRequested: root.dashboard.loadRequests()

    RequestsView { }
}
