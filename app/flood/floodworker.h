// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "floodflow.h"

#include <aside/taskcontext.h>

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace AsideDemo {

/// Where the queued calls of the naive way arrive. The workers share it and post to it, so it must outlive
/// them; what still waits when it is closed is thrown away, and nothing arrives after that.
class FloodTarget : public QObject
{
    Q_OBJECT

public:
    using Arrive = std::function<void(int worker, qint64 number)>;

    /// Whoever lets go of it last may be a worker: it dies on its own thread all the same.
    static std::shared_ptr<FloodTarget> make(Arrive arrive);

    /// Home thread.
    void close();
    void take(int worker, qint64 number)
    {
        if (m_arrive)
            m_arrive(worker, number);
    }

private:
    explicit FloodTarget(Arrive arrive) : m_arrive(std::move(arrive)) { }

    Arrive m_arrive;
};

/// What a worker does: it counts, and tells each number, until it is canceled or the guard ends the flood.
/// The naive way queues a call for each number.
void floodByCalls(Aside::TaskContext &context, FloodFlow &flow, int worker, const std::shared_ptr<FloodTarget> &target);
/// Aside's way posts each number as the value of \a key.
void floodByPosts(Aside::TaskContext &context, FloodFlow &flow, int worker, const QString &key);

} // namespace AsideDemo
