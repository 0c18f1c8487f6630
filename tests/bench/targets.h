// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/testing.h>
#include <aside/viewmodel.h>

#include <QEventLoop>

#include <stdexcept>

namespace Bench {

/// What the results go to: a key with a listener, and a loop that ends with the last result.
class Target : public Aside::ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(int, latest, -1)

public:
    Target()
    {
        connect(this, &Target::latestChanged, this, [this] { ++m_notified; });
    }

    int notified() const { return m_notified; }
    void waitFor(int results)
    {
        m_missing += results;
        if (m_missing > 0)
            m_loop.exec();
    }
    void arrived()
    {
        if (--m_missing == 0)
            m_loop.quit();
    }
    /// Until no task is left; throws if that takes minutes.
    void waitUntilIdle()
    {
        if (!Aside::Testing::waitForIdle(*this, std::chrono::minutes(5)))
            throw std::runtime_error("tasks are left that should have ended");
    }

private:
    QEventLoop m_loop;
    int m_missing = 0;
    int m_notified = 0;
};

/// The same key as people write it by hand, for the ways that know no ViewModel.
class PlainTarget : public QObject
{
    Q_OBJECT
    Q_PROPERTY(int latest READ latest WRITE setLatest NOTIFY latestChanged)

public:
    PlainTarget()
    {
        connect(this, &PlainTarget::latestChanged, this, [this] { ++m_notified; });
    }

    int latest() const { return m_latest; }
    void setLatest(int latest)
    {
        if (m_latest == latest)
            return;
        m_latest = latest;
        Q_EMIT latestChanged();
    }
    int notified() const { return m_notified; }
    void waitFor(int results)
    {
        m_missing += results;
        if (m_missing > 0)
            m_loop.exec();
    }
    void land(int value)
    {
        setLatest(value);
        if (--m_missing == 0)
            m_loop.quit();
    }

Q_SIGNALS:
    void latestChanged();

private:
    QEventLoop m_loop;
    int m_latest = -1;
    int m_missing = 0;
    int m_notified = 0;
};

} // namespace Bench
