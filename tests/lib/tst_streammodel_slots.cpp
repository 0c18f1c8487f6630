// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T18: slots that throw, change rows, or destroy the model.

#include "streamfixture.h"
#include "support.h"

#include <memory>
#include <stdexcept>

using namespace Test;

class TestStreamModelSlots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slotThatThrows_leavesNoViewBehind_data();
    void slotThatThrows_leavesNoViewBehind();
    void slotOfAPropertyThatThrows_isLogged();
    void slotThatChangesRows_isRefused_data();
    void slotThatChangesRows_isRefused();
    void applyInASlot_putsItOff();
    void slotOfTheCount_mayChangeRows();
    void slotThatDestroysTheModel_isBorne_data();
    void slotThatDestroysTheModel_isBorne();
};

void TestStreamModelSlots::slotThatThrows_leavesNoViewBehind_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("told");
    QTest::newRow("before rows come") << 0 << u"reset count"_s;
    QTest::newRow("before rows go") << 1 << u"reset count"_s;
    QTest::newRow("before a reset") << 2 << u"reset count"_s;
    QTest::newRow("rows came") << 3 << u"reset count"_s;
    QTest::newRow("rows went") << 4 << u"reset count"_s;
    QTest::newRow("reset") << 5 << u"reset count"_s;
    QTest::newRow("data changed") << 6 << QString();
}

void TestStreamModelSlots::slotThatThrows_leavesNoViewBehind()
{
    QFETCH(const int, which);
    StreamModelOf<Item> model(itemRoles().id(&Item::id));
    model.append(manyItems(5));
    const QPersistentModelIndex first(model.index(0));
    bool armed = true;
    const auto burst = [&] {
        if (std::exchange(armed, false))
            throw std::runtime_error("a bad slot");
    };
    connect(&model, &StreamModel::rowsAboutToBeInserted, this, [=] { if (which == 0) burst(); });
    connect(&model, &StreamModel::rowsAboutToBeRemoved, this, [=] { if (which == 1) burst(); });
    connect(&model, &StreamModel::modelAboutToBeReset, this, [=] { if (which == 2) burst(); });
    connect(&model, &StreamModel::rowsInserted, this, [=] { if (which == 3) burst(); });
    connect(&model, &StreamModel::rowsRemoved, this, [=] { if (which == 4) burst(); });
    connect(&model, &StreamModel::modelReset, this, [=] { if (which == 5) burst(); });
    connect(&model, &StreamModel::dataChanged, this, [=] { if (which == 6) burst(); });
    Told told(model); // connected later, so that it misses what the slot above spoils
    Mirror mirror(model);
    const Log log;
    RowChanges<Item> changes;
    if (which == 0 || which == 3)
        changes.append(Item{7, {}});
    else if (which == 1 || which == 4)
        changes.remove(0);
    else if (which == 6)
        changes.upsert(Item{0, u"x"_s});
    else
        changes.reset();
    model.apply(std::move(changes));
    QTEST(told.take(), "told");
    QCOMPARE(log.lines(), QStringList{u"aside.store: a slot of a stream model threw: a bad slot"_s});
    QCOMPARE(int(mirror.rows.size()), model.count());

    // All goes on as if nothing had been.
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Mirror fresh(model);
    model.insert(0, items(u"20 21 22"_s));
    model.remove(21);
    model.upsert(Item{22, u"x"_s});
    QCOMPARE(fresh.rows.size(), model.count());
    QCOMPARE(fresh.rows[1], model.row(1));
    model.reset();
    QVERIFY(fresh.rows.isEmpty());
}

void TestStreamModelSlots::slotOfAPropertyThatThrows_isLogged()
{
    Items model;
    connect(&model, &StreamModel::countChanged, this, [] { throw std::runtime_error("a bad slot"); });
    connect(&model, &StreamModel::statusChanged, this, [] { throw std::runtime_error("another"); });
    const Log log;
    model.append(items(u"1a"_s));
    model.setStatus(AsyncResult().toLoading());
    QCOMPARE(log.lines(), (QStringList{u"aside.store: a slot of a stream model threw: a bad slot"_s,
                                       u"aside.store: a slot of a stream model threw: another"_s}));
}

void TestStreamModelSlots::slotThatChangesRows_isRefused_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("rows came") << 0;
    QTest::newRow("rows went") << 1;
    QTest::newRow("data changed") << 2;
    QTest::newRow("reset") << 3;
}

void TestStreamModelSlots::slotThatChangesRows_isRefused()
{
    QFETCH(const int, which);
    Items model;
    model.append(items(u"1a 2b"_s));
    QString text;
    const auto change = [&] { text = thrown<ImmutableStateError>([&] { model.append(Item{9, {}}); }); };
    connect(&model, &StreamModel::rowsInserted, this, [=] { if (which == 0) change(); });
    connect(&model, &StreamModel::rowsRemoved, this, [=] { if (which == 1) change(); });
    connect(&model, &StreamModel::dataChanged, this, [=] { if (which == 2) change(); });
    connect(&model, &StreamModel::modelReset, this, [=] { if (which == 3) change(); });
    if (which == 0)
        model.append(Item{3, u"c"_s});
    else if (which == 1)
        model.remove(1);
    else if (which == 2)
        model.upsert(Item{1, u"x"_s});
    else
        model.reset();
    QCOMPARE(text, u"cannot change rows while views are told of a change"_s);
    QCOMPARE(model.indexOfId(9), -1);
    model.append(Item{9, {}});
    QCOMPARE(model.indexOfId(9), model.count() - 1);
}

// As an event loop in a slot would do.
void TestStreamModelSlots::applyInASlot_putsItOff()
{
    Items model;
    RowChanges<Item> changes;
    changes.append(items(u"9z"_s));
    bool done = true;
    connect(&model, &StreamModel::rowsInserted, this, [&] {
        if (!changes.isEmpty())
            done = model.apply(changes, oneStep);
    }, Qt::SingleShotConnection);
    model.append(items(u"1a"_s));
    QVERIFY(!done);
    QCOMPARE(changes.size(), 1);
    QVERIFY(model.apply(changes, oneStep));
    QCOMPARE(model.text(), u"1a 9z"_s);
}

void TestStreamModelSlots::slotOfTheCount_mayChangeRows()
{
    Items model;
    connect(&model, &StreamModel::countChanged, this, [&] {
        if (model.count() < 5)
            model.append(Item{model.count() + 1, {}});
    });
    model.append(Item{1, {}});
    QCOMPARE(model.text(), u"1 2 3 4 5"_s);
}

void TestStreamModelSlots::slotThatDestroysTheModel_isBorne_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("rows came") << 0;
    QTest::newRow("rows went") << 1;
    QTest::newRow("data changed") << 2;
    QTest::newRow("reset") << 3;
    QTest::newRow("count changed") << 4;
    QTest::newRow("rows that are pushed out went") << 5;
    QTest::newRow("rows came, and the slot throws") << 6;
}

void TestStreamModelSlots::slotThatDestroysTheModel_isBorne()
{
    QFETCH(const int, which);
    auto model = std::make_unique<Watched<Item>>(itemRoles().id(&Item::id));
    model->append(manyItems(3000));
    if (which == 5)
        model->setLimit(-3000);
    const auto destroy = [&] { model.reset(); };
    connect(model.get(), &StreamModel::rowsInserted, this, [=] {
        if (which == 0 || which == 6)
            destroy();
        if (which == 6)
            throw 7;
    });
    connect(model.get(), &StreamModel::rowsRemoved, this, [=] { if (which == 1 || which == 5) destroy(); });
    connect(model.get(), &StreamModel::dataChanged, this, [=] { if (which == 2) destroy(); });
    connect(model.get(), &StreamModel::modelReset, this, [=] { if (which == 3) destroy(); });
    connect(model.get(), &StreamModel::countChanged, this, [=] { if (which == 4) destroy(); });
    const Log log;
    RowChanges<Item> changes;
    changes.upsert(Item{1, u"x"_s}).remove(2).append(manyItems(3000, 5000)).reset();
    QVERIFY(model->apply(changes, never));
    QVERIFY(!model);
    QCOMPARE(changes.isEmpty(), which == 3 || which == 4);
}

QTEST_GUILESS_MAIN(TestStreamModelSlots)
#include "tst_streammodel_slots.moc"
