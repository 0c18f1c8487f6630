// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// What a run costs in allocations, once its view model has run others before: where it starts, on its
// worker, and where it lands.

#include "costs.h"
#include "support.h"

#include <aside/gather.h>

using namespace Aside;
using namespace Test;

namespace {

using Start = std::function<void(ViewModel &, const QString &)>;

struct Cost
{
    double start;
    double work;
    double landing;
    friend bool operator==(const Cost &, const Cost &) = default;
};

char *toString(const Cost &cost)
{
    return QTest::toString(u"%1 to start, %2 on the worker, %3 to land"_s.arg(cost.start).arg(cost.work).arg(cost.landing));
}

/// Has every worker stand at a gate, behind what was started before.
class Barrier
{
public:
    explicit Barrier(ViewModel &viewModel)
    {
        for (int i = 0; i < m_workers; ++i) {
            viewModel.assignAsync(u"barrier"_s, [reached = m_reached, leave = m_leave] {
                reached.open();
                leave.pass();
                return Assigns();
            }, {.policy = Policy::Parallel});
        }
    }
    void wait() const
    {
        for (int i = 0; i < m_workers; ++i)
            m_reached.pass();
    }
    void open() const { m_leave.open(m_workers); }

private:
    const int m_workers = std::max(2, QThread::idealThreadCount());
    const Gate m_reached;
    const Gate m_leave;
};

/// What \a names.size() runs cost, and the two barriers around them.
Cost measure(ViewModel &vm, const Start &start, const QStringList &names)
{
    Cost cost{};
    const Barrier first(vm);
    first.wait();
    const Allocations starting;
    for (const QString &name : names)
        start(vm, name);
    cost.start = double(starting.here());
    const Barrier last(vm);
    const Allocations working;
    first.open();
    last.wait();
    cost.work = double(working.elsewhere());
    const Allocations landing;
    QCoreApplication::sendPostedEvents();
    cost.landing = double(landing.here());
    last.open();
    if (!settle())
        qFatal("a worker does not end");
    return cost;
}

} // namespace

Q_DECLARE_METATYPE(Start)
Q_DECLARE_METATYPE(Cost)

class TestCostsTasks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup() { setFrameBudget(4ms); }

    void run_allocates_data();
    void run_allocates();
};

void TestCostsTasks::run_allocates_data()
{
    QTest::addColumn<Start>("start");
    QTest::addColumn<Cost>("expected");

    QTest::newRow("one value") << Start([](ViewModel &vm, const QString &name) {
        vm.assignAsync(name, [] { return Assigns{{u"n"_s, 1}}; });
    }) << Cost{1, 0, 0};
    QTest::newRow("one value, as a member of the list") << Start([](ViewModel &vm, const QString &name) {
        vm.assignAsync(name, [] { return std::move(Assigns().set(u"n"_s, 1)); });
    }) << Cost{1, 0, 0};
    QTest::newRow("one update") << Start([](ViewModel &vm, const QString &name) {
        vm.assignAsync(name, [] { return Assigns{{u"n"_s, update([](int n) { return n + 1; })}}; });
    }) << Cost{1, 1, 0};
    QTest::newRow("two values") << Start([](ViewModel &vm, const QString &name) {
        vm.assignAsync(name, [] { return Assigns{{u"n"_s, 1}, {u"m"_s, 2}}; });
    }) << Cost{1, 1, 0};
    QTest::newRow("nothing") << Start([](ViewModel &vm, const QString &name) {
        vm.assignAsync(name, [] { return Assigns(); });
    }) << Cost{1, 0, 0};
    QTest::newRow("with a context") << Start([](ViewModel &vm, const QString &name) {
        vm.assignAsync(name, [](TaskContext &) { return Assigns{{u"n"_s, 1}}; });
    }) << Cost{1, 0, 0};
    QTest::newRow("progress") << Start([](ViewModel &vm, const QString &name) {
        vm.assignAsync(name, [](TaskContext &context) {
            context.setProgress(0.5);
            return Assigns();
        });
    }) << Cost{1, 0, 0};
    QTest::newRow("a post") << Start([](ViewModel &vm, const QString &name) {
        vm.assignAsync(name, [](TaskContext &context) {
            context.post({{u"n"_s, 1}});
            return Assigns();
        });
    }) << Cost{1, 6, 0};
    QTest::newRow("a handler") << Start([](ViewModel &vm, const QString &name) {
        vm.startAsync(name, [] { return 1; }, [](const TaskResult<int> &) { });
    }) << Cost{1, 0, 0};
    QTest::newRow("in the background") << Start([](ViewModel &vm, const QString &name) {
        vm.background(name, [](TaskContext &) { });
    }) << Cost{1, 0, 0};
    QTest::newRow("a load") << Start([](ViewModel &vm, const QString &name) {
        vm.loadAsync(name, [] { return 1; });
    }) << Cost{9, 0, 4};
    QTest::newRow("with a policy and a priority") << Start([](ViewModel &vm, const QString &name) {
        vm.assignAsync(name, [] { return Assigns{{u"n"_s, 1}}; }, {.policy = Policy::Parallel, .priority = Priority::High});
    }) << Cost{1, 0, 0};
}

void TestCostsTasks::run_allocates()
{
    NEEDS_COUNTS_OF_ALLOCATIONS();
    QFETCH(const Start, start);
    QFETCH(const Cost, expected);
    constexpr int runs = 16;
    ViewModel vm;
    vm.assign({{u"n"_s, 0}, {u"m"_s, 0}});
    QStringList names;
    for (int i = 0; i < runs; ++i)
        names += u"name %1"_s.arg(i);
    // What grows once, and is kept, has grown then.
    measure(vm, start, names);
    measure(vm, start, names);
    const Cost none = measure(vm, start, {});
    const Cost all = measure(vm, start, names);
    const Cost one{(all.start - none.start) / runs, (all.work - none.work) / runs, (all.landing - none.landing) / runs};
    QCOMPARE(one, expected);
}

QTEST_GUILESS_MAIN(TestCostsTasks)
#include "tst_costs_tasks.moc"
