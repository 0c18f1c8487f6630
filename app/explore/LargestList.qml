// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick

/// A list whose rows compare themselves with the largest one.
ListView {
    required property double largestSize
}
