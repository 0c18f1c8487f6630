// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "runrecord_p.h"

#include <QByteArray>
#include <QFile>

#include <array>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace Aside::Detail {

/// Writes trace events: see trace.h. Any thread.
class Tracer
{
public:
    enum class Flow : char { None = 0, Start = 's', Step = 't', End = 'f' };

    static Tracer &instance();
    static bool isOn() { return canTrace && Watchers::has(Watchers::Trace); }
    /// The trace that is on; 0 if none is.
    quint32 session() const { return m_session.load(); }

    /// Empty, or why it cannot.
    QString start(const QString &file);
    void stop();

    // Worker.
    void begin(const Run &run, RunRecord &record);
    void returned(const RunRecord &record, bool waits);
    /// What its functor has returned has finished.
    void finished(const RunRecord &record);
    void waited(const RunRecord &record, const char *what, Clock::Time since);

    /// The open attempt ended like this; and, if \a forGood, the run.
    void settle(RunRecord &record, Outcome outcome, bool forGood);
    /// On the track of the calling home thread.
    void homeSlice(const QString &name, Clock::Time since, const QByteArray &arguments);
    /// Writes what has been recorded into the file.
    void save();
    void flow(Flow kind, quint64 id, Clock::Time when);

private:
    struct Attempt
    {
        QString name;
        QByteArray arguments;
        int track = 0;
        size_t lane = 0;
        int row = -1; // of the lane, while the functor is called; none where it runs synchronously
        Clock::Time began;
        Clock::Time ended{};
        Clock::Time waitsSince{};
        Outcome outcome = Outcome::None;
        bool isSettled = false;
    };
    using Rows = std::vector<bool>; // of a lane: whether each is taken

    // Under the lock.
    int homeTrack();
    int takeRow(size_t lane);
    void nameTrack(int track, const QString &name);
    void writeFlow(Flow kind, quint64 id, int track, Clock::Time when);
    void writeSlice(const QString &name, int track, Clock::Time since, Clock::Time until, const QByteArray &arguments);
    void endWait(quint64 id, Attempt &attempt);
    void writeAttempt(quint64 id, Attempt &attempt);
    void write(const QByteArray &event);
    bool put();
    void flush();
    void finish();
    QByteArray at(Clock::Time time) const;

    std::atomic<quint32> m_session = 0;
    std::mutex m_mutex; // guards what follows
    quint32 m_sessions = 0;
    QFile m_file;
    QByteArray m_buffer;
    bool m_isFirst = true;
    Clock::Time m_start;
    qint64 m_process = 0;
    int m_homes = 0;
    std::array<Rows, 3> m_lanes; // Compute, Io, coroutines
    std::unordered_map<quint64, Attempt> m_open; // by the number of the run
};

/// What happens on a home thread while it lives, as a slice.
class HomeSlice
{
public:
    explicit HomeSlice(const char *name)
        : m_name(Tracer::isOn() ? name : nullptr)
    {
        if (m_name) [[unlikely]]
            m_since = Clock::now();
    }
    ~HomeSlice()
    {
        if (m_name) [[unlikely]]
            close();
    }
    Q_DISABLE_COPY_MOVE(HomeSlice)

private:
    void close();

    const char *const m_name; // null: nothing is traced
    Clock::Time m_since;
};

/// The start of a run, or what ends it: its record is settled when this dies. The run outlives it.
class RunSlice
{
public:
    enum Kind { Start, End };
    RunSlice(const Run &run, Kind kind)
        : m_run(run)
        , m_kind(kind)
    {
        if (canTrace && run.record()) [[unlikely]]
            open();
    }
    ~RunSlice()
    {
        if (canTrace && m_record) [[unlikely]]
            close();
    }
    Q_DISABLE_COPY_MOVE(RunSlice)

private:
    void open();
    void close();

    const Run &m_run;
    const Kind m_kind;
    RunRecord *m_record = nullptr; // null: nothing is traced
    Clock::Time m_since;
};

/// A wait within an attempt.
class WaitSlice
{
public:
    WaitSlice(const RunRecord *record, const char *name)
        : m_record(canTrace && record && record->isTraced() && Tracer::isOn() ? record : nullptr)
        , m_name(name)
    {
        if (m_record) [[unlikely]]
            m_since = Clock::now();
    }
    ~WaitSlice()
    {
        if (m_record) [[unlikely]]
            Tracer::instance().waited(*m_record, m_name, m_since);
    }
    Q_DISABLE_COPY_MOVE(WaitSlice)

private:
    const RunRecord *const m_record; // null: nothing is traced
    const char *const m_name;
    Clock::Time m_since;
};

} // namespace Aside::Detail
