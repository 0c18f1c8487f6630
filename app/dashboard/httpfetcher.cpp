// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "httpfetcher.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPromise>
#include <QThread>

#include <mutex>
#include <stdexcept>

namespace AsideDemo {

namespace {

constexpr int SilenceMilliseconds = 15'000; // after which a server counts as gone

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AsideDemo::HttpFetcher)
};

using Promise = std::shared_ptr<QPromise<HttpAnswer>>;

void finish(const QNetworkReply &reply, QPromise<HttpAnswer> &promise, HttpAnswer::Time began)
{
    const QVariant status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (status.isValid()) {
        promise.addResult(HttpAnswer{status.toInt(), reply.attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString(),
                                     began, std::chrono::steady_clock::now()});
    } else {
        const QString words = Words::tr("%1 did not answer: %2").arg(reply.url().authority(), reply.errorString());
        promise.setException(std::make_exception_ptr(std::runtime_error(words.toStdString())));
    }
    promise.finish();
}

} // namespace

class HttpFetcher::Worker : public QObject
{
public:
    void get(const QUrl &url, const Promise &promise)
    {
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setTransferTimeout(SilenceMilliseconds);
        const auto began = std::chrono::steady_clock::now();
        if (!m_network)
            m_network = new QNetworkAccessManager(this); // here, since that takes a while
        QNetworkReply *reply = m_network->get(request);
        connect(reply, &QIODevice::readyRead, reply, [reply] { reply->skip(reply->bytesAvailable()); });
        connect(reply, &QNetworkReply::finished, reply, [reply, promise, began] {
            finish(*reply, *promise, began);
            reply->deleteLater();
        });
        auto *watcher = new QFutureWatcher<HttpAnswer>(reply);
        connect(watcher, &QFutureWatcherBase::canceled, reply, [reply] {
            if (reply->isRunning()) // a future that fails is canceled, too
                reply->abort();
        });
        watcher->setFuture(promise->future());
    }

private:
    QNetworkAccessManager *m_network = nullptr;
};

HttpFetcher::HttpFetcher() : m_thread(std::make_unique<QThread>()), m_worker(new Worker)
{
    m_worker->moveToThread(m_thread.get());
    QObject::connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
}

HttpFetcher::~HttpFetcher()
{
    if (!m_thread->isRunning())
        delete m_worker;
    m_thread->quit();
    m_thread->wait();
}

QFuture<HttpAnswer> HttpFetcher::get(const QUrl &url)
{
    // Not before somebody asks for anything: a program that never does has no such thread.
    static std::mutex mutex;
    {
        const std::lock_guard lock(mutex);
        if (!m_thread->isRunning())
            m_thread->start();
    }
    auto promise = std::make_shared<QPromise<HttpAnswer>>();
    promise->start();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, url, promise] { worker->get(url, promise); }, Qt::QueuedConnection);
    return promise->future();
}

} // namespace AsideDemo
