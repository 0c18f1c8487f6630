// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// Home threads other than the first, and ViewModels that move between them.

#include "support.h"

#include <aside/taskobserver.h>

#include <QSignalSpy>

using namespace Aside;
using namespace Test;

class TestTaskThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup() { QVERIFY(settle()); }

    void results_comeHomeToTheThreadOfTheirViewModel()
    {
        Home one, two;
        std::unique_ptr<ViewModel> first, second;
        const Gate landed;
        std::atomic<QThread *> firstThread = nullptr, secondThread = nullptr;
        const auto start = [&landed](std::unique_ptr<ViewModel> &vm, std::atomic<QThread *> &seen) {
            vm = std::make_unique<ViewModel>();
            connect(vm.get(), &ViewModel::taskFinished, vm.get(), [&seen, landed] {
                seen = QThread::currentThread();
                landed.open();
            });
            for (int i = 0; i < 200; ++i)
                vm->assignAsync(QString::number(i), [i] { return Assigns{{u"k%1"_s.arg(i), i}}; });
        };
        one.run([&] { start(first, firstThread); });
        two.run([&] { start(second, secondThread); });
        for (int i = 0; i < 400; ++i)
            landed.pass();
        QCOMPARE(firstThread, one.thread());
        QCOMPARE(secondThread, two.thread());
        one.run([&] { QCOMPARE(first->keys().size(), 200); first.reset(); });
        two.run([&] { QCOMPARE(second->keys().size(), 200); second.reset(); });
    }

    void homeThread_mayEndWhileRunsGoOn_data()
    {
        QTest::addColumn<bool>("another");
        QTest::newRow("and none comes after it") << false;
        QTest::newRow("and another gets what it has left") << true;
    }
    void homeThread_mayEndWhileRunsGoOn()
    {
        QFETCH(const bool, another);
        const Gate began, finish;
        auto token = std::make_shared<int>(0);
        const std::weak_ptr<int> watch = token;
        {
            Home home;
            std::unique_ptr<ViewModel> vm;
            home.run([&] {
                vm = std::make_unique<ViewModel>();
                vm->assignAsync(u"t"_s, [began, finish, token](TaskContext &context) {
                    began.open();
                    finish.pass();
                    context.post({{u"a"_s, 1}});
                    context.setProgress(0.5);
                    return Assigns{{u"b"_s, QVariant::fromValue(token)}};
                }, {.onDestroyed = OnDestroyed::Detach});
            });
            began.pass();
            home.run([&] { vm.reset(); });
        }
        token.reset();
        if (another) {
            Home next;
            std::unique_ptr<ViewModel> vm;
            next.run([&] {
                vm = std::make_unique<ViewModel>();
                vm->assign(u"a"_s, 0);
                vm->assignAsync(u"u"_s, [] { return Assigns(); });
            });
            finish.open();
            QVERIFY(settle());
            next.run([&] {
                QCOMPARE(vm->keys(), QStringList{u"a"_s});
                QCOMPARE(vm->value<int>(u"a"_s), 0);
                vm.reset();
            });
        } else {
            finish.open();
        }
        EVENTUALLY(watch.expired());
    }

    void moveToThread_ofAnIdleViewModelTakesItsTasksAlong()
    {
        Home home;
        auto vm = std::make_unique<ViewModel>();
        vm->value(u"_async"_s);
        Task task = vm->assignAsync(u"t"_s, [] { return Assigns{{u"a"_s, 1}}; });
        EVENTUALLY(!task.isActive() && vm->contains(u"a"_s));
        QVERIFY(settle());
        const Log log;
        vm->moveToThread(home.thread());
        QVERIFY_THROWS_EXCEPTION(ImmutableStateError, vm->value(u"a"_s));
        const Gate landed, changed;
        home.run([&] {
            connect(vm.get(), &ViewModel::taskFinished, vm.get(), [landed] { landed.open(); });
            connect(vm.get(), &Scriptable::asyncChanged, vm.get(), [changed] { changed.open(); });
            vm->assignAsync(u"t"_s, [] { return Assigns{{u"a"_s, 2}}; });
        });
        landed.pass();
        changed.pass();
        home.run([&] { QCOMPARE(vm->value<int>(u"a"_s), 2); vm.reset(); });
        QVERIFY(log.lines().isEmpty());
    }

    void moveToThread_ofABusyViewModelCancelsItsTasks()
    {
        Home home;
        auto vm = std::make_unique<ViewModel>();
        const Story story(*vm);
        Task late;
        connect(vm.get(), &ViewModel::taskFinished, this, [&](const QString &name) {
            if (name == "t"_L1)
                late = vm->assignAsync(u"late"_s, [] { return Assigns{{u"late"_s, 1}}; });
        }, Qt::DirectConnection);
        vm->value(u"_async"_s);
        const Gate began, finish;
        const Task task = vm->assignAsync(u"t"_s, [began, finish] {
            began.open();
            finish.pass();
            return Assigns{{u"a"_s, 1}};
        });
        began.pass();
        const Log log;
        vm->moveToThread(home.thread());
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QVERIFY(!late.isValid()); // it would have come home to the thread that was left
        QVERIFY(log.contains(u"moved to another thread"_s));
        QCOMPARE(story.lines, QStringList{u"t Canceled"_s});
        finish.open();
        QVERIFY(settle());
        const Gate changed;
        home.run([&] {
            QVERIFY(vm->keys().isEmpty());
            QVERIFY(vm->isConnected());
            connect(vm.get(), &Scriptable::asyncChanged, vm.get(), [changed] { changed.open(); });
            vm->assignAsync(u"u"_s, [] { return Assigns(); });
        });
        changed.pass(); // _async still notifies
        home.run([&] { vm.reset(); });
    }

    void moveToThread_fromAHandlerLosesNoNotification()
    {
        Home home;
        ViewModel first;
        auto second = std::make_unique<ViewModel>();
        Story story(*second);
        connect(&first, &ViewModel::taskFinished, this, [&] { second->moveToThread(home.thread()); });
        const Gate began;
        const auto wait = [] {
            return Detail::Scheduler::instance().waitUntilIdle(std::chrono::steady_clock::now() + deadline);
        };
        first.assignAsync(u"1"_s, [began] { began.open(); return Assigns(); });
        began.pass();
        QVERIFY(wait());
        second->assignAsync(u"2"_s, [began] { began.open(); return Assigns{{u"a"_s, 1}}; });
        began.pass();
        QVERIFY(wait());
        QCoreApplication::sendPostedEvents(); // both in one drain; the first is told first
        QCOMPARE(second->thread(), home.thread());
        QCOMPARE(story.lines, (QStringList{u"assigned a"_s, u"changed a"_s, u"2 Ok"_s}));
        home.run([&] { second.reset(); });
    }
};

QTEST_GUILESS_MAIN(TestTaskThreads)
#include "tst_task_threads.moc"
