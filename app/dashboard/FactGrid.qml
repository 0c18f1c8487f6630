// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideDemo

/// Where facts stand, and what they learn from.
Grid {
    required property figures facts
}
