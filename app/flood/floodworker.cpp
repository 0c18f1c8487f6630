// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "floodworker.h"

#include <QCoreApplication>

#include <algorithm>

namespace AsideDemo {

using namespace Aside;
using namespace std::chrono_literals;

namespace {

constexpr qint64 Batch = 256; // updates between two looks at clock and guard
constexpr auto Rest = 2ms;

/// Counts a worker while it pushes.
class Presence
{
public:
    explicit Presence(FloodFlow &flow) : m_flow(flow) { ++m_flow.pushing; }
    ~Presence() { --m_flow.pushing; }
    Q_DISABLE_COPY_MOVE(Presence)

private:
    FloodFlow &m_flow;
};

/// All but the one line in which the ways differ.
template<typename Send>
void push(TaskContext &context, FloodFlow &flow, int worker, Send send)
{
    const Presence presence(flow);
    FloodPace pace(flow);
    qint64 sent = 0;
    while (!context.isCanceled() && flow.mayGoOn()) {
        qint64 count = pace.take(std::clamp<qint64>(flow.room(worker, sent), 0, Batch));
        if (count == 0) {
            context.sleep(Rest);
            continue;
        }
        for (; count > 0 && !context.isCanceled(); --count)
            send(++sent);
        flow.setSent(worker, sent);
    }
}

} // namespace

std::shared_ptr<FloodTarget> FloodTarget::make(Arrive arrive)
{
    return {new FloodTarget(std::move(arrive)), [](FloodTarget *target) { target->deleteLater(); }};
}

void FloodTarget::close()
{
    m_arrive = nullptr;
    QCoreApplication::removePostedEvents(this);
}

void floodByCalls(TaskContext &context, FloodFlow &flow, int worker, const std::shared_ptr<FloodTarget> &target)
{
    push(context, flow, worker, [to = target.get(), worker](qint64 number) {
        QMetaObject::invokeMethod(to, [to, worker, number] { to->take(worker, number); }, Qt::QueuedConnection);
    });
}

void floodByPosts(TaskContext &context, FloodFlow &flow, int worker, const QString &key)
{
    push(context, flow, worker, [&](qint64 number) { context.post({{key, double(number)}}); });
}

} // namespace AsideDemo
