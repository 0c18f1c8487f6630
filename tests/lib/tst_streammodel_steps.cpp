// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// L2: no step is long, however much there is to do. Counted, not timed. What the models tell is checked
// by QAbstractItemModelTester only where rows are few, as it looks at all of them at each signal.

#include "streamfixture.h"

#include <QRandomGenerator>

#include <algorithm>
#include <memory>
#include <numeric>
#include <thread>

using namespace Test;

namespace {

constexpr int Many = scaled(1'000'000);
constexpr int Few = 5000;

/// Is moved only, and counts how many of it hold something.
class Counted
{
public:
    explicit Counted(int id) : m_id(id) { ++s_alive; }
    Counted(Counted &&other) noexcept : m_id(std::exchange(other.m_id, -1)) { }
    Counted &operator=(Counted &&other) noexcept
    {
        std::swap(m_id, other.m_id);
        return *this;
    }
    ~Counted() { s_alive -= m_id < 0 ? 0 : 1; }
    Q_DISABLE_COPY(Counted)

    int id() const { return m_id; }
    static int alive() { return s_alive; }

private:
    static inline int s_alive = 0;
    int m_id;
};

std::vector<Counted> counted(int count, int first = 0)
{
    std::vector<Counted> rows;
    rows.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        rows.emplace_back(first + i);
    return rows;
}

/// Counts the signals of a model, and the most rows that one of them told of.
struct Count : QObject
{
    explicit Count(StreamModel &model)
    {
        const auto note = [this](const QModelIndex &, int first, int last) { add(last - first + 1); };
        connect(&model, &StreamModel::rowsInserted, this, note);
        connect(&model, &StreamModel::rowsRemoved, this, note);
        connect(&model, &StreamModel::dataChanged, this,
                [this](const QModelIndex &first, const QModelIndex &last) { add(last.row() - first.row() + 1); });
        connect(&model, &StreamModel::modelReset, this, [this] { add(0); });
        connect(&model, &StreamModel::countChanged, this, [this] { ++counts; });
    }
    void add(int count)
    {
        ++signals_;
        rows += count;
        most = std::max(most, count);
    }

    int signals_ = 0;
    int rows = 0;
    int most = 0;
    int counts = 0;
};

/// Calls \a apply step by step; gives how many there were, and checks after each of them.
template<typename Model, typename Changes, typename Check>
int steps(Model &model, Changes &changes, Check check)
{
    for (int number = 1;; ++number) {
        const bool done = model.apply(changes, oneStep);
        check();
        if (done || QTest::currentTestFailed())
            return number;
    }
}

std::unique_ptr<QAbstractItemModelTester> watch(StreamModel &model, int rows)
{
    if (rows > Few)
        return nullptr;
    return std::make_unique<QAbstractItemModelTester>(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
}

RowRoles<Counted> countedRoles()
{
    return {{"id", &Counted::id}};
}

} // namespace

class TestStreamModelSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appendedRows_comeInShortSteps_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<bool>("hasIds");
        QTest::newRow("watched") << 5000 << false;
        QTest::newRow("watched, with ids") << 5000 << true;
        QTest::newRow("many") << Many << false;
        QTest::newRow("many, with ids") << Many << true;
    }
    void appendedRows_comeInShortSteps()
    {
        QFETCH(const int, rows);
        QFETCH(const bool, hasIds);
        StreamModelOf<Counted> model(hasIds ? countedRoles().id(&Counted::id) : countedRoles());
        const auto tester = watch(model, rows);
        Count count(model);
        RowChanges<Counted> changes;
        std::thread([&changes, rows] { changes.append(counted(rows)); }).join();
        QCOMPARE(changes.size(), rows);
        const int taken = steps(model, changes, [&] {
            QCOMPARE(count.signals_, count.counts); // a step, a signal
            QCOMPARE(changes.size() + model.count(), rows);
        });
        QCOMPARE(taken, (rows + 511) / 512);
        QCOMPARE(count.signals_, taken);
        QCOMPARE(count.most, 512);
        QCOMPARE(model.count(), rows);
        QCOMPARE(Counted::alive(), rows);
        for (int row = 0; row < rows; row += 997) {
            QCOMPARE(model.row(row).id(), row);
            QCOMPARE(model.indexOfId(row), hasIds ? row : -1);
        }
    }

    void insertedRows_comeInShortSteps_data()
    {
        QTest::addColumn<int>("rows");
        QTest::newRow("watched") << 5000;
        QTest::newRow("many") << Many;
    }
    void insertedRows_comeInShortSteps()
    {
        QFETCH(const int, rows);
        StreamModelOf<Counted> model(countedRoles());
        const auto tester = watch(model, rows);
        model.append(counted(1000, Many));
        Count count(model);
        RowChanges<Counted> changes;
        changes.insert(500, counted(rows));
        QCOMPARE(steps(model, changes, [] { }), (rows + 511) / 512);
        QCOMPARE(count.most, 512);
        QCOMPARE(model.row(499).id(), Many + 499);
        QCOMPARE(model.row(500).id(), 0);
        QCOMPARE(model.row(500 + rows).id(), Many + 500);
    }

    void rowsOfAReset_areFreedInShortSteps_data() { appendedRows_comeInShortSteps_data(); }
    void rowsOfAReset_areFreedInShortSteps()
    {
        QFETCH(const int, rows);
        QFETCH(const bool, hasIds);
        StreamModelOf<Counted> model(hasIds ? countedRoles().id(&Counted::id) : countedRoles());
        const auto tester = watch(model, rows);
        model.append(counted(rows));
        Count count(model);
        RowChanges<Counted> changes;
        changes.reset().append(counted(rows, Many));
        int alive = Counted::alive();
        steps(model, changes, [&] {
            QVERIFY(alive - Counted::alive() <= 512);
            alive = Counted::alive();
        });
        QCOMPARE(Counted::alive(), rows);
        QCOMPARE(count.signals_, 1 + (rows + 511) / 512);
        QCOMPARE(model.row(0).id(), Many);
        QCOMPARE(model.indexOfId(5), -1);
    }

    void rowsPastALimit_goInShortSteps_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("rows");
        QTest::newRow("first") << 10 << 100'000;
        QTest::newRow("last") << -10 << 100'000;
        QTest::newRow("first, watched") << 10 << Few;
        QTest::newRow("last, watched") << -10 << Few;
    }
    void rowsPastALimit_goInShortSteps()
    {
        QFETCH(const int, limit);
        QFETCH(const int, rows);
        StreamModelOf<Counted> model(countedRoles().id(&Counted::id));
        const auto tester = watch(model, rows);
        model.append(counted(rows));
        Count count(model);
        RowChanges<Counted> changes;
        changes.setLimit(limit);
        QCOMPARE(steps(model, changes, [] { }), (rows - 10 + 511) / 512);
        QCOMPARE(count.most, 512);
        QCOMPARE(Counted::alive(), 10);
        QCOMPARE(model.row(0).id(), limit > 0 ? 0 : rows - 10);
    }

    void limitThatHasBegun_isFinishedBeforeOtherRowsCome()
    {
        Watched<Counted> model(countedRoles());
        model.append(counted(5000));
        RowChanges<Counted> changes;
        changes.setLimit(-100);
        QVERIFY(!model.apply(changes, oneStep));
        model.append(Counted(Many));
        QCOMPARE(model.count(), 100);
        QCOMPARE(model.row(99).id(), Many);
        model.setLimit(50);
        steps(model, changes, [] { });
        QCOMPARE(model.limit(), 50); // the newer one
        QCOMPARE(model.count(), 50);
    }

    void rowsThatWouldNotStay_neverCome_data() { rowsPastALimit_goInShortSteps_data(); }
    void rowsThatWouldNotStay_neverCome()
    {
        QFETCH(const int, limit);
        QFETCH(const int, rows);
        Watched<Counted> model(countedRoles());
        model.setLimit(limit);
        Count count(model);
        RowChanges<Counted> changes;
        changes.append(counted(rows));
        int alive = Counted::alive();
        steps(model, changes, [&] {
            QVERIFY(alive - Counted::alive() <= 512);
            alive = Counted::alive();
        });
        QCOMPARE(count.signals_, 1);
        QCOMPARE(model.count(), 10);
        QCOMPARE(model.row(0).id(), limit > 0 ? 0 : rows - 10);
    }

    void refusedRows_areFreedInShortSteps()
    {
        Watched<Counted> model(countedRoles()); // without ids
        RowChanges<Counted> changes;
        changes.upsert(counted(Few)).append(Counted(7));
        for (int i = 0; i < Few; ++i)
            changes.remove(i);
        int failures = 0;
        int alive = Counted::alive();
        for (bool done = false; !done;) {
            try {
                done = model.apply(changes, oneStep);
            } catch (const Error &) {
                ++failures;
            }
            QVERIFY(alive - Counted::alive() <= 512);
            alive = Counted::alive();
        }
        QCOMPARE(failures, 2);
        QCOMPARE(model.count(), 1);
        QCOMPARE(Counted::alive(), 1);
    }

    void randomUpserts_tellOfEachRowInShortSteps_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("changed");
        QTest::newRow("watched") << 500 << 300;
        QTest::newRow("many") << Many << scaled(100'000);
    }
    void randomUpserts_tellOfEachRowInShortSteps()
    {
        QFETCH(const int, rows);
        QFETCH(const int, changed);
        StreamModelOf<Item> model(itemRoles().id(&Item::id));
        const auto tester = watch(model, rows);
        model.append(manyItems(rows));
        Count count(model);
        RowChanges<Item> changes;
        QRandomGenerator generator(7);
        for (int i = 0; i < changed; ++i)
            changes.upsert(Item{int(generator.bounded(rows)), QString::number(i)});
        QCOMPARE(changes.size(), changed);
        int told = 0;
        steps(model, changes, [&] {
            QVERIFY(count.signals_ - told <= 64);
            told = count.signals_;
        });
        QCOMPARE(count.rows, changed);
        QVERIFY(count.signals_ > changed * 9 / 10);
        QCOMPARE(count.counts, 0);
        QCOMPARE(model.count(), rows);
    }

    void upsertsInOrder_tellOnceAStep_data()
    {
        QTest::addColumn<int>("rows");
        QTest::newRow("watched") << Few;
        QTest::newRow("many") << 100'000;
    }
    void upsertsInOrder_tellOnceAStep()
    {
        QFETCH(const int, rows);
        StreamModelOf<Item> model(itemRoles().id(&Item::id));
        const auto tester = watch(model, rows);
        model.append(manyItems(rows));
        Count count(model);
        std::vector<Item> fresh = manyItems(rows);
        for (Item &item : fresh)
            item.text = u"new"_s;
        RowChanges<Item> changes;
        changes.upsert(std::move(fresh));
        QCOMPARE(steps(model, changes, [] { }), (rows + 511) / 512);
        QCOMPARE(count.signals_, (rows + 511) / 512);
        QCOMPARE(count.rows, rows);
    }

    void randomRemovals_goInShortSteps_data()
    {
        QTest::addColumn<int>("rows");
        QTest::newRow("watched") << 500;
        QTest::newRow("many") << 100'000;
    }
    void randomRemovals_goInShortSteps()
    {
        QFETCH(const int, rows);
        StreamModelOf<Item> model(itemRoles().id(&Item::id));
        const auto tester = watch(model, rows);
        model.append(manyItems(rows));
        Count count(model);
        std::vector<int> ids(size_t(rows), 0);
        std::iota(ids.begin(), ids.end(), 0);
        std::shuffle(ids.begin(), ids.end(), QRandomGenerator(7));
        RowChanges<Item> changes;
        const int removed = rows / 5;
        for (size_t i = 0; i < size_t(removed); ++i)
            changes.remove(ids[i]);
        int told = 0;
        steps(model, changes, [&] {
            QVERIFY(count.signals_ - told <= 64);
            told = count.signals_;
        });
        QCOMPARE(model.count(), rows - removed);
        std::sort(ids.begin() + removed, ids.end());
        for (int row = 0; row < model.count(); row += 99) {
            QCOMPARE(model.row(row).id, ids[size_t(removed + row)]);
            QCOMPARE(model.indexOfId(model.row(row).id), row);
        }
    }

    void removalsInOrder_tellOnceAStep()
    {
        Items model;
        model.append(manyItems(10'000));
        Count count(model);
        RowChanges<Item> changes;
        for (int i = 9999; i >= 5000; --i)
            changes.remove(i);
        QCOMPARE(steps(model, changes, [] { }), 10);
        QCOMPARE(count.signals_, 10);
        QCOMPARE(model.count(), 5000);
    }

    void apply_goesOnUntilItsDeadline()
    {
        Items model;
        Count count(model);
        RowChanges<Item> changes;
        changes.append(manyItems(10'000));
        QVERIFY(!model.apply(changes, std::chrono::steady_clock::now()));
        QCOMPARE(model.count(), 512);
        QVERIFY(model.apply(changes, never));
        QCOMPARE(model.count(), 10'000);
        QCOMPARE(count.counts, 2); // once a call
        QVERIFY(model.apply(changes, oneStep)); // nothing is left, and nothing happens
        QCOMPARE(count.counts, 2);
    }

    void rowsThatComeOneByOne_areTakenTogether()
    {
        Items model;
        Count count(model);
        RowChanges<Item> changes;
        for (int i = 0; i < 1000; ++i) {
            RowChanges<Item> one;
            one.append(Item{i, {}});
            changes.add(std::move(one));
        }
        QCOMPARE(steps(model, changes, [] { }), 2);
        QCOMPARE(count.most, 512);
    }
};

QTEST_GUILESS_MAIN(TestStreamModelSteps)
#include "tst_streammodel_steps.moc"
