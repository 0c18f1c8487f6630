// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/assigns.h>
#include <aside/failure.h>

#include <QByteArray>
#include <QFuture>
#include <QJsonDocument>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QUrl>

#include <exception>
#include <functional>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkReply;
QT_END_NAMESPACE

namespace Aside::Qml {

/// Why a URL has brought nothing: what was wrong, and what can be done about it, for people to read.
class UrlError : public Error
{
public:
    using Error::Error;
    ~UrlError() override;
};

/// One GET of a URL that answers with JSON, for functors of tasks that return a future.
///
/// Only http and https are fetched. Redirects are followed to these, up to ten, but not from https to
/// http. The answer is JSON or refused; nothing else is done with it. No cookies are kept, and nothing is
/// cached. Whoever cancels the future closes the connection.
///
/// \code
/// vm.assignAsync(u"rates"_s, [url] { return UrlFetch::start(url, 1 << 20, membersOf); }, {.timeout = 10s});
/// \endcode
class UrlFetch final : public QObject
{
    Q_OBJECT

public:
    /// Makes of the answer what is to be committed. It runs on the thread of the network; what it throws
    /// is what the future holds then.
    using Landing = std::function<Assigns(const QJsonDocument &)>;

    ~UrlFetch() override;

    /// Any thread. An answer of more than \a maxBytes is refused, as it comes or as it is announced; where
    /// it is compressed, what counts is what it unfolds to.
    static QFuture<Assigns> start(const QUrl &url, qint64 maxBytes, Landing landing);
    /// How messages name \a url: without the user, the query and the fragment.
    static QString nameOf(const QUrl &url);

private:
    UrlFetch(qint64 maxBytes, Landing landing);

    void begin(QNetworkAccessManager &manager);
    void get();
    void readHead();
    void readBody();
    void finish();
    void land();
    void redirect(const QUrl &target);
    QString problem() const;
    void failAsTooLarge();
    void fail(const QString &message);
    void fail(const std::exception_ptr &exception);
    void end();
    void drop();
    int status() const;

    const qint64 m_maxBytes;
    Landing m_landing;
    QPromise<Assigns> m_promise;
    QNetworkAccessManager *m_manager = nullptr;
    QPointer<QNetworkReply> m_reply;
    QUrl m_url;
    QByteArray m_body;
    int m_redirects = 0;
    bool m_headRead = false;
};

} // namespace Aside::Qml
