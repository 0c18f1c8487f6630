// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "urlfetch.h"

#include "networkthread.h"

#include <QFutureWatcher>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace Aside::Qml {

namespace {

constexpr int MaxRedirects = 10;
constexpr qint64 PieceSize = 64 * 1024;

bool isFetched(const QUrl &url)
{
    return url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
}

} // namespace

UrlError::~UrlError() = default;

UrlFetch::UrlFetch(qint64 maxBytes, Landing landing)
    : m_maxBytes(maxBytes)
    , m_landing(std::move(landing))
{
}

UrlFetch::~UrlFetch()
{
    if (m_reply)
        m_reply->disconnect(this);
}

QFuture<Assigns> UrlFetch::start(const QUrl &url, qint64 maxBytes, Landing landing)
{
    std::unique_ptr<UrlFetch> fetch(new UrlFetch(maxBytes, std::move(landing)));
    QFuture<Assigns> future = fetch->m_promise.future();
    fetch->m_promise.start();
    fetch->m_url = url;
    NetworkThread::hand(fetch, &UrlFetch::begin);
    return future;
}

QString UrlFetch::nameOf(const QUrl &url)
{
    return url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

void UrlFetch::begin(QNetworkAccessManager &manager)
{
    setParent(&manager);
    m_manager = &manager;
    auto *const watcher = new QFutureWatcher<Assigns>(this);
    connect(watcher, &QFutureWatcherBase::canceled, this, &UrlFetch::end);
    watcher->setFuture(m_promise.future());
    if (!m_url.isValid() || m_url.isEmpty())
        fail(tr("“%1” is no address: %2").arg(m_url.toDisplayString(), m_url.isEmpty() ? tr("it is empty") : m_url.errorString()));
    else if (!isFetched(m_url))
        fail(tr("%1 is not fetched, since its scheme is “%2”: only http and https are").arg(nameOf(m_url), m_url.scheme()));
    else
        get();
}

void UrlFetch::get()
{
    QNetworkRequest request(m_url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept", "application/json");
    // Of what is packed, Qt counts how large it is, to refuse what is made to be far larger than it looks.
    request.setDecompressedSafetyCheckThreshold(m_maxBytes);
    m_headRead = false;
    m_reply = m_manager->get(request);
    // What comes in faster than it is read waits in the socket, and not in memory.
    m_reply->setReadBufferSize(PieceSize);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &UrlFetch::readHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &UrlFetch::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &UrlFetch::finish);
}

int UrlFetch::status() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

void UrlFetch::readHead()
{
    if (!m_reply || status() == 0 || std::exchange(m_headRead, true))
        return;
    const QUrl target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (status() >= 300 && !target.isEmpty())
        redirect(m_url.resolved(target));
    else if (status() >= 300)
        fail(problem());
    else if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_maxBytes)
        failAsTooLarge();
}

void UrlFetch::redirect(const QUrl &target)
{
    if (!isFetched(target) || (m_url.scheme() == "https"_L1 && target.scheme() != "https"_L1)) {
        fail(tr("%1 redirects to %2, which is refused: only http and https are followed, and not from https to http")
                 .arg(nameOf(m_url), nameOf(target)));
        return;
    }
    if (++m_redirects > MaxRedirects) {
        fail(tr("%1 redirects more than %2 times").arg(nameOf(m_url), QString::number(MaxRedirects)));
        return;
    }
    m_url = target;
    drop();
    get();
}

void UrlFetch::readBody()
{
    while (m_reply) {
        const QByteArray piece = m_reply->read(PieceSize);
        if (piece.isEmpty())
            return;
        m_body += piece;
        if (m_body.size() > m_maxBytes)
            failAsTooLarge();
    }
}

void UrlFetch::finish()
{
    readHead();
    if (!m_reply || !m_reply->isFinished())
        return;
    if (m_reply->error() != QNetworkReply::NoError) {
        fail(problem());
        return;
    }
    readBody();
    if (m_reply)
        land();
}

void UrlFetch::land()
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(m_body, &error);
    if (error.error != QJsonParseError::NoError) {
        fail(m_body.isEmpty() ? tr("The answer of %1 is empty, and no JSON").arg(nameOf(m_url))
                              : tr("The answer of %1 is no JSON: %2, at byte %3")
                                    .arg(nameOf(m_url), error.errorString(), QString::number(error.offset)));
        return;
    }
    try {
        m_promise.addResult(m_landing(document));
        end();
    } catch (...) {
        fail(std::current_exception());
    }
}

QString UrlFetch::problem() const
{
    const QString name = nameOf(m_url);
    switch (m_reply->error()) {
    case QNetworkReply::HostNotFoundError:
        return tr("The server of %1 was not found. Check the address, and whether this computer is online").arg(name);
    case QNetworkReply::ConnectionRefusedError:
        return tr("The server of %1 takes no connections. Check the address, and whether the server runs").arg(name);
    case QNetworkReply::RemoteHostClosedError:
        return tr("The server of %1 closed the connection before it had answered. Try again").arg(name);
    case QNetworkReply::SslHandshakeFailedError:
        return tr("The server of %1 is not trusted: %2. Check the address, and the date of this computer").arg(name, m_reply->errorString());
    case QNetworkReply::UnknownContentError:
        return tr("The answer of %1 cannot be unpacked, or is larger than the %2 bytes that are allowed").arg(name, QString::number(m_maxBytes));
    default:
        break;
    }
    if (status() < 300)
        return tr("%1 could not be fetched: %2").arg(name, m_reply->errorString());
    const QString reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
    const QString answer = QString::number(status()) + (reason.isEmpty() ? QString() : u' ' + reason);
    if (status() < 400)
        return tr("%1 answers %2, without the address to go to").arg(name, answer);
    if (status() == 401 || status() == 403)
        return tr("%1 answers %2: it is not for everybody").arg(name, answer);
    if (status() == 404)
        return tr("%1 answers %2. Check the address").arg(name, answer);
    if (status() >= 500)
        return tr("%1 answers %2. Try again later").arg(name, answer);
    return tr("%1 answers %2").arg(name, answer);
}

void UrlFetch::failAsTooLarge()
{
    fail(tr("The answer of %1 is larger than the %2 bytes that are allowed").arg(nameOf(m_url), QString::number(m_maxBytes)));
}

void UrlFetch::fail(const QString &message)
{
    fail(std::make_exception_ptr(UrlError(message)));
}

void UrlFetch::fail(const std::exception_ptr &exception)
{
    m_promise.setException(exception);
    end();
}

void UrlFetch::end()
{
    drop();
    m_promise.finish();
    deleteLater();
}

void UrlFetch::drop()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    // Its end closes the connection, too, and unlike abort() it may come while an error is on its way.
    m_reply->deleteLater();
    m_reply = nullptr;
}

} // namespace Aside::Qml
