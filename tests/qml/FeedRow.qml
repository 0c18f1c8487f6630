// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick

/// A row of a list of a feed.
Item {
    required property int number
    required property int extent

    width: 200
    height: extent
}
