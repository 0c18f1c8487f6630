// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/export.h>

#include <QtGlobal>

#include <chrono>
#include <memory>

namespace Aside {
class StreamModel;
}

namespace Aside::Detail {

class RowRemains;

/// The rows of one stream on their way into its model.
class ASIDE_EXPORT RowBox
{
public:
    virtual ~RowBox();
    /// Those that the home thread has not taken. Under the lock of the run.
    virtual qsizetype waiting() const = 0;
    /// Under the lock: whether nothing is let in any more.
    bool isClosed() const { return m_closed; }
    /// Under the lock: those that wait are to be freed.
    virtual void close() { m_closed = true; }
    /// Home thread: whether some that it has taken are not in the model yet.
    virtual bool hasTaken() const = 0;
    /// Home thread, under the lock: takes those that wait. None are left of those before.
    virtual void take() = 0;
    /// Home thread: hands the model what fits until the deadline; true once it has all that was taken.
    virtual bool apply(std::chrono::steady_clock::time_point deadline) = 0;
    /// Home thread: nothing is handed over any more, also where apply() is under way.
    virtual void drop() = 0;
    /// Home thread, after close(), and while apply() is not under way: what is to be freed, also of the
    /// model, unless that is null. Null if there is nothing.
    virtual std::unique_ptr<RowRemains> takeRemains(StreamModel *model) = 0;
    virtual bool isApplying() const = 0;
    /// Home thread; null if it is gone.
    virtual StreamModel *model() const = 0;

private:
    bool m_closed = false;
};

} // namespace Aside::Detail
