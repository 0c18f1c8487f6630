// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// B8: what those who look see of coroutines.

#include "traceevents.h"

#include <aside/coroutines.h>
#include <aside/taskregistry.h>
#include <aside/testing.h>
#include <aside/trace.h>

#include <QTemporaryDir>

using namespace Aside;
using namespace Aside::Testing;

class TestCoroutinesSeen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void registry_hasASleeperFromItsStartToItsOutcome()
    {
        QCOMPARE(TaskRegistry::instance().count(), 0);
        ManualScheduler scheduler;
        ViewModel vm;
        vm.assignAsync(u"t"_s, [](CoroutineContext &context) -> QCoro::Task<Assigns> {
            context.setProgress(0.25, u"asleep"_s);
            co_await context.sleep(3s);
            co_return Assigns();
        });
        scheduler.advance(1s);
        const QList<TaskInfo> live = TaskRegistry::instance().live();
        QCOMPARE(live.size(), 1);
        QCOMPARE(live[0].name, u"t"_s);
        QCOMPARE(live[0].status, TaskInfo::Status::Running);
        QCOMPARE(live[0].progress, 0.25);
        QCOMPARE(live[0].text, u"asleep"_s);
        QCOMPARE(live[0].ran, 1000.0);
        scheduler.advance(2s);
        QCOMPARE(TaskRegistry::instance().count(), 0);
    }

    void trace_hasTheCallAndThenAnAsynchronousSlice_data()
    {
        QTest::addColumn<bool>("canceled");
        QTest::newRow("ok") << false;
        QTest::newRow("canceled") << true;
    }
    void trace_hasTheCallAndThenAnAsynchronousSlice()
    {
        QFETCH(const bool, canceled);
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"trace.json"_s);
        QVERIFY(startTrace(file));
        ManualScheduler scheduler;
        ViewModel vm;
        vm.background(u"t"_s, [](CoroutineContext &context) -> QCoro::Task<> { co_await context.sleep(3s); });
        scheduler.advance(1s);
        if (canceled)
            vm.cancelAll();
        QVERIFY(waitForIdle(vm));
        QVERIFY(Test::settle());
        stopTrace();
        const Test::Events events(file);
        const QString outcome = canceled ? u"Canceled"_s : u"Ok"_s;
        QCOMPARE(events.attempts(u"t"_s), QStringList{outcome + u" @ Coroutines 1"_s});
        QCOMPARE(events.waits(u"t"_s), u"b e"_s);
        QCOMPARE(events.arrows(), QStringList{u"stf"_s});
    }
};

QTEST_GUILESS_MAIN(TestCoroutinesSeen)
#include "tst_coroutines_seen.moc"
