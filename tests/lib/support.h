// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// What the tests of tasks share.

#include "sizes.h"

#include <aside/scheduler_p.h>
#include <aside/settings.h>
#include <aside/viewmodel.h>

#include <QCoreApplication>
#include <QEvent>
#include <QTest>
#include <QThread>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Test {

/// So long that only a test that hangs gets there.
inline constexpr auto deadline = 60s;

/// Holds threads up until it is opened. Copies are the same gate.
class Gate
{
public:
    /// Lets \a times pass.
    void open(int times = 1) const
    {
        {
            const std::lock_guard lock(m_state->mutex);
            m_state->passes += times;
        }
        m_state->opened.notify_all();
    }
    void pass() const
    {
        std::unique_lock lock(m_state->mutex);
        if (!m_state->opened.wait_for(lock, deadline, [this] { return m_state->passes > 0; }))
            qFatal("a gate stayed shut");
        --m_state->passes;
    }

private:
    struct State
    {
        std::mutex mutex;
        std::condition_variable opened;
        int passes = 0;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

/// Waits, with events served, until \a condition holds.
template<typename Condition>
bool eventually(Condition condition)
{
    return QTest::qWaitFor(condition, int(std::chrono::milliseconds(deadline).count()));
}

/// Waits until no worker is at work, and serves what it sent. All results that came are applied.
inline bool settle()
{
    if (!Aside::Detail::Scheduler::instance().waitUntilIdle(std::chrono::steady_clock::now() + deadline))
        return false;
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    return true;
}

/// Everything that a ViewModel tells, in order.
class Story : public QObject
{
public:
    explicit Story(Aside::ViewModel &viewModel)
    {
        connect(&viewModel, &Aside::ViewModel::assigned, this, [this](const QString &key) { lines += "assigned "_L1 + key; });
        connect(&viewModel, &Aside::ViewModel::assignsChanged, this,
                [this](const QStringList &keys) { lines += "changed "_L1 + keys.join(u','); });
        connect(&viewModel, &Aside::ViewModel::taskFailed, this, [this](const QString &name, const Aside::Failure &failure) {
            lines += "failed "_L1 + name + ": "_L1 + failure.message();
        });
        connect(&viewModel, &Aside::ViewModel::taskFinished, this, [this](const QString &name, Aside::Outcome outcome) {
            lines += name + ' '_L1 + word(outcome);
        });
        connect(&viewModel, &Aside::ViewModel::handlerFailed, this,
                [this](const Aside::Failure &failure) { lines += "handler: "_L1 + failure.message(); });
    }

    static QString word(Aside::Outcome outcome)
    {
        return QString::fromLatin1(QMetaEnum::fromType<Aside::Outcome>().valueToKey(int(outcome)));
    }

    QStringList lines;
};

/// What goes to the log while it lives, as "category: text". Any thread may log.
class Log
{
public:
    Log() { s_current = this; m_previous = qInstallMessageHandler(&write); }
    ~Log() { qInstallMessageHandler(m_previous); s_current = nullptr; }
    Q_DISABLE_COPY_MOVE(Log)

    QStringList lines() const
    {
        const std::lock_guard lock(m_mutex);
        return m_lines;
    }
    bool contains(const QString &part) const { return lines().join(u'\n').contains(part); }

private:
    static void write(QtMsgType, const QMessageLogContext &context, const QString &text)
    {
        const std::lock_guard lock(s_current->m_mutex);
        s_current->m_lines += QString::fromLatin1(context.category) + ": "_L1 + text;
    }

    static inline Log *s_current = nullptr;
    QtMessageHandler m_previous = nullptr;
    mutable std::mutex m_mutex;
    QStringList m_lines;
};

/// A thread with an event loop. Calls go there by means that TSan sees, unlike those of Qt.
class Home : private QObject
{
public:
    Home()
    {
        m_thread.start();
        moveToThread(&m_thread);
    }
    ~Home() override
    {
        run([this] { moveToThread(nullptr); });
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Home)

    /// Calls \a call there, and waits for it.
    void run(const std::function<void()> &call)
    {
        std::unique_lock lock(m_mutex);
        m_call = &call;
        QCoreApplication::postEvent(this, new QEvent(QEvent::User));
        m_done.wait(lock, [this] { return !m_call; });
    }
    QThread *thread() { return &m_thread; }

private:
    void customEvent(QEvent *) override
    {
        const std::lock_guard lock(m_mutex);
        (*m_call)();
        m_call = nullptr;
        m_done.notify_all();
    }

    QThread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_done;
    const std::function<void()> *m_call = nullptr;
};

/// Keeps every worker busy until it dies.
class FullHouse
{
public:
    explicit FullHouse(Aside::ViewModel &viewModel)
    {
        for (int i = 0; i < m_workers; ++i) {
            m_tasks.push_back(viewModel.assignAsync(u"busy%1"_s.arg(i), [began = m_began, leave = m_leave] {
                began.open();
                leave.pass();
                return Aside::Assigns();
            }));
        }
        for (int i = 0; i < m_workers; ++i)
            m_began.pass();
    }
    ~FullHouse() { leave(); }
    Q_DISABLE_COPY_MOVE(FullHouse)

    void letOneGo()
    {
        --m_inside;
        m_leave.open();
    }
    void leave() { m_leave.open(std::exchange(m_inside, 0)); }

private:
    const int m_workers = std::max(2, QThread::idealThreadCount());
    int m_inside = m_workers;
    Gate m_began;
    Gate m_leave;
    std::vector<Aside::Task> m_tasks;
};

} // namespace Test

#define EVENTUALLY(condition) QVERIFY(Test::eventually([&] { return bool(condition); }))
