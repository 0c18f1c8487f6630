// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// The examples in the headers about results and loads, as they stand there.

#include <aside/testing.h>
#include <aside/viewmodel.h>

#include <QTest>

using namespace Aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString orgOf(int id)
{
    return u"org %1"_s.arg(id);
}

QString rankOf(int id)
{
    return u"rank %1"_s.arg(id);
}

Assigns profile()
{
    return {{u"org"_s, u"harbour"_s}, {u"rank"_s, u"captain"_s}};
}

} // namespace

class TestExamplesResults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asyncResult()
    {
        const Failure failure(Failure::Kind::Exception, u"no net"_s);

        AsyncResult office;
        office = office.toLoading(); // the first load
        QCOMPARE(office.status(), AsyncResult::Status::Loading);
        office = office.toOk(u"Harbour office"_s);
        office = office.toLoading().toFailed(failure); // the refresh failed: the old value is still shown
        const QString name = office.value<QString>(u"nobody"_s);

        QCOMPARE(name, u"Harbour office"_s);
        QVERIFY(office.isOk() && office.hasFailed());
    }

    void loadAsync()
    {
        Testing::ManualScheduler scheduler;
        ViewModel vm;
        const int id = 7;

        vm.loadAsync({u"org"_s, u"rank"_s}, [id] { return Assigns{{u"org"_s, orgOf(id)}, {u"rank"_s, rankOf(id)}}; });
        scheduler.runAll();
        QCOMPARE(vm.value<AsyncResult>(u"rank"_s).value<QString>(), u"rank 7"_s);

        vm.loadAsync(u"org"_s, [id] { return orgOf(id); }, {.reset = true});
        QCOMPARE(vm.value<AsyncResult>(u"org"_s), AsyncResult().toFirstLoad());
        scheduler.runAll();
        QCOMPARE(vm.value<AsyncResult>(u"org"_s), AsyncResult().toOk(u"org 7"_s));
    }

    void loadOptions()
    {
        Testing::ManualScheduler scheduler;
        ViewModel vm;
        const AsyncResult old = AsyncResult().toOk(u"old"_s);

        vm.assign({{u"org"_s, old}, {u"rank"_s, old}});
        vm.loadAsync({u"org"_s, u"rank"_s}, profile, {.reset = true});
        QCOMPARE(vm.value<AsyncResult>(u"org"_s), AsyncResult().toFirstLoad());
        QCOMPARE(vm.value<AsyncResult>(u"rank"_s), AsyncResult().toFirstLoad());
        scheduler.runAll();

        vm.assign({{u"org"_s, old}, {u"rank"_s, old}});
        vm.loadAsync({u"org"_s, u"rank"_s}, profile, {.reset = {u"rank"_s}, .task = {.lane = Lane::Io, .timeout = 10s}});
        QCOMPARE(vm.value<AsyncResult>(u"org"_s), old.toLoading());
        QCOMPARE(vm.value<AsyncResult>(u"rank"_s), AsyncResult().toFirstLoad());
        scheduler.runAll();
        QCOMPARE(vm.value<AsyncResult>(u"rank"_s), AsyncResult().toOk(u"captain"_s));
    }
};

QTEST_GUILESS_MAIN(TestExamplesResults)
#include "tst_examples_results.moc"
