// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// L1, L2: whatever changes come, and wherever they are cut into steps, the rows are those of a plain
// list to which they were applied one by one, and views are told of just that.

#include "streamfixture.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Test;

namespace {

/// It is only copied, which might throw, so that its rows are never moved within a chunk.
struct Stiff : Item
{
    Stiff() = default;
    Stiff(const Item &item) : Item(item) { }
    Stiff(const Stiff &other) : Item(other) { }
    Stiff &operator=(const Stiff &other)
    {
        static_cast<Item &>(*this) = other;
        return *this;
    }
    ~Stiff() = default;
    friend bool operator==(const Stiff &left, const Stiff &right) = default;
};
static_assert(!std::is_nothrow_move_constructible_v<Stiff> && std::is_nothrow_move_constructible_v<Item>);

/// The same as a StreamModel, row by row.
class Reference
{
public:
    explicit Reference(bool hasIds) : m_hasIds(hasIds) { }

    void insert(int at, const QList<Item> &given)
    {
        for (const Item &item : given) {
            const auto there = std::find_if(rows.begin(), rows.end(), [&](const Item &row) { return row.id == item.id; });
            if (m_hasIds && there != rows.end()) {
                *there = item;
                continue;
            }
            qsizetype place = at < 0 ? rows.size() : at++;
            rows.insert(place, item);
            for (; isOver(); place = at) {
                if (m_limit > 0)
                    rows.removeLast();
                else
                    rows.removeFirst();
                at -= m_limit < 0 && at > 0 ? 1 : 0;
                at = std::min(at, int(rows.size()));
            }
        }
    }
    void remove(int id)
    {
        rows.removeIf([id](const Item &row) { return row.id == id; });
    }
    void setLimit(int limit)
    {
        m_limit = limit;
        while (isOver() && limit > 0)
            rows.removeLast();
        while (isOver())
            rows.removeFirst();
    }

    QList<Item> rows;

private:
    bool isOver() const { return m_limit != 0 && rows.size() > std::abs(m_limit); }

    const bool m_hasIds;
    int m_limit = 0;
};

class Dice
{
public:
    explicit Dice(quint32 seed) : m_generator(seed) { }
    int below(int end) { return int(m_generator.bounded(end)); }
    bool oneIn(int chances) { return below(chances) == 0; }

private:
    QRandomGenerator m_generator;
};

} // namespace

class TestStreamModelRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changes_giveTheRowsOfAPlainList_data();
    void changes_giveTheRowsOfAPlainList();

private:
    template<typename Row>
    static void addRandomly(RowChanges<Row> &changes, Reference &reference, Dice &dice, bool hasIds);
    template<typename Row>
    static void play(quint32 seed, bool hasIds);
};

void TestStreamModelRandom::changes_giveTheRowsOfAPlainList_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<bool>("hasIds");
    QTest::addColumn<bool>("isStiff");
    for (quint32 seed = 1; seed <= 4; ++seed) {
        for (const bool hasIds : {false, true}) {
            for (const bool isStiff : {false, true})
                QTest::addRow("seed %u%s%s", seed, hasIds ? ", ids" : "", isStiff ? ", stiff" : "") << seed << hasIds << isStiff;
        }
    }
}

void TestStreamModelRandom::changes_giveTheRowsOfAPlainList()
{
    QFETCH(const quint32, seed);
    QFETCH(const bool, hasIds);
    QFETCH(const bool, isStiff);
    if (isStiff)
        play<Stiff>(seed, hasIds);
    else
        play<Item>(seed, hasIds);
}

template<typename Row>
void TestStreamModelRandom::addRandomly(RowChanges<Row> &changes, Reference &reference, Dice &dice, bool hasIds)
{
    switch (dice.below(hasIds ? 16 : 8)) {
    case 0:
        if (dice.oneIn(6)) {
            changes.reset();
            reference.rows.clear();
            return;
        }
        [[fallthrough]];
    case 1: {
        const int limit = dice.oneIn(3) ? 0 : dice.below(2400) - 1200;
        changes.setLimit(limit);
        reference.setLimit(limit);
        return;
    }
    case 8:
    case 9:
    case 10:
    case 11:
        for (int i = dice.below(20), id = dice.below(3000); i >= 0; --i, ++id) {
            changes.remove(id);
            reference.remove(id);
        }
        return;
    default:
        break;
    }
    QList<Item> given;
    // With ids much of a long run is an update, each with a signal that the tester takes long to check.
    const int longest = !dice.oneIn(hasIds ? 12 : 4) ? 20 : 1500;
    for (int i = dice.below(longest); i >= 0; --i)
        given.append({dice.oneIn(3) ? i : dice.below(3000), QString::number(dice.below(4))});
    const int at = dice.oneIn(3) ? -1 : dice.below(int(reference.rows.size()) + 1);
    changes.insert(at, QList<Row>(given.begin(), given.end()));
    reference.insert(at, given);
}

template<typename Row>
void TestStreamModelRandom::play(quint32 seed, bool hasIds)
{
    RowRoles<Row> roles{{"number", &Row::id}, {"text", &Row::text}};
    StreamModelOf<Row> model(hasIds ? roles.id(&Row::id) : roles);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Mirror mirror(model);
    Reference reference(hasIds);
    Dice dice(seed);
    RowChanges<Row> waiting;

    for (int round = 0; round < (isSanitized ? 40 : 100); ++round) {
        RowChanges<Row> changes;
        for (int i = dice.below(3); i >= 0; --i)
            addRandomly(changes, reference, dice, hasIds);
        waiting.add(std::move(changes));
        // Often something is left, and the next changes come behind it.
        for (int steps = dice.below(6); steps > 0 && !model.apply(waiting, oneStep); --steps) { }
        if (!dice.oneIn(3))
            continue;
        while (!model.apply(waiting, oneStep)) { }
        QCOMPARE(waiting.size(), 0);
        QCOMPARE(model.count(), int(reference.rows.size()));
        for (int row = 0; row < model.count(); ++row) {
            QCOMPARE(model.row(row).id, reference.rows[row].id);
            QCOMPARE(model.row(row).text, reference.rows[row].text);
            if (hasIds && row % 7 == 0)
                QCOMPARE(model.indexOfId(reference.rows[row].id), row);
        }
        QVERIFY(mirror.rows == reference.rows);
    }
}

QTEST_GUILESS_MAIN(TestStreamModelRandom)
#include "tst_streammodel_random.moc"
