// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// Assigns of all sorts of types, declared and dynamic: S2, S4, S5, S8.

#include "storefixture.h"

#include <limits>

using namespace Aside;
using namespace Qt::StringLiterals;

namespace Types {
Q_NAMESPACE
enum class Mode { Idle, Busy, Done };
Q_ENUM_NS(Mode)
} // namespace Types

/// As users write them: a gadget.
struct Place
{
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
public:
    QString name;
    double height = 0;
    friend bool operator==(const Place &, const Place &) = default;
};

/// An element that counts how often it is compared.
struct Element
{
    static inline int comparisons = 0;
    int value = 0;
    friend bool operator==(const Element &left, const Element &right)
    {
        ++comparisons;
        return left.value == right.value;
    }
};

/// Copying and comparing throw when told to. Moving copies.
struct Fragile
{
    static inline bool copyThrows = false;
    static inline bool equalThrows = false;

    Fragile(int number = 0) : value(number) { } // NOLINT(google-explicit-constructor)
    Fragile(const Fragile &other) : value(other.value)
    {
        if (copyThrows)
            throw std::runtime_error("copy");
    }
    Fragile &operator=(const Fragile &other)
    {
        if (copyThrows)
            throw std::runtime_error("copy");
        value = other.value;
        return *this;
    }
    friend bool operator==(const Fragile &left, const Fragile &right)
    {
        if (equalThrows)
            throw std::runtime_error("equal");
        return left.value == right.value;
    }
    int value;
};
Q_DECLARE_TYPEINFO(Fragile, Q_RELOCATABLE_TYPE);

class Typed : public Aside::ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(Types::Mode, mode, Types::Mode::Busy)
    ASIDE_ASSIGN(QStringList, names, u"a"_s, u"b"_s)
    ASIDE_ASSIGN(Place, place)
    ASIDE_ASSIGN(QVariant, anything)
    ASIDE_ASSIGN(double, ratio, 0.5)
    ASIDE_ASSIGN(QList<Element>, elements)
    ASIDE_ASSIGN(std::vector<Element>, block)
    ASIDE_ASSIGN(Fragile, fragile, 1)
    ASIDE_ASSIGN(int, count)
    ASIDE_ASSIGN(QList<QVariantMap>, rows)
};

class TestAssign : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initialValue_isTheOneDeclared()
    {
        Typed vm;
        QCOMPARE(vm.mode.value(), Types::Mode::Busy);
        QCOMPARE(vm.names.value(), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(vm.ratio.value(), 0.5);
        QCOMPARE(vm.count.value(), 0);
        QVERIFY(!vm.anything.value().isValid());
        QCOMPARE(vm.count.key(), u"count"_s);
    }

    void enum_takesItsNumberAndNothingElse()
    {
        Typed vm;
        vm.mode = Types::Mode::Done;
        QCOMPARE(vm.value<int>(u"mode"_s), 2);
        vm.assign(u"mode"_s, 0);
        QCOMPARE(vm.mode.value(), Types::Mode::Idle);
        vm.assign(u"mode"_s, 1.0);
        QCOMPARE(vm.mode.value(), Types::Mode::Busy);
        QVERIFY_EXCEPTION_THROWN(vm.assign(u"mode"_s, u"Done"_s), AssignError);
        QVERIFY_EXCEPTION_THROWN(vm.assign(u"mode"_s, 1.5), AssignError);
        QCOMPARE(vm.mode.value(), Types::Mode::Busy);
        vm.mode.update([](Types::Mode) { return Types::Mode::Done; });
        QCOMPARE(vm.value<Types::Mode>(u"mode"_s), Types::Mode::Done);
        vm.assign(u"mode too"_s, Types::Mode::Done);
        QCOMPARE(vm.value<Types::Mode>(u"mode too"_s), Types::Mode::Done);
    }

    void stringList_takesAListOfTexts()
    {
        Typed vm;
        vm.names.update([](QStringList now) { return now << u"c"_s; });
        QCOMPARE(vm.names->size(), 3);
        vm.assign(u"names"_s, QVariantList{u"x"_s, u"y"_s});
        QCOMPARE(vm.names.value(), (QStringList{u"x"_s, u"y"_s}));
        QVERIFY_EXCEPTION_THROWN(vm.assign(u"names"_s, QVariantList{u"x"_s, 5}), AssignError);
        QCOMPARE(vm.names->size(), 2);
    }

    void gadget_isComparedByItsValue()
    {
        Typed vm;
        Recorder recorder(vm);
        vm.place = Place{u"Ben Nevis"_s, 1345};
        vm.place = Place{u"Ben Nevis"_s, 1345};
        vm.assign(u"there"_s, Place{u"Ben Nevis"_s, 1345});
        vm.assign(u"there"_s, Place{u"Ben Nevis"_s, 1345});
        QCOMPARE(recorder.log.count(u"place"_s), 1);
        QCOMPARE(recorder.log.count(u"there"_s), 1);
        QCOMPARE(vm.place->name, u"Ben Nevis"_s);
        QCOMPARE(vm.value<Place>(u"there"_s).height, 1345.0);
        QVERIFY_EXCEPTION_THROWN(vm.assign(u"place"_s, u"Ben Nevis"_s), AssignError);
    }

    void variant_holdsAnything()
    {
        Typed vm;
        Recorder recorder(vm);
        const QVariantList values{5, u"five"_s, QVariantList{5}, true, QVariant()};
        for (const QVariant &value : values) {
            vm.assign(u"anything"_s, value);
            QCOMPARE(vm.anything.value(), value);
            QCOMPARE(vm.value(u"anything"_s).metaType(), value.metaType());
            vm.anything = value; // equal
        }
        QCOMPARE(recorder.log.count(u"anything"_s), values.size());
        vm.anything = 7;
        vm.anything.update([](const QVariant &now) { return QVariant(now.toInt() + 1); });
        QCOMPARE(vm.anything.value(), QVariant(8));
    }

    void notANumber_isEqualToItself_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("declared") << u"ratio"_s;
        QTest::newRow("dynamic") << u"dynamic"_s;
    }
    void notANumber_isEqualToItself()
    {
        QFETCH(QString, key);
        const double nan = std::numeric_limits<double>::quiet_NaN();
        Typed vm;
        vm.assign(key, nan);
        Recorder recorder(vm);
        vm.assign(key, nan);
        QCOMPARE(recorder.log, QStringList());
        vm.assign(key, 0.0);
        recorder.take();
        vm.assign(key, -0.0);
        QCOMPARE(recorder.log, QStringList());
    }

    void sharedContainer_isNeverWalked_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("isVector");
        QTest::newRow("declared") << u"elements"_s << false;
        QTest::newRow("declared, a std::vector in a QVariant") << u"block"_s << true;
        QTest::newRow("declared, as a QVariant") << u"anything"_s << false;
        QTest::newRow("dynamic") << u"dynamic"_s << false;
        QTest::newRow("dynamic, a std::vector in a QVariant") << u"dynamic"_s << true;
    }
    void sharedContainer_isNeverWalked()
    {
        QFETCH(QString, key);
        QFETCH(bool, isVector);
        const QVariant huge = isVector ? QVariant::fromValue(std::vector<Element>(100000))
                                       : QVariant::fromValue(QList<Element>(100000));
        Typed vm;
        vm.assign(key, huge);
        Recorder recorder(vm);
        Element::comparisons = 0;
        vm.assign(key, huge);
        vm.update(key, [](const QVariant &now) { return now; });
        vm.assign(key, vm.snapshot().value(key));
        if (!isVector)
            vm.update(key, [](const QList<Element> &now) { return now; });
        QCOMPARE(Element::comparisons, 0);
        QCOMPARE(recorder.log, QStringList());
        vm.assign({{key, isVector ? QVariant::fromValue(std::vector<Element>(100000))
                                  : QVariant::fromValue(QList<Element>(100000))}});
        QCOMPARE(Element::comparisons, 100000); // as equal, but not shared: so the count counts
    }

    void typedWrite_ofSharedDataIsNeverWalked()
    {
        const QList<Element> huge(100000);
        Typed vm;
        vm.elements = huge;
        Element::comparisons = 0;
        vm.elements = huge;
        vm.elements = vm.elements; // NOLINT
        vm.elements.update([](const QList<Element> &now) { return now; });
        QCOMPARE(Element::comparisons, 0);
    }

    void comparisonThatThrows_refusesTheCommit_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("declared") << u"fragile"_s;
        QTest::newRow("dynamic") << u"dynamic"_s;
    }
    void comparisonThatThrows_refusesTheCommit()
    {
        QFETCH(QString, key);
        Typed vm;
        vm.assign(key, Fragile(1));
        const QStringList before = vm.keys();
        Recorder recorder(vm);
        Fragile::equalThrows = true;
        QCOMPARE(thrown<std::runtime_error>([&] {
                     vm.assign({{u"fresh"_s, 1}, {u"count"_s, 5}, {key, Fragile(2)}, {u"ratio"_s, 0.7}});
                 }),
                 u"equal"_s);
        Fragile::equalThrows = false;
        QCOMPARE(vm.keys(), before);
        QCOMPARE(vm.value<Fragile>(key).value, 1);
        QCOMPARE(vm.count.value(), 0);
        QCOMPARE(recorder.log, QStringList());
        vm.assign(key, Fragile(2));
        QCOMPARE(vm.value<Fragile>(key).value, 2);
    }

    void copyThatThrows_leavesTheStoreUntouched_data() { comparisonThatThrows_refusesTheCommit_data(); }
    void copyThatThrows_leavesTheStoreUntouched()
    {
        QFETCH(QString, key);
        Typed vm;
        vm.assign(key, Fragile(1));
        const Assigns prepared{{u"count"_s, 5}, {u"fresh"_s, 1}, {key, Fragile(2)}, {u"names"_s, 5}};
        Fragile::copyThrows = true;
        // The last entry is refused: nothing of the others may have needed a copy that throws.
        QVERIFY(!thrown<AssignError>([&] { vm.assign(Assigns{{u"count"_s, 5}, {u"names"_s, 5}}); }).isNull());
        QCOMPARE(thrown<std::runtime_error>([&] { vm.assign({{u"count"_s, 5}, {key, Fragile(2)}}); }), u"copy"_s);
        QCOMPARE(thrown<std::runtime_error>([&] { vm.update(key, [](Fragile current) { return current; }); }), u"copy"_s);
        QCOMPARE(vm.count.value(), 0);
        Fragile::copyThrows = false;
        QVERIFY_EXCEPTION_THROWN(vm.assign(prepared), AssignError);
        QCOMPARE(vm.value<Fragile>(key).value, 1);
        QVERIFY(!vm.contains(u"fresh"_s));
    }

    void typedWrite_fromAnotherAssign()
    {
        Typed one;
        Typed two;
        one.names = QStringList{u"z"_s};
        two.names = one.names;
        QCOMPARE(two.names.value(), QStringList{u"z"_s});
        two.count = one.count + 3;
        QCOMPARE(two.count.value(), 3);
    }

    void notifySignal_isToldOnceByEachWayOfWriting()
    {
        Typed vm;
        int told = 0;
        connect(&vm, &Typed::countChanged, this, [&] { ++told; });
        vm.count = 1;
        vm.assign(u"count"_s, 2);
        vm.setProperty("count", 3);
        vm.count.update([](int n) { return n + 1; });
        vm.update(u"count"_s, [](int n) { return n + 1; });
        QCOMPARE(told, 5);
        vm.setProperty("count", 5);
        QCOMPARE(told, 5);
    }
};

QTEST_GUILESS_MAIN(TestAssign)
#include "tst_assign.moc"
#include "moc_storefixture.cpp"
