// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "loopspy.h"

#include "failure.h"
#include "mailbox_p.h"

#include <QAbstractEventDispatcher>
#include <QThread>

#include <algorithm>
#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;

namespace Aside::Testing {

namespace {

/// The work of one kind, with that of the stretch that is not over.
struct Count
{
    LoopSpy::Work work;
    qint64 now = 0;

    void add(qint64 amount)
    {
        if (now == 0 && amount != 0)
            ++work.stretches;
        now += amount;
        work.total += amount;
        work.most = std::max(work.most, now);
    }
};

} // namespace

class LoopSpy::Private
{
public:
    void endStretch()
    {
        landed.now = 0;
        added.now = 0;
    }
    void turn()
    {
        {
            const std::lock_guard lock(mutex);
            ++turns;
        }
        turned.notify_all();
    }

    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    Count landed;
    Count added;
    std::mutex mutex;
    std::condition_variable turned;
    int turns = 0; // under the mutex
};

LoopSpy::LoopSpy(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    if (!d->dispatcher)
        throw Error(u"a LoopSpy needs a thread with an event loop"_s);
    // Each turn of any dispatcher tells once that it is awake. Some tell so at its end when they may block,
    // and at its start otherwise: to them, a stretch ends where they are about to block, too.
    connect(d->dispatcher, &QAbstractEventDispatcher::awake, this, [this] {
        d->endStretch();
        d->turn();
    });
    connect(d->dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] { d->endStretch(); });
    connect(Detail::Mailbox::ofCurrentThread().get(), &Detail::Mailbox::drained, this,
            [this](int parcels) { d->landed.add(parcels); });
}

LoopSpy::~LoopSpy() = default;

int LoopSpy::turns() const
{
    const std::lock_guard lock(d->mutex);
    return d->turns;
}

LoopSpy::Work LoopSpy::landed() const
{
    return d->landed.work;
}

void LoopSpy::add(qint64 amount)
{
    d->added.add(amount);
}

LoopSpy::Work LoopSpy::added() const
{
    return d->added.work;
}

bool LoopSpy::waitForTurns(int count, std::chrono::milliseconds deadline)
{
    if (thread() == QThread::currentThread())
        return false;
    const auto end = std::chrono::steady_clock::now() + deadline;
    std::unique_lock lock(d->mutex);
    for (const int last = d->turns + count; d->turns < last;) {
        d->dispatcher->wakeUp();
        if (!d->turned.wait_until(lock, end, [this, seen = d->turns] { return d->turns != seen; }))
            return false;
    }
    return true;
}

} // namespace Aside::Testing
