// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/export.h>

#include <QString>

namespace Aside {

/// Records what runs where and when into a file in the Chrome trace-event format, which ui.perfetto.dev and
/// chrome://tracing open. `ASIDE_TRACE=FILE` in the environment does so from the start of the application.
///
/// Each lane has a track for each of its workers that are at work at once ("Compute 1", "Compute 2",
/// "Io 1" …), with a slice for each attempt of a run: its name, ViewModel and outcome, and the waits in it.
/// Each home thread has a track with its drains, and in them what starts, lands or is canceled. Arrows
/// go from the start of a run by its attempts to its landing. Of a run that waits for a future or is a
/// coroutine, the slice is the call of its functor, and the rest is an asynchronous slice of its own.
///
/// Runs that started before are left out. What has been recorded is written after each drain, always whole
/// events; the file is complete once stopTrace() was called, or the application has quit. Of one that was
/// killed before, the file lacks what ran just then, and the closing bracket, without which it opens all
/// the same. While nothing is recorded, a run pays for one relaxed load that it shares with the TaskRegistry.
///
/// Any thread may call these.
///
/// \code
/// QString error;
/// if (!Aside::startTrace(u"trace.json"_s, &error))
///     qWarning() << error;
/// // …
/// Aside::stopTrace();
/// \endcode

/// Replaces the file; ends the trace before. False if it cannot be written: \a error says why and what to
/// do, or else the log does. An error later on is logged once, and ends the trace.
ASIDE_EXPORT bool startTrace(const QString &file, QString *error = nullptr);
/// Completes the file. Does nothing if none is written.
ASIDE_EXPORT void stopTrace();
ASIDE_EXPORT bool isTracing();

} // namespace Aside
