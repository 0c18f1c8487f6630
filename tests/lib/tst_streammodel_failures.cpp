// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// S6, T18 and L1: other threads, and rows that throw.

#include "streamfixture.h"
#include "support.h"

#include <functional>
#include <stdexcept>
#include <thread>

using namespace Test;

namespace {

/// Counts down, and throws at nought.
struct Fuse
{
    void burn() const
    {
        if (left > 0 && --left == 0)
            throw std::runtime_error("burnt");
    }
    static inline int left = 0;
};

/// Moves freely, but comparing it burns.
struct Brittle : Item
{
    friend bool operator==(const Brittle &left, const Brittle &right)
    {
        Fuse().burn();
        return static_cast<const Item &>(left) == right;
    }
};

/// Is only copied, and that burns too.
struct Sticky : Brittle
{
    Sticky() = default;
    explicit Sticky(const Brittle &row) : Brittle(row) { }
    Sticky(const Sticky &other) : Brittle(other) { Fuse().burn(); }
    Sticky &operator=(const Sticky &other)
    {
        Fuse().burn();
        static_cast<Brittle &>(*this) = other;
        return *this;
    }
    ~Sticky() = default;
};

template<typename Row>
RowRoles<Row> burningRoles(bool hasIds)
{
    RowRoles<Row> roles{{"number", &Row::id}, {"text", &Row::text}};
    if (hasIds) {
        roles.id([](const Row &row) {
            Fuse().burn();
            return row.id;
        });
    }
    return roles;
}

template<typename Row>
std::vector<Row> burningRows(int first, int count, const QString &text)
{
    std::vector<Row> rows;
    rows.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        rows.push_back(Row{Brittle{{first + i, text}}});
    return rows;
}

/// Applies all of \a changes, and tells how many times that threw.
template<typename Row>
int applyStubbornly(StreamModelOf<Row> &model, RowChanges<Row> &changes)
{
    for (int failures = 0;;) {
        try {
            if (model.apply(changes, never))
                return failures;
        } catch (const std::runtime_error &) {
            ++failures;
        }
    }
}

/// Whether rows, ids and what was told are in step.
template<typename Row>
bool isConsistent(const StreamModelOf<Row> &model, const Mirror &mirror, bool hasIds)
{
    if (mirror.rows.size() != model.count())
        return false;
    for (int row = 0; row < model.count(); ++row) {
        if (mirror.rows[row] != static_cast<const Item &>(model.row(row)))
            return false;
        if (hasIds && model.indexOfId(model.row(row).id) != row)
            return false;
    }
    for (int id = 0; id < 2000; ++id) {
        const int row = model.indexOfId(id);
        if (row >= 0 && model.row(row).id != id)
            return false;
    }
    return true;
}

} // namespace

class TestStreamModelFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Fuse::left = 0; }

    void anotherThread_isRefused_data();
    void anotherThread_isRefused();
    void rowsThatThrow_leaveTheModelConsistent_data();
    void rowsThatThrow_leaveTheModelConsistent();
    void roleThatThrows_givesNothingAndIsLogged();
    void idThatThrows_isNotFoundAndIsLogged();

private:
    template<typename Row>
    static void throwEverywhere(bool hasIds);
};

void TestStreamModelFailures::anotherThread_isRefused_data()
{
    using Call = std::function<void(Items &)>;
    QTest::addColumn<Call>("call");
    QTest::addColumn<QString>("action");
    const auto add = [](const char *name, const Call &call, const QString &action) {
        QTest::newRow(name) << call << action;
    };
    add("append", [](Items &model) { model.append(Item{9, {}}); }, u"change rows"_s);
    add("insert", [](Items &model) { model.insert(0, items(u"9"_s)); }, u"change rows"_s);
    add("upsert", [](Items &model) { model.upsert(Item{1, u"x"_s}); }, u"change rows"_s);
    add("remove", [](Items &model) { model.remove(1); }, u"change rows"_s);
    add("reset", [](Items &model) { model.reset(); }, u"change rows"_s);
    add("setLimit", [](Items &model) { model.setLimit(1); }, u"change rows"_s);
    add("apply", [](Items &model) {
        RowChanges<Item> changes;
        changes.append(Item{9, {}});
        model.apply(changes, oneStep);
    }, u"change rows"_s);
    add("setStatus", [](Items &model) { model.setStatus(AsyncResult().toLoading()); }, u"set the status"_s);
    add("row", [](Items &model) { static_cast<void>(model.row(0)); }, u"read a row"_s);
    add("get", [](Items &model) { static_cast<void>(model.get(0)); }, u"read a row"_s);
    add("count", [](Items &model) { static_cast<void>(model.count()); }, u"count rows"_s);
    add("indexOfId", [](Items &model) { static_cast<void>(model.indexOfId(1)); }, u"look for a row"_s);
}

void TestStreamModelFailures::anotherThread_isRefused()
{
    QFETCH(const std::function<void(Items &)>, call);
    QFETCH(const QString, action);
    Items model;
    model.append(items(u"1a 2b"_s));
    Told told(model);
    QString text;
    std::thread([&] { text = thrown<ImmutableStateError>([&] { call(model); }); }).join();
    QCOMPARE(text, u"cannot %1 on another thread than the model's own: a worker collects RowChanges instead"_s.arg(action));
    QCOMPARE(model.text(), u"1a 2b"_s);
    QCOMPARE(model.status(), AsyncResult());
    QCOMPARE(told.take(), QString());
}

void TestStreamModelFailures::rowsThatThrow_leaveTheModelConsistent_data()
{
    QTest::addColumn<bool>("sticky");
    QTest::addColumn<bool>("hasIds");
    QTest::newRow("compared, or asked for the id") << false << true;
    QTest::newRow("copied, too") << true << true;
    QTest::newRow("copied, without ids") << true << false;
}

void TestStreamModelFailures::rowsThatThrow_leaveTheModelConsistent()
{
    QFETCH(const bool, sticky);
    QFETCH(const bool, hasIds);
    if (sticky)
        throwEverywhere<Sticky>(hasIds);
    else
        throwEverywhere<Brittle>(hasIds);
}

/// Does the same again and again, and each time another thing throws that rows do.
template<typename Row>
void TestStreamModelFailures::throwEverywhere(bool hasIds)
{
    int failures = 0;
    int untouched = 0;
    for (int at = 1; untouched < 3; at += 1 + at / 12) {
        StreamModelOf<Row> model(burningRoles<Row>(hasIds));
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Mirror mirror(model);
        model.append(burningRows<Row>(0, 540, u"a"_s));
        std::vector<RowChanges<Row>> all(6);
        all[0].insert(250, burningRows<Row>(1000, 30, u"b"_s)); // in the middle of a full chunk
        if (hasIds) {
            all[1].upsert(burningRows<Row>(530, 30, u"c"_s)); // some are there
            for (const int id : {5, 6, 7, 100, 1005, 1004, 9999})
                all[2].remove(id);
        }
        all[3].setLimit(-500);
        all[4].append(burningRows<Row>(1200, 20, u"d"_s)); // pushes others out
        all[4].append(burningRows<Row>(1400, 600, u"d"_s)); // and itself
        all[5].insert(100, burningRows<Row>(1300, 1, u"e"_s));
        int burnt = 0;
        Fuse::left = at;
        for (RowChanges<Row> &changes : all)
            burnt += applyStubbornly(model, changes);
        untouched += Fuse::left > 0 ? 1 : 0;
        Fuse::left = 0;
        failures += burnt;
        const QByteArray where = QByteArray::number(at);
        const char *const place = where.constData();
        QVERIFY2(burnt <= 1, place);
        QVERIFY2(isConsistent(model, mirror, hasIds), place);
        QVERIFY2(model.count() <= 500 && model.count() >= (burnt == 0 ? 500 : 499), place);

        model.append(burningRows<Row>(0, 700, u"z"_s));
        model.setLimit(0);
        QVERIFY2(isConsistent(model, mirror, hasIds), place);
    }
    QVERIFY(failures > 50);
}

void TestStreamModelFailures::roleThatThrows_givesNothingAndIsLogged()
{
    Watched<Item> model({{"text", &Item::text}, {"bad", [](const Item &) -> int { throw std::runtime_error("no role"); }}});
    model.append(items(u"1a"_s));
    const Log log;
    QCOMPARE(model.get(0), (QVariantMap{{u"bad"_s, QVariant()}, {u"text"_s, u"a"_s}}));
    QCOMPARE(log.lines(), QStringList{u"aside.store: a role of a stream model threw: no role"_s});
}

void TestStreamModelFailures::idThatThrows_isNotFoundAndIsLogged()
{
    bool bad = false;
    Items model(itemRoles().id([&bad](const Item &item) { return bad ? throw 7 : item.id; }));
    model.append(items(u"1a"_s));
    bad = true;
    const Log log;
    QCOMPARE(model.indexOfId(1), -1);
    QCOMPARE(log.lines(), QStringList{u"aside.store: an id of a stream model threw: thrown: int 7"_s});
}

QTEST_GUILESS_MAIN(TestStreamModelFailures)
#include "tst_streammodel_failures.moc"
