// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// A base for what an AsyncView shows, for content and for the other slots: it knows the view's result
/// and value, and the view passes `retry` on, so that it needs no id of another file.
///
///     AsyncSlot {
///         id: root
///         ListView { anchors.fill: parent; model: root.value }
///     }
///
/// Content has a value from its start to its end.
FocusScope {
    id: root

    // A loader's item has its parent before any binding is evaluated.
    readonly property SlotLoader host: root.parent as SlotLoader
    property asyncResult result: root.host ? root.host.result : root.neverAsked
    /// AsyncView.value
    property var value: root.host ? root.host.value : undefined
    /// Whether the view lets its user try again.
    property bool canRetry: root.host ? root.host.canRetry : true
    /// Whether things may move.
    property bool animated: root.host ? root.host.animated : true
    property asyncResult neverAsked

    signal retry
    /// There is no need to show it any longer: for hints over content.
    signal dismissed

    onRetry: {
        if (root.host)
            root.host.retry();
    }
    onDismissed: {
        if (root.host)
            root.host.dismissed();
    }
}
