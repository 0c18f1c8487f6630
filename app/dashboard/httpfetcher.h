// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFuture>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>

class QThread;

namespace AsideDemo {

/// How a server has answered, and when it was asked.
struct HttpAnswer
{
    using Time = std::chrono::steady_clock::time_point;

    int status = 0;
    QString reason; ///< the words beside the status; the server's
    Time began;
    Time ended;
};

/// Asks servers for pages, and holds no thread while it waits for them: its own serves all of them. Any
/// thread.
class HttpFetcher
{
public:
    HttpFetcher();
    ~HttpFetcher(); ///< ends what is under way
    Q_DISABLE_COPY_MOVE(HttpFetcher)

    /// Sends a GET request. Any status is an answer, a redirection, too: it is not followed. Without an
    /// answer the future fails with a std::runtime_error. Canceling it ends the request.
    QFuture<HttpAnswer> get(const QUrl &url);

private:
    class Worker;
    std::unique_ptr<QThread> m_thread;
    Worker *m_worker; // lives there, and goes with it
};

} // namespace AsideDemo
