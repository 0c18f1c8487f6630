// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T7: a ViewModel that dies, and what becomes of what functors capture and return.

#include "support.h"

#include <aside/taskobserver.h>

#include <QPointer>

using namespace Aside;
using namespace Test;

class TestTaskLifetime : public QObject
{
    Q_OBJECT

private:
    static bool waitForWorkers()
    {
        return Detail::Scheduler::instance().waitUntilIdle(std::chrono::steady_clock::now() + deadline);
    }

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup() { QVERIFY(settle()); }

    void destroyed_data()
    {
        QTest::addColumn<OnDestroyed>("onDestroyed");
        QTest::newRow("cancel") << OnDestroyed::Cancel;
        QTest::newRow("detach") << OnDestroyed::Detach;
    }

    void destroyedBeforeARunStarts_data() { destroyed_data(); }
    void destroyedBeforeARunStarts()
    {
        QFETCH(const OnDestroyed, onDestroyed);
        ViewModel other;
        FullHouse house(other);
        const auto token = std::make_shared<int>(0);
        std::atomic<int> runs = 0;
        auto vm = std::make_unique<ViewModel>();
        const Task task = vm->assignAsync(u"t"_s, [&runs, token] {
            ++runs;
            return Assigns{{u"a"_s, QVariant::fromValue(token)}};
        }, {.onDestroyed = onDestroyed});
        vm.reset();
        QCOMPARE(task.outcome(), Outcome::Canceled);
        if (onDestroyed == OnDestroyed::Cancel)
            QCOMPARE(token.use_count(), 1);
        house.leave();
        QVERIFY(settle());
        QCOMPARE(runs, onDestroyed == OnDestroyed::Cancel ? 0 : 1);
        QCOMPARE(token.use_count(), 1);
    }

    void destroyedWhileARunIsRunning_data() { destroyed_data(); }
    void destroyedWhileARunIsRunning()
    {
        QFETCH(const OnDestroyed, onDestroyed);
        const Gate began, finish;
        std::atomic<bool> canceled = false;
        std::atomic<bool> finished = false;
        const auto token = std::make_shared<int>(0);
        auto vm = std::make_unique<ViewModel>();
        const Task task = vm->assignAsync(u"t"_s, [&, began, finish, token](TaskContext &context) {
            began.open();
            finish.pass();
            canceled = context.isCanceled();
            context.post({{u"late"_s, 1}});
            context.setProgress(0.5, u"late"_s);
            finished = true;
            return Assigns{{u"a"_s, QVariant::fromValue(token)}};
        }, {.onDestroyed = onDestroyed});
        began.pass();
        vm.reset(); // waits for nobody: the functor is still held up
        QCOMPARE(task.outcome(), Outcome::Canceled);
        finish.open();
        QVERIFY(settle());
        QVERIFY(finished);
        QCOMPARE(canceled, onDestroyed == OnDestroyed::Cancel);
        QCOMPARE(token.use_count(), 1);
    }

    void destroyedWhileAResultIsOnItsWay_data() { destroyed_data(); }
    void destroyedWhileAResultIsOnItsWay()
    {
        QFETCH(const OnDestroyed, onDestroyed);
        const Gate began;
        const auto token = std::make_shared<int>(0);
        auto vm = std::make_unique<ViewModel>();
        ViewModel survivor; // keeps the mailbox that the result is in
        survivor.assignAsync(u"s"_s, [] { return Assigns(); });
        const Task task = vm->assignAsync(u"t"_s, [began, token] {
            began.open();
            return Assigns{{u"a"_s, QVariant::fromValue(token)}};
        }, {.onDestroyed = onDestroyed});
        began.pass();
        QVERIFY(waitForWorkers());
        QCOMPARE(task.outcome(), Outcome::None);
        vm.reset();
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QVERIFY(settle());
        QCOMPARE(token.use_count(), 1);
    }

    void destroyedAsTheLastOfItsThreadWithAResultOnItsWay()
    {
        const Gate began;
        const auto token = std::make_shared<int>(0);
        {
            ViewModel vm;
            vm.assignAsync(u"t"_s, [began, token] {
                began.open();
                return Assigns{{u"a"_s, QVariant::fromValue(token)}};
            });
            began.pass();
            QVERIFY(waitForWorkers());
        }
        QVERIFY(settle());
        QCOMPARE(token.use_count(), 1);
    }

    void destroyedByAHandlerOfItsOwnResult_data()
    {
        QTest::addColumn<int>("where");
        QTest::addColumn<bool>("alone");
        QTest::addColumn<bool>("async");
        const char *const places[] = {"assigned", "assignsChanged", "taskFinished", "taskFailed", "asyncChanged",
                                      "an observer's start", "an observer's progress", "an observer's end"};
        for (int where = 0; where < 8; ++where) {
            for (const bool alone : {true, false}) {
                for (const bool async : {true, false})
                    QTest::addRow("%s, %s, %s", places[where], alone ? "alone" : "with another", async ? "async" : "sync")
                        << where << alone << async;
            }
        }
    }
    void destroyedByAHandlerOfItsOwnResult()
    {
        QFETCH(const int, where);
        QFETCH(const bool, alone);
        QFETCH(const bool, async);
        std::unique_ptr<ViewModel> survivor(alone ? nullptr : new ViewModel);
        if (survivor)
            survivor->assignAsync(u"s"_s, [] { return Assigns{{u"a"_s, 1}}; });
        auto *const vm = new ViewModel;
        const QPointer<ViewModel> alive(vm);
        const auto die = [alive] { delete alive.data(); };
        TaskObserver *const observer = where >= 5 ? vm->task(u"t"_s) : nullptr;
        switch (where) {
        case 0: connect(vm, &ViewModel::assigned, die); break;
        case 1: connect(vm, &ViewModel::assignsChanged, die); break;
        case 2: connect(vm, &ViewModel::taskFinished, die); break;
        case 3: connect(vm, &ViewModel::taskFailed, die); break;
        case 4: connect(vm, &Scriptable::asyncChanged, die); break;
        case 6: connect(observer, &TaskObserver::progressed, die); break;
        case 7: connect(observer, &TaskObserver::changed, [=] { if (!observer->isRunning()) die(); }); break;
        default: connect(observer, &TaskObserver::changed, die);
        }
        setAsync(async);
        const Task task = vm->assignAsync(u"t"_s, [where](TaskContext &context) {
            context.setProgress(0.5, u"half"_s);
            if (where == 3)
                throw std::runtime_error("on purpose");
            return Assigns{{u"a"_s, 1}, {u"b"_s, 2}};
        });
        setAsync(true);
        EVENTUALLY(!alive);
        QVERIFY(!task.isActive());
        if (survivor) {
            EVENTUALLY(survivor->contains(u"a"_s));
            survivor->assignAsync(u"s"_s, [] { return Assigns{{u"b"_s, 2}}; });
            EVENTUALLY(survivor->contains(u"b"_s));
        }
    }

    void destroyedByTheNotificationThatARunWasSuperseded()
    {
        auto *const vm = new ViewModel;
        const QPointer<ViewModel> alive(vm);
        connect(vm, &ViewModel::taskFinished, [alive] { delete alive.data(); });
        vm->assignAsync(u"t"_s, [] { return Assigns(); });
        const Task second = vm->assignAsync(u"t"_s, [] { return Assigns(); });
        QVERIFY(!alive);
        QCOMPARE(second.outcome(), Outcome::Canceled);
    }

    void destroyedAsTheProgressOfTheRunBeforeIsReset()
    {
        auto *const vm = new ViewModel;
        const QPointer<ViewModel> alive(vm);
        TaskObserver *const observer = vm->task(u"t"_s);
        vm->assignAsync(u"t"_s, [](TaskContext &context) {
            context.setProgress(0.5);
            return Assigns();
        });
        EVENTUALLY(!observer->isRunning() && observer->progress() == 0.5);
        connect(observer, &TaskObserver::progressed, [alive] { delete alive.data(); });
        const Task second = vm->assignAsync(u"t"_s, [] { return Assigns(); });
        QVERIFY(!alive);
        QCOMPARE(second.outcome(), Outcome::Canceled);
    }

    void destroyedByTheHandlerOfAnotherInTheSameDrain()
    {
        ViewModel first;
        auto *const second = new ViewModel;
        const QPointer<ViewModel> alive(second);
        const Story story(*second);
        connect(&first, &ViewModel::taskFinished, [alive] { delete alive.data(); });
        const Gate began;
        first.assignAsync(u"1"_s, [began] { began.open(); return Assigns(); });
        began.pass();
        QVERIFY(waitForWorkers());
        second->assignAsync(u"2"_s, [began] { began.open(); return Assigns{{u"a"_s, 1}}; });
        began.pass();
        QVERIFY(waitForWorkers());
        EVENTUALLY(!alive);
        QVERIFY(settle());
        QVERIFY(story.lines.isEmpty());
    }

    void captured_objectsAreDestroyed_data()
    {
        QTest::addColumn<int>("end");
        QTest::newRow("ok") << 0;
        QTest::newRow("failed") << 1;
        QTest::newRow("refused") << 2;
        QTest::newRow("canceled while queued") << 3;
        QTest::newRow("canceled while running") << 4;
        QTest::newRow("superseded") << 5;
    }
    void captured_objectsAreDestroyed()
    {
        QFETCH(const int, end);
        ViewModel vm;
        vm.assign(u"a"_s, 0);
        auto captured = std::make_shared<int>(0);
        const auto updating = std::make_shared<int>(0);
        const std::weak_ptr<int> watch = captured;
        const Gate began, finish;
        std::optional<FullHouse> house;
        if (end == 3)
            house.emplace(vm);
        Task task = vm.assignAsync(u"t"_s, [began, finish, end, updating, token = std::move(captured)] {
            began.open();
            finish.pass();
            if (end == 1)
                throw std::runtime_error("on purpose");
            return Assigns{{end == 2 ? u"never"_s : u"a"_s, update([updating](int n) { return n + 1; })}};
        });
        if (end != 3)
            began.pass();
        if (end == 3 || end == 4)
            task.cancel();
        if (end == 3)
            QVERIFY(watch.expired()); // at once, and not when its turn would have come
        if (end == 5)
            vm.assignAsync(u"t"_s, [] { return Assigns(); });
        house.reset();
        finish.open();
        EVENTUALLY(!task.isActive());
        QVERIFY(settle());
        // The handle lives on, and keeps neither functor nor result.
        QVERIFY(watch.expired());
        QCOMPARE(updating.use_count(), 1);
    }

    void task_outlivesItsViewModel()
    {
        Task task;
        {
            ViewModel vm;
            task = vm.assignAsync(u"t"_s, []() -> Assigns { throw std::runtime_error("kept"); });
            EVENTUALLY(!task.isActive());
        }
        task.cancel();
        QCOMPARE(task.outcome(), Outcome::Failed);
        QCOMPARE(task.failure().message(), u"kept"_s);
    }
};

QTEST_GUILESS_MAIN(TestTaskLifetime)
#include "tst_task_lifetime.moc"
