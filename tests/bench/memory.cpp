// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "bench.h"
#include "heap.h"
#include "targets.h"

#include <QSemaphore>
#include <QThread>

#ifdef ASIDE_BENCH_COROUTINES
#include <aside/coroutines.h>
#endif

#ifdef Q_OS_LINUX
#include <QDir>
#endif

#include <atomic>
#include <chrono>
#include <memory>
#include <vector>

using namespace Aside;
using namespace Bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class TenAssigns : public ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(int, width, 3)
    ASIDE_ASSIGN(int, height, 4)
    ASIDE_ASSIGN(int, depth, 5)
    ASIDE_ASSIGN(qint64, bytes, 6)
    ASIDE_ASSIGN(double, scale, 1.5)
    ASIDE_ASSIGN(double, angle, 0.5)
    ASIDE_ASSIGN(bool, visible, true)
    ASIDE_ASSIGN(bool, modified)
    ASIDE_ASSIGN(QString, title)
    ASIDE_ASSIGN(QStringList, authors)
};

Spread exactly(double value)
{
    return {value, value, value};
}

/// What each takes of many that live side by side.
struct Each
{
    double bytes = 0;
    double allocations = 0;
};

Each idleViewModel()
{
    constexpr int count = 1000;
    std::vector<std::unique_ptr<TenAssigns>> all;
    all.reserve(count + 1);
    all.push_back(std::make_unique<TenAssigns>()); // what is made once for the class
    const HeapCount heap;
    for (int i = 0; i < count; ++i)
        all.push_back(std::make_unique<TenAssigns>());
    return {double(heap.bytes()) / count, double(heap.allocations()) / count};
}

/// Keeps every worker of the lane that computes busy until it goes.
class BusyLane
{
public:
    BusyLane()
    {
        const int workers = std::max(2, QThread::idealThreadCount());
        for (int i = 0; i < workers; ++i) {
            m_viewModel.background(u"busy"_s, [this](TaskContext &) {
                m_begun.release();
                m_go.acquire();
            });
        }
        m_begun.acquire(workers);
    }
    ~BusyLane()
    {
        m_go.release(1000);
        Testing::waitForIdle(m_viewModel);
    }
    Q_DISABLE_COPY_MOVE(BusyLane)

private:
    QSemaphore m_begun;
    QSemaphore m_go;
    ViewModel m_viewModel;
};

Each queuedTask(int tasks)
{
    std::vector<QString> names;
    for (int i = 0; i < tasks; ++i)
        names.push_back(u"task %1"_s.arg(i));
    const auto functor = [] { return Assigns(); };
    Target target;
    Each each;
    {
        const BusyLane busy;
        const HeapCount heap;
        for (const QString &name : names)
            target.assignAsync(name, functor);
        each = {double(heap.bytes()) / tasks - double(sizeof functor), double(heap.allocations()) / tasks};
    }
    target.waitUntilIdle();
    return each;
}

#ifdef ASIDE_BENCH_COROUTINES
int threads()
{
#ifdef Q_OS_LINUX
    return int(QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size());
#else
    return 0;
#endif
}

std::atomic<int> s_asleep = 0;

/// Lives in a coroutine's frame.
struct Asleep
{
    Asleep() { ++s_asleep; }
    ~Asleep() { --s_asleep; }
    Q_DISABLE_COPY_MOVE(Asleep)
};

void waitForSleepers(int count)
{
    while (s_asleep != count)
        QThread::yieldCurrentThread();
}

struct Sleepers
{
    double megabytes = 0;
    double allocations = 0; // each
    int threads = 0; // more than before
};

Sleepers sleepingCoroutines()
{
    constexpr int count = 100'000;
    Target target;
    const auto start = [&target] {
        target.background(u"sleeper"_s, [](CoroutineContext &context) -> QCoro::Task<> {
            const Asleep asleep;
            co_await context.sleep(24h);
        });
    };
    start(); // and with it the thread of all of them
    waitForSleepers(1);
    const int before = threads();
    Sleepers sleepers;
    {
        const HeapCount heap;
        for (int i = 0; i < count; ++i)
            start();
        waitForSleepers(count + 1);
        sleepers = {double(heap.bytes()) / 1e6, double(heap.allocations()) / count, threads() - before};
    }
    target.cancelAll();
    waitForSleepers(0);
    target.waitUntilIdle();
    return sleepers;
}
#endif

} // namespace

std::vector<Figure> Bench::memory(const Size &size)
{
    if (!HeapCount::isAvailable())
        return {};
    const Each viewModel = idleViewModel();
    const Each task = queuedTask(size.tasks);
    std::vector<Figure> figures{
        {u"viewmodel_bytes"_s, u"what a ViewModel with ten declared assigns takes of the heap while it is idle, itself included"_s,
         exactly(viewModel.bytes), u"bytes"_s, u"≤ 2500"_s},
        counted(u"the pieces of the heap that it is made of"_s, viewModel.allocations, u"allocations"_s),
        {u"queued_task_bytes"_s, u"what a task with a name of its own takes while it waits for a worker, without its functor and the text of its name"_s,
         exactly(task.bytes), u"bytes"_s, u"≤ 400"_s},
        counted(u"the pieces of the heap that starting it took, those given back at once included"_s, task.allocations, u"allocations"_s),
    };
#ifdef ASIDE_BENCH_COROUTINES
    const Sleepers sleepers = sleepingCoroutines();
    figures.push_back({u"coroutines_100k_mb"_s, u"what 100,000 background runs take of the heap, which are coroutines that sleep"_s,
                       exactly(sleepers.megabytes), u"MB"_s, u"≤ 80"_s});
    figures.push_back(counted(u"the threads that they take beyond that of the first one"_s, sleepers.threads, u"threads"_s));
    figures.push_back(counted(u"the pieces of the heap that each of them took"_s, sleepers.allocations, u"allocations"_s));
#endif
    return figures;
}

#include "memory.moc"
