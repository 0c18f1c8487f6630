// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick

/// A page of the window: what it is called in the rail, and how Esc goes back in it. It lives as long as
/// the window, so it keeps its state while another is shown.
FocusScope {
    property string title
    property string iconName
    /// Something goes on in it: the rail shows a dot.
    property bool isLive: false

    /// Esc: takes back one thing at a time.
    signal backWanted
}
