// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// Nothing but the headers that the tests of a folder share; see aside_add_tests().
