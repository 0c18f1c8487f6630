// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// Only the home thread reads or writes: S6.

#include "storefixture.h"
#include "support.h"

#include <aside/taskobserver.h>

#include <functional>
#include <thread>

using namespace Aside;
using namespace Qt::StringLiterals;

using Access = std::function<void(Sample &)>;
Q_DECLARE_METATYPE(Access)

class TestStoreThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEntry_refusesAnotherThread_data()
    {
        QTest::addColumn<Access>("access");
        const auto row = [](const char *name, const Access &access) { QTest::newRow(name) << access; };
        row("assign", [](Sample &vm) { vm.assign(u"x"_s, 9); });
        row("assign declared", [](Sample &vm) { vm.assign(u"a"_s, 9); });
        row("assign list", [](Sample &vm) { vm.assign({{u"a"_s, 9}, {u"x"_s, 9}, {u"fresh"_s, 9}}); });
        row("assign nothing", [](Sample &vm) { vm.assign(Assigns()); });
        row("assign an equal value", [](Sample &vm) { vm.assign(u"x"_s, 1); });
        row("assign a refused key", [](Sample &vm) { vm.assign(u"_async"_s, 1); });
        row("assignNew", [](Sample &vm) { vm.assignNew(u"fresh"_s, [] { return 9; }); });
        row("assignNew of a present key", [](Sample &vm) { vm.assignNew(u"x"_s, [] { return 9; }); });
        row("update", [](Sample &vm) { vm.update(u"x"_s, [](int n) { return n + 9; }); });
        row("update declared", [](Sample &vm) { vm.update(u"a"_s, [](int n) { return n + 9; }); });
        row("value", [](Sample &vm) { vm.value(u"x"_s); });
        row("value of an absent key", [](Sample &vm) { vm.value(u"absent"_s); });
        row("value of _async", [](Sample &vm) { vm.value(u"_async"_s); });
        row("value as a type", [](Sample &vm) { vm.value<int>(u"x"_s); });
        row("contains", [](Sample &vm) { vm.contains(u"x"_s); });
        row("keys", [](Sample &vm) { vm.keys(); });
        row("snapshot", [](Sample &vm) { vm.snapshot(); });
        row("typed read", [](Sample &vm) { vm.a.value(); });
        row("typed read by conversion", [](Sample &vm) { [[maybe_unused]] const int a = vm.a; });
        row("typed read of a member", [](Sample &vm) { [[maybe_unused]] const auto size = vm.label->size(); });
        row("typed read of a computed one", [](Sample &vm) { vm.total.value(); });
        row("typed write", [](Sample &vm) { vm.a = 9; });
        row("typed write from another assign", [](Sample &vm) { vm.a = vm.b; });
        row("typed update", [](Sample &vm) { vm.a.update([](int n) { return n + 9; }); });
        row("task", [](Sample &vm) { vm.task(u"load"_s); });
        row("assignAsync", [](Sample &vm) { vm.assignAsync(u"load"_s, [] { return Assigns{{u"x"_s, 9}}; }); });
        row("cancelAsync", [](Sample &vm) { vm.cancelAsync(u"load"_s); });
        row("cancelAll", [](Sample &vm) { vm.cancelAll(); });
        row("setConnected", [](Sample &vm) { vm.setConnected(false); });
    }
    void everyEntry_refusesAnotherThread()
    {
        QFETCH(Access, access);
        Sample vm;
        const State before(vm);
        Recorder recorder(vm);
        QString text;
        bool other = false;
        std::thread([&] {
            try {
                access(vm);
            } catch (const ImmutableStateError &error) {
                text = error.message();
            } catch (...) {
                other = true;
            }
        }).join();
        QVERIFY(!other);
        QVERIFY2(text.contains(u"another thread than"_s), qPrintable(text));
        QVERIFY(State(vm) == before);
        QVERIFY(vm.isConnected());
        QVERIFY(vm.value(u"_async"_s).toMap().isEmpty());
        QCoreApplication::processEvents();
        QCOMPARE(recorder.log, QStringList());
        QVERIFY(State(vm) == before);
    }

    void assignNew_callsNoFactoryOnAnotherThread()
    {
        Sample vm;
        int calls = 0;
        std::thread([&] {
            try {
                vm.assignNew(u"fresh"_s, [&] { return ++calls; });
            } catch (const ImmutableStateError &) {
            }
        }).join();
        QCOMPARE(calls, 0);
    }

    void update_callsNoFunctorOnAnotherThread()
    {
        Sample vm;
        int calls = 0;
        std::thread([&] {
            try {
                vm.update(u"x"_s, [&](int) { return ++calls; });
            } catch (const ImmutableStateError &) {
            }
        }).join();
        QCOMPARE(calls, 0);
    }

    // A property's WRITE is called by engines that no C++ exception may pass.
    void propertyWrite_isRefusedWithAWarningOnAnotherThread()
    {
        Sample vm;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot assign.* another thread"_s));
        std::thread([&] { vm.setProperty("a", 9); }).join();
        QCOMPARE(vm.a.value(), 1);
    }

    void homeThread_isTheOneThatItLivesOn()
    {
        auto vm = std::make_unique<Sample>();
        Test::Home home;
        vm->moveToThread(home.thread());
        QVERIFY_EXCEPTION_THROWN(vm->assign(u"x"_s, 9), ImmutableStateError);
        QVERIFY_EXCEPTION_THROWN(vm->value(u"x"_s), ImmutableStateError);
        int seen = 0;
        home.run([&] {
            vm->assign(u"x"_s, 9);
            seen = vm->value<int>(u"x"_s);
            vm.reset();
        });
        QCOMPARE(seen, 9);
    }
};

QTEST_GUILESS_MAIN(TestStoreThreads)
#include "tst_store_threads.moc"
#include "moc_storefixture.cpp"
