// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "viewmodel.h"

#include "scriptbridge.h"
#include "store_p.h"
#include "tasktable_p.h"
#include "threadcheck_p.h"

#include <QCoreApplication>
#include <QEvent>
#include <QMetaMethod>
#include <QThread>

#include <atomic>
#include <functional>

using namespace Qt::StringLiterals;

namespace Aside {

namespace {

/// Comes along as a ViewModel moves to another thread, and makes a call there. By an event that carries
/// nothing, and a counter: TSan does not see how Qt hands things over.
class Arrival final : public QObject
{
public:
    Arrival(ViewModel &viewModel, std::function<void()> call)
        : QObject(&viewModel)
        , m_call(std::move(call))
    {
        QCoreApplication::postEvent(this, new QEvent(QEvent::User));
        ++s_departures;
    }

private:
    void customEvent(QEvent *) override
    {
        s_departures.load();
        m_call();
        delete this; // not later: it may be on a third thread then
    }

    static inline std::atomic<quint64> s_departures = 0;
    const std::function<void()> m_call;
};

} // namespace

void Detail::throwWrongThread(const char *action)
{
    throw ImmutableStateError(u"cannot %1 on another thread than the ViewModel's own: a functor returns "
                              "Assigns instead"_s.arg(QString::fromLatin1(action)));
}

ViewModel::ViewModel(QObject *parent)
    : Scriptable(parent)
    , m_store(std::make_unique<Detail::Store>(*this))
    , m_tasks(std::make_unique<Detail::TaskTable>(*this))
{
}

ViewModel::~ViewModel() = default;

void ViewModel::assign(Assigns changes)
{
    checkThread("assign");
    commit(std::move(changes));
}

QVariant ViewModel::value(const QString &key) const
{
    checkThread("read an assign");
    if (key == "_async"_L1)
        return m_tasks->describe();
    return m_store->value(key);
}

bool ViewModel::contains(const QString &key) const
{
    checkThread("look for an assign");
    return m_store->contains(key);
}

QStringList ViewModel::keys() const
{
    checkThread("read the keys");
    return m_store->keys();
}

Snapshot ViewModel::snapshot() const
{
    checkThread("take a snapshot");
    return m_store->snapshot();
}

void ViewModel::cancelAsync(const QString &name)
{
    checkThread("cancel a task");
    m_tasks->cancel(name);
}

void ViewModel::cancelAll()
{
    checkThread("cancel tasks");
    m_tasks->cancelAll();
}

TaskObserver *ViewModel::task(const QString &name)
{
    checkThread("observe a task");
    return m_tasks->observer(name);
}

StateToken ViewModel::token()
{
    checkThread("make a token");
    return StateToken(m_tasks->gate());
}

bool ViewModel::isConnected() const
{
    return m_tasks->isConnected();
}

void ViewModel::setConnected(bool connected)
{
    checkThread("connect a ViewModel");
    if (m_tasks->isConnected() == connected)
        return;
    m_tasks->setConnected(connected);
    Detail::Store::guarded(*this, [this] { Q_EMIT connectedChanged(); });
}

bool ViewModel::event(QEvent *event)
{
    if (event->type() == QEvent::ThreadChange) {
        m_tasks->leaveThread();
        new Arrival(*this, [this] { m_tasks->enterThread(); });
    }
    return Scriptable::event(event);
}

void ViewModel::connectNotify(const QMetaMethod &signal)
{
    // Any thread: a task's change is only told where somebody has asked for it.
    if (signal == QMetaMethod::fromSignal(&ViewModel::asyncChanged))
        m_tasks->setWatched();
    else if (signal == QMetaMethod::fromSignal(&ViewModel::taskStarted))
        m_tasks->setListenedTo(Detail::TaskTable::Started);
    else if (signal == QMetaMethod::fromSignal(&ViewModel::taskProgressed))
        m_tasks->setListenedTo(Detail::TaskTable::Progressed);
    else if (signal == QMetaMethod::fromSignal(&ViewModel::taskEnded))
        m_tasks->setListenedTo(Detail::TaskTable::Ended);
    Scriptable::connectNotify(signal);
}

Task ViewModel::start(Detail::Run *run)
{
    const Detail::RunPtr started(run);
    checkThread("start a task");
    return Task(m_tasks->start(started));
}

Task ViewModel::startLoad(Detail::Load *load, const LoadOptions &options)
{
    const QExplicitlySharedDataPointer<Detail::Load> started(load);
    checkThread("start a load");
    return Task(m_tasks->load(started, options));
}

Task ViewModel::startStream(Detail::Stream *stream)
{
    const QExplicitlySharedDataPointer<Detail::Stream> started(stream);
    checkThread("start a stream");
    return Task(m_tasks->stream(started));
}

void ViewModel::cancelLoad(const QStringList &keys)
{
    checkThread("cancel a load");
    m_tasks->cancelLoad(keys);
}

void ViewModel::checkThread(const char *action) const
{
    if (thread() == QThread::currentThread()) [[likely]]
        return;
    Detail::throwWrongThread(action);
}

void ViewModel::commit(Assigns &&changes)
{
    m_store->commit(std::move(changes));
}

QObject *ViewModel::assignsObject()
{
    if (!m_assigns && Detail::ScriptBridge::installed())
        m_assigns = Detail::ScriptBridge::installed()->createAssigns(this);
    return m_assigns;
}

} // namespace Aside
