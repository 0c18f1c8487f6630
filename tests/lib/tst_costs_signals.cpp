// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// How many notifications a commit sends, how often a burst wakes the home thread, and how often it asks
// the pool for a thread.

#include "support.h"

#include <aside/testing.h>

#include <QSignalSpy>
#include <QThreadPool>

#include <atomic>

#if defined(__GLIBC__)
#include <dlfcn.h>
#endif

using namespace Aside;
using namespace Aside::Testing;
using namespace Test;

namespace {

std::atomic<int> s_poolStarts = 0;

/// The events that this thread is sent, of all objects.
class Events : public QObject
{
public:
    Events() { QCoreApplication::instance()->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::MetaCall)
            ++calls;
        else
            others += QString::number(event->type());
        return false;
    }

    int calls = 0; ///< queued ones
    QStringList others;
};

class Three : public ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(int, a)
    ASIDE_ASSIGN(int, b)
    ASIDE_COMPUTED(int, sum, a + b, a, b)
};

struct Notes : QObject
{
    explicit Notes(ViewModel &vm)
    {
        connect(&vm, &ViewModel::assigned, this, [this](const QString &key) { ++assigned[key]; });
        connect(&vm, &ViewModel::assignsChanged, this, [this](const QStringList &keys) {
            ++commits;
            changed += keys.size();
        });
        connect(&vm, &ViewModel::keysChanged, this, [this] { ++keysChanged; });
    }
    QHash<QString, int> assigned;
    int commits = 0;
    qsizetype changed = 0;
    int keysChanged = 0;
};

} // namespace

#if defined(__GLIBC__)
// In the place of Qt's own, which it calls.
void QThreadPool::start(QRunnable *runnable, int priority)
{
    ++s_poolStarts;
    using Function = void (*)(QThreadPool *, QRunnable *, int);
    static const auto start = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "_ZN11QThreadPool5startEP9QRunnablei"));
    start(this, runnable, priority);
}
#endif

class TestCostsSignals : public QObject
{
    Q_OBJECT

private:
    static QStringList keys(int count)
    {
        QStringList keys;
        for (int i = 0; i < count; ++i)
            keys += u"key%1"_s.arg(i);
        return keys;
    }
    static bool sendHome(ViewModel &vm, const QStringList &names)
    {
        for (const QString &name : names)
            vm.assignAsync(name, [name] { return Assigns{{name, 1}}; });
        return Detail::Scheduler::instance().waitUntilIdle(std::chrono::steady_clock::now() + deadline);
    }

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup()
    {
        setFrameBudget(4ms);
        QVERIFY(settle());
    }

    void commit_notifiesOnceAKeyThatChanged_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("changed");
        QTest::newRow("one of one") << 1 << 1;
        QTest::newRow("none of one") << 1 << 0;
        QTest::newRow("all") << 100 << 100;
        QTest::newRow("some") << 100 << 37;
        QTest::newRow("none") << 100 << 0;
    }
    void commit_notifiesOnceAKeyThatChanged()
    {
        QFETCH(const int, size);
        QFETCH(const int, changed);
        ViewModel vm;
        Assigns before, after;
        for (const QString &key : keys(size)) {
            before.set(key, 0);
            after.set(key, 1); // what is set twice is told once
            after.set(key, after.size() <= 2 * changed ? 2 : 0);
        }
        vm.assign(std::move(before));
        const Notes notes(vm);
        vm.assign(std::move(after));
        QCOMPARE(notes.assigned.size(), changed);
        for (const int count : notes.assigned)
            QCOMPARE(count, 1);
        QCOMPARE(notes.commits, changed > 0 ? 1 : 0);
        QCOMPARE(notes.changed, changed);
        QCOMPARE(notes.keysChanged, 0);
    }

    void commit_notifiesOnceAPropertyThatChanged()
    {
        Three vm;
        const QSignalSpy a(&vm, &Three::aChanged);
        const QSignalSpy b(&vm, &Three::bChanged);
        const QSignalSpy sum(&vm, &Three::sumChanged);
        const Notes notes(vm);
        vm.assign({{u"a"_s, 1}, {u"b"_s, 2}});
        QCOMPARE((QList<qsizetype>{a.count(), b.count(), sum.count()}), (QList<qsizetype>{1, 1, 1}));
        vm.assign({{u"a"_s, 2}, {u"b"_s, 1}}); // which leaves the sum
        QCOMPARE((QList<qsizetype>{a.count(), b.count(), sum.count()}), (QList<qsizetype>{2, 2, 1}));
        vm.assign({{u"a"_s, 2}, {u"b"_s, 1}});
        QCOMPARE((QList<qsizetype>{a.count(), b.count(), sum.count()}), (QList<qsizetype>{2, 2, 1}));
        QCOMPARE(notes.commits, 2);
        QCOMPARE(notes.changed, 3 + 2);
    }

    void newKeys_areToldOnce()
    {
        ViewModel vm;
        const Notes notes(vm);
        Assigns created;
        for (const QString &key : keys(100))
            created.set(key, 1);
        vm.assign(std::move(created));
        QCOMPARE(notes.keysChanged, 1);
        QCOMPARE(notes.commits, 1);
        QCOMPARE(notes.assigned.size(), 100);
    }

    // Each result is a commit of its own; views are told once.
    void burst_notifiesOnceAKey()
    {
        ViewModel vm;
        QVERIFY(sendHome(vm, keys(1)));
        QCoreApplication::sendPostedEvents();
        const Notes notes(vm);
        QStringList names;
        for (int i = 0; i < 1000; ++i)
            names += u"t%1"_s.arg(i);
        for (const QString &name : names)
            vm.assignAsync(name, [] { return Assigns{{u"key0"_s, update([](int n) { return n + 1; })}}; });
        QVERIFY(Detail::Scheduler::instance().waitUntilIdle(std::chrono::steady_clock::now() + deadline));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(vm.value<int>(u"key0"_s), 1001);
        QCOMPARE(notes.assigned, (QHash<QString, int>{{u"key0"_s, 1}}));
        QCOMPARE(notes.commits, 1);
    }

    void burst_wakesTheHomeThreadOnce_data()
    {
        QTest::addColumn<int>("results");
        QTest::newRow("one") << 1;
        QTest::newRow("ten") << 10;
        QTest::newRow("a thousand") << 1000;
    }
    void burst_wakesTheHomeThreadOnce()
    {
        QFETCH(const int, results);
        ViewModel vm;
        Events events;
        const LoopSpy loop;
        QVERIFY(sendHome(vm, keys(results)));
        QVERIFY(waitForIdle(vm));
        QCOMPARE(vm.keys().size(), results);
        QCOMPARE(events.calls, 1);
        QCOMPARE(events.others, QStringList());
        QCOMPARE(loop.landed().total, results);
        QCOMPARE(loop.landed().stretches, 1);
        QCOMPARE(loop.turns(), 1);
        // Nothing comes after.
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QCOMPARE(events.calls, 1);
    }

    void posts_wakeTheHomeThreadOnce()
    {
        ViewModel vm;
        const Gate posted;
        Events events;
        vm.background(u"t"_s, [posted](TaskContext &context) {
            for (int i = 0; i < 10'000; ++i)
                context.post({{u"n"_s, i}});
            posted.open();
        });
        posted.pass();
        QVERIFY(Detail::Scheduler::instance().waitUntilIdle(std::chrono::steady_clock::now() + deadline));
        QVERIFY(waitForIdle(vm));
        QCOMPARE(vm.value<int>(u"n"_s), 9999);
        QCOMPARE(events.calls, 1);
    }

    void idleViewModel_wakesNobody()
    {
        ViewModel vm;
        QVERIFY(sendHome(vm, keys(10)));
        QVERIFY(waitForIdle(vm));
        Events events;
        for (int i = 0; i < 100; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(events.calls, 0);
        QCOMPARE(events.others, QStringList());
    }

    void burst_asksForAThreadOnceAWorker()
    {
#if !defined(__GLIBC__)
        QSKIP("calls into the pool are counted by taking the place of QThreadPool::start(): with glibc");
#endif
        ViewModel vm;
        const int workers = std::max(2, QThread::idealThreadCount());
        QVERIFY(settle());
        s_poolStarts = 0;
        {
            FullHouse busy(vm);
            QCOMPARE(s_poolStarts.load(), workers);
            for (int i = 0; i < 1000; ++i)
                vm.assignAsync(u"t%1"_s.arg(i), [] { return Assigns{{u"n"_s, update([](int n) { return n + 1; })}}; });
            vm.assign(u"n"_s, 0);
            QCOMPARE(s_poolStarts.load(), workers);
        }
        QVERIFY(Detail::Scheduler::instance().waitUntilIdle(std::chrono::steady_clock::now() + deadline));
        QCOMPARE(s_poolStarts.load(), workers);
        QVERIFY(waitForIdle(vm));
        QCOMPARE(vm.value<int>(u"n"_s), 1000);
    }
};

QTEST_GUILESS_MAIN(TestCostsSignals)
#include "tst_costs_signals.moc"
