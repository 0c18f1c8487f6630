// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// An immutable copy of a store: S1.

#include "storefixture.h"

#include <aside/snapshot.h>

#include <atomic>
#include <thread>

using namespace Aside;
using namespace Qt::StringLiterals;

namespace {

/// Counts how often it is copied; too large to live within a QVariant.
struct Heavy
{
    static inline std::atomic<int> copies = 0;
    Heavy() = default;
    Heavy(const Heavy &other) : number(other.number) { ++copies; }
    Heavy &operator=(const Heavy &) = default;
    friend bool operator==(const Heavy &left, const Heavy &right) { return left.number == right.number; }
    int number = 0;
    char ballast[100] = {};
};

class HeavyModel : public ViewModel
{
public:
    Assign<Heavy> declared{this, u"declared"_s, [](QObject *) {}};
};

} // namespace

class TestSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void snapshot_ofNothingIsEmpty()
    {
        const Snapshot none;
        QCOMPARE(none.size(), 0);
        QVERIFY(none.keys().isEmpty());
        QVERIFY(!none.contains(u"a"_s));
        QVERIFY(!none.value(u"a"_s).isValid());
        QCOMPARE(none.value<int>(u"a"_s, 7), 7);
        QVERIFY(none.toVariantMap().isEmpty());
    }

    void snapshot_holdsWhatTheStoreHolds()
    {
        Sample vm;
        const Snapshot snapshot = vm.snapshot();
        QCOMPARE(snapshot.keys(), vm.keys());
        QCOMPARE(snapshot.size(), vm.keys().size());
        QCOMPARE(snapshot.toVariantMap().size(), vm.keys().size());
        const QStringList keys = vm.keys();
        for (const QString &key : keys) {
            QVERIFY(snapshot.contains(key));
            QCOMPARE(snapshot.value(key), vm.value(key));
        }
        QCOMPARE(snapshot.value<int>(u"total"_s), 3);
        QVERIFY_EXCEPTION_THROWN(snapshot.value<int>(u"note"_s), AssignError);
    }

    void snapshot_doesNotChange_data() { addKindsOfKeys(); }
    void snapshot_doesNotChange()
    {
        QFETCH(QString, first);
        QFETCH(QString, text);
        Sample vm;
        const Snapshot before = vm.snapshot();
        vm.assign({{first, 10}, {text, u"later"_s}, {u"fresh"_s, 1}});
        QCOMPARE(before.value<int>(first), 1);
        QCOMPARE(before.value<QString>(text), u"start"_s);
        QVERIFY(!before.contains(u"fresh"_s));
        QVERIFY(!before.value(u"fresh"_s).isValid());
        const Snapshot after = vm.snapshot();
        QCOMPARE(after.value<int>(first), 10);
        QVERIFY(after.contains(u"fresh"_s));
    }

    void snapshot_outlivesItsViewModel()
    {
        auto vm = std::make_unique<Sample>();
        const Snapshot snapshot = vm->snapshot();
        vm.reset();
        QCOMPARE(snapshot.value<QString>(u"label"_s), u"start"_s);
    }

    void snapshot_copiesNoValue()
    {
        HeavyModel vm;
        vm.assign(u"dynamic"_s, Heavy());
        Heavy::copies = 0;
        QList<Snapshot> many;
        for (int i = 0; i < 100; ++i) {
            vm.assign(u"tick"_s, i);
            many.append(vm.snapshot());
        }
        QCOMPARE(many.last().size(), 3);
        QCOMPARE(Heavy::copies.load(), 0);
    }

    // What a value() refers to tells whose data it is: the list's own, not a copy.
    void secondSnapshot_isTheSameData()
    {
        Sample vm;
        vm.assign(u"list"_s, QVariantList(1000, 1));
        const Snapshot first = vm.snapshot();
        vm.assign(u"x"_s, 1); // equal: nothing changed
        try {
            vm.assign({{u"x"_s, 5}, {u"a"_s, u"refused"_s}});
        } catch (const AssignError &) {
        }
        const Snapshot second = vm.snapshot();
        static_assert(sizeof(Snapshot) == sizeof(std::shared_ptr<int>));
        QVERIFY(std::memcmp(&first, &second, sizeof(Snapshot)) == 0);
        vm.assign(u"x"_s, 5);
        const Snapshot third = vm.snapshot();
        QVERIFY(std::memcmp(&first, &third, sizeof(Snapshot)) != 0);
        const QVariant ours = first.value(u"list"_s);
        const QVariant theirs = third.value(u"list"_s);
        QCOMPARE(static_cast<const QVariantList *>(ours.constData())->constData(),
                 static_cast<const QVariantList *>(theirs.constData())->constData());
    }

    void snapshot_isReadOnAnotherThreadWhileTheStoreChanges()
    {
        Sample vm;
        vm.assign(u"list"_s, QStringList{u"a"_s});
        std::atomic<int> wrong = 0;
        std::atomic<bool> stop = false;
        std::atomic<int> rounds = 0;
        std::thread reader([&, snapshot = vm.snapshot()] {
            do {
                wrong += snapshot.value<int>(u"a"_s) != 1;
                wrong += snapshot.value<QStringList>(u"list"_s).size() != 1;
                wrong += snapshot.keys().size() != 8;
                ++rounds;
            } while (!stop);
        });
        for (int i = 2; i < 2000 || rounds < 10; ++i) {
            vm.assign({{u"a"_s, i}, {u"new%1"_s.arg(i % 500), i}});
            vm.update(u"list"_s, [](QStringList now) { return now << u"b"_s; });
            if (i % 16 == 0)
                [[maybe_unused]] const Snapshot fresh = vm.snapshot();
        }
        stop = true;
        reader.join();
        QCOMPARE(wrong.load(), 0);
    }

    void snapshot_withinAChangeHandlerIsWhole()
    {
        Sample vm;
        QList<int> sums;
        connect(&vm, &ViewModel::assigned, this, [&] {
            const Snapshot now = vm.snapshot();
            sums.append(now.value<int>(u"a"_s) + now.value<int>(u"b"_s) - now.value<int>(u"total"_s));
        });
        vm.assign({{u"a"_s, 10}, {u"b"_s, 20}});
        QCOMPARE(sums, QList<int>(3, 0));
    }
};

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
#include "moc_storefixture.cpp"
