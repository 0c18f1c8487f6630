// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "tracer_p.h"

#include "logging_p.h"
#include "trace.h"

#include <QCoreApplication>
#include <QMetaEnum>
#include <QThread>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace Aside::Detail {

namespace {

// Tracks are shown in the order of their numbers.
constexpr int firstTracks[] = {10'000, 200'000, 1'000};
constexpr const char *laneNames[] = {"Compute", "Io", "Coroutines"};
constexpr qsizetype bufferSize = 64 * 1024;

struct Home
{
    quint32 session = 0;
    int track = 0;
};
thread_local Home t_home;

QByteArray quoted(const QString &text)
{
    QByteArray json(1, '"');
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\')
            json += '\\';
        if (uchar(c) < 0x20)
            json += "\\u00" + QByteArray::number(uchar(c), 16).rightJustified(2, '0');
        else
            json += c;
    }
    return json + '"';
}

QByteArray wordOf(Outcome outcome)
{
    return QMetaEnum::fromType<Outcome>().valueToKey(int(outcome));
}

QByteArray microseconds(Clock::Time from, Clock::Time to)
{
    const auto nanoseconds = std::max<qint64>(0, std::chrono::nanoseconds(to - from).count());
    return QByteArray::number(nanoseconds / 1000) + '.' + QByteArray::number(nanoseconds % 1000).rightJustified(3, '0');
}

QString whatToDo(const QFile &file)
{
    return u"cannot write the trace to \"%1\": %2; choose a file in a folder that can be written, with room on its disk, "
           "by ASIDE_TRACE or startTrace()"_s.arg(file.fileName(), file.errorString());
}

} // namespace

Tracer &Tracer::instance()
{
    // Never destroyed: workers may outlive static destructors.
    static auto *const tracer = new Tracer;
    return *tracer;
}

QString Tracer::start(const QString &file)
{
    stop();
    const std::lock_guard lock(m_mutex);
    m_file.setFileName(file);
    // What is written goes through the buffer here, so that an error is seen at once.
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return whatToDo(m_file);
    m_buffer = "[\n";
    m_isFirst = true;
    m_start = Clock::now();
    m_process = QCoreApplication::applicationPid();
    m_homes = 0;
    m_open.clear();
    for (Rows &rows : m_lanes)
        rows.clear();
    write("\"ph\":\"M\",\"name\":\"process_name\",\"args\":{\"name\":" + quoted(QCoreApplication::applicationName()) + '}');
    if (!put()) {
        const QString refusal = whatToDo(m_file);
        m_file.close();
        return refusal;
    }
    m_session = ++m_sessions;
    Watchers::add(Watchers::Trace);
    return {};
}

void Tracer::stop()
{
    const std::lock_guard lock(m_mutex);
    if (m_session == 0)
        return;
    const auto now = Clock::now();
    for (auto &[id, attempt] : m_open) {
        if (attempt.ended == Clock::Time())
            attempt.ended = now;
        writeAttempt(id, attempt);
    }
    m_buffer += "\n]\n";
    flush();
    if (m_session != 0)
        finish();
}

void Tracer::finish()
{
    Watchers::remove(Watchers::Trace);
    m_session = 0;
    m_open.clear();
    m_buffer = {};
    m_file.close();
}

void Tracer::begin(const Run &run, RunRecord &record)
{
    const std::lock_guard lock(m_mutex);
    if (record.session == 0 || record.session != m_session)
        return;
    Attempt attempt;
    attempt.name = run.name();
    attempt.arguments = "\"id\":" + QByteArray::number(record.id) + ",\"viewModel\":" + quoted(record.viewModel());
    if (record.parent != 0)
        attempt.arguments += ",\"partOf\":" + QByteArray::number(record.parent);
    if (run.isSynchronous()) {
        attempt.track = homeTrack();
    } else {
        attempt.lane = run.isCoroutine() ? 2 : run.lane() == Lane::Io ? 1 : 0;
        attempt.row = takeRow(attempt.lane);
        attempt.track = firstTracks[attempt.lane] + attempt.row;
    }
    attempt.began = Clock::now();
    // Its outcome may have come before, if it is detached.
    attempt.outcome = record.settled;
    attempt.isSettled = record.settled != Outcome::None;
    if (record.parent == 0)
        writeFlow(Flow::Step, record.id, attempt.track, attempt.began);
    m_open.insert_or_assign(record.id, std::move(attempt));
}

void Tracer::returned(const RunRecord &record, bool waits)
{
    const std::lock_guard lock(m_mutex);
    const auto open = m_open.find(record.id);
    if (record.session != m_session || open == m_open.end())
        return;
    Attempt &attempt = open->second;
    attempt.ended = Clock::now();
    if (attempt.row >= 0)
        m_lanes[attempt.lane][size_t(attempt.row)] = false;
    if (waits && !attempt.isSettled)
        attempt.waitsSince = attempt.ended;
    if (!attempt.isSettled)
        return;
    writeAttempt(record.id, attempt);
    m_open.erase(open);
}

void Tracer::finished(const RunRecord &record)
{
    const std::lock_guard lock(m_mutex);
    const auto open = m_open.find(record.id);
    if (record.session == m_session && open != m_open.end())
        endWait(record.id, open->second);
}

void Tracer::waited(const RunRecord &record, const char *what, Clock::Time since)
{
    const std::lock_guard lock(m_mutex);
    const auto open = m_open.find(record.id);
    if (record.session == m_session && open != m_open.end())
        writeSlice(QString::fromLatin1(what), open->second.track, since, Clock::now(), {});
}

void Tracer::settle(RunRecord &record, Outcome outcome, bool forGood)
{
    const std::lock_guard lock(m_mutex);
    if (record.session == 0 || record.session != m_session)
        return;
    if (forGood)
        record.settled = outcome;
    const auto open = m_open.find(record.id);
    if (open == m_open.end())
        return;
    Attempt &attempt = open->second;
    attempt.outcome = outcome;
    attempt.isSettled = true;
    if (attempt.ended == Clock::Time())
        return;
    writeAttempt(record.id, attempt);
    m_open.erase(open);
}

void Tracer::homeSlice(const QString &name, Clock::Time since, const QByteArray &arguments)
{
    const std::lock_guard lock(m_mutex);
    if (m_session != 0)
        writeSlice(name, homeTrack(), std::max(since, m_start), Clock::now(), arguments);
}

void Tracer::save()
{
    const std::lock_guard lock(m_mutex);
    if (m_session != 0)
        flush();
}

void Tracer::flow(Flow kind, quint64 id, Clock::Time when)
{
    const std::lock_guard lock(m_mutex);
    if (m_session != 0)
        writeFlow(kind, id, homeTrack(), when);
}

int Tracer::homeTrack()
{
    if (t_home.session != m_session) {
        t_home = {m_session, ++m_homes};
        const QThread *const thread = QThread::currentThread();
        const QCoreApplication *const application = QCoreApplication::instance();
        QString name = application && application->thread() == thread ? u"Home"_s : u"Home %1"_s.arg(m_homes);
        if (!thread->objectName().isEmpty())
            name += u" (%1)"_s.arg(thread->objectName());
        nameTrack(t_home.track, name);
    }
    return t_home.track;
}

int Tracer::takeRow(size_t lane)
{
    Rows &rows = m_lanes[lane];
    const auto free = std::find(rows.begin(), rows.end(), false);
    const int row = int(free - rows.begin());
    if (free == rows.end()) {
        rows.push_back(true);
        nameTrack(firstTracks[lane] + row, QString::fromLatin1(laneNames[lane]) + u' ' + QString::number(row + 1));
    } else {
        *free = true;
    }
    return row;
}

void Tracer::nameTrack(int track, const QString &name)
{
    const QByteArray tid = ",\"tid\":" + QByteArray::number(track);
    write(R"("ph":"M","name":"thread_name")" + tid + ",\"args\":{\"name\":" + quoted(name) + '}');
    write(R"("ph":"M","name":"thread_sort_index")" + tid + ",\"args\":{\"sort_index\":" + QByteArray::number(track) + '}');
}

void Tracer::writeFlow(Flow kind, quint64 id, int track, Clock::Time when)
{
    write(QByteArray("\"ph\":\"") + char(kind) + R"(","cat":"aside","name":"run","id":)" + QByteArray::number(id)
          + (kind == Flow::End ? R"(,"bp":"e")" : "") + ",\"tid\":" + QByteArray::number(track) + at(when));
}

void Tracer::writeSlice(const QString &name, int track, Clock::Time since, Clock::Time until, const QByteArray &arguments)
{
    write(R"("ph":"X","cat":"aside","name":)" + quoted(name) + ",\"tid\":" + QByteArray::number(track) + at(since)
          + ",\"dur\":" + microseconds(since, until) + (arguments.isEmpty() ? QByteArray() : QByteArray(",\"args\":{" + arguments + '}')));
}

void Tracer::endWait(quint64 id, Attempt &attempt)
{
    const auto since = std::exchange(attempt.waitsSince, {});
    if (since == Clock::Time())
        return;
    const QByteArray both = R"(,"cat":"aside","name":)" + quoted(attempt.name) + ",\"id\":" + QByteArray::number(id)
        + ",\"tid\":" + QByteArray::number(attempt.track);
    write(R"("ph":"b")" + both + at(since));
    write(R"("ph":"e")" + both + at(Clock::now()));
}

void Tracer::writeAttempt(quint64 id, Attempt &attempt)
{
    endWait(id, attempt);
    writeSlice(attempt.name, attempt.track, attempt.began, attempt.ended,
               attempt.arguments + ",\"outcome\":\"" + wordOf(attempt.outcome) + '"');
}

void Tracer::write(const QByteArray &event)
{
    m_buffer += std::exchange(m_isFirst, false) ? "{\"pid\":" : ",\n{\"pid\":";
    m_buffer += QByteArray::number(m_process) + ',' + event + '}';
    if (m_buffer.size() >= bufferSize)
        flush();
}

bool Tracer::put()
{
    const qint64 size = m_buffer.size();
    const bool isPut = m_file.write(m_buffer) == size;
    m_buffer.resize(0);
    return isPut;
}

void Tracer::flush()
{
    if (m_file.isOpen() && !put()) {
        qCWarning(lcTask).noquote() << whatToDo(m_file);
        // Those who are about to write more find a file that is closed, and a buffer that is emptied.
        Watchers::remove(Watchers::Trace);
        m_session = 0;
        m_file.close();
    }
}

QByteArray Tracer::at(Clock::Time time) const
{
    return ",\"ts\":" + microseconds(m_start, time);
}

void HomeSlice::close()
{
    Tracer::instance().homeSlice(QString::fromLatin1(m_name), m_since, {});
    // Each time, for those whose application is about to crash.
    Tracer::instance().save();
}

void RunSlice::open()
{
    RunRecord *const record = m_run.record();
    if (record->session == 0 || record->session != Tracer::instance().session())
        return;
    if (m_kind == End && !m_run.isLive())
        return;
    m_record = record;
    m_since = Clock::now();
    if (m_kind == Start)
        Tracer::instance().flow(Tracer::Flow::Start, record->id, m_since);
}

void RunSlice::close()
{
    Tracer &tracer = Tracer::instance();
    const QByteArray id = "\"id\":" + QByteArray::number(m_record->id);
    if (m_kind == Start) {
        tracer.homeSlice("start "_L1 + m_run.name(), m_since, id);
        return;
    }
    const Outcome outcome = m_run.outcome();
    if (m_record->settled != Outcome::None)
        return; // it was ended within this
    const bool again = outcome == Outcome::None; // it is tried again
    tracer.settle(*m_record, again ? Outcome::Failed : outcome, !again);
    const char *const verb = outcome == Outcome::Canceled ? "cancel " : outcome == Outcome::Superseded ? "supersede " : "land ";
    tracer.homeSlice(QLatin1String(verb) + m_run.name(), m_since, id + ",\"outcome\":\"" + wordOf(outcome) + '"');
    tracer.flow(again ? Tracer::Flow::Step : Tracer::Flow::End, m_record->id, m_since);
}

} // namespace Aside::Detail
