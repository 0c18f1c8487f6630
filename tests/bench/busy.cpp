// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "bench.h"
#include "heart.h"

#include <aside/viewmodel.h>

#include <QEventLoop>
#include <QSemaphore>
#include <QThreadPool>

#include <algorithm>

using namespace Aside;
using namespace Bench;
using namespace Qt::StringLiterals;

namespace {

/// While it lives, each thread of the application's pool sleeps, and as many again wait for one.
class Sleepers
{
public:
    Sleepers()
    {
        const int threads = m_pool.maxThreadCount();
        for (int i = 0; i < 2 * threads; ++i) {
            m_pool.start([this] {
                m_asleep.release();
                m_morning.acquire();
            });
        }
        m_asleep.acquire(threads);
    }
    ~Sleepers()
    {
        m_morning.release(2 * m_pool.maxThreadCount());
        m_pool.waitForDone();
    }
    Q_DISABLE_COPY_MOVE(Sleepers)

private:
    QThreadPool &m_pool = *QThreadPool::globalInstance();
    QSemaphore m_asleep;
    QSemaphore m_morning;
};

/// µs from the call until the functor runs, for half of the tasks, one at a time.
double delay(int tasks)
{
    ViewModel viewModel;
    QEventLoop loop;
    QObject::connect(&viewModel, &ViewModel::taskFinished, &loop, &QEventLoop::quit);
    std::vector<double> delays(static_cast<size_t>(tasks));
    for (double &waited : delays) {
        viewModel.assignAsync(u"task"_s, [&waited, called = Clock::now()] {
            waited = std::chrono::duration<double, std::micro>(Clock::now() - called).count();
            return Assigns();
        });
        loop.exec();
    }
    return spreadOf(std::move(delays)).median;
}

} // namespace

std::vector<Figure> Bench::busy(const Size &size)
{
    const int tasks = size.tasks / 20;
    std::vector<double> idle, busy;
    measure({
        {u"start of a task"_s, [&] { idle.push_back(delay(tasks)); }},
        {u"start of a task, the pool full"_s, [&] {
            const Sleepers sleepers;
            busy.push_back(delay(tasks));
        }},
    }, size.rounds);
    idle.erase(idle.begin());
    busy.erase(busy.begin());
    return {
        {u"busy_pool_delay_ratio"_s, u"how long a task waits for its start while sleepers fill QThreadPool::globalInstance(), over an idle one"_s,
         ratioOf(busy, idle), {}, u"≤ 1.5"_s},
        {{}, u"start of a task, the pool idle: p50"_s, spreadOf(idle), u"µs"_s, {}},
        {{}, u"start of a task, the pool full: p50"_s, spreadOf(busy), u"µs"_s, {}},
    };
}
