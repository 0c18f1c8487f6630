// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// The value that functors return: what it keeps, and in which order.

#include <aside/assigns.h>
#include <aside/failure.h>

#include <QTest>

#include <functional>
#include <thread>

using namespace Aside;
using namespace Qt::StringLiterals;

namespace {

int twice(int n)
{
    return 2 * n;
}

int thrice(int n) noexcept
{
    return 3 * n;
}

struct Overloaded
{
    QVariant operator()(const QVariant &now) const { return now; }
    QVariant operator()(int) const { return u"by int"_s; }
};

QVariant run(const Update &update, const QVariant &current)
{
    return update(u"key"_s, current);
}

} // namespace

class TestAssigns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void list_keepsItsEntriesInOrder()
    {
        Assigns changes{{u"a"_s, 1}, {u"b"_s, update(twice)}};
        changes.set(u"c"_s, u"text"_s).update(u"a"_s, [](int n) { return n; }).set(u"a"_s, 2);
        QStringList keys;
        QList<bool> updates;
        for (const Assigns::Entry &entry : std::as_const(changes)) {
            keys.append(entry.key());
            updates.append(entry.isUpdate());
        }
        QCOMPARE(keys, (QStringList{u"a"_s, u"b"_s, u"c"_s, u"a"_s, u"a"_s}));
        QCOMPARE(updates, (QList<bool>{false, true, false, true, false}));
        QCOMPARE(changes.size(), 5);
        QVERIFY(!changes.isEmpty());
        QVERIFY(Assigns().isEmpty());
    }

    void append_putsTheLaterOnesBehind()
    {
        Assigns changes{{u"a"_s, 1}};
        changes.append({{u"b"_s, 2}, {u"c"_s, 3}}).append(Assigns()).append(changes);
        QCOMPARE(changes.size(), 6);
        QCOMPARE((changes.begin() + 2)->key(), u"c"_s);
        QCOMPARE((changes.end() - 1)->value(), QVariant(3));
    }

    void copy_isIndependent()
    {
        const Assigns one{{u"a"_s, 1}, {u"b"_s, update(twice)}};
        Assigns two = one;
        two.begin()->value() = 5;
        QCOMPARE(one.begin()->value(), QVariant(1));
        QCOMPARE(run((two.begin() + 1)->update(), 4), QVariant(8));
    }

    void set_keepsValuesAsTheirType()
    {
        Assigns changes;
        const QString text = u"lvalue"_s;
        changes.set(u"k"_s, 1).set(u"k"_s, 1.5).set(u"k"_s, true).set(u"k"_s, text).set(u"k"_s, QStringList{text});
        changes.set(u"k"_s, QVariant(7)).set(u"k"_s, QVariant());
        QList<int> types;
        for (const Assigns::Entry &entry : std::as_const(changes))
            types.append(entry.value().typeId());
        QCOMPARE(types, (QList<int>{QMetaType::Int, QMetaType::Double, QMetaType::Bool, QMetaType::QString,
                                    QMetaType::QStringList, QMetaType::Int, QMetaType::UnknownType}));
    }

    // A store outlives what these refer to.
    void set_keepsTextAndNoViewOfIt()
    {
        const QString one = u"one"_s;
        const QByteArray bytes = "by";
        Assigns changes;
        changes.set(u"k"_s, u"one"_s + u"two"_s).set(u"k"_s, QStringView(one)).set(u"k"_s, "one"_L1).set(u"k"_s, u"one");
        changes.set(u"k"_s, QAnyStringView(one)).set(u"k"_s, QUtf8StringView("one"));
        for (const Assigns::Entry &entry : std::as_const(changes)) {
            QCOMPARE(entry.value().typeId(), int(QMetaType::QString));
            QVERIFY(entry.value().toString().startsWith(one));
        }
        QCOMPARE(changes.begin()->value(), QVariant(u"onetwo"_s));
        changes.set(u"k"_s, bytes + "tes");
        QCOMPARE((changes.end() - 1)->value(), QVariant(QByteArray("bytes")));
    }

    void update_takesItsArgumentByType()
    {
        QCOMPARE(run(update([](int n) { return n + 1; }), 1), QVariant(2));
        QCOMPARE(run(update([](int n) noexcept { return n + 1; }), 1), QVariant(2));
        QCOMPARE(run(update([k = 1](int n) mutable { return n + k++; }), 1), QVariant(2));
        QCOMPARE(run(update([k = 1](int n) mutable noexcept { return n + k++; }), 1), QVariant(2));
        QCOMPARE(run(update([](const QString &now) -> QString { return now + u"!"_s; }), u"a"_s), QVariant(u"a!"_s));
        QCOMPARE(run(update([](QStringList now) { return now << u"b"_s; }), QStringList{u"a"_s}), QVariant(QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(run(update(twice), 2), QVariant(4));
        QCOMPARE(run(update(thrice), 2), QVariant(6));
        QCOMPARE(run(update(std::function<int(int)>(twice)), 2), QVariant(4));
        QCOMPARE(run(update([](double n) { return n / 2; }), 1), QVariant(0.5)); // a number without loss
    }

    void update_takesAVariantOrAnything()
    {
        QCOMPARE(run(update([](const QVariant &now) { return now; }), u"a"_s), QVariant(u"a"_s));
        QCOMPARE(run(update([](const auto &now) { return now; }), u"a"_s), QVariant(u"a"_s));
        QCOMPARE(run(update(Overloaded()), 5), QVariant(5));
        QVERIFY(!run(update([](const QVariant &) { return QVariant(); }), 5).isValid());
    }

    void update_ofAnotherTypeNamesTheKey_data()
    {
        QTest::addColumn<QVariant>("current");
        QTest::addColumn<QString>("text");
        QTest::newRow("text") << QVariant(u"5"_s) << u"cannot read ‘key’ as int: it holds QString"_s;
        QTest::newRow("fraction") << QVariant(0.5) << u"cannot read ‘key’ as int: it holds double (0.5 would lose something)"_s;
        QTest::newRow("nothing") << QVariant() << u"cannot read ‘key’ as int: it holds nothing (an invalid QVariant)"_s;
    }
    void update_ofAnotherTypeNamesTheKey()
    {
        QFETCH(QVariant, current);
        QFETCH(QString, text);
        try {
            run(update([](int n) { return n; }), current);
            QFAIL("not refused");
        } catch (const AssignError &error) {
            QCOMPARE(error.key(), u"key"_s);
            QCOMPARE(error.message(), text);
        }
    }

    void value_isMadeOnAnyThread()
    {
        Assigns changes;
        std::thread([&] { changes = Assigns{{u"a"_s, 1}, {u"b"_s, update(twice)}}; }).join();
        QCOMPARE(changes.size(), 2);
    }
};

QTEST_APPLESS_MAIN(TestAssigns)
#include "tst_assigns.moc"
