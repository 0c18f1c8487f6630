// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// The value that carries rows from workers to a model.

#include "streamfixture.h"

#include <stdexcept>

using namespace Test;

class TestRowChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void size_countsWhatWaits()
    {
        RowChanges<Item> changes;
        QVERIFY(changes.isEmpty());
        changes.append(Item{1, {}}).insert(0, manyItems(1000)).upsert(Item{1, {}}).remove(1).remove(2).setLimit(5).reset();
        QCOMPARE(changes.size(), 1 + 1000 + 1 + 2 + 1 + 1);
        Items model;
        int before = int(changes.size());
        while (!model.apply(changes, oneStep)) {
            QVERIFY(changes.size() <= before);
            before = int(changes.size());
        }
        QCOMPARE(changes.size(), 0);
    }

    void nothing_weighsNothing()
    {
        RowChanges<Item> changes;
        changes.append(QList<Item>()).insert(7, QList<Item>()).upsert(std::vector<Item>()).add(RowChanges<Item>());
        QVERIFY(changes.isEmpty());
        changes.append(Item{1, {}}).append(QList<Item>());
        QCOMPARE(changes.size(), 1);
        Nameless model;
        model.apply(std::move(changes)); // and what was nothing is not refused
        QCOMPARE(model.text(), u"1"_s);
    }

    void rowThatThrows_leavesThoseBeforeIt()
    {
        struct Bad : Item
        {
            explicit Bad(int number) : Item{number, {}} { }
            Bad(const Bad &other) : Item(other)
            {
                if (id == 2)
                    throw std::runtime_error("bad");
            }
            Bad &operator=(const Bad &) = default;
            ~Bad() = default;
        };
        std::vector<Bad> rows;
        rows.reserve(3);
        for (int i = 0; i < 3; ++i)
            rows.emplace_back(i);
        RowChanges<Bad> changes;
        QVERIFY(!thrown<std::runtime_error>([&] { changes.append(rows); }).isNull());
        QCOMPARE(changes.size(), 2);
        QVERIFY(!thrown<std::runtime_error>([&] { changes.insert(0, rows[2]); }).isNull());
        QCOMPARE(changes.size(), 2);
        StreamModelOf<Bad> model(RowRoles<Bad>{{"id", &Bad::id}});
        model.apply(std::move(changes));
        QCOMPARE(model.count(), 2);
    }

    // A producer never stops, and the model always lags behind.
    void queueThatIsNeverEmpty_keepsItsOrder()
    {
        StreamModelOf<Item> model(itemRoles().id(&Item::id));
        RowChanges<Item> changes;
        constexpr int Rounds = 300;
        for (int round = 0; round < Rounds; ++round) {
            changes.append(Item{1000 * round, {}}).remove(1000 * round - 1).append(manyItems(600, 1000 * round + 1));
            for (int i = round > 10 ? 2 : 0; i > 0; --i)
                model.apply(changes, oneStep);
            QVERIFY(!changes.isEmpty());
        }
        model.apply(std::move(changes));
        QCOMPARE(model.count(), 601 * Rounds);
        for (int row = 0; row < model.count(); ++row)
            QCOMPARE(model.row(row).id, 1000 * (row / 601) + row % 601);
    }

    void whatIsLeft_canBeAddedTo()
    {
        Items model;
        RowChanges<Item> changes;
        changes.append(manyItems(1000));
        QVERIFY(!model.apply(changes, oneStep));
        changes.append(manyItems(1000, 1000));
        RowChanges<Item> later;
        later.append(manyItems(500, 2000)).remove(5).remove(6).append(Item{6, {}});
        changes.add(std::move(later));
        QVERIFY(later.isEmpty()); // NOLINT(bugprone-use-after-move)
        QCOMPARE(changes.size(), 488 + 1000 + 500 + 2 + 1);
        QVERIFY(model.apply(changes, never));
        QVERIFY(changes.isEmpty());
        QCOMPARE(model.count(), 2499);
        QCOMPARE(model.indexOfId(2499), 2497);
        QCOMPARE(model.indexOfId(6), 2498);
    }

    void vectorOfRows_isTakenOverAsItIs()
    {
        Nameless model;
        std::vector<Item> rows = manyItems(500);
        const Item *const first = rows.data();
        RowChanges<Item> changes;
        changes.append(std::move(rows));
        model.apply(std::move(changes));
        QCOMPARE(&model.row(0), first);
        QVERIFY(changes.isEmpty()); // NOLINT(bugprone-use-after-move)
    }

    void changes_areAValueThatMovesAndCopies()
    {
        RowChanges<Item> changes;
        changes.append(items(u"1a 2b"_s)).remove(1);
        RowChanges<Item> copy = changes;
        copy.append(Item{3, u"c"_s});
        QCOMPARE(changes.size(), 3);
        QCOMPARE(copy.size(), 4);
        RowChanges<Item> moved = std::move(changes);
        changes.append(items(u"7x"_s)); // NOLINT(bugprone-use-after-move)
        QCOMPARE(moved.size(), 3);
        QCOMPARE(changes.size(), 1);
        Items model;
        model.apply(std::move(copy));
        QCOMPARE(model.text(), u"2b 3c"_s);
        model.reset();
        model.apply(std::move(changes));
        QCOMPARE(model.text(), u"7x"_s);
    }
};

QTEST_GUILESS_MAIN(TestRowChanges)
#include "tst_rowchanges.moc"
