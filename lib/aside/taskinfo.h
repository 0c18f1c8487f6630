// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/export.h>
#include <aside/task.h>
#include <aside/taskoptions.h>

#include <QMetaType>
#include <QObject>
#include <QString>

namespace Aside {

/// One run as it was at one moment: a pure value, safe to hand to any thread. TaskRegistry gives those
/// that are alive; ViewModel::taskEnded() tells of one that has ended.
///
/// Times are in milliseconds, with fractions, and -1 while unknown: a run that started while nobody looked
/// has no time of start.
///
/// \code
/// QObject::connect(&library, &ViewModel::taskEnded, this, [this](const TaskInfo &task) {
///     if (task.ran > 500)
///         m_slow += task.name;
/// });
/// \endcode
struct ASIDE_EXPORT TaskInfo
{
    Q_GADGET
    Q_PROPERTY(qulonglong id MEMBER id CONSTANT FINAL)
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL)
    Q_PROPERTY(QString viewModel MEMBER viewModel CONSTANT FINAL)
    /// A Lane, a Status, an Outcome. As numbers, since compiled QML of Qt 6.4 cannot read an enum out of
    /// a value.
    Q_PROPERTY(int lane READ laneNumber CONSTANT FINAL)
    Q_PROPERTY(int status READ statusNumber CONSTANT FINAL)
    Q_PROPERTY(int outcome READ outcomeNumber CONSTANT FINAL)
    Q_PROPERTY(double progress MEMBER progress CONSTANT FINAL)
    Q_PROPERTY(QString text MEMBER text CONSTANT FINAL)
    Q_PROPERTY(QString failure MEMBER failure CONSTANT FINAL)
    Q_PROPERTY(double waited MEMBER waited CONSTANT FINAL)
    Q_PROPERTY(double ran MEMBER ran CONSTANT FINAL)

public:
    enum class Status {
        Waiting, ///< for its time (debounce, throttle, back-off) or its turn (Policy::Queue)
        Queued, ///< for a thread
        Running,
        Ended,
    };
    Q_ENUM(Status)

    quint64 id = 0; ///< no other run of the process has it
    QString name;
    QString viewModel; ///< its objectName, or else the name of its class
    Lane lane = Lane::Compute;
    Status status = Status::Waiting;
    Outcome outcome = Outcome::None; ///< None until it has ended
    double progress = -1; ///< between 0 and 1, or -1 while unknown
    QString text; ///< what it does just now; may be empty
    QString failure; ///< the message, of a run that has failed
    double waited = -1; ///< from its start until its functor was first called, or until now
    double ran = -1; ///< from then on until the functor returned for the last time, or until now

    friend bool operator==(const TaskInfo &, const TaskInfo &) = default;

private:
    int laneNumber() const { return int(lane); }
    int statusNumber() const { return int(status); }
    int outcomeNumber() const { return int(outcome); }
};

} // namespace Aside
