// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "demoserver.h"

#include <QCoreApplication>
#include <QHttpServer>
#include <QJsonObject>
#include <QMutex>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>
#include <QWaitCondition>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>

namespace AsideDemo {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Keeps who connects waiting for a while, as a site would that is far away.
///
/// It does so before Qt HTTP Server knows of them: that of Qt 6.4 crashes where somebody hangs up who has
/// asked, and not been answered.
class SlowServer : public QTcpServer
{
public:
    ~SlowServer() override
    {
        for (const qintptr handle : std::as_const(m_waiting))
            QTcpSocket().setSocketDescriptor(handle); // which closes it
    }
    int mostAtOnce() const { return m_mostAtOnce; }

protected:
    void incomingConnection(qintptr handle) override
    {
        m_waiting.append(handle);
        m_mostAtOnce = std::max(m_mostAtOnce, int(m_waiting.size()));
        const auto delay = 180ms + 60ms * (++m_count % 5);
        QTimer::singleShot(delay, this, [this, handle] {
            m_waiting.removeOne(handle);
            QTcpServer::incomingConnection(handle);
        });
    }

private:
    QList<qintptr> m_waiting;
    int m_count = 0;
    int m_mostAtOnce = 0;
};

QHttpServerResponse answer(int code)
{
    QHttpServerResponse response(QHttpServerResponse::StatusCode{code});
    response.setHeader("Connection", "close"); // the next request waits, too
    if (code / 100 == 3)
        response.setHeader("Location", "/facts");
    return response;
}

} // namespace

class DemoServer::Thread : public QThread
{
public:
    ~Thread() override
    {
        quit();
        wait();
    }

    QUrl url()
    {
        QMutexLocker lock(&m_mutex);
        if (!m_isAsked) {
            m_isAsked = true;
            start();
        }
        while (!m_isUp)
            m_changed.wait(&m_mutex);
        if (m_port == 0) {
            throw std::runtime_error(
                QCoreApplication::translate("AsideDemo::DemoServer", "The demo's own server found no free port.").toStdString());
        }
        return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
    }

private:
    void run() override
    {
        QHttpServer server;
        auto *slow = new SlowServer; // the server's from bind() on
        int answered = 0;
        server.route(u"/status/<arg>"_s, [&](int code) {
            ++answered;
            return answer(code);
        });
        server.route(u"/facts"_s, [&] {
            ++answered;
            return QHttpServerResponse(QJsonObject{{u"answered"_s, answered}, {u"mostAtOnce"_s, slow->mostAtOnce()}});
        });
        const quint16 port = slow->listen(QHostAddress::LocalHost) ? slow->serverPort() : 0;
        server.bind(slow);
        {
            const QMutexLocker lock(&m_mutex);
            m_port = port;
            m_isUp = true;
            m_changed.wakeAll();
        }
        if (port != 0)
            exec();
    }

    QMutex m_mutex;
    QWaitCondition m_changed;
    quint16 m_port = 0;
    bool m_isAsked = false;
    bool m_isUp = false;
};

bool DemoServer::isAvailable()
{
    return true;
}

DemoServer::DemoServer() : m_thread(std::make_unique<Thread>()) { }
DemoServer::~DemoServer() = default;

QUrl DemoServer::url()
{
    return m_thread->url();
}

} // namespace AsideDemo
