// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// L2 and M3: rows that nobody takes any more are freed, and never many at a time on the home thread.
// Counted, not timed.

#include "streamfixture.h"
#include "support.h"

#include <aside/testing.h>

#include <atomic>
#include <memory>

using namespace Test;

namespace {

constexpr int many = 100'000;

/// Is moved only, and counts how many of it hold something, and how many of these end on each thread.
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
    ~Counted()
    {
        if (m_id < 0)
            return;
        --s_alive;
        ++t_freed;
        if (t_spy)
            t_spy->add();
    }
    Q_DISABLE_COPY(Counted)

    int id() const { return m_id; }
    static int alive() { return s_alive; }
    static int freedHere() { return t_freed; }
    /// \a spy hears of those that end on this thread from here on.
    static void tell(Testing::LoopSpy *spy) { t_spy = spy; }

private:
    static inline std::atomic<int> s_alive = 0;
    static inline thread_local int t_freed = 0;
    static inline thread_local Testing::LoopSpy *t_spy = nullptr;
    int m_id;
};

using Rows = RowStream<Counted>;
using Model = Watched<Counted>;

std::vector<Counted> counted(int count)
{
    std::vector<Counted> rows;
    rows.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        rows.emplace_back(i);
    return rows;
}

RowRoles<Counted> roles()
{
    return {{"id", &Counted::id}};
}

/// Counts how many rows end on its thread between two turns of the event loop.
class Turns : public Testing::LoopSpy
{
public:
    Turns() { Counted::tell(this); }
    ~Turns() override { Counted::tell(nullptr); }
    Q_DISABLE_COPY_MOVE(Turns)
};

} // namespace

class TestStreamAsyncDropped : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        setFrameBudget(0ns); // a step is all that fits
        QCOMPARE(Counted::alive(), 0);
    }
    void cleanup()
    {
        setAsync(true);
        QVERIFY(settle());
        QCOMPARE(Counted::alive(), 0);
    }

    void rowsOnTheirWay_areFreedBitByBit_data();
    void rowsOnTheirWay_areFreedBitByBit();
    void rowsOfAReset_areFreedThoughTheStreamEnds_data();
    void rowsOfAReset_areFreedThoughTheStreamEnds();
    void refusedRows_areFreedBitByBit();
    void refusedRows_areFreedAtOnceWhereAllIs();
};

void TestStreamAsyncDropped::rowsOnTheirWay_areFreedBitByBit_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("canceled") << 0;
    QTest::newRow("canceled in a slot of the rows") << 1;
    QTest::newRow("superseded") << 2;
    QTest::newRow("the model is destroyed") << 3;
    QTest::newRow("the view model is destroyed") << 4;
    QTest::newRow("the model moves") << 5;
}

void TestStreamAsyncDropped::rowsOnTheirWay_areFreedBitByBit()
{
    QFETCH(const int, how);
    Home home;
    auto vm = std::make_unique<ViewModel>();
    auto model = std::make_unique<Model>(roles());
    const Gate taken, put, ended;
    const Log log;
    Task task = vm->streamAsync(u"s"_s, *model, [taken, put, ended](TaskContext &context, Rows &rows) {
        rows.append(counted(many));
        taken.pass();
        rows.append(counted(many)); // these wait, while the others lie with the home thread
        put.open();
        while (context.sleep(1h)) { }
        ended.open();
    });
    AFTER_SOME_TURNS(model->count() > 0);
    taken.open();
    put.pass();
    QCOMPARE(Counted::alive(), 2 * many);

    std::unique_ptr<Turns> turns;
    if (how == 1) {
        turns = std::make_unique<Turns>();
        connect(model.get(), &StreamModel::rowsInserted, this, [&] { task.cancel(); });
        AFTER_SOME_TURNS(!task.isActive());
    } else {
        const int before = Counted::freedHere();
        const int arrived = how == 3 ? model->count() : 0;
        if (how == 0)
            task.cancel();
        if (how == 2)
            vm->streamAsync(u"s"_s, *model, [](Rows &) { });
        if (how == 3)
            model.reset();
        if (how == 4)
            vm.reset();
        if (how == 5)
            model->moveToThread(home.thread());
        QCOMPARE(Counted::freedHere() - before, arrived);
        turns = std::make_unique<Turns>();
    }
    if (how == 5)
        home.run([&] { model->moveToThread(thread()); });
    // The handle keeps the run, but no rows.
    AFTER_SOME_TURNS(Counted::alive() == (model ? model->count() : 0));
    QVERIFY(task.isValid() && !task.isActive());
    ended.pass();
    QVERIFY2(turns->added().most <= 2 * 512, QByteArray::number(turns->added().most).constData());
    QVERIFY2(turns->added().stretches >= many / 512, QByteArray::number(turns->added().stretches).constData());
}

void TestStreamAsyncDropped::rowsOfAReset_areFreedThoughTheStreamEnds_data()
{
    QTest::addColumn<int>("where");
    QTest::newRow("canceled in the loop") << 0;
    QTest::newRow("in a slot of the reset") << 1;
    QTest::newRow("in a slot of the count") << 2;
}

void TestStreamAsyncDropped::rowsOfAReset_areFreedThoughTheStreamEnds()
{
    QFETCH(const int, where);
    ViewModel vm;
    StreamModelOf<Counted> model(roles());
    model.append(counted(many));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Task task;
    connect(&model, &StreamModel::modelReset, this, [&] {
        if (where == 1)
            task.cancel();
    });
    connect(&model, &StreamModel::countChanged, this, [&] {
        if (where == 2)
            task.cancel();
        if (where == 0)
            QTimer::singleShot(0, this, [&] { task.cancel(); });
    });
    task = vm.streamAsync(u"s"_s, model, [](Rows &) { }, {.reset = true});
    Turns turns;
    AFTER_SOME_TURNS(!task.isActive());
    QCOMPARE(task.outcome(), Outcome::Canceled);
    QCOMPARE(model.count(), 0);
    AFTER_SOME_TURNS(Counted::alive() == 0);
    QVERIFY2(turns.added().most <= 3 * 512, QByteArray::number(turns.added().most).constData());
}

void TestStreamAsyncDropped::refusedRows_areFreedBitByBit()
{
    ViewModel vm;
    Model model(roles());
    const Log log;
    const Task task = vm.streamAsync(u"s"_s, model, [](Rows &rows) { rows.upsert(counted(many)); }); // it has no ids
    Turns turns;
    AFTER_SOME_TURNS(task.outcome() == Outcome::Failed);
    AFTER_SOME_TURNS(Counted::alive() == 0);
    QVERIFY2(turns.added().most <= 2 * 512, QByteArray::number(turns.added().most).constData());
}

void TestStreamAsyncDropped::refusedRows_areFreedAtOnceWhereAllIs()
{
    setAsync(false);
    ViewModel vm;
    Model model(roles());
    const Log log;
    const Task task = vm.streamAsync(u"s"_s, model, [](Rows &rows) { rows.upsert(counted(many)); });
    QCOMPARE(task.outcome(), Outcome::Failed);
    QCOMPARE(Counted::alive(), 0);
}

QTEST_GUILESS_MAIN(TestStreamAsyncDropped)
#include "tst_streamasync_dropped.moc"
