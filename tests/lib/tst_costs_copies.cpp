// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// How often a value is copied on its way from a functor to a reader.

#include "costs.h"
#include "support.h"

#include <aside/gather.h>
#include <aside/livestate.h>
#include <aside/streammodel.h>
#include <aside/testing.h>

using namespace Aside;
using namespace Aside::Testing;
using namespace Test;

namespace {

class Holder : public ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(Test::Large, large)
    ASIDE_ASSIGN(Test::Small, small)

public:
    void loadLarge()
    {
        loadAsync(u"load"_s, [] { return Large(1); });
    }
};

using Call = std::function<void(Holder &)>;

template<typename T>
Call assignAsyncOf(const QString &key)
{
    return [key](Holder &vm) {
        vm.assignAsync(u"t"_s, [key] { return std::move(Assigns().set(key, T(1))); });
    };
}

} // namespace

Q_DECLARE_METATYPE(Call)

class TestCostsCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void value_isCopied_data();
    void value_isCopied();
    void rows_areNotCopied_data();
    void rows_areNotCopied();
};

void TestCostsCopies::value_isCopied_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<int>("large");
    QTest::addColumn<int>("small");

    QTest::newRow("functor to a dynamic assign") << assignAsyncOf<Large>(u"l"_s) << 0 << 0;
    QTest::newRow("functor to a declared assign") << assignAsyncOf<Large>(u"large"_s) << 0 << 0;
    QTest::newRow("small functor to a dynamic assign") << assignAsyncOf<Small>(u"s"_s) << 0 << 0;
    QTest::newRow("small functor to a declared assign") << assignAsyncOf<Small>(u"small"_s) << 0 << 0;
    // What a list in braces holds can only be copied.
    QTest::newRow("functor to an assign, in braces") << Call([](Holder &vm) {
        vm.assignAsync(u"t"_s, [] { return Assigns{{u"l"_s, Large(1)}, {u"s"_s, Small(1)}}; });
    }) << 0 << 1;
    QTest::newRow("post") << Call([](Holder &vm) {
        vm.background(u"t"_s, [](TaskContext &context) {
            context.post(std::move(Assigns().set(u"l"_s, Large(1)).set(u"s"_s, Small(1))));
        });
    }) << 0 << 2; // of the snapshot at its start
    QTest::newRow("load") << Call([](Holder &vm) { vm.loadLarge(); }) << 0 << 0;
    QTest::newRow("functor to a handler") << Call([](Holder &vm) {
        vm.startAsync(u"t"_s, [] { return Large(1); }, [](const TaskResult<Large> &result) { QCOMPARE(result.value().number, 1); });
    }) << 0 << 0;
    QTest::newRow("gather to a handler") << Call([](Holder &vm) {
        vm.startAsync(u"t"_s, gather([] { return Large(1); }, [] { return Small(2); }),
                      [](const TaskResult<std::tuple<Large, Small>> &result) { QVERIFY(result.isOk()); });
    }) << 0 << 0;
    QTest::newRow("block to its run") << Call([](Holder &vm) {
        vm.background(u"t"_s, [](TaskContext &context) {
            const Large large = context.modify([](LiveState &) { return Large(1); });
            QCOMPARE(large.number, 1);
        });
    }) << 0 << 2; // of the snapshot at its start

    QTest::newRow("set") << Call([](Holder &vm) { vm.assign(u"l"_s, Large(1)); }) << 0 << 0;
    QTest::newRow("set of several") << Call([](Holder &vm) {
        vm.assign(std::move(Assigns().set(u"l"_s, Large(1)).set(u"s"_s, Small(1)).set(u"large"_s, Large(1)).set(u"small"_s, Small(1))));
    }) << 0 << 0;
    QTest::newRow("set of what is kept") << Call([](Holder &vm) {
        const Large kept(1);
        vm.assign(u"l"_s, kept);
        vm.large = kept;
        const Small keptSmall(1);
        vm.assign(u"s"_s, keptSmall);
        vm.small = keptSmall;
    }) << 2 << 2;
    QTest::newRow("set of what is given away") << Call([](Holder &vm) {
        vm.large = Large(1);
        vm.small = Small(1);
    }) << 0 << 0;
    QTest::newRow("set to the same value") << Call([](Holder &vm) { vm.assign(u"l"_s, Large(0)); }) << 0 << 0;
    QTest::newRow("update that looks") << Call([](Holder &vm) {
        vm.large.update([](const Large &current) { return Large(current.number + 1); });
        vm.small.update([](const Small &current) { return Small(current.number + 1); });
    }) << 0 << 0;
    QTest::newRow("update that takes") << Call([](Holder &vm) {
        vm.large.update([](Large current) { current.number = 1; return current; });
        vm.small.update([](Small current) { current.number = 1; return current; });
    }) << 1 << 1;

    QTest::newRow("read of a declared assign") << Call([](Holder &vm) {
        QCOMPARE(vm.large.value().number, 0);
        QCOMPARE(vm.small->number, 0);
        QCOMPARE(vm.read_large().number, 0);
    }) << 0 << 0;
    QTest::newRow("read by key") << Call([](Holder &vm) {
        QCOMPARE(vm.value<Large>(u"l"_s).number, 0);
        QCOMPARE(vm.value<Small>(u"s"_s).number, 0);
    }) << 1 << 2; // a small one once more, with its QVariant
    QTest::newRow("snapshot") << Call([](Holder &vm) {
        vm.assign(u"n"_s, 1);
        vm.snapshot();
    }) << 0 << 2; // of both small values
}

void TestCostsCopies::value_isCopied()
{
    QFETCH(const Call, call);
    QFETCH(const int, large);
    QFETCH(const int, small);
    Holder vm;
    vm.assign({{u"l"_s, Large()}, {u"s"_s, Small()}});
    const TaskSpy spy(vm);
    takeCopies<Large>();
    takeCopies<Small>();
    call(vm);
    QVERIFY(waitForIdle(vm));
    for (const TaskSpy::End &end : spy.ends())
        QCOMPARE(end.outcome, Outcome::Ok);
    QCOMPARE(takeCopies<Large>(), large);
    QCOMPARE(takeCopies<Small>(), small);
}

void TestCostsCopies::rows_areNotCopied_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("one by one") << 0;
    QTest::newRow("in a range") << 1;
    QTest::newRow("with an id") << 2;
    QTest::newRow("at the front") << 3;
}

void TestCostsCopies::rows_areNotCopied()
{
    QFETCH(const int, way);
    ViewModel vm;
    StreamModelOf<Large> model(way == 2 ? RowRoles<Large>{{"number", &Large::number}}.id(&Large::number)
                                        : RowRoles<Large>{{"number", &Large::number}});
    takeCopies<Large>();
    vm.streamAsync(u"t"_s, model, [way](RowStream<Large> &rows) {
        std::vector<Large> range;
        for (int i = 0; i < 1000; ++i) {
            switch (way) {
            case 0: rows.append(Large(i)); break;
            case 1: range.emplace_back(i); break;
            case 2: rows.upsert(Large(i)); break;
            default: rows.insert(0, Large(i));
            }
        }
        if (way == 1)
            rows.append(std::move(range));
    });
    QVERIFY(waitForIdle(vm));
    QCOMPARE(model.count(), 1000);
    QCOMPARE(model.row(999).number, way == 3 ? 0 : 999);
    QCOMPARE(takeCopies<Large>(), 0);
    QCOMPARE(model.row(5), model.row(5));
    QCOMPARE(takeCopies<Large>(), 0);
}

QTEST_GUILESS_MAIN(TestCostsCopies)
#include "tst_costs_copies.moc"
