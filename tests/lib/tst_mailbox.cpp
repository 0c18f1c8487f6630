// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// M1, M2: one wake-up a burst, a frame budget, one notification a key.

#include "support.h"

#include <aside/mailbox_p.h>

#include <QTimer>

using namespace Aside;
using namespace Test;

class TestMailbox : public QObject
{
    Q_OBJECT

private:
    static std::shared_ptr<Detail::Mailbox> mailbox() { return Detail::Mailbox::ofCurrentThread(); }

    /// Has the results of \a count tasks, each setting \a key to its number, wait for their drain.
    static bool sendHome(ViewModel &vm, int count, const QString &key)
    {
        const Gate began;
        for (int i = 0; i < count; ++i) {
            vm.assignAsync(u"task %1"_s.arg(i), [began, key, i] {
                began.open();
                return Assigns{{key, i}, {u"sum"_s, update([i](int sum) { return sum + i; })}};
            });
        }
        for (int i = 0; i < count; ++i)
            began.pass();
        return Detail::Scheduler::instance().waitUntilIdle(std::chrono::steady_clock::now() + deadline);
    }

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup()
    {
        setFrameBudget(4ms);
        QVERIFY(settle());
    }

    void wakeUp_comesOnceForABurst()
    {
        ViewModel vm;
        vm.assign(u"sum"_s, 0);
        std::atomic<int> wakeUps = 0;
        QList<int> drains;
        QObject scope;
        connect(mailbox().get(), &Detail::Mailbox::wakeUp, &scope, [&] { ++wakeUps; }, Qt::DirectConnection);
        connect(mailbox().get(), &Detail::Mailbox::drained, &scope, [&](int parcels) { drains += parcels; });
        QVERIFY(sendHome(vm, 500, u"n"_s));
        QCOMPARE(wakeUps, 1);
        QVERIFY(drains.isEmpty());
        QCoreApplication::sendPostedEvents();
        QCOMPARE(drains, QList<int>{500});
        QCOMPARE(vm.value<int>(u"sum"_s), 500 * 499 / 2);
        QCOMPARE(wakeUps, 1);
        QVERIFY(sendHome(vm, 1, u"n"_s)); // and again for the next burst
        QCOMPARE(wakeUps, 2);
    }

    void drain_notifiesOnceAKeyWithTheLastValue()
    {
        ViewModel vm;
        vm.assign(u"sum"_s, 0);
        const Story story(vm);
        QList<int> seen;
        connect(&vm, &ViewModel::assigned, this, [&](const QString &key) { seen += vm.value<int>(key); });
        QVERIFY(sendHome(vm, 100, u"n"_s));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(story.lines.filter(u"assigned"_s).size(), 2);
        QCOMPARE(story.lines.filter(u"changed"_s).size(), 1);
        QCOMPARE(story.lines.filter(u"Ok"_s).size(), 100);
        QVERIFY(seen.contains(vm.value<int>(u"n"_s)) && seen.contains(4950));
        // All values are told before any outcome.
        QVERIFY(story.lines.indexOf(story.lines.filter(u"changed"_s).first()) < story.lines.indexOf(story.lines.filter(u"Ok"_s).first()));
    }

    void drain_keepsTheOrderInWhichResultsCame()
    {
        ViewModel vm;
        const Story story(vm);
        const Gate done;
        for (int i = 0; i < 20; ++i) {
            vm.assignAsync(QString::number(i), [done, i] {
                done.open();
                return Assigns{{u"last"_s, i}};
            });
            done.pass();
            QVERIFY(Detail::Scheduler::instance().waitUntilIdle(std::chrono::steady_clock::now() + deadline));
        }
        QCoreApplication::sendPostedEvents();
        QCOMPARE(vm.value<int>(u"last"_s), 19);
        QStringList expected;
        for (int i = 0; i < 20; ++i)
            expected += u"%1 Ok"_s.arg(i);
        QCOMPARE(story.lines.filter(u"Ok"_s), expected);
    }

    void drain_withoutABudgetTakesOneResultAndServesOthersBetween()
    {
        ViewModel vm;
        vm.assign(u"sum"_s, 0);
        setFrameBudget(0ns);
        int drains = 0;
        int events = 0;
        int furthest = 0; // that the drains were ahead of the events
        QObject scope;
        connect(mailbox().get(), &Detail::Mailbox::drained, &scope, [&](int parcels) {
            QCOMPARE(parcels, 1);
            ++drains;
            furthest = std::max(furthest, drains - events);
            // Stands for input. The next drain was asked for before it, the one after that was not.
            QMetaObject::invokeMethod(&scope, [&] { ++events; }, Qt::QueuedConnection);
        });
        QVERIFY(sendHome(vm, 10, u"n"_s));
        EVENTUALLY(events == 10);
        QCOMPARE(drains, 10);
        QVERIFY2(furthest <= 2, qPrintable(QString::number(furthest)));
    }

    void drain_withoutABudgetLetsTimersRunBetween()
    {
        ViewModel vm;
        vm.assign(u"sum"_s, 0);
        setFrameBudget(0ns);
        int drains = 0;
        QList<int> ticks; // at how many drains
        QObject scope;
        connect(mailbox().get(), &Detail::Mailbox::drained, &scope, [&] { ++drains; });
        QTimer timer;
        connect(&timer, &QTimer::timeout, &scope, [&] { ticks += drains; });
        QVERIFY(sendHome(vm, 50, u"n"_s));
        timer.start(0);
        EVENTUALLY(drains == 50);
        QSet<int> between(ticks.begin(), ticks.end());
        between.remove(0);
        between.remove(50);
        QVERIFY2(between.size() >= 40, qPrintable(QString::number(between.size())));
    }

    void drain_sharesItsBudgetAmongViewModels()
    {
        ViewModel one, two;
        one.assign(u"sum"_s, 0);
        two.assign(u"sum"_s, 0);
        std::atomic<int> wakeUps = 0;
        QObject scope;
        connect(mailbox().get(), &Detail::Mailbox::wakeUp, &scope, [&] { ++wakeUps; }, Qt::DirectConnection);
        QVERIFY(sendHome(one, 10, u"n"_s));
        QVERIFY(sendHome(two, 10, u"n"_s));
        QCOMPARE(wakeUps, 1);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(one.value<int>(u"sum"_s), 45);
        QCOMPARE(two.value<int>(u"sum"_s), 45);
    }

    void flush_maySpinAnEventLoopInAHandler()
    {
        ViewModel vm;
        vm.assign(u"sum"_s, 0);
        const Story story(vm);
        Task inner;
        connect(&vm, &ViewModel::assigned, this, [&](const QString &key) {
            if (key != "n"_L1 || inner.isValid())
                return;
            inner = vm.assignAsync(u"inner"_s, [] { return Assigns{{u"inner"_s, 1}}; });
            QVERIFY(eventually([&] { return vm.contains(u"inner"_s); }));
        });
        QVERIFY(sendHome(vm, 3, u"n"_s));
        EVENTUALLY(story.lines.filter(u"Ok"_s).size() == 4);
        QVERIFY(settle());
        QCOMPARE(inner.outcome(), Outcome::Ok);
        QCOMPARE(story.lines.count(u"assigned sum"_s), 1);
        QCOMPARE(story.lines.count(u"assigned inner"_s), 1);
        QCOMPARE(story.lines.filter(u"Ok"_s).size(), 4);
    }
};

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
