// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// T11: whom a key belongs to once others have taken it over, canceled it, or were refused.

#include "support.h"

#include <aside/testing.h>

using namespace Aside;
using Testing::ManualScheduler;
using Testing::TaskSpy;
using Status = AsyncResult::Status;

namespace {

int refuseWhileLoading(const AsyncResult &result, bool refuses)
{
    if (refuses && result.isLoading())
        throw Error(u"not while loading"_s);
    return 0;
}

class Profile : public ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(Aside::AsyncResult, org)
    ASIDE_ASSIGN(Aside::AsyncResult, rank)
    ASIDE_ASSIGN(bool, refuses)
    ASIDE_COMPUTED(int, checked, refuseWhileLoading(org, refuses), org, refuses)

public:
    QString text(const QString &key) const { return value<AsyncResult>(key).value<QString>(u"none"_s); }
};

auto both(const QString &value)
{
    return [value] { return Assigns{{u"org"_s, value}, {u"rank"_s, value}}; };
}

} // namespace

class TestLoadAsyncKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lostKey_isNoLongerChangedByTheLoadThatHadIt_data()
    {
        QTest::addColumn<QString>("end");
        QTest::newRow("which fails") << u"fails"_s;
        QTest::newRow("which is canceled") << u"canceled"_s;
        QTest::newRow("which tells of its progress") << u"progress"_s;
    }
    void lostKey_isNoLongerChangedByTheLoadThatHadIt()
    {
        QFETCH(const QString, end);
        const Test::Log log;
        ManualScheduler scheduler;
        Profile vm;
        Task first = vm.loadAsync({u"org"_s, u"rank"_s}, [end](TaskContext &context) {
            context.sleep(1s);
            if (end == u"fails"_s)
                throw std::runtime_error("no network");
            context.setProgress(0.5, u"half"_s);
            context.sleep(1h);
            return Assigns{{u"org"_s, u"late"_s}, {u"rank"_s, u"late"_s}};
        });
        scheduler.runAll();
        vm.loadAsync(u"org"_s, [](TaskContext &context) {
            context.sleep(2s);
            return u"new"_s;
        });
        scheduler.advance(1s);
        if (end == u"canceled"_s)
            first.cancel();
        const AsyncResult loading = AsyncResult().toLoading();
        QCOMPARE(vm.org.value(), loading);
        QVERIFY(vm.rank.value() != loading);
        scheduler.advance(1s);
        QCOMPARE(vm.text(u"org"_s), u"new"_s);
    }

    void update_seesWhatItsOwnResultHasSet()
    {
        ManualScheduler scheduler;
        Profile vm;
        vm.org = AsyncResult().toOk(u"old"_s);
        vm.loadAsync(u"org"_s, [] {
            return Assigns{{u"org"_s, update([](const QString &text) { return QString(text + u'!'); })}, {u"org"_s, u"new"_s}};
        });
        scheduler.runAll();
        QCOMPARE(vm.text(u"org"_s), u"new!"_s);
    }

    void cancelLoad_letsTheKeyGo()
    {
        ManualScheduler scheduler;
        Profile vm;
        // Without a handle: the load is gone before the next one, which may lie where it has lain.
        for (int i = 0; i < 10; ++i) {
            vm.loadAsync(u"org"_s, [] { return u"canceled"_s; });
            vm.cancelLoad({u"org"_s});
            QCOMPARE(vm.org.value().status(), Status::Canceled);
            scheduler.runAll();
            const Task next = vm.loadAsync(u"org"_s, [] { return u"loaded"_s; }, {.reset = true});
            QVERIFY(next.isActive());
            scheduler.runAll();
            QCOMPARE(vm.text(u"org"_s), u"loaded"_s);
        }
    }

    void cancelLoad_whoseHandlerDestroysTheViewModel()
    {
        ManualScheduler scheduler;
        auto vm = std::make_unique<Profile>();
        Task task = vm->loadAsync(u"org"_s, [] { return 1; });
        Task other = vm->loadAsync(u"rank"_s, [] { return 1; });
        connect(vm.get(), &Profile::orgChanged, this, [&vm] { vm.reset(); });
        vm->cancelLoad({u"org"_s, u"rank"_s});
        QVERIFY(!vm);
        QCOMPARE(task.outcome(), Outcome::Canceled);
        QCOMPARE(other.outcome(), Outcome::Canceled);
        scheduler.runAll();
    }

    void handlerOfLoading_thatDisconnectsLeavesNothingLoading()
    {
        ManualScheduler scheduler;
        Profile vm;
        vm.org = AsyncResult().toOk(u"old"_s);
        connect(&vm, &Profile::orgChanged, this, [&vm] { vm.setConnected(false); });
        const Task task = vm.loadAsync({u"org"_s, u"rank"_s}, both(u"late"_s));
        QVERIFY(!task.isValid());
        QCOMPARE(vm.org.value(), AsyncResult().toOk(u"old"_s).toLoading().toCanceled());
        QCOMPARE(vm.rank.value().status(), Status::Canceled);
        disconnect(&vm, &Profile::orgChanged, this, nullptr);
        vm.setConnected(true);
        vm.loadAsync({u"org"_s, u"rank"_s}, both(u"new"_s));
        scheduler.runAll();
        QCOMPARE(vm.text(u"org"_s), u"new"_s);
        QCOMPARE(vm.text(u"rank"_s), u"new"_s);
    }

    void loadThatTheStoreRefuses_leavesTheLoadBeforeAlone_data()
    {
        QTest::addColumn<bool>("withinACommit");
        QTest::newRow("by a computed assign") << false;
        QTest::newRow("within a commit") << true;
    }
    void loadThatTheStoreRefuses_leavesTheLoadBeforeAlone()
    {
        QFETCH(const bool, withinACommit);
        ManualScheduler scheduler;
        Profile vm;
        TaskSpy spy(vm);
        vm.loadAsync(u"rank"_s, [] { return u"first"_s; });
        QString message;
        try {
            if (withinACommit) {
                vm.assign(u"n"_s, 1);
                vm.update(u"n"_s, [&](int n) {
                    vm.loadAsync({u"org"_s, u"rank"_s}, both(u"second"_s));
                    return n;
                });
            } else {
                vm.refuses = true;
                vm.loadAsync({u"org"_s, u"rank"_s}, both(u"second"_s));
            }
        } catch (const Error &error) {
            message = error.message();
        }
        QVERIFY2(message.contains(withinACommit ? u"commit"_s : u"not while loading"_s), qPrintable(message));
        QCOMPARE(vm.org.value().status(), Status::NeverAsked);
        QCOMPARE(vm.rank.value().status(), Status::Loading);
        scheduler.runAll();
        QCOMPARE(vm.text(u"rank"_s), u"first"_s);
        vm.refuses = false;
        vm.loadAsync({u"org"_s, u"rank"_s}, both(u"third"_s));
        scheduler.runAll();
        QCOMPARE(vm.text(u"org"_s), u"third"_s);
        QCOMPARE(spy.log(), QStringList({u"rank Ok"_s, u"org, rank Ok"_s}));
    }

    void loadThatTheStoreRefuses_leavesItsKeysToWhoComesNext()
    {
        ManualScheduler scheduler;
        Profile vm;
        const Task first = vm.loadAsync(u"rank"_s, [] { return u"first"_s; });
        vm.refuses = true;
        QVERIFY_EXCEPTION_THROWN(vm.loadAsync({u"org"_s, u"rank"_s}, both(u"refused"_s)), Error);
        vm.refuses = false;
        vm.loadAsync({u"rank"_s, u"org"_s}, both(u"next"_s)); // of another name
        QCOMPARE(first.outcome(), Outcome::Superseded);
        scheduler.runAll();
        QCOMPARE(vm.text(u"rank"_s), u"next"_s);
    }
};

QTEST_GUILESS_MAIN(TestLoadAsyncKeys)
#include "tst_loadasync_keys.moc"
