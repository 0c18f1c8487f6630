// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// L1: what a view reads of rows of each kind.

#include "streamfixture.h"

using namespace Test;

namespace {

struct Base
{
    Q_GADGET
    Q_PROPERTY(int number MEMBER number)

public:
    int number = 0;
};

struct Book : Base
{
    Q_GADGET
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(bool isLong READ isLong)

public:
    bool isLong() const { return title.size() > 5; }

    QString title;
};

struct Line
{
    QString text;
    int size() const { return int(text.size()); }
};

QByteArrayList names(const StreamModel &model)
{
    QByteArrayList list = model.roleNames().values();
    std::sort(list.begin(), list.end());
    return list;
}

QVariant read(const StreamModel &model, int row, const QByteArray &role)
{
    return model.data(model.index(row), model.roleNames().key(role));
}

} // namespace

class TestStreamModelRoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gadget_hasItsPropertiesAsRoles()
    {
        Watched<Book> model;
        model.append(Book{{1}, u"Tides"_s});
        model.append(Book{{2}, u"Low tides"_s});
        QCOMPARE(names(model), (QByteArrayList{"isLong", "number", "title"}));
        QCOMPARE(read(model, 1, "title"), u"Low tides"_s);
        QCOMPARE(read(model, 1, "isLong"), true);
        QCOMPARE(model.get(0), (QVariantMap{{u"isLong"_s, false}, {u"number"_s, 1}, {u"title"_s, u"Tides"_s}}));
        QCOMPARE(model.indexOfId(1), -1);
    }

    void gadget_mayHaveAnIdOrOtherRoles()
    {
        Watched<Book> byRole(RowRoles<Book>().id("number"));
        byRole.append(Book{{7}, u"Tides"_s});
        QCOMPARE(byRole.indexOfId(7), 0);
        Watched<Book> byMember(RowRoles<Book>{{"name", &Book::title}}.id(&Book::number));
        byMember.append(Book{{7}, u"Tides"_s});
        QCOMPARE(byMember.indexOfId(7), 0);
        QCOMPARE(names(byMember), QByteArrayList{"name"});
    }

    void struct_hasTheRolesThatAreListed()
    {
        Watched<Line> model(RowRoles<Line>{
            {"text", &Line::text},
            {"size", &Line::size},
            {"first", [](const Line &line) { return QStringView(line.text).first(1); }},
        });
        model.append(Line{u"abc"_s});
        QCOMPARE(names(model), (QByteArrayList{"first", "size", "text"}));
        QCOMPARE(model.get(0), (QVariantMap{{u"first"_s, u"a"_s}, {u"size"_s, 3}, {u"text"_s, u"abc"_s}}));
        QCOMPARE(read(model, 0, "first").typeId(), int(QMetaType::QString)); // and no view of it
    }

    void map_hasTheKeysThatAreListed()
    {
        Watched<QVariantMap> model(RowRoles<QVariantMap>{"name", "size"});
        model.append(QVariantMap{{u"name"_s, u"a"_s}, {u"other"_s, 1}});
        QCOMPARE(names(model), (QByteArrayList{"name", "size"}));
        QCOMPARE(read(model, 0, "name"), u"a"_s);
        QCOMPARE(read(model, 0, "size"), QVariant());
        QCOMPARE(model.get(0), (QVariantMap{{u"name"_s, u"a"_s}, {u"size"_s, QVariant()}}));
    }

    void map_learnsTheKeysOfTheFirstRowThatHasAny()
    {
        Watched<QVariantMap> model(RowRoles<QVariantMap>().id("id"));
        QVERIFY(names(model).isEmpty());
        Told told(model);
        model.append(QVariantMap{{u"id"_s, 1}, {u"name"_s, u"a"_s}});
        QCOMPARE(told.take(), u"reset +0 count"_s);
        model.append(QVariantMap{{u"id"_s, 2}, {u"size"_s, 3}});
        model.reset();
        model.append(QVariantMap{{u"id"_s, 2}, {u"size"_s, 3}});
        QCOMPARE(told.take(), u"+1 count reset count +0 count"_s);
        QCOMPARE(names(model), (QByteArrayList{"id", "name"}));
        QCOMPARE(model.indexOfId(2), 0);

        Watched<QVariantMap> late;
        late.append(QVariantMap());
        QVERIFY(names(late).isEmpty());
        late.append(QVariantMap{{u"näme"_s, u"a"_s}});
        QCOMPARE(names(late), QByteArrayList{u"näme"_s.toUtf8()});
        QCOMPARE(read(late, 1, u"näme"_s.toUtf8()), u"a"_s);
    }

    void roleNamedAsOneOfQts_isThatOne()
    {
        Watched<Line> model(RowRoles<Line>{{"size", &Line::size}, {"display", &Line::text}});
        model.append(Line{u"abc"_s});
        QCOMPARE(model.data(model.index(0)), u"abc"_s);
        QCOMPARE(model.roleNames().value(Qt::DisplayRole), "display");
        QCOMPARE(model.roleNames().size(), 2);
        QCOMPARE(read(model, 0, "size"), 3);
    }

    void roleThatIsNotThere_givesNothing()
    {
        Watched<Line> model(RowRoles<Line>{{"text", &Line::text}});
        model.append(Line{u"abc"_s});
        QCOMPARE(model.data(model.index(0)), QVariant());
        QCOMPARE(model.data(model.index(0), Qt::UserRole + 1), QVariant());
    }

    void names_areThereAndAreDifferent()
    {
        QCOMPARE(thrown<Error>([] { RowRoles<Line>{{"", &Line::text}}; }), u"a role needs a name"_s);
        QCOMPARE(thrown<Error>([] { RowRoles<Line>{{"text", &Line::text}, {"text", &Line::size}}; }),
                 u"two roles are named ‘text’"_s);
        QCOMPARE(thrown<Error>([] { RowRoles<QVariantMap>{"text", "text"}; }), u"two roles are named ‘text’"_s);
    }
};

QTEST_GUILESS_MAIN(TestStreamModelRoles)
#include "tst_streammodel_roles.moc"
