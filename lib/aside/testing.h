// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/export.h>
#include <aside/failure.h>
#include <aside/loopspy.h>
#include <aside/settings.h>
#include <aside/task.h>

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

namespace Aside {

class ViewModel;

namespace Detail {
class Stepper;
}

/// What tests of view models need so that none of them sleeps. It needs no Qt Test. The examples are
/// from a test function.
namespace Testing {

/// While it lives, every functor runs at once in the caller, and its result is committed before the call
/// returns; waits cost no time. Home thread.
///
/// \code
/// const SynchronousScope synchronous;
/// library.load(path); // a method that calls assignAsync
/// QCOMPARE(library.books.value(), expected);
/// \endcode
class ASIDE_EXPORT SynchronousScope
{
public:
    SynchronousScope();
    ~SynchronousScope();
    Q_DISABLE_COPY_MOVE(SynchronousScope)

private:
    const bool m_before;
};

/// While it lives, nothing runs by itself and time stands still: the test lets runs take their steps, one
/// at a time, always in the same order, and moves the time on. Timeouts, debounces, throttles, back-offs,
/// sleeps and polls all go by that time.
///
/// A step lets one run go on until it ends or waits (sleep, modify, post, gather), then applies what
/// it sent home. A functor must not wait for what only the test does: step() would wait for it, too,
/// and after a minute it ends the process. Functors run on threads of their own, as they do otherwise.
///
/// Only one may live at a time, made while no task runs; on the home thread. Its end cancels what is left.
///
/// \code
/// ManualScheduler scheduler;
/// search.setText(u"ti"_s); // a method that calls assignAsync with {.debounce = 150ms}
/// search.setText(u"tide"_s);
/// scheduler.advance(150ms);
/// QCOMPARE(search.queries.value(), 1);
/// \endcode
class ASIDE_EXPORT ManualScheduler
{
public:
    ManualScheduler();
    ~ManualScheduler();
    Q_DISABLE_COPY_MOVE(ManualScheduler)

    /// Runs that could take a step now: not started ones, and those whose waiting is over.
    int ready() const;
    /// Lets the first of them take one. False if there was none.
    bool step();
    /// Lets all of them go on until none can without more time. Returns the number of steps.
    int runAll();
    /// Runs all, moves the time on, and runs all again, in the order of time: whatever falls due on the way
    /// happens at its time.
    void advance(std::chrono::nanoseconds duration);
    /// How much time has passed here since it was made.
    std::chrono::nanoseconds elapsed() const;
    /// How long until something falls due; negative if nothing waits for a time.
    std::chrono::nanoseconds untilNext() const;

private:
    std::shared_ptr<Detail::Stepper> m_stepper;
    std::chrono::steady_clock::time_point m_start;
};

/// Serves events until no task of \a viewModel is queued, waiting or running, and all was told,
/// including those that are started meanwhile; or until \a deadline has passed. True if it is idle.
/// With a ManualScheduler it steps the runs, and its time, instead. Home thread.
///
/// \code
/// library.load(path); // a method that calls assignAsync
/// QVERIFY(waitForIdle(library));
/// QCOMPARE(library.books.value(), expected);
/// \endcode
ASIDE_EXPORT bool waitForIdle(ViewModel &viewModel, std::chrono::milliseconds deadline = std::chrono::seconds(30));

/// Records how the runs of a ViewModel end, in order. It may outlive the ViewModel. Home thread.
///
/// \code
/// TaskSpy spy(search);
/// search.setText(u"ti"_s);
/// search.setText(u"tide"_s);
/// QVERIFY(waitForIdle(search));
/// QCOMPARE(spy.log(), QStringList({u"query Superseded"_s, u"query Ok"_s}));
/// \endcode
class ASIDE_EXPORT TaskSpy
{
public:
    struct End
    {
        QString name;
        Outcome outcome = Outcome::None;
        Failure failure; ///< of a failed run
    };

    explicit TaskSpy(ViewModel &viewModel);
    ~TaskSpy();
    Q_DISABLE_COPY_MOVE(TaskSpy)

    QList<End> ends() const;
    /// The same as lines: "name Outcome", with ": message" behind a failure.
    QStringList log() const;
    /// The outcomes of one name.
    QList<Outcome> outcomes(const QString &name) const;
    qsizetype count() const;
    void clear();

private:
    class Private;
    const std::unique_ptr<Private> d;
};

} // namespace Testing
} // namespace Aside
