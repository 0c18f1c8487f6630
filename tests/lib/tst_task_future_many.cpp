// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T3, M2: many pending futures at once, ViewModels that die meanwhile, and waiting for them synchronously.

#include "ways.h"

#include <aside/mailbox_p.h>

#include <QEventLoop>
#include <QFuture>
#include <QPointer>
#include <QPromise>
#include <QSignalSpy>
#include <QTimer>
#include <QtConcurrentRun>

#include <deque>
#include <thread>

using namespace Aside;
using namespace Test;

namespace {

/// Promises that somebody finishes later, in the order of their making.
class Promises
{
public:
    QFuture<Assigns> make() const
    {
        const std::lock_guard lock(m_state->mutex);
        QPromise<Assigns> &promise = m_state->promises.emplace_back();
        promise.start();
        return promise.future();
    }
    size_t count() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->promises.size();
    }
    QPromise<Assigns> &operator[](size_t place) const { return m_state->promises[place]; }
    void succeedAll() const
    {
        for (size_t i = 0; i < m_state->promises.size(); ++i) {
            m_state->promises[i].addResult(Assigns{{u"n"_s, update([](int n) { return n + 1; })}});
            m_state->promises[i].finish();
        }
    }

private:
    struct State
    {
        std::mutex mutex;
        std::deque<QPromise<Assigns>> promises;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

/// A loop that sleeps between its rounds, as EVENTUALLY does, would sleep once a slice.
template<typename Condition>
void serveUntil(Condition condition)
{
    QEventLoop loop;
    QObject::connect(Detail::Mailbox::ofCurrentThread().get(), &Detail::Mailbox::drained, &loop, [&] {
        if (condition())
            loop.quit();
    });
    QTimer::singleShot(1min, &loop, &QEventLoop::quit); // a cap, for a test that hangs
    loop.exec();
}

} // namespace

class TestTaskFutureMany : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup()
    {
        setAsync(true);
        QVERIFY(settle());
    }

    void pending_holdsNoThread()
    {
        ViewModel vm;
        vm.assign(u"n"_s, 0);
        const Promises promises;
        for (int i = 0; i < 100; ++i)
            vm.assignAsync(u"pending"_s, [promises] { return promises.make(); }, {.policy = Policy::Parallel});
        EVENTUALLY(promises.count() == 100);
        QVERIFY(settle()); // no worker is at work
        const Task other = vm.assignAsync(u"short"_s, [] { return Assigns{{u"done"_s, true}}; });
        EVENTUALLY(other.outcome() == Outcome::Ok);
        QCOMPARE(vm.value<int>(u"n"_s), 0);
        promises.succeedAll();
        EVENTUALLY(vm.value<int>(u"n"_s) == 100);
    }

    void flood_landsInSlices()
    {
        constexpr int runs = 10'000;
        ViewModel vm;
        vm.assign(u"n"_s, 0);
        Testing::TaskSpy spy(vm);
        const Promises promises;
        for (int i = 0; i < runs; ++i)
            vm.assignAsync(u"t"_s, [promises] { return promises.make(); }, {.policy = Policy::Parallel});
        EVENTUALLY(promises.count() == runs);
        QVERIFY(settle());
        setFrameBudget(0ns); // one a slice
        const Testing::LoopSpy loop;
        QTimer timer; // who else wants the thread gets it
        bool served = false;
        timer.callOnTimeout(this, [&] { served |= loop.landed().total > 0 && loop.landed().total < runs; });
        timer.start(1);
        std::thread finisher([promises] { promises.succeedAll(); });
        serveUntil([&] { return spy.count() == runs; });
        finisher.join();
        QCOMPARE(spy.count(), runs);
        QCOMPARE(vm.value<int>(u"n"_s), runs);
        QCOMPARE(spy.outcomes(u"t"_s), QList<Outcome>(runs, Outcome::Ok));
        QCOMPARE(loop.landed().most, 1);
        QVERIFY(loop.landed().stretches >= runs);
        QVERIFY(served);
    }

    void flood_ofReadyFuturesLandsInSlices()
    {
        ViewModel vm;
        vm.assign(u"n"_s, 0);
        setFrameBudget(0ns);
        const Testing::LoopSpy loop;
        for (int i = 0; i < 1000; ++i) {
            vm.assignAsync(u"t"_s, [] {
                return QtFuture::makeReadyFuture(Assigns{{u"n"_s, update([](int n) { return n + 1; })}});
            }, {.policy = Policy::Parallel});
        }
        serveUntil([&] { return vm.value<int>(u"n"_s) == 1000; });
        QCOMPARE(vm.value<int>(u"n"_s), 1000);
        QCOMPARE(loop.landed().most, 1);
    }

    void flood_isCanceledAtOnce()
    {
        constexpr int runs = 1000;
        ViewModel vm;
        Testing::TaskSpy spy(vm);
        const Promises promises;
        for (int i = 0; i < runs; ++i)
            vm.assignAsync(u"t"_s, [promises] { return promises.make(); }, {.policy = Policy::Parallel});
        EVENTUALLY(promises.count() == runs);
        QVERIFY(settle());
        std::thread finisher([promises] { promises.succeedAll(); }); // while they are canceled
        vm.cancelAll();
        QCOMPARE(spy.outcomes(u"t"_s), QList<Outcome>(runs, Outcome::Canceled));
        finisher.join();
        QVERIFY(settle());
        QCOMPARE(spy.count(), runs);
        QCOMPARE(vm.keys(), QStringList());
    }

    void viewModel_diesWhileTheyArePending_data()
    {
        QTest::addColumn<OnDestroyed>("onDestroyed");
        QTest::addColumn<bool>("watched");
        QTest::newRow("cancel") << OnDestroyed::Cancel << true;
        QTest::newRow("detach") << OnDestroyed::Detach << true;
        QTest::newRow("cancel, before they come home") << OnDestroyed::Cancel << false;
        QTest::newRow("detach, before they come home") << OnDestroyed::Detach << false;
    }
    void viewModel_diesWhileTheyArePending()
    {
        QFETCH(const OnDestroyed, onDestroyed);
        QFETCH(const bool, watched);
        const Promises promises;
        const auto captured = std::make_shared<int>(0);
        auto vm = std::make_unique<ViewModel>();
        ViewModel survivor; // keeps the mailbox
        survivor.assignAsync(u"s"_s, [] { return Assigns(); });
        QList<Task> tasks;
        for (int i = 0; i < 10; ++i)
            tasks << vm->assignAsync(QString::number(i), [promises, captured] { return promises.make(); },
                                     {.onDestroyed = onDestroyed});
        while (promises.count() < 10)
            QThread::yieldCurrentThread();
        waitUntilAllWait();
        if (watched)
            QVERIFY(settle());
        vm.reset();
        for (const Task &task : std::as_const(tasks))
            QCOMPARE(task.outcome(), Outcome::Canceled);
        for (size_t i = 0; i < 10; ++i)
            QCOMPARE(promises[i].isCanceled(), onDestroyed == OnDestroyed::Cancel);
        std::thread([promises] { promises.succeedAll(); }).join();
        EVENTUALLY(captured.use_count() == 1);
    }

    void viewModel_diesAsAFutureFinishes()
    {
        // Whoever is first.
        for (int round = 0; round < 200; ++round) {
            const Promises promises;
            const auto captured = std::make_shared<int>(0);
            auto vm = std::make_unique<ViewModel>();
            vm->assignAsync(u"t"_s, [promises, captured] { return promises.make(); });
            while (promises.count() < 1)
                QThread::yieldCurrentThread();
            if (round % 2)
                QVERIFY(settle());
            std::thread finisher([promises] { promises.succeedAll(); });
            if (round % 3 == 0)
                QCoreApplication::processEvents();
            vm.reset();
            finisher.join();
            EVENTUALLY(captured.use_count() == 1);
        }
    }

    void viewModel_movesWhileTheyArePending()
    {
        Home home;
        const Promises promises;
        auto vm = std::make_unique<ViewModel>();
        const Task task = vm->assignAsync(u"t"_s, [promises] { return promises.make(); });
        EVENTUALLY(promises.count() == 1);
        QVERIFY(settle());
        vm->moveToThread(home.thread());
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QVERIFY(promises[0].isCanceled());
        promises.succeedAll();
        QVERIFY(settle());
        home.run([&] {
            QCOMPARE(vm->keys(), QStringList());
            vm.reset();
        });
    }

    void synchronous_waitsWithEventsServed()
    {
        ViewModel vm;
        int ticks = 0;
        QTimer timer;
        QPromise<Assigns> promise;
        promise.start();
        connect(&timer, &QTimer::timeout, this, [&] {
            if (++ticks == 3) {
                promise.addResult(Assigns{{u"a"_s, 1}});
                promise.finish();
            }
        });
        timer.start(0);
        setAsync(false);
        const Task task = vm.assignAsync(u"t"_s, [&promise] { return promise.future(); });
        QCOMPARE(task.outcome(), Outcome::Ok);
        QCOMPARE(vm.value<int>(u"a"_s), 1);
        QVERIFY(ticks >= 3);
    }

    void synchronous_endsWhenItsRunDoes_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("canceled") << 0;
        QTest::newRow("superseded") << 1;
        QTest::newRow("its ViewModel dies") << 2;
        QTest::newRow("out of time") << 3;
    }
    void synchronous_endsWhenItsRunDoes()
    {
        QFETCH(const int, how);
        const auto captured = std::make_shared<int>(0);
        auto *const vm = new ViewModel;
        const QPointer<ViewModel> alive(vm);
        QPromise<Assigns> promise;
        promise.start();
        setAsync(false);
        QTimer::singleShot(0, this, [=] {
            switch (how) {
            case 0: alive->cancelAsync(u"t"_s); break;
            case 1: alive->assignAsync(u"t"_s, [] { return Assigns{{u"b"_s, 1}}; }); break;
            case 2: delete vm; break;
            default: break;
            }
        });
        const Task task = vm->assignAsync(u"t"_s, [&promise, captured] { return promise.future(); },
                                          {.timeout = how == 3 ? 5ms : 0ms});
        QCOMPARE(task.outcome(), how == 1 ? Outcome::Superseded : how == 3 ? Outcome::Failed : Outcome::Canceled);
        QVERIFY(promise.isCanceled());
        promise.addResult(Assigns{{u"a"_s, 1}});
        promise.finish();
        EVENTUALLY(captured.use_count() == 1);
        QVERIFY(!alive || !alive->contains(u"a"_s));
        delete alive.data();
    }
};

QTEST_GUILESS_MAIN(TestTaskFutureMany)
#include "tst_task_future_many.moc"
