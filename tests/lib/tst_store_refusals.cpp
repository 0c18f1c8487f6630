// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// All or nothing: S4, S7, S8, S9. Every test proves the store untouched.

#include "storefixture.h"

using namespace Aside;
using namespace Qt::StringLiterals;

namespace {

struct Unknown
{
    int value = 7;
};

} // namespace

/// Expects \a access to throw an E with the text, and to leave no trace in the store.
#define COMPARE_REFUSED(vm, E, access, text)                                                        \
    do {                                                                                            \
        const State before(vm);                                                                     \
        Recorder recorder(vm);                                                                      \
        QCOMPARE(thrown<E>([&] { access; }), text);                                                 \
        QVERIFY(State(vm) == before);                                                               \
        QCOMPARE(recorder.log, QStringList());                                                      \
        vm.assign(u"x"_s, 77); /* and it still works */                                             \
        QCOMPARE(recorder.log, (QStringList{u"x"_s, u"[x]"_s}));                                    \
        vm.assign(u"x"_s, 1);                                                                       \
    } while (false)

class TestStoreRefusals : public QObject
{
    Q_OBJECT

    static void addReservedKeys()
    {
        QTest::addColumn<QString>("key");
        const auto row = [](const char *name) { QTest::newRow(name) << QString::fromLatin1(name); };
        for (const char *name : {"_async", "objectName", "destroyed", "deleteLater", "parent", "children", "thread",
                                 "property", "setProperty", "connect", "disconnect", "blockSignals", "event",
                                 "metaObject", "tr", "bindingStorage", "findChild", "startTimer", "sender",
                                 // ViewModel
                                 "assign", "assigns", "assignNew", "assignAsync", "update", "value", "contains",
                                 "keys", "snapshot", "task", "cancelAsync", "cancelAll", "connected", "isConnected",
                                 "setConnected", "assigned", "assignsChanged", "taskFailed",
                                 "taskFinished", "handlerFailed", "keysChanged", "asyncChanged"})
            row(name);
        QTest::newRow("empty") << u""_s;
        QTest::newRow("null") << QString();
    }

private Q_SLOTS:
    void assign_refusesAKeyThatIsReserved_data() { addReservedKeys(); }
    void assign_refusesAKeyThatIsReserved()
    {
        QFETCH(QString, key);
        Sample vm;
        const QString text = key.isEmpty() ? u"cannot assign to an empty key"_s
            : key == "_async"_L1           ? u"cannot assign ‘_async’: it is reserved for the tasks"_s
                                           : u"cannot assign ‘%1’: it would hide a member of QObject or ViewModel"_s.arg(key);
        COMPARE_REFUSED(vm, AssignError, vm.assign(key, 1), text);
        COMPARE_REFUSED(vm, AssignError, vm.assignNew(key, [] { return 1; }), text);
        COMPARE_REFUSED(vm, AssignError, vm.assign({{u"a"_s, 10}, {u"x"_s, 10}, {u"fresh"_s, 1}, {key, 1}}), text);
        try {
            vm.assign(key, 1);
            QFAIL("not refused");
        } catch (const AssignError &error) {
            QCOMPARE(error.key(), key);
        }
    }

    void assign_takesKeysThatOnlyLookReserved_data()
    {
        QTest::addColumn<QString>("key");
        for (const char *name : {"async", "_Async", "Parent", "a b", "ключ", "0", "__proto__", "count", "size"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }
    void assign_takesKeysThatOnlyLookReserved()
    {
        QFETCH(QString, key);
        Sample vm;
        vm.assign(key, 5);
        QCOMPARE(vm.value<int>(key), 5);
    }

    void refusedKey_leavesNoTrace()
    {
        Sample vm;
        QVERIFY_EXCEPTION_THROWN(vm.assign({{u"fresh"_s, 1}, {u"fresher"_s, 2}, {u"parent"_s, 1}}), AssignError);
        vm.assign(u"other"_s, 5); // comes to where the refused ones were
        QVERIFY(!vm.contains(u"fresh"_s));
        QVERIFY(!vm.value(u"fresh"_s).isValid());
        QVERIFY(!vm.snapshot().contains(u"fresh"_s));
        vm.assign(u"fresh"_s, 7);
        QCOMPARE(vm.value<int>(u"other"_s), 5);
        QCOMPARE(vm.value<int>(u"fresh"_s), 7);
        QCOMPARE(vm.keys().mid(7), (QStringList{u"other"_s, u"fresh"_s}));
    }

    void assign_refusesAnEntryWithoutAKey()
    {
        Sample vm;
        COMPARE_REFUSED(vm, AssignError, vm.assign({{u"a"_s, 10}, Assigns::Entry()}), u"cannot assign to an empty key"_s);
    }

    void assign_refusesAValueThatADeclaredAssignCannotHold_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("text for a number") << u"a"_s << QVariant(u"7"_s) << u"cannot assign ‘a’: it holds int, not QString"_s;
        QTest::newRow("a number for text") << u"label"_s << QVariant(7) << u"cannot assign ‘label’: it holds QString, not int"_s;
        QTest::newRow("nothing") << u"a"_s << QVariant() << u"cannot assign ‘a’: it holds int, not nothing (an invalid QVariant)"_s;
        QTest::newRow("a list") << u"label"_s << QVariant(QVariantList{1}) << u"cannot assign ‘label’: it holds QString, not QVariantList"_s;
        QTest::newRow("a fraction") << u"a"_s << QVariant(1.5) << u"cannot assign ‘a’: it holds int, not double (1.5 would lose something)"_s;
        QTest::newRow("too large") << u"a"_s << QVariant(qint64(1) << 40) << u"cannot assign ‘a’: it holds int, not qlonglong (1099511627776 would lose something)"_s;
        QTest::newRow("a bool") << u"a"_s << QVariant(true) << u"cannot assign ‘a’: it holds int, not bool"_s;
    }
    void assign_refusesAValueThatADeclaredAssignCannotHold()
    {
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        QFETCH(QString, text);
        Sample vm;
        COMPARE_REFUSED(vm, AssignError, vm.assign(key, value), text);
        COMPARE_REFUSED(vm, AssignError, vm.assign({{u"b"_s, 10}, {u"y"_s, 10}, {u"fresh"_s, 1}, {key, value}}), text);
        COMPARE_REFUSED(vm, AssignError, vm.update(key, [&](const QVariant &) { return value; }), text);
    }

    void property_refusesWithoutThrowing()
    {
        Sample vm;
        Recorder recorder(vm);
        QVERIFY(!vm.setProperty("a", u"text"_s)); // by Qt
        QVERIFY(!vm.setProperty("total", 7));
        bool refused = false;
        vm.assign(u"x"_s, 1);
        vm.update(u"x"_s, [&](int n) {
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"within a commit"_s));
            vm.write_a(99); // as a script would: logged
            refused = vm.a == 1;
            return n;
        });
        QVERIFY(refused);
        QCOMPARE(recorder.log, QStringList());
    }

    void assign_refusesWhatIsComputed()
    {
        Sample vm;
        const QString text = u"cannot assign ‘total’: it is computed"_s;
        COMPARE_REFUSED(vm, AssignError, vm.assign(u"total"_s, 5), text);
        COMPARE_REFUSED(vm, AssignError, vm.assign({{u"a"_s, 10}, {u"total"_s, 11}}), text);
        COMPARE_REFUSED(vm, AssignError, vm.update(u"total"_s, [](int n) { return n; }), text);
    }

    void update_refusesAnAbsentKey()
    {
        Sample vm;
        int calls = 0;
        const auto count = [&](int n) { ++calls; return n; };
        const QString text = u"cannot update ‘absent’: there is no such key"_s;
        COMPARE_REFUSED(vm, AssignError, vm.update(u"absent"_s, count), text);
        COMPARE_REFUSED(vm, AssignError, vm.assign({{u"a"_s, 5}, {u"fresh"_s, 1}, {u"absent"_s, update(count)}}), text);
        COMPARE_REFUSED(vm, AssignError, vm.update(QString(), count), u"cannot update ‘’: there is no such key"_s);
        QCOMPARE(calls, 0);
    }

    void update_refusesAFunctorOfAnotherType_data() { addKindsOfKeys(); }
    void update_refusesAFunctorOfAnotherType()
    {
        QFETCH(QString, first);
        QFETCH(QString, text);
        Sample vm;
        const auto number = [](int n) { return n; };
        const auto words = [](const QString &now) { return now; };
        COMPARE_REFUSED(vm, AssignError, vm.update(text, number), u"cannot read ‘%1’ as int: it holds QString"_s.arg(text));
        COMPARE_REFUSED(vm, AssignError, vm.update(first, words), u"cannot read ‘%1’ as QString: it holds int"_s.arg(first));
    }

    void assign_takesEverythingBackWhenAnUpdateThrows_data() { addKindsOfKeys(); }
    void assign_takesEverythingBackWhenAnUpdateThrows()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        Sample vm;
        const auto changes = [&](auto thrower) {
            return Assigns{{first, 10}, {u"fresh"_s, 1}, {second, update([](int n) { return n + 1; })},
                           {second, update(std::move(thrower))}, {first, update([](int n) { return n * 2; })}};
        };
        COMPARE_REFUSED(vm, std::runtime_error, vm.assign(changes([](int) -> int { throw std::runtime_error("no"); })), u"no"_s);

        const State before(vm);
        Recorder recorder(vm);
        int caught = 0;
        try {
            vm.assign(changes([](int) -> int { throw 42; }));
        } catch (int number) {
            caught = number;
        }
        QCOMPARE(caught, 42);
        try {
            vm.assign(changes([](int) -> int { throw Unknown(); }));
        } catch (const Unknown &unknown) {
            caught = unknown.value;
        }
        QCOMPARE(caught, 7);
        QVERIFY(State(vm) == before);
        QCOMPARE(recorder.log, QStringList());
    }

    void assign_refusesToRunWithinACommit_data() { addKindsOfKeys(); }
    void assign_refusesToRunWithinACommit()
    {
        QFETCH(QString, first);
        Sample vm;
        const auto meddle = [&](int n) {
            vm.assign(u"y"_s, 5);
            return n;
        };
        const QString text = u"state cannot be changed from an update functor, a comparison or a computed assign: they run within a commit"_s;
        COMPARE_REFUSED(vm, ImmutableStateError, vm.update(first, meddle), text);
        int seen = 0;
        vm.assign({{u"y"_s, 6}, {first, update([&](int n) { seen = vm.value<int>(u"y"_s); return n; })}});
        QCOMPARE(seen, 2); // reading gives what was before the commit
    }

    void declare_refusesAReservedName()
    {
        class Bad : public ViewModel
        {
        public:
            Assign<int> bad{this, u"parent"_s, [](QObject *) {}, 1};
        };
        QVERIFY(!thrown<AssignError>([] { Bad bad; }).isNull());
    }

    void declare_refusesANameThatIsTaken()
    {
        class Twice : public ViewModel
        {
        public:
            Assign<int> one{this, u"same"_s, [](QObject *) {}, 1};
            Assign<int> two{this, u"same"_s, [](QObject *) {}, 2};
        };
        QCOMPARE(thrown<AssignError>([] { Twice twice; }), u"‘same’ is declared twice"_s);
    }
};

QTEST_GUILESS_MAIN(TestStoreRefusals)
#include "tst_store_refusals.moc"
#include "moc_storefixture.cpp"
