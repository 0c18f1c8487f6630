// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "networkthread.h"

#include <QCoreApplication>

#include <mutex>
#include <utility>

using namespace Qt::StringLiterals;

namespace Aside::Qml {

namespace {

std::mutex s_mutex;
std::unique_ptr<NetworkThread> s_thread; // under the lock

} // namespace

NetworkThread::NetworkThread()
{
    setObjectName(u"Aside Network"_s);
}

NetworkThread::~NetworkThread()
{
    quit();
    wait();
}

bool NetworkThread::hand(QObject &job, std::function<void(QNetworkAccessManager &)> start)
{
    const std::lock_guard lock(s_mutex);
    if (QCoreApplication::closingDown() || !QCoreApplication::instance())
        return false;
    if (!s_thread) {
        s_thread.reset(new NetworkThread);
        s_thread->start();
        qAddPostRoutine([] {
            std::unique_ptr<NetworkThread> ending;
            {
                const std::lock_guard endLock(s_mutex);
                ending = std::move(s_thread);
            }
        });
    }
    NetworkThread *const thread = s_thread.get();
    job.moveToThread(thread);
    QMetaObject::invokeMethod(&job, [thread, call = std::move(start)] { call(*thread->m_manager); }, Qt::QueuedConnection);
    return true;
}

void NetworkThread::run()
{
    QNetworkAccessManager manager;
    m_manager = &manager;
    exec();
    // Who was handed over last still gets its start, and goes with the manager.
    QCoreApplication::sendPostedEvents();
}

} // namespace Aside::Qml
