// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// L1: rows that are known by an id.

#include "streamfixture.h"

#include <QUrl>
#include <QUuid>

using namespace Test;

namespace {

enum class Colour { Red, Green };

struct Typed
{
    QString text;
    qint64 number = 0;
    Colour colour = Colour::Red;
    QUuid uuid;
};

} // namespace

class TestStreamModelIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowThatIsThere_isReplacedWhereItStands_data()
    {
        QTest::addColumn<int>("by");
        QTest::newRow("upsert") << 0;
        QTest::newRow("append") << 1;
        QTest::newRow("insert") << 2;
    }
    void rowThatIsThere_isReplacedWhereItStands()
    {
        QFETCH(const int, by);
        Items model;
        model.append(items(u"1a 2b 3c"_s));
        Told told(model);
        const QList<Item> rows = items(u"2x 4d 1y 5e"_s);
        if (by == 0)
            model.upsert(rows, 1);
        else if (by == 1)
            model.append(rows);
        else
            model.insert(1, rows);
        QCOMPARE(model.text(), by == 1 ? u"1y 2x 3c 4d 5e"_s : u"1y 4d 5e 2x 3c"_s);
        QCOMPARE(told.take(), by == 1 ? u"~0-1 +3-4 count"_s : u"~0-1 +1-2 count"_s);
    }

    void upsert_putsNewRowsAtTheEndUnlessToldOtherwise()
    {
        Items model;
        model.upsert(Item{1, u"a"_s});
        model.upsert(Item{2, u"b"_s});
        model.upsert(Item{3, u"c"_s}, 0);
        QCOMPARE(model.text(), u"3c 1a 2b"_s);
    }

    void upsert_ofAnEqualRowTellsNothing()
    {
        Items model;
        model.append(items(u"1a 2b"_s));
        Told told(model);
        model.upsert(items(u"2b 1a"_s));
        QCOMPARE(told.take(), QString());
    }

    void upsert_ofRowsThatCannotBeComparedTells()
    {
        Watched<Typed> model(RowRoles<Typed>{{"text", &Typed::text}}.id(&Typed::number));
        model.append(Typed{u"a"_s, 1, {}, {}});
        Told told(model);
        model.upsert(Typed{u"a"_s, 1, {}, {}});
        QCOMPARE(told.take(), u"~0"_s);
    }

    void updates_tellOnceForNeighbours()
    {
        Items model;
        model.append(manyItems(10));
        Told told(model);
        model.upsert(items(u"3a 4b 5c 8d 7e 1f 3g"_s));
        QCOMPARE(told.take(), u"~3-5 ~7-8 ~1 ~3"_s);
    }

    void sameIdTwiceInOneGo_isOneRowAndTheLaterWins()
    {
        Items model;
        Told told(model);
        model.append(items(u"1a 2b 1c 3d 2e"_s));
        QCOMPARE(model.text(), u"1c 2e 3d"_s);
        QCOMPARE(told.take(), u"+0-2 count"_s);
        QCOMPARE(model.indexOfId(3), 2);
    }

    void rowThatTheLimitDropped_isNewAgain_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("at");
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("rows");
        QTest::newRow("from the front, a row of before") << -2 << -1 << u"3c 1x"_s << u"3c 1x"_s;
        QTest::newRow("from the front, a row of the same go") << -2 << -1 << u"3c 4d 5e 3x"_s << u"5e 3x"_s;
        QTest::newRow("from the end, a row of before") << 2 << 0 << u"3c 2x"_s << u"3c 2x"_s;
        QTest::newRow("from the end, one that never fitted") << 2 << -1 << u"3c 3x 1y"_s << u"1y 2b"_s;
    }
    void rowThatTheLimitDropped_isNewAgain()
    {
        QFETCH(const QString, given);
        QFETCH(const int, limit);
        QFETCH(const int, at);
        Items model;
        model.setLimit(limit);
        model.append(items(u"1a 2b"_s));
        model.insert(at, items(given));
        QTEST(model.text(), "rows");
    }

    void remove_takesRowsByTheirIds()
    {
        Items model;
        model.append(manyItems(10));
        Told told(model);
        model.remove(4);
        QCOMPARE(told.take(), u"-4 count"_s);
        QCOMPARE(model.text(), u"0 1 2 3 5 6 7 8 9"_s);
        QCOMPARE(model.indexOfId(4), -1);
        QCOMPARE(model.indexOfId(5), 4);
    }

    void removals_tellOnceForNeighbours()
    {
        Items model;
        model.append(manyItems(10));
        Told told(model);
        RowChanges<Item> changes;
        for (const int id : {5, 6, 4, 5, 1, 9, 99})
            changes.remove(id);
        model.apply(std::move(changes));
        QCOMPARE(model.text(), u"0 2 3 7 8"_s);
        QCOMPARE(told.take(), u"-4-6 -1 -5 count"_s);
    }

    void removalOfWhatIsNotThere_tellsNothing()
    {
        Items model;
        model.append(items(u"1a"_s));
        Told told(model);
        model.remove(2);
        QCOMPARE(told.take(), QString());
    }

    void removedRow_mayComeAgain()
    {
        Items model;
        model.append(items(u"1a 2b 3c"_s));
        RowChanges<Item> changes;
        changes.remove(2).append(Item{2, u"x"_s});
        model.apply(std::move(changes));
        QCOMPARE(model.text(), u"1a 3c 2x"_s);
    }

    void rowsWithoutIds_cannotBeUpsertedOrRemoved()
    {
        Nameless model;
        model.append(items(u"1a 1b"_s));
        Told told(model);
        QCOMPARE(thrown<Error>([&] { model.upsert(Item{1, {}}); }),
                 u"cannot upsert a row: the rows have no ids (see RowRoles::id)"_s);
        QCOMPARE(thrown<Error>([&] { model.remove(1); }),
                 u"cannot remove a row by its id: the rows have no ids (see RowRoles::id)"_s);
        QCOMPARE(told.take(), QString());
        QCOMPARE(model.text(), u"1a 1b"_s);
        QCOMPARE(model.indexOfId(1), -1);
    }

    void id_mayBeOfManyTypes()
    {
        const QUuid uuid = QUuid::createUuid();
        const Typed row{u"a"_s, 7, Colour::Green, uuid};
        const QList<std::pair<RowRoles<Typed>, QVariant>> kinds = {
            {RowRoles<Typed>{{"text", &Typed::text}}.id(&Typed::text), u"a"_s},
            {RowRoles<Typed>{{"text", &Typed::text}}.id(&Typed::number), 7},
            {RowRoles<Typed>{{"text", &Typed::text}}.id(&Typed::number), 7.0}, // a number of QML's
            {RowRoles<Typed>{{"text", &Typed::text}}.id(&Typed::uuid), uuid},
            {RowRoles<Typed>{{"colour", &Typed::colour}}.id("colour"), QVariant::fromValue(Colour::Green)},
            {RowRoles<Typed>{{"colour", &Typed::colour}}.id("colour"), 1},
            {RowRoles<Typed>{{"text", &Typed::text}}.id([](const Typed &typed) -> QString { return typed.text + u'!'; }), u"a!"_s},
            {RowRoles<Typed>{{"text", &Typed::text}}.id([](const Typed &typed) { return QStringView(typed.text); }), u"a"_s},
            {RowRoles<Typed>{{"text", &Typed::text}}.id("text"), u"a"_s},
            {RowRoles<Typed>{{"number", &Typed::number}}.id("number"), 7u},
            {RowRoles<Typed>{{"number", &Typed::number}}.id("number"), 7.0},
            {RowRoles<Typed>{{"uuid", &Typed::uuid}}.id("uuid"), uuid},
            {RowRoles<Typed>{{"url", [](const Typed &) { return QUrl(u"file:x"_s); }}}.id("url"), QUrl(u"file:x"_s)},
            {RowRoles<Typed>{{"bytes", [](const Typed &) { return QByteArray("x"); }}}.id("bytes"), QByteArray("x")},
        };
        for (const auto &[roles, id] : kinds) {
            Watched<Typed> model(roles);
            model.append(Typed{u"b"_s, 8, Colour::Red, {}});
            model.append(row);
            const int expected = model.count() - 1; // some of the above are the same for every row
            QCOMPARE(model.indexOfId(id), expected);
            model.remove(id);
            QCOMPARE(model.count(), expected);
            QCOMPARE(model.indexOfId(id), -1);
        }
    }

    void numbersOfAnyType_areTheSameId()
    {
        Watched<QVariantMap> model(RowRoles<QVariantMap>{"n"}.id("n"));
        for (const QVariant &n : QVariantList{1, 1.0, 1u, qint64(1), 1.5, 1.5f, QVariant::fromValue(Colour::Green)})
            model.upsert(QVariantMap{{u"n"_s, n}});
        QCOMPARE(model.count(), 2);
        model.upsert(QVariantMap{{u"n"_s, u"1"_s}}); // a text is no number
        model.upsert(QVariantMap{{u"n"_s, QByteArray("1")}});
        model.upsert(QVariantMap{{u"n"_s, ~quint64(0)}});
        QCOMPARE(model.count(), 5);
        QCOMPARE(model.indexOfId(~quint64(0)), 4);
    }

    void idOfAnotherType_isRefused()
    {
        Items model;
        model.append(items(u"1a"_s));
        QCOMPARE(thrown<Error>([&] { model.remove(u"one"_s); }),
                 u"cannot find a row by its id: that is int, not QString"_s);
        QCOMPARE(thrown<Error>([&] { model.remove(QVariant()); }),
                 u"cannot find a row by its id: that is int, not nothing"_s);
        QCOMPARE(model.indexOfId(u"one"_s), -1);
        QCOMPARE(model.text(), u"1a"_s);

        Watched<Item> byRole(itemRoles().id("number"));
        QCOMPARE(thrown<Error>([&] { byRole.remove(QVariantList{1}); }),
                 u"cannot find a row by its id: that is a number, text, bytes, a QUuid or a QUrl, not QVariantList"_s);
    }

    void rowWithoutItsId_isRefused()
    {
        Watched<QVariantMap> model(RowRoles<QVariantMap>{"n"}.id("n"));
        const QVariantMap one{{u"n"_s, 1}};
        const QVariantMap two{{u"n"_s, 2}};
        RowChanges<QVariantMap> changes;
        changes.append(QList<QVariantMap>{one, {{u"m"_s, 1}}, two});
        const auto apply = [&] { return model.apply(changes, never); };
        QCOMPARE(thrown<Error>(apply), u"a row has no id: its ‘n’ is nothing"_s);
        QCOMPARE(model.count(), 1); // the rows before it are there, and those after it wait
        QCOMPARE(changes.size(), 1);
        QVERIFY(apply());
        QCOMPARE(model.indexOfId(2), 1);

        Watched<QVariantMap> functor(RowRoles<QVariantMap>{"n"}.id([](const QVariantMap &) { return QVariant(); }));
        QCOMPARE(thrown<Error>([&] { functor.append(one); }), u"a row has no id: its ‘id’ is nothing"_s);
    }

    void idThatNoRoleHas_isRefused()
    {
        QCOMPARE(thrown<Error>([] { itemRoles().id("name"); }), u"‘name’ cannot be the id: there is no such role"_s);
    }

    void idThatChanges_isNamed()
    {
        int shift = 0;
        Items model(itemRoles().id([&shift](const Item &item) { return item.id + shift; }));
        model.append(items(u"1a"_s));
        shift = 1;
        QCOMPARE(thrown<Error>([&] { model.remove(1); }), u"the id of a row changed while the row was in the model"_s);
        QCOMPARE(model.text(), u"1a"_s);
    }

    // Rows that came and went around it moved it within its chunk, and to others.
    void ids_areFoundAfterRowsHaveMoved()
    {
        Items model;
        model.append(manyItems(1200));
        for (int i = 0; i < 300; ++i) {
            model.insert(100, Item{5000 + i, {}});
            model.remove(2 * i);
        }
        for (int i = 0; i < model.count(); ++i)
            QCOMPARE(model.indexOfId(model.row(i).id), i);
        model.reset();
        QCOMPARE(model.indexOfId(1199), -1);
    }
};

QTEST_GUILESS_MAIN(TestStreamModelIds)
#include "tst_streammodel_ids.moc"
