// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// Many keys in one commit: S10. What is counted grows with the keys, and not with their square.

#include "storefixture.h"

#include <QSignalSpy>

#include <atomic>
#include <cstdlib>
#include <new>

using namespace Aside;
using namespace Qt::StringLiterals;

namespace {

std::atomic<qint64> s_allocatedBytes{0};

/// Counts how often it is copied and compared.
struct Counted
{
    static inline int copies = 0;
    static inline int comparisons = 0;

    Counted(int number = 0) : value(number) { } // NOLINT(google-explicit-constructor)
    Counted(const Counted &other) : value(other.value) { ++copies; }
    Counted &operator=(const Counted &) = default;
    friend bool operator==(const Counted &left, const Counted &right)
    {
        ++comparisons;
        return left.value == right.value;
    }
    int value;
};

Assigns manyKeys(int size, int value)
{
    Assigns many;
    many.reserve(size);
    for (int i = 0; i < size; ++i)
        many.set(u"key%1"_s.arg(i), value + i);
    return many;
}

qint64 bytesToCommit(int size)
{
    Sample vm;
    Assigns many = manyKeys(size, 0);
    const qint64 before = s_allocatedBytes;
    vm.assign(std::move(many));
    return s_allocatedBytes - before;
}

qint64 bytesToSnapshot(Sample &vm)
{
    vm.update(u"x"_s, [](int n) { return n + 1; });
    vm.update(u"x"_s, [](int n) { return n - 1; }); // so that it is made anew
    const qint64 before = s_allocatedBytes;
    const Snapshot snapshot = vm.snapshot();
    return s_allocatedBytes - before;
}

} // namespace

void *operator new(std::size_t size)
{
    s_allocatedBytes += qint64(size);
    if (void *const memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}
void operator delete(void *memory) noexcept { std::free(memory); }
void operator delete(void *memory, std::size_t) noexcept { std::free(memory); }

class TestStoreBulk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenThousandKeys_tellOnceEachAndOnceInAll()
    {
        Sample vm;
        QSignalSpy keys(&vm, &ViewModel::keysChanged);
        QSignalSpy assigned(&vm, &ViewModel::assigned);
        QSignalSpy changed(&vm, &ViewModel::assignsChanged);
        for (const int value : {0, 1}) { // creates them, and changes them
            vm.assign(manyKeys(10000, value));
            QCOMPARE(assigned.count(), 10000);
            QCOMPARE(changed.count(), 1);
            QCOMPARE(changed.constFirst().constFirst().toStringList().size(), 10000);
            QCOMPARE(keys.count(), 1);
            assigned.clear();
            changed.clear();
        }
        vm.assign(manyKeys(10000, 1));
        QCOMPARE(assigned.count(), 0);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(vm.value<int>(u"key9999"_s), 10000);
    }

    void memory_growsWithTheKeysAndNotWithTheirSquare()
    {
        const qint64 small = bytesToCommit(1000);
        const qint64 large = bytesToCommit(16000);
        QVERIFY(small > 0);
        QVERIFY2(large < 32 * small, qPrintable(u"%1 for 1000 keys, %2 for 16000"_s.arg(small).arg(large)));
    }

    void commit_copiesNoValueAndComparesEachOnce()
    {
        constexpr int size = 10000;
        Sample vm;
        Assigns first;
        Assigns second;
        for (int i = 0; i < size; ++i) {
            first.set(u"key%1"_s.arg(i), Counted(i));
            second.set(u"key%1"_s.arg(i), Counted(i + 1));
        }
        Counted::copies = Counted::comparisons = 0;
        vm.assign(std::move(first));
        QCOMPARE(Counted::copies, 0);
        QCOMPARE(Counted::comparisons, 0);
        vm.assign(std::move(second));
        QCOMPARE(Counted::copies, 0);
        QCOMPARE(Counted::comparisons, size);
    }

    void refusedAtTheEnd_leavesNothingOfTenThousand()
    {
        Sample vm;
        const State before(vm);
        const qint64 bytesBefore = bytesToSnapshot(vm);
        Recorder recorder(vm);
        Assigns many = manyKeys(10000, 0);
        many.set(u"a"_s, 10).set(u"parent"_s, 1);
        QVERIFY_EXCEPTION_THROWN(vm.assign(std::move(many)), AssignError);
        QVERIFY(State(vm) == before);
        QCOMPARE(recorder.log, QStringList());
        QCOMPARE(bytesToSnapshot(vm), bytesBefore);
        vm.assign(u"key5"_s, 1); // as if it had never been
        QCOMPARE(vm.keys().last(), u"key5"_s);
    }
};

QTEST_GUILESS_MAIN(TestStoreBulk)
#include "tst_store_bulk.moc"
#include "moc_storefixture.cpp"
