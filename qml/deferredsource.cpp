// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "deferredsource.h"

#include "urlfetch.h"

#include <QHash>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace Aside::Qml {

namespace {

/// What an answer becomes: see DeferredSource.
struct Landing
{
    QString name;
    QStringList keys;
    bool wantsObject;
    std::shared_ptr<QVariant> answer;

    Assigns operator()(const QJsonDocument &document) const
    {
        if (!document.isObject() && (wantsObject || !keys.isEmpty() || !document.isArray()))
            throw UrlError(UrlFetch::tr("The answer of %1 is no JSON object, whose members could become assigns").arg(name));
        const QJsonObject object = document.object();
        for (const QString &key : keys) {
            if (!object.contains(key))
                throw UrlError(UrlFetch::tr("The answer of %1 has no member “%2”").arg(name, key));
        }
        Assigns changes;
        if (wantsObject) {
            for (auto member = object.begin(); member != object.end(); ++member) {
                if (keys.isEmpty() || keys.contains(member.key()))
                    changes.set(member.key(), member.value().toVariant());
            }
        }
        *answer = document.toVariant();
        return changes;
    }
};

/// Whose fetches they are that have no name of the user's.
thread_local QHash<TaskObserver *, DeferredSource *> s_claims;

} // namespace

DeferredSource::~DeferredSource()
{
    observe(nullptr);
    m_fetch.cancel();
}

void DeferredSource::setViewModel(ViewModel *viewModel)
{
    if (m_viewModel == viewModel)
        return;
    m_viewModel = viewModel;
    follow();
    Q_EMIT changed();
}

void DeferredSource::setTask(const QString &task)
{
    if (m_task == task)
        return;
    m_task = task;
    follow();
    Q_EMIT changed();
}

void DeferredSource::setUrl(const QUrl &url)
{
    if (m_url == url)
        return;
    m_url = url;
    Q_EMIT urlChanged();
}

void DeferredSource::setKeys(const QStringList &keys)
{
    if (m_keys == keys)
        return;
    m_keys = keys;
    Q_EMIT changed();
}

void DeferredSource::setMaxBytes(int maxBytes)
{
    if (m_maxBytes == maxBytes)
        return;
    m_maxBytes = maxBytes;
    Q_EMIT changed();
}

void DeferredSource::setTimeout(int timeout)
{
    if (m_timeout == timeout)
        return;
    m_timeout = timeout;
    Q_EMIT changed();
}

void DeferredSource::load()
{
    if (m_url.isEmpty())
        return;
    if (!m_viewModel && !m_own) {
        m_own = new ViewModel(this);
        m_own->setObjectName(u"Deferred"_s);
    }
    ViewModel &viewModel = m_viewModel ? *m_viewModel : *m_own;
    TaskObserver *const observer = m_task.isEmpty() ? claim(viewModel) : viewModel.task(m_task);
    if (m_observer != observer) {
        cancel();
        observe(observer);
    }
    if (m_task.isEmpty())
        s_claims.insert(observer, this);
    m_answer = std::make_shared<QVariant>();
    const Landing landing{UrlFetch::nameOf(m_url), m_keys, m_viewModel != nullptr, m_answer};
    const TaskOptions options{.lane = Lane::Io, .timeout = std::chrono::milliseconds(std::max(m_timeout, 0))};
    m_fetch = viewModel.assignAsync(observer->name(), [url = m_url, maxBytes = m_maxBytes, landing] { return UrlFetch::start(url, maxBytes, landing); }, options);
}

void DeferredSource::cancel()
{
    if (m_observer)
        m_observer->cancel();
}

void DeferredSource::follow()
{
    observe(m_viewModel && !m_task.isEmpty() ? m_viewModel->task(m_task) : nullptr);
    setResult({});
    see(); // it may run already
}

TaskObserver *DeferredSource::claim(ViewModel &viewModel)
{
    const QString url = m_url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    TaskObserver *observer = viewModel.task(url);
    for (int i = 2; s_claims.value(observer, this) != this; ++i)
        observer = viewModel.task(url + u' ' + QString::number(i));
    return observer;
}

void DeferredSource::observe(TaskObserver *observer)
{
    if (m_observer == observer)
        return;
    if (m_observer) {
        m_observer->disconnect(this);
        if (s_claims.value(m_observer) == this)
            s_claims.remove(m_observer);
    }
    m_observer = observer;
    if (!observer)
        return;
    connect(observer, &TaskObserver::changed, this, &DeferredSource::see);
    connect(observer, &TaskObserver::progressed, this, &DeferredSource::see);
    connect(observer, &QObject::destroyed, this, [this, observer] {
        s_claims.remove(observer);
        setResult(m_result.toCanceled());
    });
}

void DeferredSource::see()
{
    if (!m_observer)
        return;
    switch (m_observer->outcome()) {
    case Outcome::Ok:
        if (m_result.status() != AsyncResult::Status::Ok) {
            ++m_successes;
            setResult(m_result.toOk(arrived()));
        }
        break;
    case Outcome::Failed:
        setResult(m_result.toFailed(m_observer->failure()));
        break;
    case Outcome::Canceled:
        setResult(m_result.toCanceled());
        break;
    default:
        if (m_observer->isRunning())
            setResult((m_result.isLoading() ? m_result : m_result.toLoading()).withProgress(m_observer->progress(), m_observer->progressText()));
    }
}

QVariant DeferredSource::arrived() const
{
    if (m_url.isEmpty())
        return m_successes;
    // What somebody else has run under that name brings no answer here.
    return m_answer && m_answer->isValid() ? *m_answer : m_result.value();
}

void DeferredSource::setResult(const AsyncResult &result)
{
    if (m_result == result)
        return;
    m_result = result;
    Q_EMIT resultChanged();
}

} // namespace Aside::Qml
