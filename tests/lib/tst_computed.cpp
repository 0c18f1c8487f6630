// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// Computed assigns: S11.

#include "storefixture.h"

using namespace Aside;
using namespace Qt::StringLiterals;

/// A diamond over a, a chain, a reader of a dynamic key, and one that may throw.
class Graph : public Aside::ViewModel
{
    Q_OBJECT
public:
    int leftRuns = 0;
    int bottomRuns = 0;
    int lateRuns = 0;
    Snapshot seenWithin;

    ASIDE_ASSIGN(int, a, 1)
    ASIDE_ASSIGN(int, b, 1)
    ASIDE_COMPUTED(int, left, (++leftRuns, a + 1), a)
    ASIDE_COMPUTED(int, right, a * 10, a)
    ASIDE_COMPUTED(int, bottom, (++bottomRuns, left + right), left, right)
    ASIDE_COMPUTED(bool, isLarge, bottom > 100, bottom)
    ASIDE_COMPUTED(int, late, (++lateRuns, contains(u"later"_s) ? value<int>(u"later"_s) : -1), u"later"_s)
    ASIDE_COMPUTED(int, checked, check(), a, b, u"later"_s)

private:
    int check()
    {
        seenWithin = snapshot();
        if (a == 13)
            throw std::runtime_error("unlucky");
        return b;
    }
};

class TestComputed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void computed_hasAValueFromTheStart()
    {
        Graph vm;
        QCOMPARE(vm.left.value(), 2);
        QCOMPARE(vm.bottom.value(), 12);
        QCOMPARE(vm.isLarge.value(), false);
        QCOMPARE(vm.late.value(), -1);
        QCOMPARE(vm.value(u"bottom"_s), QVariant(12));
        QVERIFY(vm.snapshot().contains(u"bottom"_s));
    }

    void computed_runsOnceACommit()
    {
        Graph vm;
        Recorder recorder(vm);
        vm.leftRuns = vm.bottomRuns = 0;
        vm.assign({{u"a"_s, 2}, {u"b"_s, 3}, {u"a"_s, 4}, {u"a"_s, update([](int n) { return n + 1; })}});
        QCOMPARE(vm.leftRuns, 1);
        QCOMPARE(vm.bottomRuns, 1); // the diamond's
        QCOMPARE(vm.bottom.value(), 56);
        QCOMPARE(recorder.log.count(u"bottom"_s), 1);
        QCOMPARE(recorder.log.filter(u"["_s).size(), 1); // within the commit
        QVERIFY(recorder.log.constLast().contains(u"bottom"_s));
    }

    void computed_doesNotRunWhereNothingItReadsChanged()
    {
        Graph vm;
        vm.leftRuns = vm.bottomRuns = vm.lateRuns = 0;
        vm.b = 5;
        vm.assign(u"other"_s, 1);
        vm.a = 1; // equal
        QCOMPARE(vm.leftRuns + vm.bottomRuns + vm.lateRuns, 0);
    }

    void computed_isInPlaceBeforeTheFirstNotification()
    {
        Graph vm;
        QList<int> sums;
        connect(&vm, &ViewModel::assigned, this, [&] { sums.append(vm.bottom - vm.left - vm.right); });
        connect(&vm, &Graph::aChanged, this, [&] { sums.append(vm.bottom - vm.a - 1 - vm.a * 10); });
        vm.a = 7;
        QCOMPARE(sums, QList<int>(5, 0));
    }

    void computed_thatStaysTheSameTellsNobody()
    {
        Graph vm;
        Recorder recorder(vm);
        vm.a = 2;
        QVERIFY(recorder.log.contains(u"bottom"_s));
        QVERIFY(!recorder.log.contains(u"isLarge"_s));
        vm.a = 20;
        QVERIFY(recorder.log.contains(u"isLarge"_s));
    }

    void computed_readsADynamicKeyThatComesLater()
    {
        Graph vm;
        Recorder recorder(vm);
        vm.assign(u"first"_s, 1);
        QCOMPARE(vm.late.value(), -1);
        QVERIFY(!vm.contains(u"later"_s));
        QVERIFY(!vm.snapshot().contains(u"later"_s));
        vm.lateRuns = 0;
        vm.assign(u"later"_s, 5);
        QCOMPARE(vm.late.value(), 5);
        QCOMPARE(vm.lateRuns, 1);
        QCOMPARE(vm.keys().mid(8), (QStringList{u"first"_s, u"later"_s}));
        QCOMPARE(vm.snapshot().keys(), vm.keys());
        vm.update(u"later"_s, [](int n) { return n + 1; });
        QCOMPARE(vm.late.value(), 6);
    }

    void update_ofADynamicKeyThatIsOnlyReadIsRefused()
    {
        Graph vm;
        QCOMPARE(thrown<AssignError>([&] { vm.update(u"later"_s, [](int n) { return n; }); }),
                 u"cannot update ‘later’: there is no such key"_s);
    }

    void computed_thatThrowsTakesTheWholeCommitBack()
    {
        Graph vm;
        const State before(vm);
        Recorder recorder(vm);
        QCOMPARE(thrown<std::runtime_error>([&] {
                     vm.assign({{u"later"_s, 5}, {u"fresh"_s, 1}, {u"b"_s, 9}, {u"a"_s, 13}});
                 }),
                 u"unlucky"_s);
        QVERIFY(State(vm) == before); // though the computed one has taken a snapshot in between
        QVERIFY(!vm.contains(u"later"_s));
        QVERIFY(!vm.contains(u"fresh"_s));
        QVERIFY(!vm.value(u"later"_s).isValid());
        QCOMPARE(vm.bottom.value(), 12);
        QCOMPARE(vm.late.value(), -1);
        QCOMPARE(recorder.log, QStringList());
        vm.assign({{u"later"_s, 5}, {u"a"_s, 12}});
        QCOMPARE(vm.seenWithin.value<int>(u"a"_s), 12); // of the new values
        QCOMPARE(vm.late.value(), 5);
        QCOMPARE(vm.bottom.value(), 133);
    }

    void computed_thatThrowsAtFirstIsThrownByTheConstructor()
    {
        class Broken : public ViewModel
        {
        public:
            Computed<int> broken{this, u"broken"_s, [](QObject *) {}, []() -> int { throw std::runtime_error("broken"); }, {}};
        };
        QCOMPARE(thrown<std::runtime_error>([] { Broken broken; }), u"broken"_s);
    }

    void computed_cannotAssign()
    {
        class Meddler : public ViewModel
        {
        public:
            Assign<int> a{this, u"a"_s, [](QObject *) {}, 1};
            Computed<int> meddling{this, u"meddling"_s, [](QObject *) {},
                                   [this] {
                                       if (a == 2)
                                           assign(u"other"_s, 1);
                                       return 0;
                                   },
                                   {a}};
        };
        Meddler vm;
        QVERIFY_EXCEPTION_THROWN(vm.a = 2, ImmutableStateError);
        QCOMPARE(vm.a.value(), 1);
        QVERIFY(!vm.contains(u"other"_s));
    }

    void computed_mayNotBeReadByOneThatIsDeclaredAboveIt()
    {
        class Upside : public ViewModel
        {
        public:
            Computed<int> above{this, u"above"_s, [](QObject *) {}, [] { return 1; }, {u"below"_s}};
            Computed<int> below{this, u"below"_s, [](QObject *) {}, [] { return 1; }, {}};
        };
        QCOMPARE(thrown<AssignError>([] { Upside upside; }),
                 u"‘below’ is computed after ‘above’, which reads it: declare it above"_s);
    }
};

QTEST_GUILESS_MAIN(TestComputed)
#include "tst_computed.moc"
#include "moc_storefixture.cpp"
