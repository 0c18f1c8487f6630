// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// B7: blocks for code that Aside did not start, whatever becomes of the ViewModel and its thread.

#include "storefixture.h"
#include "ways.h"

#include <aside/mailbox_p.h>

#include <QPointer>

#include <pthread.h>
#include <thread>

using namespace Aside;
using namespace Test;

namespace {

const QString gone = u"StateGoneError: the ViewModel is gone"_s;

/// Asks for a block on a thread of its own.
class Asker
{
public:
    template<typename Block>
    Asker(const StateToken &token, Block block)
        : m_thread([this, token, block] {
            m_error = thrownBy([&] { modifyState(token, block); });
            m_done = true;
        })
    {
    }
    ~Asker()
    {
        if (m_thread.joinable())
            m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(Asker)

    bool isDone() const { return m_done; }
    /// What it threw, once it has come back.
    QString error()
    {
        m_thread.join();
        return m_error;
    }

private:
    QString m_error;
    std::atomic<bool> m_done = false;
    std::thread m_thread;
};

/// Returns once something has come for the ViewModels of this thread.
void waitUntilAsked()
{
    while (!Detail::Mailbox::ofCurrentThread()->hasMore())
        QThread::yieldCurrentThread();
}

void noBlock(LiveState &) { }

} // namespace

class TestStateToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup() { QVERIFY(settle()); }

    void token_isAValue()
    {
        const StateToken none;
        StateToken kept;
        {
            ViewModel vm, other;
            const StateToken token = vm.token();
            kept = token;
            QVERIFY(kept == vm.token());
            QVERIFY(token != other.token());
            QVERIFY(token != none);
            QVERIFY(!token.isGone());
        }
        ViewModel later;
        QVERIFY(kept.isGone());
        QVERIFY(kept == StateToken(kept));
        QVERIFY(kept != later.token());
        QVERIFY(kept != none);
        QVERIFY(none == StateToken());
        QVERIFY(none.isGone());
    }

    void token_isMadeOnTheHomeThreadOnly()
    {
        ViewModel vm;
        QString error;
        std::thread([&] { error = thrownBy([&] { std::ignore = vm.token(); }); }).join();
        QVERIFY2(error.startsWith(u"ImmutableStateError"_s), qPrintable(error));
    }

    void modifyState_isCalledAtOnceOnTheHomeThread()
    {
        Sample vm;
        Recorder recorder(vm);
        const int before = modifyState(vm.token(), [](LiveState &state) {
            const int x = state.value<int>(u"x"_s);
            state.assign({{u"x"_s, 5}, {u"a"_s, 5}});
            return x;
        });
        QCOMPARE(before, 1);
        QCOMPARE(recorder.take(), (QStringList{u"x"_s, u"a"_s, u"total"_s, u"[x a total]"_s}));
    }

    void modifyState_waitsForTheHomeThread()
    {
        Sample vm;
        QThread *ranOn = nullptr;
        QString text;
        std::thread elsewhere([&, token = vm.token()] {
            text = modifyState(token, [&](LiveState &state) {
                ranOn = QThread::currentThread();
                state.assign({{u"x"_s, 5}, {u"a"_s, 5}});
                return state.value<QString>(u"note"_s);
            });
        });
        waitUntilAsked();
        QCOMPARE(vm.a.value(), 1);
        EVENTUALLY(vm.total.value() == 7);
        elsewhere.join();
        QCOMPARE(text, u"start"_s);
        QCOMPARE(ranOn, thread());
        QCOMPARE(vm.value<int>(u"x"_s), 5);
    }

    void modifyState_handsOutWhatTheBlockThrowsAndRollsBack_data()
    {
        QTest::addColumn<bool>("home");
        QTest::newRow("on the home thread") << true;
        QTest::newRow("elsewhere") << false;
    }
    void modifyState_handsOutWhatTheBlockThrowsAndRollsBack()
    {
        QFETCH(const bool, home);
        Sample vm;
        const State before(vm);
        const Recorder recorder(vm);
        const auto error = [&](const auto &block) {
            if (home)
                return thrownBy([&] { modifyState(vm.token(), block); });
            Asker asker(vm.token(), block);
            return eventually([&] { return asker.isDone(); }) ? asker.error() : u"hangs"_s;
        };
        QCOMPARE(error([](LiveState &state) { state.assign(u"x"_s, 9); throw std::runtime_error("on purpose"); }),
                 u"exception: on purpose"_s);
        QCOMPARE(error([](LiveState &state) { state.assign(u"x"_s, 9); throw 5; }), u"something"_s);
        QVERIFY(error([](LiveState &state) { state.assign({{u"x"_s, 9}, {u"parent"_s, 9}}); }).contains(u"‘parent’"_s));
        QVERIFY(error([](LiveState &state) { state.update(u"none"_s, [](int n) { return n; }); }).contains(u"‘none’"_s));
        QVERIFY(State(vm) == before);
        QCOMPARE(recorder.log, QStringList());
    }

    void modifyState_withinACommitIsRefused()
    {
        Sample vm;
        const QString error = thrownBy([&] {
            vm.update(u"x"_s, [&](int n) {
                modifyState(vm.token(), [](LiveState &state) { state.assign(u"y"_s, 9); });
                return n;
            });
        });
        QVERIFY2(error.startsWith(u"ImmutableStateError"_s), qPrintable(error));
        QCOMPARE(vm.value<int>(u"y"_s), 2);
    }

    void modifyState_ofNoViewModelThrows()
    {
        QCOMPARE(thrownBy([] { modifyState(StateToken(), noBlock); }), gone);
        std::optional<ViewModel> vm(std::in_place);
        const StateToken token = vm->token();
        vm.reset();
        QCOMPARE(thrownBy([&] { modifyState(token, noBlock); }), gone);
        QCOMPARE(Asker(token, noBlock).error(), gone);
    }

    void modifyState_thatWaitsHearsThatTheViewModelIsGone()
    {
        std::optional<ViewModel> vm(std::in_place);
        const StateToken token = vm->token();
        bool called = false;
        Asker first(token, [&](LiveState &) { called = true; });
        Asker second(token, [&](LiveState &) { called = true; });
        waitUntilAsked();
        vm.reset();
        QCOMPARE(first.error(), gone);
        QCOMPARE(second.error(), gone);
        QVERIFY(settle());
        QVERIFY(!called);
    }

    void modifyState_ofManyThreadsLosesNoUpdate()
    {
        constexpr int threads = 8;
        constexpr int times = 300;
        ViewModel vm;
        vm.assign(u"n"_s, 0);
        std::atomic<int> left = threads;
        std::vector<std::thread> all;
        for (int i = 0; i < threads; ++i) {
            all.emplace_back([&left, token = vm.token()] {
                for (int time = 0; time < times; ++time)
                    modifyState(token, [](LiveState &state) { state.assign(u"n"_s, state.value<int>(u"n"_s) + 1); });
                --left;
            });
        }
        for (int i = 0; i < 100; ++i)
            modifyState(vm.token(), [](LiveState &state) { state.update(u"n"_s, [](int n) { return n + 1; }); });
        EVENTUALLY(left == 0);
        for (std::thread &thread : all)
            thread.join();
        QCOMPARE(vm.value<int>(u"n"_s), threads * times + 100);
    }

    void modifyState_withinARunOfAnotherHoldsNoThread()
    {
        ViewModel vm, other;
        for (int run = 0; run < 10; ++run) {
            other.background(u"t"_s, [token = vm.token()](TaskContext &) {
                modifyState(token, [](LiveState &state) { state.assign(u"n"_s, state.value<int>(u"n"_s) + 1); });
            });
        }
        waitUntilAllWait();
        EVENTUALLY(vm.value<int>(u"n"_s) == 10);
    }

    void modifyState_isNotBoundToConnectionOrAsynchrony()
    {
        const Testing::SynchronousScope synchronous;
        ViewModel vm;
        vm.setConnected(false);
        Asker asker(vm.token(), [](LiveState &state) { state.assign(u"x"_s, 5); });
        EVENTUALLY(asker.isDone());
        QCOMPARE(asker.error(), QString());
        QCOMPARE(vm.value<int>(u"x"_s), 5);
    }

    void thread_hasEndedAndTheViewModelWithIt()
    {
        StateToken token;
        {
            Home home;
            home.run([&] {
                auto *const vm = new ViewModel;
                token = vm->token();
                connect(QThread::currentThread(), &QThread::finished, vm, [vm] { delete vm; }, Qt::DirectConnection);
            });
        }
        QVERIFY(token.isGone());
        QCOMPARE(thrownBy([&] { modifyState(token, noBlock); }), gone);
    }

    void thread_hasEndedButTheViewModelHasNot()
    {
        std::unique_ptr<ViewModel> vm;
        StateToken token;
        pthread_t ended = {};
        {
            Home home;
            home.run([&] {
                vm = std::make_unique<ViewModel>();
                token = vm->token();
                ended = pthread_self();
            });
        }
        // Nobody is there to call it: it waits. The system likes to give the number of the ended thread to
        // the next one, which is not home for that.
        bool called = false;
        std::atomic<bool> found = false;
        const Gate asks, leave;
        QString error;
        std::vector<std::thread> threads;
        for (int i = 0; i < 64 && !found; ++i) {
            threads.emplace_back([&, asks, leave] {
                found = found || pthread_equal(pthread_self(), ended);
                asks.open();
                if (pthread_equal(pthread_self(), ended))
                    error = thrownBy([&] { modifyState(token, [&](LiveState &) { called = true; }); });
                else
                    leave.pass();
            });
            asks.pass();
        }
        vm.reset();
        leave.open(int(threads.size()));
        for (std::thread &thread : threads)
            thread.join();
        if (!found)
            QSKIP("the system gave that number to no thread");
        QVERIFY(!called);
        QCOMPARE(error, gone);
    }

    void viewModel_movesWhileABlockWaits()
    {
        Home home;
        auto vm = std::make_unique<ViewModel>();
        ViewModel stays;
        const Gate asks, called;
        QThread *ranOn = nullptr;
        const auto result = [asks](const QString &key) {
            return [asks, key] {
                asks.open();
                return Assigns{{key, 1}};
            };
        };
        // What is in front of the block, and behind it, belongs to others, and is not lost.
        stays.assignAsync(u"first"_s, result(u"first"_s));
        asks.pass();
        waitUntilAllWait();
        stays.background(u"ask"_s, [&, asks, called, token = vm->token()](TaskContext &) {
            asks.open();
            modifyState(token, [&](LiveState &state) {
                ranOn = QThread::currentThread();
                state.assign(u"x"_s, 5);
            });
            called.open();
        });
        asks.pass();
        waitUntilAllWait();
        stays.assignAsync(u"second"_s, result(u"second"_s));
        asks.pass();
        waitUntilAllWait();
        vm->moveToThread(home.thread());
        called.pass(); // without an event served here
        QCOMPARE(ranOn, home.thread());
        EVENTUALLY(stays.contains(u"first"_s) && stays.contains(u"second"_s));
        home.run([&] {
            QCOMPARE(vm->value<int>(u"x"_s), 5);
            modifyState(vm->token(), [](LiveState &state) { state.assign(u"x"_s, 7); });
            QCOMPARE(vm->value<int>(u"x"_s), 7);
            vm.reset();
        });
    }

    void viewModel_movesAwayFromAThreadThatEnds()
    {
        std::unique_ptr<ViewModel> vm;
        StateToken token;
        std::optional<Asker> asker;
        QThread *ranOn = nullptr;
        {
            Home home;
            home.run([&] {
                vm = std::make_unique<ViewModel>();
                token = vm->token();
                asker.emplace(token, [&](LiveState &state) {
                    ranOn = QThread::currentThread();
                    state.assign(u"x"_s, 5);
                });
                waitUntilAsked();
                vm->moveToThread(qApp->thread());
            });
        }
        // What it had asked there was thrown away with that thread's mailbox.
        EVENTUALLY(asker->isDone());
        QCOMPARE(asker->error(), QString());
        QCOMPARE(ranOn, thread());
        QCOMPARE(vm->value<int>(u"x"_s), 5);
    }

    void viewModel_movesToAndFroWhileThreadsAsk()
    {
        Home first, second;
        const auto vm = std::make_shared<ViewModel>();
        vm->assign(u"n"_s, 0);
        std::atomic<int> left = 3;
        std::vector<std::thread> threads;
        for (int i = 0; i < 3; ++i) {
            threads.emplace_back([&left, token = vm->token()] {
                for (int time = 0; time < 200; ++time)
                    modifyState(token, [](LiveState &state) { state.update(u"n"_s, [](int n) { return n + 1; }); });
                --left;
            });
        }
        QThread *const here = thread();
        vm->moveToThread(first.thread());
        for (int round = 0; left > 0; ++round) {
            Home &from = round % 2 == 0 ? first : second;
            Home &to = round % 2 == 0 ? second : first;
            from.run([&] { vm->moveToThread(to.thread()); });
        }
        for (std::thread &thread : threads)
            thread.join();
        for (Home *home : {&first, &second}) {
            home->run([&] {
                if (vm->thread() == QThread::currentThread())
                    vm->moveToThread(here);
            });
        }
        QCOMPARE(vm->value<int>(u"n"_s), 600);
    }

    void viewModel_thatMovesCancelsTheBlocksOfItsRuns()
    {
        Home home;
        auto vm = std::make_unique<ViewModel>();
        const Gate asks;
        QString error;
        std::atomic<bool> ended = false;
        const Task task = vm->background(u"t"_s, [&, asks](TaskContext &context) {
            asks.open();
            error = thrownBy([&] { context.modify(noBlock); });
            ended = true;
        });
        asks.pass();
        waitUntilAllWait();
        vm->moveToThread(home.thread());
        QCOMPARE(task.outcome(), Outcome::Canceled);
        EVENTUALLY(ended);
        QCOMPARE(error, u"Canceled"_s);
        home.run([&] { vm.reset(); });
    }
};

QTEST_GUILESS_MAIN(TestStateToken)
#include "moc_storefixture.cpp"
#include "tst_statetoken.moc"
