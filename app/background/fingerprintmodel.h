// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/viewmodel.h>

#include <qqmlregistration.h>

#include <chrono>

namespace AsideDemo {

/// The SHA-256 of a file, made by a thread that knows nothing of Aside's tasks: it names this state by a
/// token, tells how far it has got in blocks, and asks in the same blocks whether it is wanted any more
/// (after the low-level fetch of Reflex).
class FingerprintModel : public Aside::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("BackgroundModel has it")

public:
    /// Whether its thread is to go on; only that says when it has ended.
    ASIDE_ASSIGN(bool, wanted, false)
    ASIDE_ASSIGN(bool, running, false)
    ASIDE_ASSIGN(QString, file)
    ASIDE_ASSIGN(double, progress, 0)
    ASIDE_ASSIGN(QString, result)
    ASIDE_ASSIGN(QString, problem)

    /// \a journal names the state whose key "log" hears how threads end.
    explicit FingerprintModel(const Aside::StateToken &journal, QObject *parent = nullptr);

    /// How long the thread rests between two of the hundred pieces.
    void setPause(std::chrono::milliseconds pause) { m_pause = pause; }

    Q_INVOKABLE void start();
    Q_INVOKABLE void stop();

private:
    const Aside::StateToken m_journal;
    std::chrono::milliseconds m_pause{30};
};

} // namespace AsideDemo
