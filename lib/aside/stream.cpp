// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "stream.h"

#include "failure.h"
#include "store_p.h"
#include "tasktable_p.h"
#include "viewmodel.h"

#include <QScopeGuard>
#include <QThread>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Aside::Detail {

Stream::Stream(const QString &name, const TaskOptions &options, std::shared_ptr<RowBox> box)
    : Run(name, options)
    , m_box(std::move(box))
{
    setTalkative();
}

Stream::~Stream() = default;

void Stream::check() const
{
    const StreamModel *const target = model();
    if (!target)
        throw Error(u"stream ‘%1’: the model lives on another thread than the ViewModel"_s.arg(name()));
    if (target->m_isLeaving)
        throw Error(u"stream ‘%1’: the model is about to move to another thread"_s.arg(name()));
}

/// Null if it is gone, or has been moved to another thread.
StreamModel *Stream::model() const
{
    if (m_isLost)
        return nullptr;
    StreamModel *const model = m_box->model();
    return model && model->thread() == QThread::currentThread() ? model : nullptr;
}

Failure Stream::moved() const
{
    return Failure(Failure::Kind::Refused,
                   u"stream ‘%1’: its model was moved to another thread, where no rows can come"_s.arg(name()));
}

void Stream::begin(ViewModel &viewModel)
{
    m_viewModel = &viewModel;
    StreamModel *const target = model();
    if (!target) {
        tellRows(); // who was told of the start has destroyed or moved it
        return;
    }
    // The home thread is to find that it is gone even if no row ever comes. Not at once: the model may be
    // a part of the ViewModel, and both half gone.
    m_watch = QObject::connect(target, &QObject::destroyed, [this] {
        if (!isSynchronous())
            tellRows();
    });
    target->m_streams.append(this);
    target->setStatus(target->status().toLoading());
}

bool Stream::applyRows(ViewModel &viewModel)
{
    const RunPtr self(this);
    const auto cleared = qScopeGuard([this] { // what slots did may have ended it
        if (!isLive())
            clearAway();
    });
    const auto deadline = isSynchronous() ? Clock::Time::max() : TaskTable::of(viewModel).deadline();
    try {
        // What was taken is applied before more is let in, so that there is never much of it.
        for (bool applied = m_box->hasTaken(); model(); applied = true) {
            if (isSynchronous())
                model()->checkIsQuiet(); // there is no later
            const bool done = m_box->apply(deadline);
            if (!isLive())
                return true;
            if (!done)
                return false;
            if (!takeRows(*m_box))
                return true;
            if (applied && Clock::now() >= deadline)
                return false;
        }
        if (m_box->model())
            TaskTable::of(viewModel).fail(*this, moved());
        else
            TaskTable::of(viewModel).cancel(*this);
    } catch (...) {
        if (isLive())
            TaskTable::of(viewModel).fail(*this, Failure::fromCurrentException(Failure::Kind::Refused));
    }
    return true;
}

void Stream::progressed(ViewModel &viewModel)
{
    const RunPtr self(this);
    const bool done = applyRows(viewModel);
    if (!isLive())
        return;
    if (!done)
        tellRows(); // to go on when the event loop has served others
    StreamModel *const target = model();
    if (target && !target->m_streams.isEmpty() && target->m_streams.constLast() == this)
        target->setStatus(target->status().withProgress(progress(), progressText()));
}

bool Stream::hasMore(ViewModel &viewModel)
{
    return !applyRows(viewModel);
}

void Stream::end()
{
    QObject::disconnect(m_watch);
    m_box->drop();
    closeRows(*m_box); // also for one that is left to finish: it would wait for ever
    clearAway();
}

/// There may be many rows, and the window is not to wait until they are freed.
void Stream::clearAway()
{
    if (!m_box->isApplying()) // the model holds on to some of them
        RowRemains::leave(m_box->takeRemains(model()));
}

void Stream::lose()
{
    const RunPtr self(this);
    if (isLive())
        TaskTable::of(*m_viewModel).fail(*this, moved());
    m_isLost = true;
}

void Stream::settle(ViewModel &)
{
    end();
    StreamModel *const target = model();
    if (!target)
        return;
    target->m_streams.removeOne(this);
    if (!target->m_streams.isEmpty())
        return; // another one goes on
    if (outcome() == Outcome::Ok)
        target->setStatus(target->status().toOk(target->count()));
    else if (outcome() == Outcome::Failed)
        target->setStatus(target->status().toFailed(failure()));
    else
        target->setStatus(target->status().toCanceled());
}

void Stream::tell(ViewModel *viewModel)
{
    if (viewModel)
        return;
    end();
    StreamModel *const target = model();
    if (target && target->m_streams.removeOne(this)) {
        // The ViewModel is half gone, and those who hear of it may ask it: later.
        QMetaObject::invokeMethod(target, [target] {
            if (target->m_streams.isEmpty())
                target->setStatus(target->status().toCanceled());
        }, Qt::QueuedConnection);
    }
}

RunPtr TaskTable::stream(const QExplicitlySharedDataPointer<Stream> &stream)
{
    stream->check();
    return start(RunPtr(stream.data()));
}

} // namespace Aside::Detail
