// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
pragma Singleton

import QtQuick

/// Tells the keys that write from those that do something.
QtObject {
    function isText(event: KeyEvent): bool {
        const commands = Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier;
        return event.text.length > 0 && (event.modifiers & commands) === 0 && event.text >= " " && event.text !== "\x7f";
    }
}
