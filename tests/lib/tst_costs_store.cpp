// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// What the store costs in allocations, once its keys are there: commits, reads, and being there.

#include "costs.h"
#include "support.h"

#include <aside/streammodel.h>

using namespace Aside;
using namespace Test;

namespace {

/// Ten assigns, of which one is computed.
class Ten : public ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(int, a, 1)
    ASIDE_ASSIGN(int, b, 2)
    ASIDE_ASSIGN(int, c, 3)
    ASIDE_ASSIGN(int, d, 4)
    ASIDE_ASSIGN(double, e, 5)
    ASIDE_ASSIGN(double, f, 6)
    ASIDE_ASSIGN(bool, g, true)
    ASIDE_ASSIGN(QString, h)
    ASIDE_ASSIGN(QStringList, i)
    ASIDE_COMPUTED(int, j, c + d, c, d)
};

using Call = std::function<void(Ten &, int)>;

QStringList hundredKeys()
{
    QStringList keys;
    for (int i = 0; i < 100; ++i)
        keys += u"key%1"_s.arg(i);
    return keys;
}

} // namespace

Q_DECLARE_METATYPE(Call)

class TestCostsStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void use_allocates_data();
    void use_allocates();
    void commitOfAHundredKeys_allocates_data();
    void commitOfAHundredKeys_allocates();
    void newViewModel_allocates();
    void idleViewModel_allocatesNothing();
};

void TestCostsStore::use_allocates_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<int>("expected");
    QTest::newRow("read of a declared assign") << Call([](Ten &vm, int) { [[maybe_unused]] volatile int a = vm.a.value(); }) << 0;
    QTest::newRow("read of a declared text") << Call([](Ten &vm, int) { [[maybe_unused]] const QString &h = vm.h; }) << 0;
    QTest::newRow("read of its property") << Call([](Ten &vm, int) { [[maybe_unused]] volatile int a = vm.read_a(); }) << 0;
    QTest::newRow("read by its key") << Call([](Ten &vm, int) { [[maybe_unused]] volatile int a = vm.value<int>(u"a"_s); }) << 0;
    QTest::newRow("read of a dynamic assign") << Call([](Ten &vm, int) { [[maybe_unused]] volatile int n = vm.value<int>(u"n"_s); }) << 0;
    QTest::newRow("set of a declared assign") << Call([](Ten &vm, int i) { vm.a = i; }) << 0;
    QTest::newRow("set by its key") << Call([](Ten &vm, int i) { vm.assign(u"a"_s, i); }) << 0;
    QTest::newRow("set of a dynamic assign") << Call([](Ten &vm, int i) { vm.assign(u"n"_s, i); }) << 0;
    QTest::newRow("set to the same value") << Call([](Ten &vm, int) {
        vm.a = 1;
        vm.assign(u"n"_s, 1);
    }) << 0;
    QTest::newRow("set of two keys") << Call([](Ten &vm, int i) { vm.assign({{u"a"_s, i}, {u"n"_s, i}}); }) << 1; // the list
    QTest::newRow("set of what another is computed from") << Call([](Ten &vm, int i) { vm.c = i; }) << 0;
    QTest::newRow("update of a declared assign") << Call([](Ten &vm, int) { vm.a.update([](int n) { return n + 1; }); }) << 1;
    QTest::newRow("update of a dynamic assign") << Call([](Ten &vm, int) { vm.update(u"n"_s, [](int n) { return n + 1; }); }) << 1;
    QTest::newRow("snapshot") << Call([](Ten &vm, int) { vm.snapshot(); }) << 0;
    QTest::newRow("snapshot after a change") << Call([](Ten &vm, int i) {
        vm.a = i;
        vm.snapshot();
    }) << 3;
}

void TestCostsStore::use_allocates()
{
    NEEDS_COUNTS_OF_ALLOCATIONS();
    QFETCH(const Call, call);
    QFETCH(const int, expected);
    Ten vm;
    vm.assign(u"n"_s, 1);
    for (int i = 100; i < 103; ++i)
        call(vm, i);
    for (int i = 200; i < 210; ++i) {
        const Allocations allocations;
        call(vm, i);
        QCOMPARE(allocations.here(), expected);
    }
}

void TestCostsStore::commitOfAHundredKeys_allocates_data()
{
    QTest::addColumn<int>("changed");
    QTest::addColumn<int>("expected");
    QTest::newRow("all change") << 100 << 1;
    QTest::newRow("sixteen change") << 16 << 0;
    QTest::newRow("none changes") << 0 << 0;
}

void TestCostsStore::commitOfAHundredKeys_allocates()
{
    NEEDS_COUNTS_OF_ALLOCATIONS();
    QFETCH(const int, changed);
    QFETCH(const int, expected);
    ViewModel vm;
    const QStringList keys = hundredKeys();
    for (int round = 0; round < 5; ++round) {
        Assigns changes;
        for (int i = 0; i < 100; ++i)
            changes.set(keys[i], i < changed ? round : -1);
        const Allocations allocations;
        vm.assign(std::move(changes));
        if (round > 1)
            QCOMPARE(allocations.here(), expected);
    }
}

void TestCostsStore::newViewModel_allocates()
{
    NEEDS_COUNTS_OF_ALLOCATIONS();
    for (int round = 0; round < 3; ++round) {
        const Allocations allocations;
        const ViewModel vm;
        const long empty = allocations.here();
        const Ten ten;
        const long filled = allocations.here() - empty;
        if (round > 0) {
            QCOMPARE(empty, 3);
            QCOMPARE(filled, 20);
        }
    }
}

void TestCostsStore::idleViewModel_allocatesNothing()
{
    NEEDS_COUNTS_OF_ALLOCATIONS();
    Ten vm;
    const Task task = vm.assignAsync(u"t"_s, [] { return Assigns{{u"a"_s, 2}}; });
    EVENTUALLY(task.outcome() == Outcome::Ok);
    QVERIFY(settle());
    const Allocations allocations;
    for (int i = 0; i < 100; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(allocations.here(), 0);
    QCOMPARE(allocations.elsewhere(), 0);
}

QTEST_GUILESS_MAIN(TestCostsStore)
#include "tst_costs_store.moc"
