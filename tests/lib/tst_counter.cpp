// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// Two examples after the documentation of Reflex, whole: a counter that counts in the background, and a
// fetch by code that knows nothing but a token.

#include "ways.h"

#include <functional>
#include <thread>

using namespace Aside;
using namespace Test;

namespace {

/// Counts up to a maximum, one a tick, until it is stopped. However often it is started, one run counts:
/// the number of those that do is part of the state, and each looks there first.
class Counter : public ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(int, count)
    ASIDE_ASSIGN(int, maximum, 10)
    ASIDE_ASSIGN(bool, running)
    ASIDE_ASSIGN(int, instances)

public:
    static constexpr auto tick = 500ms;

    void start()
    {
        running = true;
        background(u"count"_s, &Counter::countUp);
    }
    void stop() { running = false; } // the run sees it at its next tick
    void reset() { count = 0; }

private:
    static void countUp(TaskContext &context)
    {
        const bool isFirst = context.modify([](LiveState &state) {
            const bool first = state.value<int>(u"instances"_s) == 0;
            if (first)
                state.assign(u"instances"_s, 1);
            return first;
        });
        if (!isFirst)
            return;
        while (context.modify(&Counter::countOne))
            context.sleep(tick);
    }
    static bool countOne(LiveState &state)
    {
        if (state.value<int>(u"count"_s) >= state.value<int>(u"maximum"_s))
            state.assign(u"running"_s, false);
        if (!state.value<bool>(u"running"_s)) {
            state.assign(u"instances"_s, 0);
            return false;
        }
        state.update(u"count"_s, [](int n) { return n + 1; });
        return true;
    }
};

/// Somebody else's library: it has threads of its own, and calls back on them.
class Library
{
public:
    ~Library()
    {
        if (m_thread.joinable())
            m_thread.join();
    }
    void fetch(const QString &address, const std::function<void(const QByteArray &)> &done)
    {
        m_thread = std::thread([=] { done(QByteArray("answer of ") + address.toUtf8()); });
    }

private:
    std::thread m_thread;
};

class Fetcher : public ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(QByteArray, answer)
    ASIDE_ASSIGN(int, fetches)

public:
    explicit Fetcher(Library &library) : m_library(library) { }

    void fetch(const QString &address)
    {
        // No pointer to this object goes there: it may be gone when the answer comes.
        m_library.fetch(address, [token = token()](const QByteArray &fetched) {
            try {
                modifyState(token, [&](LiveState &state) {
                    state.assign(u"answer"_s, fetched);
                    state.update(u"fetches"_s, [](int n) { return n + 1; });
                });
            } catch (const StateGoneError &) {
                // Nobody wants it any more.
            }
        });
    }

private:
    Library &m_library;
};

} // namespace

class TestCounter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QVERIFY(settle()); }

    void counter_countsToItsMaximum_data() { addWays(); }
    void counter_countsToItsMaximum()
    {
        QFETCH(const Way, way);
        InWay in(way);
        Counter counter;
        counter.maximum = way == Way::Workers ? 2 : 10;
        counter.start();
        QVERIFY(in.finish(counter));
        QCOMPARE(counter.count.value(), counter.maximum.value());
        QVERIFY(!counter.running.value());
        QCOMPARE(counter.instances.value(), 0);
    }

    void counter_countsOneATick()
    {
        Testing::ManualScheduler scheduler;
        Counter counter;
        counter.start();
        scheduler.runAll();
        QCOMPARE(counter.count.value(), 1);
        scheduler.advance(Counter::tick - 1ms);
        QCOMPARE(counter.count.value(), 1);
        scheduler.advance(1ms);
        QCOMPARE(counter.count.value(), 2);
        scheduler.advance(5 * Counter::tick);
        QCOMPARE(counter.count.value(), 7);
        QCOMPARE(counter.instances.value(), 1);
    }

    void counter_stopsAndGoesOn()
    {
        Testing::ManualScheduler scheduler;
        Counter counter;
        counter.start();
        scheduler.advance(2 * Counter::tick);
        QCOMPARE(counter.count.value(), 3);
        counter.stop();
        scheduler.advance(5 * Counter::tick);
        QCOMPARE(counter.count.value(), 3);
        QCOMPARE(counter.instances.value(), 0);
        counter.start();
        scheduler.advance(Counter::tick);
        QCOMPARE(counter.count.value(), 5);
    }

    void counter_isResetWhileItCounts()
    {
        Testing::ManualScheduler scheduler;
        Counter counter;
        counter.start();
        scheduler.advance(3 * Counter::tick);
        counter.reset();
        QCOMPARE(counter.count.value(), 0);
        scheduler.advance(2 * Counter::tick);
        QCOMPARE(counter.count.value(), 2);
    }

    void counter_countsOnceHoweverOftenItIsStarted()
    {
        Testing::ManualScheduler scheduler;
        Counter counter;
        Testing::TaskSpy spy(counter);
        counter.maximum = 100;
        for (int i = 0; i < 5; ++i)
            counter.start();
        scheduler.advance(3 * Counter::tick);
        QCOMPARE(counter.count.value(), 4);
        QCOMPARE(spy.outcomes(u"count"_s), QList<Outcome>(4, Outcome::Ok)); // those that came second
        // Stopped and started within one tick: the first run never hears of it.
        counter.stop();
        counter.start();
        scheduler.advance(Counter::tick);
        QCOMPARE(counter.count.value(), 5);
        QCOMPARE(counter.instances.value(), 1);
    }

    void counters_mayBeMany()
    {
        Testing::ManualScheduler scheduler;
        std::vector<std::unique_ptr<Counter>> counters;
        for (int i = 0; i < 20; ++i) {
            counters.push_back(std::make_unique<Counter>());
            counters.back()->start();
        }
        scheduler.advance(4 * Counter::tick);
        for (const auto &counter : counters)
            QCOMPARE(counter->count.value(), 5);
    }

    void fetch_landsByItsToken()
    {
        Library library;
        Fetcher fetcher(library);
        fetcher.fetch(u"https://example.org"_s);
        EVENTUALLY(fetcher.fetches.value() == 1);
        QCOMPARE(fetcher.answer.value(), QByteArray("answer of https://example.org"));
    }

    void fetch_ofAFetcherThatIsGoneIsNobodysConcern()
    {
        for (int round = 0; round < 50; ++round) {
            Library library;
            Fetcher fetcher(library);
            fetcher.fetch(u"https://example.org"_s);
        }
    }
};

QTEST_GUILESS_MAIN(TestCounter)
#include "tst_counter.moc"
