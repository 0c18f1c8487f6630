// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "runrecord_p.h"

#include "tracer_p.h"
#include "viewmodel.h"

#include <algorithm>

namespace Aside::Detail {

namespace {

quint64 nextId()
{
    static std::atomic<quint64> last = 0;
    return ++last;
}

QString nameOf(const ViewModel &viewModel)
{
    const QString name = viewModel.objectName();
    return name.isEmpty() ? QString::fromLatin1(viewModel.metaObject()->className()) : name;
}

double milliseconds(Clock::Time from, Clock::Time to)
{
    return std::max(0.0, std::chrono::duration<double, std::milli>(to - from).count());
}

} // namespace

RunRecord::RunRecord(const ViewModel &viewModel, bool startsNow)
    : id(nextId())
    , session(canTrace && startsNow ? Tracer::instance().session() : 0)
    , m_viewModel(nameOf(viewModel))
    , m_started(startsNow ? Clock::now() : Clock::Time())
{
}

RunRecord::RunRecord(quint32 inSession, quint64 ofParent, const QString &viewModel)
    : id(nextId())
    , session(inSession)
    , parent(ofParent)
    , m_viewModel(viewModel)
{
}

RunRecord::~RunRecord()
{
    Q_ASSERT(!isListed);
}

void RunRecord::begin(const Run &run, bool first)
{
    m_ended = Clock::Time();
    if (first)
        m_began = Clock::now();
    if (isTraced())
        Tracer::instance().begin(run, *this);
}

void RunRecord::setReturned(bool waits)
{
    if (isTraced())
        Tracer::instance().returned(*this, waits);
}

void RunRecord::end()
{
    m_ended = Clock::now();
    if (isTraced())
        Tracer::instance().finished(*this);
}

bool RunRecord::hasProgressed(const Run &run)
{
    const double progress = run.progress();
    const QString text = run.progressText();
    if (progress == m_progress && text == m_progressText)
        return false;
    m_progress = progress;
    m_progressText = text;
    return true;
}

TaskInfo RunRecord::describe(const Run &run) const
{
    TaskInfo info;
    info.id = id;
    info.name = run.name();
    info.viewModel = m_viewModel;
    info.lane = run.lane();
    info.progress = run.progress();
    info.text = run.progressText();
    return info;
}

TaskInfo RunRecord::describeLive(const Run &run) const
{
    TaskInfo info = describe(run);
    if (run.isHeld())
        info.status = TaskInfo::Status::Waiting;
    else
        info.status = run.phase() == Run::Phase::Queued ? TaskInfo::Status::Queued : TaskInfo::Status::Running;
    setTimes(info, Clock::now());
    return info;
}

TaskInfo RunRecord::describeEnded(const Run &run) const
{
    TaskInfo info = describe(run);
    info.status = TaskInfo::Status::Ended;
    info.outcome = run.outcome();
    info.failure = run.failure().message();
    setTimes(info, m_over);
    return info;
}

void RunRecord::setTimes(TaskInfo &info, Clock::Time now) const
{
    const Clock::Time began = m_began.load();
    const bool hasBegun = began != Clock::Time();
    if (m_started != Clock::Time())
        info.waited = milliseconds(m_started, hasBegun ? std::min(began, now) : now);
    if (!hasBegun)
        return;
    const Clock::Time ended = m_ended.load();
    info.ran = milliseconds(began, ended == Clock::Time() ? now : std::min(ended, now));
}

} // namespace Aside::Detail
