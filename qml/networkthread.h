// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QNetworkAccessManager>
#include <QThread>

#include <functional>
#include <memory>

namespace Aside::Qml {

/// The thread on which URLs are fetched: answers are read, counted and parsed there, and never on the
/// GUI thread. It starts with the first fetch, and ends with the application, which waits for it.
class NetworkThread final : public QThread
{
    Q_OBJECT

public:
    ~NetworkThread() override;

    /// Any thread. Moves \a job there, and has \a start called on it there; false, and \a job stays as it
    /// is, once the application has ended.
    template<typename Job>
    static bool hand(std::unique_ptr<Job> &job, void (Job::*start)(QNetworkAccessManager &))
    {
        return hand(*job, [moved = job.get(), start](QNetworkAccessManager &manager) { (moved->*start)(manager); }) && job.release();
    }

protected:
    void run() override;

private:
    NetworkThread();
    static bool hand(QObject &job, std::function<void(QNetworkAccessManager &)> start);

    QNetworkAccessManager *m_manager = nullptr; // on the thread
};

} // namespace Aside::Qml
