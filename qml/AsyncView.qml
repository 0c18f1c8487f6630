// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// Shows an asyncResult: its value once there is one, and until then what is in the way of it.
///
///     AsyncView {
///         id: view
///         result: vm.users
///         onRetry: vm.loadUsers()
///
///         UserList { users: view.value }
///     }
///
/// The content is made when the first value comes, and stays as it is, with its scroll position and its
/// selection, while that is refreshed, and when that fails: a hint over it tells. It goes when its value
/// is dropped. An empty value shows `whenEmpty` instead, over content that is only hidden.
///
/// Each state has a slot, with a default that follows the palette. What is put there instead reads the
/// rest by the view's id, `view.result.failure.message`, or is an AsyncSlot. All text of results is plain
/// text.
FocusScope {
    id: root

    required property asyncResult result
    /// The value, undefined without one. It changes with the value only (see AsyncValue): bind to this,
    /// and not to `vm.users.value`, which a refresh changes, too.
    readonly property var value: held.value
    /// Whether there is nothing to show in the value: by default, whether it is an empty text, list or
    /// map. For a model: `empty: vm.rows.count === 0`.
    property bool empty: held.empty
    /// Whether failures offer to try again.
    property bool canRetry: true
    /// False shows no motion: for people who want less of it, and for pictures.
    property bool animated: true
    /// What there is to tell besides the content, in words; empty if there is nothing.
    readonly property string statusText: {
        switch (root.result.status) {
        case AsyncResult.NeverAsked:
            return qsTr("Not loaded yet");
        case AsyncResult.Loading:
            return root.result.progressText === "" ? qsTr("Loading") : qsTr("Loading: %1").arg(root.result.progressText);
        case AsyncResult.Refreshing:
            return qsTr("Refreshing");
        case AsyncResult.Failed:
            return (held.ok ? qsTr("The refresh failed: %1") : qsTr("This could not be loaded: %1")).arg(root.result.failure.message);
        case AsyncResult.Canceled:
            return held.ok ? "" : qsTr("Canceled");
        default:
            return root.empty ? qsTr("Nothing here") : "";
        }
    }

    default property Component content
    // What is shown in each state. Null shows the module's own.
    property Component whenNeverAsked
    property Component whenLoading
    property Component whenFailed
    property Component whenCanceled
    property Component whenEmpty
    property Component whileRefreshing ///< over the content, at its top
    property Component whenRefreshFailed ///< over the content, at its bottom

    /// The user wants it loaded again.
    signal retry

    readonly property Component slot: {
        if (held.ok)
            return root.empty ? root.whenEmpty ? root.whenEmpty : emptyMessage : null;
        switch (root.result.status) {
        case AsyncResult.Loading:
            return root.whenLoading ? root.whenLoading : busy;
        case AsyncResult.Failed:
            return root.whenFailed ? root.whenFailed : failedMessage;
        case AsyncResult.Canceled:
            return root.whenCanceled ? root.whenCanceled : canceledMessage;
        default:
            return root.whenNeverAsked ? root.whenNeverAsked : neverAskedMessage;
        }
    }

    implicitWidth: root.slot ? slotLoader.implicitWidth : contentLoader.implicitWidth
    implicitHeight: root.slot ? slotLoader.implicitHeight : contentLoader.implicitHeight
    onEmptyChanged: contentLoader.follow()
    // Who has the focus keeps it here, whatever comes and goes.
    onSlotChanged: (root.slot ? slotLoader : contentLoader).focus = true
    Accessible.role: Accessible.Pane
    Accessible.name: root.statusText

    AsyncValue {
        id: held

        result: root.result
        onOkChanged: contentLoader.follow()
    }
    SlotLoader {
        id: contentLoader

        /// It comes with the first value that is not empty, and goes before the value does.
        function follow() {
            contentLoader.active = held.ok && (contentLoader.active || !root.empty);
        }

        anchors.fill: parent
        focus: true
        result: root.result
        value: root.value
        canRetry: root.canRetry
        animated: root.animated
        onRetry: root.retry()
        active: false
        visible: !root.empty
        sourceComponent: root.content
        Component.onCompleted: contentLoader.follow()
    }
    SlotLoader {
        id: slotLoader

        anchors.fill: parent
        result: root.result
        value: root.value
        canRetry: root.canRetry
        animated: root.animated
        onRetry: root.retry()
        sourceComponent: root.slot
    }
    SlotLoader {
        anchors.top: parent.top
        width: parent.width
        result: root.result
        value: root.value
        canRetry: root.canRetry
        animated: root.animated
        onRetry: root.retry()
        active: root.result.status === AsyncResult.Refreshing
        sourceComponent: root.whileRefreshing ? root.whileRefreshing : refreshing
    }
    SlotLoader {
        id: failureLoader

        anchors.bottom: parent.bottom
        width: parent.width
        result: root.result
        value: root.value
        canRetry: root.canRetry
        animated: root.animated
        onRetry: root.retry()
        onDismissed: contentLoader.focus = true
        active: held.ok && root.result.failed
        sourceComponent: root.whenRefreshFailed ? root.whenRefreshFailed : refreshFailure
        onActiveChanged: {
            if (!failureLoader.active && failureLoader.focus)
                contentLoader.focus = true;
        }
    }

    // One for each state: where the state changes, so does the item, and the focus finds what is new.
    Component {
        id: neverAskedMessage
        ViewMessage { }
    }
    Component {
        id: failedMessage
        ViewMessage { }
    }
    Component {
        id: canceledMessage
        ViewMessage { }
    }
    Component {
        id: emptyMessage
        ViewMessage { }
    }
    Component {
        id: busy
        ViewBusy { }
    }
    Component {
        id: refreshing
        ViewRefreshing { }
    }
    Component {
        id: refreshFailure
        RefreshFailure { }
    }
}
