// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// A list of recent folders, as its rows see it.
ListView {
    id: root

    required property StreamModel rows

    signal wanted(folder: url)
    signal unwanted(folder: string)

    function choose() {
        root.chooseRow(root.rows.get(root.currentIndex));
    }

    function chooseRow(row: var) {
        if (row.url && !row.isGone)
            root.wanted(row.url);
    }

    function forget() {
        root.forgetRow(root.rows.get(root.currentIndex));
    }

    function forgetRow(row: var) {
        if (row.url)
            root.unwanted(row.url);
    }

    model: root.rows
}
