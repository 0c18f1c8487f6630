// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtTest

/// A test case that any warning fails. Who overrides init() calls failOnWarning(/.?/) there.
TestCase {
    id: root

    function init() {
        root.failOnWarning(/.?/)
    }

    /// The message of the Error that \a call throws; fails if it throws none.
    function errorOf(call: var): string {
        try {
            call()
        } catch (error) {
            root.verify(error instanceof Error, `${error} is an Error`)
            return error.message
        }
        root.fail("no error was thrown")
        return ""
    }
}
