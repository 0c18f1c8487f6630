// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// L1: what each operation does to the rows, and what it tells.

#include "streamfixture.h"

using namespace Test;

class TestStreamModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void append_addsAtTheEnd()
    {
        Items model;
        Told told(model);
        model.append(Item{1, u"a"_s});
        model.append(items(u"2b 3c"_s));
        model.append(std::vector<Item>{{4, u"d"_s}});
        QCOMPARE(model.text(), u"1a 2b 3c 4d"_s);
        QCOMPARE(told.take(), u"+0 count +1-2 count +3 count"_s);
        QCOMPARE(model.count(), 4);
        QCOMPARE(model.rowCount(), 4);
    }

    void append_ofNothingTellsNothing()
    {
        Items model;
        Told told(model);
        model.append(QList<Item>());
        model.insert(7, QList<Item>());
        QCOMPARE(told.take(), QString());
    }

    void append_leavesWhatItWasGiven()
    {
        Items model;
        QList<Item> list = items(u"1a 2b"_s);
        std::vector<Item> vector = manyItems(1000, 10);
        model.append(list);
        model.append(vector);
        model.append(std::span(list)); // a view owns nothing
        model.append(std::ranges::ref_view(list));
        QCOMPARE(list, items(u"1a 2b"_s));
        QCOMPARE(vector, manyItems(1000, 10));
        QCOMPARE(model.count(), 1002);
    }

    void insert_addsBeforeThatRow_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<QString>("rows");
        QTest::addColumn<QString>("told");
        QTest::newRow("front") << 0 << u"7x 8y 1a 2b 3c"_s << u"+0-1 count"_s;
        QTest::newRow("middle") << 2 << u"1a 2b 7x 8y 3c"_s << u"+2-3 count"_s;
        QTest::newRow("behind the last") << 3 << u"1a 2b 3c 7x 8y"_s << u"+3-4 count"_s;
        QTest::newRow("end") << -1 << u"1a 2b 3c 7x 8y"_s << u"+3-4 count"_s;
    }
    void insert_addsBeforeThatRow()
    {
        QFETCH(const int, at);
        Items model;
        model.append(items(u"1a 2b 3c"_s));
        Told told(model);
        model.insert(at, items(u"7x 8y"_s));
        QTEST(model.text(), "rows");
        QTEST(told.take(), "told");
    }

    void insert_countsItsPlaceWhenItsTurnComes()
    {
        Items model;
        RowChanges<Item> changes;
        changes.append(items(u"1a 2b"_s)).insert(2, Item{3, u"c"_s}).insert(0, Item{4, u"d"_s}).insert(0, Item{5, u"e"_s});
        model.apply(std::move(changes));
        QCOMPARE(model.text(), u"5e 4d 1a 2b 3c"_s);
    }

    void insert_refusesAPlaceThatIsNotThere_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<QString>("text");
        QTest::newRow("too far") << 3 << u"cannot insert rows at 3: there are 2"_s;
        QTest::newRow("below the end") << -2 << u"cannot insert rows at -2: places count from 0, and -1 is the end"_s;
    }
    void insert_refusesAPlaceThatIsNotThere()
    {
        QFETCH(const int, at);
        Items model;
        model.append(items(u"1a 2b"_s));
        Told told(model);
        QTEST(thrown<Error>([&] { model.insert(at, items(u"1x 9z"_s)); }), "text");
        QTEST(thrown<Error>([&] { model.upsert(Item{9, {}}, at); }), "text");
        QCOMPARE(model.text(), u"1a 2b"_s);
        QCOMPARE(told.take(), QString());
        QCOMPARE(model.indexOfId(9), -1);
    }

    void limit_keepsTheFirstOrTheLast_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("at");
        QTest::addColumn<QString>("rows");
        QTest::addColumn<QString>("told");
        QTest::newRow("none") << 0 << 1 << u"1 7 8 9 2 3"_s << u"+1-3 count"_s;
        QTest::newRow("more than there are") << -6 << 0 << u"7 8 9 1 2 3"_s << u"+0-2 count"_s;
        QTest::newRow("first: the end goes") << 4 << 1 << u"1 7 8 9"_s << u"-1-2 +1-3 count"_s;
        QTest::newRow("first: some do not fit") << 3 << 1 << u"1 7 8"_s << u"-1-2 +1-2"_s;
        QTest::newRow("first: none fits") << 3 << -1 << u"1 2 3"_s << QString();
        QTest::newRow("first: one fits") << 4 << -1 << u"1 2 3 7"_s << u"+3 count"_s;
        QTest::newRow("last: the front goes") << -4 << -1 << u"3 7 8 9"_s << u"-0-1 +1-3 count"_s;
        QTest::newRow("last: all are new") << -3 << -1 << u"7 8 9"_s << u"-0-2 +0-2"_s;
        QTest::newRow("last: none fits") << -3 << 0 << u"1 2 3"_s << QString();
        QTest::newRow("last: some do not fit") << -4 << 1 << u"8 9 2 3"_s << u"-0 +0-1 count"_s;
    }
    void limit_keepsTheFirstOrTheLast()
    {
        QFETCH(const int, limit);
        QFETCH(const int, at);
        Nameless model;
        model.append(items(u"1 2 3"_s));
        model.setLimit(limit);
        QCOMPARE(model.limit(), limit);
        Told told(model);
        model.insert(at, items(u"7 8 9"_s));
        QTEST(model.text(), "rows");
        QTEST(told.take(), "told");
    }

    void limit_keepsTheSameRowsWhereThereAreIds_data() { limit_keepsTheFirstOrTheLast_data(); }
    void limit_keepsTheSameRowsWhereThereAreIds()
    {
        QFETCH(const int, limit);
        QFETCH(const int, at);
        Items model;
        model.append(items(u"1 2 3"_s));
        model.setLimit(limit);
        model.insert(at, items(u"7 8 9"_s));
        QTEST(model.text(), "rows");
        for (int id = 1; id < 10; ++id)
            QCOMPARE(model.indexOfId(id), int(model.text().split(u' ').indexOf(QString::number(id))));
    }

    void limit_dropsTheSurplusAtOnce_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<QString>("rows");
        QTest::addColumn<QString>("told");
        QTest::newRow("first") << 2 << u"1a 2b"_s << u"-2-4 count"_s;
        QTest::newRow("last") << -2 << u"4d 5e"_s << u"-0-2 count"_s;
        QTest::newRow("smallest") << std::numeric_limits<int>::min() << u"1a 2b 3c 4d 5e"_s << QString();
    }
    void limit_dropsTheSurplusAtOnce()
    {
        QFETCH(const int, limit);
        Items model;
        model.append(items(u"1a 2b 3c 4d 5e"_s));
        Told told(model);
        model.setLimit(limit);
        QTEST(model.text(), "rows");
        QTEST(told.take(), "told");
    }

    void limit_holdsUntilItIsTakenAway()
    {
        Items model;
        model.setLimit(-2);
        model.append(items(u"1 2 3"_s));
        model.reset();
        model.append(items(u"4 5 6"_s));
        QCOMPARE(model.text(), u"5 6"_s);
        model.setLimit(0);
        model.append(items(u"7 8 9"_s));
        QCOMPARE(model.text(), u"5 6 7 8 9"_s);
    }

    void reset_dropsAllRowsInOneReset()
    {
        Items model;
        model.append(manyItems(2000));
        Told told(model);
        model.reset();
        QCOMPARE(model.count(), 0);
        QCOMPARE(model.indexOfId(1), -1);
        QCOMPARE(told.take(), u"reset count"_s);
        model.append(items(u"1a"_s));
        QCOMPARE(model.indexOfId(1), 0);
        QCOMPARE(told.take(), u"+0 count"_s);
    }

    void reset_needsNotKnowTheRows()
    {
        Items model;
        model.append(items(u"1a"_s));
        model.setStatus(AsyncResult().toLoading());
        StreamModel &base = model;
        base.reset();
        QCOMPARE(model.count(), 0);
        QVERIFY(model.status().isLoading());
    }

    void reset_ofNothingTellsNothing()
    {
        Items model;
        Told told(model);
        model.reset();
        QCOMPARE(told.take(), QString());
    }

    void operations_comeInTheirOrder()
    {
        Items model;
        model.append(items(u"1a 2b"_s));
        RowChanges<Item> changes;
        changes.append(items(u"3c"_s)).remove(2).append(items(u"4d"_s)).reset().append(items(u"5e 1f"_s)).remove(5);
        changes.setLimit(2).append(items(u"6g 7h"_s));
        model.apply(std::move(changes));
        QCOMPARE(model.text(), u"1f 6g"_s);
    }

    void refusedOperation_leavesThoseBeforeAndAfterIt()
    {
        Items model;
        RowChanges<Item> changes;
        changes.append(items(u"1a 2b"_s)).insert(9, items(u"8x 9y"_s)).append(items(u"3c"_s));
        QCOMPARE(thrown<Error>([&] { model.apply(changes, never); }),
                 u"cannot insert rows at 9: there are 2"_s);
        QCOMPARE(model.text(), u"1a 2b"_s);
        QCOMPARE(changes.size(), 1);
        QVERIFY(model.apply(changes, never));
        QCOMPARE(model.text(), u"1a 2b 3c"_s);
    }

    void row_refusesANumberThatIsNotThere_data()
    {
        QTest::addColumn<int>("row");
        QTest::newRow("below") << -1;
        QTest::newRow("beyond") << 2;
    }
    void row_refusesANumberThatIsNotThere()
    {
        QFETCH(const int, row);
        Items model;
        model.append(items(u"1a 2b"_s));
        QCOMPARE(thrown<Error>([&] { static_cast<void>(model.row(row)); }),
                 u"there is no row %1: there are 2"_s.arg(row));
        QCOMPARE(model.get(row), QVariantMap());
    }

    void status_leavesTheRows()
    {
        Items model;
        model.append(items(u"1a"_s));
        Told told(model);
        model.setStatus(AsyncResult().toLoading());
        model.setStatus(AsyncResult().toLoading()); // equal: tells nothing
        model.setStatus(AsyncResult());
        QCOMPARE(told.take(), u"status status"_s);
        QCOMPARE(model.text(), u"1a"_s);
        model.setStatus(AsyncResult().toLoading().toOk({}));
        model.reset();
        QVERIFY(model.status().isOk()); // nor do the rows change the status
    }

    void list_hasNoChildren()
    {
        Items model;
        model.append(items(u"1a"_s));
        QCOMPARE(model.rowCount(model.index(0)), 0);
    }
};

QTEST_GUILESS_MAIN(TestStreamModel)
#include "tst_streammodel.moc"
