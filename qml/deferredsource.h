// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/asyncresult.h>
#include <aside/taskobserver.h>
#include <aside/viewmodel.h>

#include <QJsonDocument>
#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QStringList>
#include <QUrl>
#include <QVariant>

#include <memory>

namespace Aside::Qml {

/// Where a Deferred has its result from that is not given one: what is seen of a task, or the JSON of a
/// URL, which it fetches by a task, so that it supersedes, times out and is canceled like any other.
///
/// Of a URL, `result.value` is the answer as it came. With a view model, the answer has to be an object;
/// its members become assigns, in one commit, and one that the view model refuses refuses all. Without
/// one, a list does, too. Of a task that is only followed, the value is how often it has succeeded.
///
/// \code
/// DeferredSource { id: rates; viewModel: vm; url: "https://example.org/rates"; keys: ["euro", "yen"] }
/// AsyncView { result: rates.result; onRetry: rates.load() }
/// \endcode
///
/// UrlFetch says what is fetched, and what is not. Destroying it cancels its fetch, but no task that it
/// only follows. Home thread.
class DeferredSource : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Aside::ViewModel *viewModel READ viewModel WRITE setViewModel NOTIFY changed FINAL)
    /// The name of the task. That of a fetch is its URL if this is empty, with a number where several
    /// fetch the same for one view model, so that none takes the place of another.
    Q_PROPERTY(QString task READ task WRITE setTask NOTIFY changed FINAL)
    Q_PROPERTY(QUrl url READ url WRITE setUrl NOTIFY urlChanged FINAL)
    /// The members that may land, each of which has to be there, so that a server says nothing about
    /// other assigns. Empty: all land.
    Q_PROPERTY(QStringList keys READ keys WRITE setKeys NOTIFY changed FINAL)
    /// An answer that is larger is refused.
    Q_PROPERTY(int maxBytes READ maxBytes WRITE setMaxBytes NOTIFY changed FINAL)
    /// ms after which a fetch fails; 0: none.
    Q_PROPERTY(int timeout READ timeout WRITE setTimeout NOTIFY changed FINAL)
    Q_PROPERTY(Aside::AsyncResult result READ result NOTIFY resultChanged FINAL)

public:
    using QObject::QObject;
    ~DeferredSource() override;

    ViewModel *viewModel() const { return m_viewModel; }
    void setViewModel(ViewModel *viewModel);
    QString task() const { return m_task; }
    void setTask(const QString &task);
    QUrl url() const { return m_url; }
    void setUrl(const QUrl &url);
    QStringList keys() const { return m_keys; }
    void setKeys(const QStringList &keys);
    int maxBytes() const { return m_maxBytes; }
    void setMaxBytes(int maxBytes);
    int timeout() const { return m_timeout; }
    void setTimeout(int timeout);
    AsyncResult result() const { return m_result; }

    /// Fetches the URL, anew if it is being fetched; nothing without one.
    Q_INVOKABLE void load();
    /// Cancels what runs under the name of the task.
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void changed();
    void urlChanged();
    void resultChanged();

private:
    void follow();
    TaskObserver *claim(ViewModel &viewModel);
    void observe(TaskObserver *observer);
    void see();
    QVariant arrived() const;
    void setResult(const AsyncResult &result);

    QPointer<ViewModel> m_viewModel;
    QString m_task;
    QUrl m_url;
    QStringList m_keys;
    int m_maxBytes = 1024 * 1024;
    int m_timeout = 10'000;
    AsyncResult m_result;
    int m_successes = 0;
    QPointer<TaskObserver> m_observer;
    ViewModel *m_own = nullptr; // whose tasks they are that have no other; a child
    Task m_fetch; // the latest
    std::shared_ptr<QVariant> m_answer; // of the latest fetch; written before that ends
};

} // namespace Aside::Qml
