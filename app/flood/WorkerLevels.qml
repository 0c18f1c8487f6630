// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// What each of the workers has pushed last.
Row {
    id: root

    required property FloodModel flood

    spacing: Theme.tiny
    Accessible.role: Accessible.Indicator
    Accessible.name: qsTr("The latest numbers of %1 workers").arg(root.flood.workers)

    // One binding for each number: an update moves one of them.
    WorkerLevel { number: root.flood.worker1 }
    WorkerLevel { number: root.flood.worker2; visible: root.flood.workers > 1 }
    WorkerLevel { number: root.flood.worker3; visible: root.flood.workers > 2 }
    WorkerLevel { number: root.flood.worker4; visible: root.flood.workers > 3 }
    WorkerLevel { number: root.flood.worker5; visible: root.flood.workers > 4 }
    WorkerLevel { number: root.flood.worker6; visible: root.flood.workers > 5 }
    WorkerLevel { number: root.flood.worker7; visible: root.flood.workers > 6 }
    WorkerLevel { number: root.flood.worker8; visible: root.flood.workers > 7 }
}
