// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/export.h>

#include <QObject>

#include <chrono>
#include <memory>

namespace Aside::Testing {

/// Counts how often the event loop of its thread turns, and how much is done at a stretch: so a test can
/// tell that a window stays live, without a clock, and alike on fast and slow machines.
///
/// In each turn input, timers and painting get what they wait for; a stretch is what they wait for
/// at most. Turns of nested event loops count as well. How much comes home in a stretch depends on the
/// machine, unless the frame budget is nothing (setFrameBudget(0ns)): then it is one result, post or block,
/// or at most 512 rows.
///
/// Home thread, but for waitForTurns(). Throws Error if the thread has no event loop.
///
/// \code
/// setFrameBudget(0ns);
/// LoopSpy loop;
/// QObject::connect(&shelf.books, &StreamModel::rowsInserted, &loop,
///                  [&](const QModelIndex &, int first, int last) { loop.add(last - first + 1); });
/// shelf.list(5000); // a method that calls streamAsync
/// QVERIFY(waitForIdle(shelf));
/// QCOMPARE(loop.added().total, 5000);
/// QVERIFY(loop.added().most <= 512);
/// \endcode
class ASIDE_EXPORT LoopSpy : public QObject
{
    Q_OBJECT

public:
    /// Work of one kind.
    struct Work
    {
        qint64 total = 0;
        qint64 most = 0; ///< in one stretch
        int stretches = 0; ///< in which there was some
    };

    explicit LoopSpy(QObject *parent = nullptr);
    ~LoopSpy() override;

    /// Those that have begun since it was made.
    int turns() const;
    /// What came home on this thread: each result, post, block or slice of rows is one. A drain counts once
    /// it has told of what it applied.
    Work landed() const;
    /// Adds to the work of this stretch: what else the test wants counted, such as rows or notifications.
    void add(qint64 amount = 1);
    /// All that was added.
    Work added() const;

    /// Waits until \a count more turns have begun, which it makes even a loop that sleeps do; false if that
    /// took longer than \a deadline. Any other thread: a functor that gets through it has shown that nothing
    /// waits for the functor. On the spy's own thread, false at once. (The step of a ManualScheduler, and
    /// synchronous tasks, wait for the functor.)
    ///
    /// \code
    /// vm.startAsync(u"import"_s, [&loop] { return loop.waitForTurns(3); }, // while it runs
    ///               [&](const TaskResult<bool> &result) { stayedLive = result.value(); });
    /// QVERIFY(waitForIdle(vm));
    /// QVERIFY(stayedLive);
    /// \endcode
    bool waitForTurns(int count = 1, std::chrono::milliseconds deadline = std::chrono::seconds(30));

private:
    class Private;
    const std::unique_ptr<Private> d;
};

} // namespace Aside::Testing
