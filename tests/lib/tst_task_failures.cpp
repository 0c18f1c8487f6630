// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T4, T5, T18: what users' code throws becomes a failure, and nothing else suffers.

#include "support.h"

using namespace Aside;
using namespace Test;

namespace {
struct Unknown { };
struct Mute : std::exception
{
    const char *what() const noexcept override { return ""; }
};
}

class TestTaskFailures : public QObject
{
    Q_OBJECT

private:
    using Work = std::function<Assigns()>;

private Q_SLOTS:
    void init() { setFrameBudget(1h); }
    void cleanup() { QVERIFY(settle()); }

    void functor_thatThrowsBecomesAFailure_data()
    {
        QTest::addColumn<Work>("work");
        QTest::addColumn<QString>("message");
        QTest::newRow("std::exception") << Work([]() -> Assigns { throw std::runtime_error("größer"); }) << u"größer"_s;
        QTest::newRow("an error of the library")
            << Work([]() -> Assigns { throw ImmutableStateError(u"not now"_s); }) << u"not now"_s;
        QTest::newRow("no text") << Work([]() -> Assigns { throw Mute(); }) << u"Mute"_s;
        QTest::newRow("int") << Work([]() -> Assigns { throw 42; }) << u"42"_s;
        QTest::newRow("QString") << Work([]() -> Assigns { throw u"plain text"_s; }) << u"plain text"_s;
        QTest::newRow("const char *") << Work([]() -> Assigns { throw "literal"; }) << u"literal"_s;
        QTest::newRow("std::string") << Work([]() -> Assigns { throw std::string("string"); }) << u"string"_s;
        QTest::newRow("unknown") << Work([]() -> Assigns { throw Unknown(); }) << u"Unknown"_s;
    }
    void functor_thatThrowsBecomesAFailure()
    {
        QFETCH(const Work, work);
        QFETCH(const QString, message);
        ViewModel vm;
        vm.assign(u"a"_s, 1);
        const Story story(vm);
        const Log log;
        const Task task = vm.assignAsync(u"t"_s, work);
        EVENTUALLY(task.outcome() == Outcome::Failed);
        QVERIFY(settle());
        QCOMPARE(task.failure().kind(), Failure::Kind::Exception);
        QVERIFY2(task.failure().message().contains(message), qUtf8Printable(task.failure().message()));
        QVERIFY(task.failure().exception() != nullptr);
        QCOMPARE(story.lines, (QStringList{QString("failed t: "_L1 + task.failure().message()), u"t Failed"_s}));
        QCOMPARE(log.lines().size(), 1);
        QVERIFY(log.lines().first().startsWith("aside.task: "_L1));
        QVERIFY(log.contains(u"\"t\""_s) && log.contains(message));
        QCOMPARE(vm.keys(), QStringList{u"a"_s});
    }

    void functor_thatThrowsKeepsTheExceptionItself()
    {
        ViewModel vm;
        const Task task = vm.assignAsync(u"t"_s, []() -> Assigns { throw Unknown(); });
        EVENTUALLY(!task.isActive());
        QVERIFY_THROWS_EXCEPTION(Unknown, std::rethrow_exception(task.failure().exception()));
    }

    void result_thatIsRefusedFailsAndLeavesTheStoreUntouched_data()
    {
        QTest::addColumn<Work>("work");
        QTest::addColumn<QString>("part");
        const auto add = [](const char *row, const QString &part, Assigns::Entry entry) {
            QTest::newRow(row) << Work([entry] { return Assigns{{u"first"_s, 1}, entry, {u"a"_s, 2}}; }) << part;
        };
        add("update throws", u"upset"_s, {u"a"_s, update([](int) -> int { throw std::runtime_error("upset"); })});
        add("update throws an int", u"7"_s, {u"a"_s, update([](int) -> int { throw 7; })});
        add("update of a key that was never assigned", u"nowhere"_s, {u"nowhere"_s, update([](int n) { return n; })});
        add("update takes another type", u"‘a’"_s, {u"a"_s, update([](const QStringList &l) { return l; })});
        add("reserved key", u"_async"_s, {u"_async"_s, 1});
        add("member's key", u"parent"_s, {u"parent"_s, 1});
        add("empty key", u"empty"_s, {QString(), 1});
    }
    void result_thatIsRefusedFailsAndLeavesTheStoreUntouched()
    {
        QFETCH(const Work, work);
        QFETCH(const QString, part);
        ViewModel vm;
        vm.assign(u"a"_s, 1);
        const Story story(vm);
        const Task bad = vm.assignAsync(u"bad"_s, work);
        const Task good = vm.assignAsync(u"good"_s, [] { return Assigns{{u"b"_s, 5}}; });
        EVENTUALLY(!bad.isActive() && !good.isActive());
        QCOMPARE(bad.outcome(), Outcome::Failed);
        QCOMPARE(bad.failure().kind(), Failure::Kind::Refused);
        QVERIFY2(bad.failure().message().contains(part), qUtf8Printable(bad.failure().message()));
        QCOMPARE(good.outcome(), Outcome::Ok);
        QCOMPARE(vm.keys(), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(vm.value<int>(u"a"_s), 1);
        QTRY_COMPARE(story.lines.filter(u"failed bad"_s).size(), 1);
        QCOMPARE(story.lines.count(u"bad Failed"_s), 1);
        QCOMPARE(story.lines.count(u"good Ok"_s), 1);
    }

    void update_thatAssignsIsRefused()
    {
        ViewModel vm;
        vm.assign(u"a"_s, 1);
        const Task task = vm.assignAsync(u"t"_s, [&vm] {
            return Assigns{{u"a"_s, update([&vm](int n) {
                                vm.assign(u"b"_s, 1);
                                return n + 1;
                            })}};
        });
        EVENTUALLY(task.outcome() == Outcome::Failed);
        QVERIFY_THROWS_EXCEPTION(ImmutableStateError, std::rethrow_exception(task.failure().exception()));
        QCOMPARE(vm.keys(), QStringList{u"a"_s});
        vm.assign(u"b"_s, 2); // the store is not stuck in that commit
        QCOMPARE(vm.value<int>(u"a"_s), 1);
    }

    void functor_thatUsesItsViewModelFails()
    {
        ViewModel vm;
        vm.assign(u"a"_s, 1);
        const Task task = vm.assignAsync(u"t"_s, [&vm] {
            vm.assign(u"a"_s, 2);
            return Assigns();
        });
        EVENTUALLY(task.outcome() == Outcome::Failed);
        QVERIFY_THROWS_EXCEPTION(ImmutableStateError, std::rethrow_exception(task.failure().exception()));
        QCOMPARE(vm.value<int>(u"a"_s), 1);
    }

    void handler_thatThrowsIsToldAndTheOthersStillRun_data()
    {
        QTest::addColumn<int>("where");
        QTest::newRow("assigned") << 0;
        QTest::newRow("assignsChanged") << 1;
        QTest::newRow("taskFailed") << 2;
        QTest::newRow("taskFinished") << 3;
        QTest::newRow("asyncChanged") << 4;
    }
    void handler_thatThrowsIsToldAndTheOthersStillRun()
    {
        QFETCH(const int, where);
        ViewModel vm;
        const Log log;
        const Story story(vm);
        int thrown = 0;
        const auto bad = [&thrown] {
            if (++thrown == 1)
                throw std::runtime_error("careless");
        };
        switch (where) {
        case 0: connect(&vm, &ViewModel::assigned, this, bad); break;
        case 1: connect(&vm, &ViewModel::assignsChanged, this, bad); break;
        case 2: connect(&vm, &ViewModel::taskFailed, this, bad); break;
        case 3: connect(&vm, &ViewModel::taskFinished, this, bad); break;
        default: connect(&vm, &Scriptable::asyncChanged, this, bad);
        }
        vm.assignAsync(u"x"_s, []() -> Assigns { throw 1; });
        vm.assignAsync(u"y"_s, [] { return Assigns{{u"a"_s, 1}, {u"b"_s, 2}}; });
        const Task last = vm.assignAsync(u"z"_s, [] { return Assigns{{u"c"_s, 3}}; });
        EVENTUALLY(story.lines.contains(u"x Failed"_s) && story.lines.contains(u"y Ok"_s) && story.lines.contains(u"z Ok"_s));
        EVENTUALLY(story.lines.contains(u"handler: careless"_s));
        QVERIFY(log.contains(u"careless"_s));
        for (const QString &key : {u"a"_s, u"b"_s, u"c"_s})
            QCOMPARE(story.lines.count(QString("assigned "_L1 + key)), 1);
        QCOMPARE(vm.value<int>(u"c"_s), 3);
    }

    void handlerFailed_thatThrowsIsLogged()
    {
        ViewModel vm;
        const Log log;
        connect(&vm, &ViewModel::assigned, this, [] { throw 1; });
        connect(&vm, &ViewModel::handlerFailed, this, [] { throw 2; });
        vm.assignAsync(u"t"_s, [] { return Assigns{{u"a"_s, 1}}; });
        EVENTUALLY(log.contains(u"handlerFailed"_s));
        QCOMPARE(vm.value<int>(u"a"_s), 1);
    }

    void outcome_isToldOnceWhateverItIs()
    {
        ViewModel vm;
        const Story story(vm);
        const Gate finish;
        vm.assignAsync(u"ok"_s, [] { return Assigns(); });
        vm.assignAsync(u"bad"_s, []() -> Assigns { throw 1; });
        vm.assignAsync(u"old"_s, [finish] { finish.pass(); return Assigns(); });
        vm.assignAsync(u"old"_s, [finish] { finish.pass(); return Assigns(); });
        vm.cancelAsync(u"old"_s);
        finish.open(2);
        EVENTUALLY(story.lines.contains(u"ok Ok"_s) && story.lines.contains(u"bad Failed"_s));
        QVERIFY(settle());
        QCOMPARE(story.lines.filter(u"old "_s), (QStringList{u"old Superseded"_s, u"old Canceled"_s}));
        QCOMPARE(story.lines.size(), 5); // and the failure's own line
    }
};

QTEST_GUILESS_MAIN(TestTaskFailures)
#include "tst_task_failures.moc"
