// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// The cards of the dashboard, in as many columns as fit. In their order there is no gap, however many
/// those are.
Flow {
    id: root

    required property DashboardModel dashboard
    /// The height that can be seen.
    required property real room

    readonly property int columns: root.width >= 6 * 340 ? 6 : root.width >= 4 * 340 ? 4 : root.width >= 3 * 340 ? 3 : root.width >= 2 * 340 ? 2 : 1
    readonly property int cardRows: 12 / root.columns
    readonly property real cardWidth: Math.floor((root.width + root.spacing) / root.columns) - root.spacing
    readonly property real wideWidth: root.columns === 1 ? root.cardWidth : 2 * root.cardWidth + root.spacing
    readonly property real cardHeight: Math.max(290, Math.min(620, (root.room - totals.height) / root.cardRows - root.spacing))

    signal searchWanted(string words)
    signal entryWanted(real id)
    signal duplicatesWanted

    /// What counts the files: those that are seen at once, the others when they are.
    function recount() {
        for (const card of [totals, years, types, ages, folders, files, equalSizes, catalogueFile])
            card.view.refresh();
    }
    function refresh() {
        root.recount();
        requests.view.refresh();
        check.view.refresh();
    }
    function find(words: string) {
        if (words !== "")
            root.searchWanted(words);
    }

    spacing: Theme.medium

    // What the figures are of has changed.
    Connections {
        target: root.dashboard

        function onRevisionChanged() {
            root.recount();
        }
    }
    DashboardCard {
        id: totals

        objectName: "totals"
        width: root.width
        height: root.width >= 780 ? 104 : 152
        name: qsTr("In all")
        title: root.dashboard.words === "" ? totals.name : qsTr("With “%1” in name or path").arg(root.dashboard.words)
        result: root.dashboard.totals
        onRequested: root.dashboard.loadTotals()

        FactTiles { }
    }
    DashboardCard {
        id: years

        objectName: "years"
        width: root.wideWidth
        height: root.cardHeight
        title: qsTr("Growth by year")
        note: qsTr("Bytes by the year of their last change")
        result: root.dashboard.years
        onRequested: root.dashboard.loadYears()

        LineChart {
            name: qsTr("Growth by year")
        }
    }
    DashboardCard {
        id: types

        objectName: "types"
        width: root.cardWidth
        height: root.cardHeight
        title: qsTr("Bytes by type")
        note: qsTr("By the ending of the name; one leads to its files")
        result: root.dashboard.types
        onRequested: root.dashboard.loadTypes()

        BarChart {
            id: typesChart

            name: qsTr("Bytes by type")
            canPick: true
            onPicked: index => root.find(typesChart.figures.words[index])
        }
    }
    DashboardCard {
        id: ages

        objectName: "ages"
        width: root.cardWidth
        height: root.cardHeight
        title: qsTr("Files by age")
        note: qsTr("Number of files by the time since their last change, in days (d) and years (y)")
        result: root.dashboard.ages
        onRequested: root.dashboard.loadAges()

        ColumnChart {
            name: qsTr("Files by age")
        }
    }
    DashboardCard {
        id: folders

        objectName: "folders"
        width: root.cardWidth
        height: root.cardHeight
        title: qsTr("Largest folders")
        note: qsTr("Each with all that is below it; one leads to its files")
        result: root.dashboard.folders
        onRequested: root.dashboard.loadFolders()

        RankedList {
            id: foldersList

            name: qsTr("Largest folders")
            canPick: true
            onPicked: index => root.find(foldersList.figures.words[index])
        }
    }
    DashboardCard {
        id: files

        objectName: "files"
        width: root.cardWidth
        height: root.cardHeight
        title: qsTr("Largest files")
        note: qsTr("One leads to its details")
        result: root.dashboard.files
        onRequested: root.dashboard.loadFiles()

        RankedList {
            id: filesList

            name: qsTr("Largest files")
            canPick: true
            onPicked: index => root.entryWanted(filesList.figures.ids[index])
        }
    }
    RequestsCard {
        id: requests

        objectName: "requests"
        width: root.wideWidth
        height: root.cardHeight
        dashboard: root.dashboard
        dependents: root.dashboard.hasServer ? [server.view] : []
    }
    DashboardCard {
        id: equalSizes

        objectName: "equalSizes"
        width: root.cardWidth
        height: root.cardHeight
        title: qsTr("Possible duplicates")
        note: qsTr("What files of equal size waste if they are equal; one leads to the search that compares them")
        result: root.dashboard.equalSizes
        onRequested: root.dashboard.loadEqualSizes()

        BarChart {
            name: qsTr("Possible duplicates")
            canPick: true
            onPicked: () => root.duplicatesWanted()
        }
    }
    DashboardCard {
        id: catalogueFile

        objectName: "catalogueFile"
        width: root.cardWidth
        height: root.cardHeight
        title: qsTr("The catalogue itself")
        note: qsTr("Looked at every two seconds while this is seen")
        result: root.dashboard.catalogueFile
        pollInterval: 2000
        onRequested: root.dashboard.loadCatalogueFile()

        FactList { }
    }
    DashboardCard {
        id: check

        objectName: "check"
        width: root.cardWidth
        height: root.cardHeight
        title: qsTr("Is the catalogue sound?")
        note: qsTr("SQLite looks through all of it")
        result: root.dashboard.check
        onRequested: root.dashboard.loadCheck()

        FactList { }
    }
    // Its result is that of its URL.
    ServerCard { // qmllint disable required
        id: server

        objectName: "server"
        width: root.cardWidth
        height: root.cardHeight
        visible: root.dashboard.hasServer
        dashboard: root.dashboard
    }
}
