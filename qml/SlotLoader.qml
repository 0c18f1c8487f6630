// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// Where an AsyncView shows what is in a slot, and what an AsyncSlot in it learns from.
Loader {
    required property asyncResult result
    required property var value
    required property bool canRetry
    required property bool animated

    signal retry
    signal dismissed
}
