// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QUrl>

#include <memory>

namespace AsideDemo {

/// A small HTTP server of the demo's own, on a thread of its own: /status/<code> answers with that code after
/// a short while, /facts tells in JSON what it has done so far. Only this computer reaches it.
///
/// It needs Qt HTTP Server, and cannot be used in a demo that was built without. Any thread.
class DemoServer
{
public:
    static bool isAvailable();

    DemoServer();
    ~DemoServer();
    Q_DISABLE_COPY_MOVE(DemoServer)

    /// Where it is. It comes up with the first call, which waits for that; throws std::runtime_error if it
    /// cannot.
    QUrl url();

private:
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace AsideDemo
