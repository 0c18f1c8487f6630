// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace Bench {

/// Counts what all threads take from the heap from here on: one at a time. Only with glibc, whose
/// functions it stands before.
class HeapCount
{
public:
    HeapCount();
    ~HeapCount();
    Q_DISABLE_COPY_MOVE(HeapCount)

    static bool isAvailable();
    /// Taken, less what was given back; with the heap's own header of each piece.
    qint64 bytes() const;
    qint64 allocations() const;
};

} // namespace Bench
