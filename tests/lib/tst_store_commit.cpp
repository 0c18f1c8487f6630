// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// What a commit does: S1, S3, S4, S5.

#include "storefixture.h"

#include <cmath>
#include <limits>

using namespace Aside;
using namespace Qt::StringLiterals;

class TestStoreCommit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void assign_setsOneKey_data() { addKindsOfKeys(); }
    void assign_setsOneKey()
    {
        QFETCH(QString, first);
        Sample vm;
        Recorder recorder(vm);
        vm.assign(first, 10);
        QCOMPARE(vm.value(first), QVariant(10));
        QCOMPARE(vm.value<int>(first), 10);
        QVERIFY(recorder.log.contains(first));
        QCOMPARE(recorder.log.count(first), 1);
    }

    void assign_isSeenThroughMemberPropertyAndKey()
    {
        Sample vm;
        vm.assign(u"a"_s, 10);
        QCOMPARE(vm.a.value(), 10);
        QCOMPARE(vm.property("a"), QVariant(10));
        vm.a = 11;
        QCOMPARE(vm.value(u"a"_s), QVariant(11));
        QVERIFY(vm.setProperty("a", 12));
        QCOMPARE(vm.a.value(), 12);
        vm.a.update([](int n) { return n + 1; });
        QCOMPARE(vm.property("a"), QVariant(13));
    }

    // a + b is 3 before and 30 after: a slot that sees anything else has seen half a commit.
    void assign_neverShowsHalfACommit_data() { addKindsOfKeys(); }
    void assign_neverShowsHalfACommit()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        Sample vm;
        QList<int> sums;
        const auto look = [&] { sums.append(vm.value<int>(first) + vm.value<int>(second)); };
        connect(&vm, &Sample::aChanged, this, look);
        connect(&vm, &Sample::bChanged, this, look);
        connect(&vm, &Sample::totalChanged, this, [&] { sums.append(vm.total); });
        connect(&vm, &ViewModel::keysChanged, this, look);
        connect(&vm, &ViewModel::assigned, this, look);
        connect(&vm, &ViewModel::assignsChanged, this, look);
        vm.assign({{first, 10}, {second, 20}, {u"fresh"_s, true}});
        // keysChanged, each assigned, assignsChanged; of declared ones their own signals, too
        const bool declared = first == u"a"_s;
        QCOMPARE(sums, QList<int>(declared ? 9 : 5, 30));
    }

    void assign_tellsEveryKeyOnceAndThenAll()
    {
        Sample vm;
        Recorder recorder(vm);
        vm.assign({{u"b"_s, 20}, {u"x"_s, 10}, {u"new"_s, 1}});
        const QStringList expected{u"keys"_s, u"b"_s, u"x"_s, u"new"_s, u"total"_s, u"[b x new total]"_s};
        QCOMPARE(recorder.log, expected);
    }

    void assign_ofNothingTellsNobody()
    {
        Sample vm;
        Recorder recorder(vm);
        vm.assign(Assigns());
        QCOMPARE(recorder.log, QStringList());
    }

    void assign_takesTheLastOfSeveralSets_data() { addKindsOfKeys(); }
    void assign_takesTheLastOfSeveralSets()
    {
        QFETCH(QString, first);
        Sample vm;
        Recorder recorder(vm);
        vm.assign({{first, 5}, {first, 6}, {first, 7}});
        QCOMPARE(vm.value<int>(first), 7);
        QCOMPARE(recorder.log.count(first), 1);
        vm.assign({{first, 100}, {first, 7}}); // in the end, nothing changed
        QCOMPARE(recorder.log.count(first), 1);
    }

    void assign_appliesAllSetsAndThenAllUpdatesInOrder_data() { addKindsOfKeys(); }
    void assign_appliesAllSetsAndThenAllUpdatesInOrder()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        Sample vm;
        Recorder recorder(vm);
        QStringList order;
        vm.assign({{first, update([&](int n) { order.append(u"double"_s); return n * 2; })},
                   {second, update([&](int n) { order.append(u"negate"_s); return -n; })},
                   {first, update([&](int n) { order.append(u"add"_s); return n + 1; })},
                   {first, 10}});
        QCOMPARE(vm.value<int>(first), 21);
        QCOMPARE(vm.value<int>(second), -2);
        QCOMPARE(order, (QStringList{u"double"_s, u"negate"_s, u"add"_s}));
        QCOMPARE(recorder.log.count(first), 1);
    }

    void update_seesTheKeyThatTheSameCommitSets()
    {
        Sample vm;
        vm.assign({{u"born"_s, update([](int n) { return n + 1; })}, {u"born"_s, 1}});
        QCOMPARE(vm.value<int>(u"born"_s), 2);
    }

    void assignNew_runsItsFactoryOnlyWhereAbsent_data() { addKindsOfKeys(); }
    void assignNew_runsItsFactoryOnlyWhereAbsent()
    {
        QFETCH(QString, first);
        Sample vm;
        int calls = 0;
        const auto factory = [&] { return ++calls * 100; };
        vm.assignNew(first, factory);
        QCOMPARE(calls, 0);
        QCOMPARE(vm.value<int>(first), 1);
        vm.assignNew(u"fresh"_s, factory);
        vm.assignNew(u"fresh"_s, factory);
        QCOMPARE(calls, 1);
        QCOMPARE(vm.value<int>(u"fresh"_s), 100);
        vm.assign(u"nothing"_s, QVariant());
        vm.assignNew(u"nothing"_s, factory); // there, though without a value
        QCOMPARE(calls, 1);
    }

    void value_fallsBackWhereThereIsNoKey()
    {
        Sample vm;
        QVERIFY(!vm.contains(u"absent"_s));
        QVERIFY(!vm.value(u"absent"_s).isValid());
        QCOMPARE(vm.value<int>(u"absent"_s), 0);
        QCOMPARE(vm.value<int>(u"absent"_s, 7), 7);
        QCOMPARE(vm.value<QVariant>(u"x"_s), QVariant(1));
        QVERIFY(!vm.contains(u"absent"_s)); // asking creates nothing
        QVERIFY(!vm.keys().contains(u"absent"_s));
    }

    void value_ofAnotherTypeNamesKeyAndTypes_data() { addKindsOfKeys(); }
    void value_ofAnotherTypeNamesKeyAndTypes()
    {
        QFETCH(QString, text);
        Sample vm;
        QCOMPARE(thrown<AssignError>([&] { vm.value<int>(text); }),
                 u"cannot read ‘%1’ as int: it holds QString"_s.arg(text));
    }

    void keys_keepTheOrderInWhichTheyCameToBe()
    {
        Sample vm;
        vm.assign({{u"z"_s, 1}, {u"c"_s, 1}});
        vm.assign(u"x"_s, 5);
        const QStringList expected{u"a"_s, u"b"_s, u"label"_s, u"total"_s, u"x"_s, u"y"_s, u"note"_s, u"z"_s, u"c"_s};
        QCOMPARE(vm.keys(), expected);
        QCOMPARE(vm.snapshot().keys(), expected);
    }

    void assign_ofAnInvalidVariantMakesAKeyWithoutAValue()
    {
        Sample vm;
        Recorder recorder(vm);
        vm.assign(u"nothing"_s, QVariant());
        QCOMPARE(recorder.take(), (QStringList{u"keys"_s, u"nothing"_s, u"[nothing]"_s}));
        QVERIFY(vm.contains(u"nothing"_s));
        QVERIFY(!vm.value(u"nothing"_s).isValid());
        vm.assign(u"nothing"_s, QVariant());
        QCOMPARE(recorder.take(), QStringList());
        vm.assign(u"x"_s, QVariant());
        QVERIFY(!vm.value(u"x"_s).isValid());
    }

    void assign_ofAnEqualValueTellsNobody_data()
    {
        QTest::addColumn<QVariant>("before");
        QTest::addColumn<QVariant>("again");
        QTest::addColumn<bool>("same");
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const auto row = [](const char *name, const QVariant &before, const QVariant &again, bool same) {
            QTest::newRow(name) << before << again << same;
        };
        row("int", 5, 5, true);
        row("text", u"five"_s, QString(u"fi"_s + u"ve"_s), true);
        row("list", QVariantList{1, u"a"_s}, QVariantList{1, u"a"_s}, true);
        row("map", QVariantMap{{u"k"_s, 1}}, QVariantMap{{u"k"_s, 1}}, true);
        row("a list of another type", QVariantList{1}, QVariantList{u"1"_s}, false);
        row("a map with another type", QVariantMap{{u"k"_s, 1}}, QVariantMap{{u"k"_s, u"1"_s}}, false);
        row("a map with another key", QVariantMap{{u"k"_s, 1}}, QVariantMap{{u"l"_s, 1}}, false);
        row("a hash", QVariantHash{{u"k"_s, 1}}, QVariantHash{{u"k"_s, 1}}, true);
        row("a hash with another value", QVariantHash{{u"k"_s, 1}}, QVariantHash{{u"k"_s, true}}, false);
        row("a longer list", QVariantList{1}, QVariantList{1, 1}, false);
        row("nested", QVariantList{QVariantMap{{u"k"_s, nan}}}, QVariantList{QVariantMap{{u"k"_s, nan}}}, true);
        row("NaN", nan, nan, true);
        row("zero and minus zero", 0.0, -0.0, true);
        row("a whole double, as QML may write it", 5, 5.0, true);
        row("another number", 5, 5.5, false);
        row("a bool is no number", 1, true, false);
        row("no number is a bool", false, 0, false);
        row("text is no number", 1, u"1"_s, false);
        row("what a double cannot tell apart", qint64(9007199254740993), 9007199254740992.0, false);
        row("the same bits, another sign", -1, std::numeric_limits<quint64>::max(), false);
        row("empty text and none", QString(), QVariant(), false);
    }
    void assign_ofAnEqualValueTellsNobody()
    {
        QFETCH(QVariant, before);
        QFETCH(QVariant, again);
        QFETCH(bool, same);
        Sample vm;
        vm.assign(u"key"_s, before);
        Recorder recorder(vm);
        vm.assign(u"key"_s, again);
        QCOMPARE(recorder.log.isEmpty(), same);
        QCOMPARE(vm.value(u"key"_s).metaType(), (same ? before : again).metaType());
    }

    void update_thatReturnsAnEqualValueTellsNobody_data() { addKindsOfKeys(); }
    void update_thatReturnsAnEqualValueTellsNobody()
    {
        QFETCH(QString, first);
        QFETCH(QString, text);
        Sample vm;
        Recorder recorder(vm);
        vm.update(first, [](int n) { return n; });
        vm.update(text, [](const QString &now) { return QString(now.left(2) + now.mid(2)); });
        QCOMPARE(recorder.log, QStringList());
    }

    void assign_tellsOnlyOfWhatChanged()
    {
        Sample vm;
        Recorder recorder(vm);
        vm.assign({{u"a"_s, 1}, {u"x"_s, 1}, {u"y"_s, 3}});
        QCOMPARE(recorder.log, (QStringList{u"y"_s, u"[y]"_s}));
    }
};

QTEST_GUILESS_MAIN(TestStoreCommit)
#include "tst_store_commit.moc"
#include "moc_storefixture.cpp"
