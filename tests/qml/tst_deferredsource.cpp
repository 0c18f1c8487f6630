// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// How the answer of a URL lands in a view model, and what is seen of tasks of others.

#include "counter.h"
#include "loopbackserver.h"
#include "source.h"

#include <aside/taskobserver.h>
#include <aside/testing.h>

#include <QNetworkProxy>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <stdexcept>

using namespace Aside;
using namespace Qt::StringLiterals;

class tst_DeferredSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void members_landAsAssignsInOneCommit();
    void refusedMember_refusesAll_data();
    void refusedMember_refusesAll();
    void failure_keepsTheOldValue();
    void keys_areThoseThatLand();
    void keys_haveToBeThere();
    void viewModelDestroyedMidway_closesTheConnection();
    void task_namesTheFetch();
    void fetchesOfTheSame_areApart();
    void fetchOfAnotherWithItsName_takesItsPlace();
    void disconnectedViewModel_asksNobody();
    void withoutUrl_loadDoesNothing();
    void followedTask_isSeen();
    void followedTask_mayRunAlready();
    void followedTask_ofAnotherViewModel();
    void followedTask_isCanceled();
};

void tst_DeferredSource::members_landAsAssignsInOneCommit()
{
    LoopbackServer server;
    server.answerJson(u"/"_s, R"({"a": 5, "level": 1, "names": ["x", "y"], "new": {"b": 1}})");
    Counter counter;
    QSignalSpy commits(&counter, &ViewModel::assignsChanged);
    Source source(server.url(u"/"_s), &counter);
    source.load();
    FINISHED(source);
    QCOMPARE(source.failure(), QString());
    QCOMPARE(counter.a.value(), 5);
    QCOMPARE(counter.level.value(), 1.0);
    QCOMPARE(counter.names.value(), (QStringList{u"x"_s, u"y"_s}));
    QCOMPARE(counter.value(u"new"_s), QVariant(QVariantMap{{u"b"_s, 1}}));
    QCOMPARE(counter.sum.value(), 15);
    QCOMPARE(commits.count(), 1);
    QCOMPARE(source.result().value().toMap().keys(), (QStringList{u"a"_s, u"level"_s, u"names"_s, u"new"_s}));
}

void tst_DeferredSource::refusedMember_refusesAll_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("said");
    QTest::addColumn<Failure::Kind>("kind");
    const Failure::Kind refused = Failure::Kind::Refused;
    QTest::newRow("of another type") << QByteArray(R"({"b": 3, "a": "many"})") << u"‘a’"_s << refused;
    QTest::newRow("with a fraction") << QByteArray(R"({"b": 3, "a": 1.5})") << u"‘a’"_s << refused;
    QTest::newRow("too large") << QByteArray(R"({"b": 3, "a": 5000000000})") << u"‘a’"_s << refused;
    QTest::newRow("null") << QByteArray(R"({"b": 3, "a": null})") << u"‘a’"_s << refused;
    QTest::newRow("a member of QObject") << QByteArray(R"({"b": 3, "deleteLater": 1})") << u"deleteLater"_s << refused;
    QTest::newRow("reserved") << QByteArray(R"({"b": 3, "_async": 1})") << u"_async"_s << refused;
    QTest::newRow("computed") << QByteArray(R"({"b": 3, "sum": 1})") << u"sum"_s << refused;
    QTest::newRow("without a name") << QByteArray(R"({"b": 3, "": 1})") << u"empty"_s << refused;
    QTest::newRow("a list") << QByteArray("[3]") << u"is no JSON object"_s << Failure::Kind::Exception;
}

void tst_DeferredSource::refusedMember_refusesAll()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, said);
    QFETCH(const Failure::Kind, kind);
    LoopbackServer server;
    server.answerJson(u"/"_s, json);
    Counter counter;
    Source source(server.url(u"/"_s), &counter);
    expectFailure();
    source.load();
    FINISHED(source);
    QVERIFY2(source.failure().contains(said), qPrintable(source.failure()));
    QCOMPARE(source.result().failure().kind(), kind);
    QCOMPARE(counter.b.value(), 10);
    QVERIFY(!source.result().isOk());
}

void tst_DeferredSource::failure_keepsTheOldValue()
{
    LoopbackServer server;
    server.answerJson(u"/"_s, R"({"a": 5})");
    Counter counter;
    Source source(server.url(u"/"_s), &counter);
    source.load();
    FINISHED(source);
    server.answerJson(u"/"_s, R"({"a": "many"})");
    expectFailure();
    source.load();
    QCOMPARE(source.result().status(), AsyncResult::Status::Refreshing);
    FINISHED(source);
    QVERIFY(source.result().hasFailed());
    QVERIFY(source.result().isOk());
    QCOMPARE(source.result().value().toMap().value(u"a"_s).toInt(), 5);
    QCOMPARE(counter.a.value(), 5);
}

void tst_DeferredSource::keys_areThoseThatLand()
{
    LoopbackServer server;
    server.answerJson(u"/"_s, R"({"a": 5, "b": 6, "deleteLater": 7})");
    Counter counter;
    Source source(server.url(u"/"_s), &counter);
    source.set("keys", QStringList{u"a"_s});
    source.load();
    FINISHED(source);
    QCOMPARE(source.failure(), QString());
    QCOMPARE(counter.a.value(), 5);
    QCOMPARE(counter.b.value(), 10);
}

void tst_DeferredSource::keys_haveToBeThere()
{
    LoopbackServer server;
    server.answerJson(u"/"_s, R"({"a": 5})");
    Counter counter;
    Source source(server.url(u"/"_s), &counter);
    source.set("keys", QStringList{u"a"_s, u"level"_s});
    expectFailure();
    source.load();
    FINISHED(source);
    QVERIFY2(source.failure().contains(u"has no member “level”"_s), qPrintable(source.failure()));
    QCOMPARE(counter.a.value(), 1);
}

void tst_DeferredSource::viewModelDestroyedMidway_closesTheConnection()
{
    LoopbackServer server;
    auto counter = std::make_unique<Counter>();
    Source source(server.url(u"/"_s), counter.get());
    source.load();
    QTRY_COMPARE(server.paths().size(), 1);
    counter.reset();
    QVERIFY(source.result().isCanceled());
    QTRY_COMPARE(server.open(), 0);
    source.cancel();
}

void tst_DeferredSource::task_namesTheFetch()
{
    LoopbackServer server;
    server.answerJson(u"/rates?day=1"_s, R"({"a": 5})");
    Counter counter;
    Testing::TaskSpy spy(counter);
    QUrl url = server.url(u"/rates?day=1"_s);
    url.setUserInfo(u"me:secret"_s);
    Source source(url, &counter);
    source.load();
    FINISHED(source);
    QTRY_COMPARE(spy.log(), QStringList{server.url(u"/rates?day=1"_s).toString() + u" Ok"_s});
    source.set("task", u"rates"_s);
    source.load();
    FINISHED(source);
    QTRY_COMPARE(spy.log().last(), u"rates Ok"_s);
}

void tst_DeferredSource::fetchesOfTheSame_areApart()
{
    LoopbackServer server;
    server.answerJson(u"/"_s, R"({"a": 5})");
    Counter counter;
    Testing::TaskSpy spy(counter);
    Source first(server.url(u"/"_s), &counter);
    auto second = std::make_unique<Source>(server.url(u"/"_s), &counter);
    for (int i = 1; i < 3; ++i) {
        first.load();
        second->load();
        FINISHED(first);
        FINISHED(*second);
        QCOMPARE(first.result().value().toMap().value(u"a"_s).toInt(), 5);
        QCOMPARE(second->result().value().toMap().value(u"a"_s).toInt(), 5);
        QTRY_COMPARE(spy.count(), 2 * i);
    }
    QCOMPARE(spy.outcomes(server.url(u"/"_s).toString()), (QList{Outcome::Ok, Outcome::Ok}));
    QCOMPARE(spy.outcomes(server.url(u"/"_s).toString() + u" 2"_s), (QList{Outcome::Ok, Outcome::Ok}));
    // The number is free again.
    second.reset();
    Source third(server.url(u"/"_s), &counter);
    third.load();
    FINISHED(third);
    QTRY_COMPARE(spy.outcomes(server.url(u"/"_s).toString() + u" 2"_s).size(), 3);
}

void tst_DeferredSource::fetchOfAnotherWithItsName_takesItsPlace()
{
    LoopbackServer server;
    Counter counter;
    Source source(server.url(u"/"_s), &counter);
    source.set("task", u"rates"_s);
    source.load();
    QTRY_COMPARE(server.paths().size(), 1);
    counter.assignAsync(u"rates"_s, [] { return Assigns{{u"a"_s, 8}}; });
    QTRY_COMPARE(counter.a.value(), 8);
    FINISHED(source);
    QVERIFY(source.result().isOk());
    QVERIFY(!source.result().value().isValid());
    QTRY_COMPARE(server.open(), 0);
}

void tst_DeferredSource::disconnectedViewModel_asksNobody()
{
    LoopbackServer server;
    Counter counter;
    counter.setConnected(false);
    Source source(server.url(u"/"_s), &counter);
    source.load();
    QCOMPARE(source.result(), AsyncResult());
}

void tst_DeferredSource::withoutUrl_loadDoesNothing()
{
    Counter counter;
    Source source({}, &counter);
    source.set("task", u"rates"_s);
    source.load();
    QCOMPARE(source.result(), AsyncResult());
    QVERIFY(!counter.task(u"rates"_s)->isRunning());
}

void tst_DeferredSource::followedTask_isSeen()
{
    Counter counter;
    Source source({}, &counter);
    source.set("task", u"count"_s);
    QCOMPARE(source.result(), AsyncResult());
    counter.load(u"count"_s, 0.5, u"x"_s);
    QCOMPARE(source.result().status(), AsyncResult::Status::Loading);
    QTRY_COMPARE(source.result().progress(), 0.5);
    counter.openGate();
    FINISHED(source);
    QCOMPARE(source.result(), AsyncResult().toOk(1));
    counter.loadInVain(u"count"_s, u"no disk"_s);
    QCOMPARE(source.result().status(), AsyncResult::Status::Refreshing);
    expectFailure();
    counter.openGate();
    FINISHED(source);
    QCOMPARE(source.failure(), u"no disk"_s);
    QCOMPARE(source.result().value(), QVariant(1));
    counter.load(u"count"_s, 0.5, u"x"_s);
    counter.openGate();
    FINISHED(source);
    QCOMPARE(source.result(), AsyncResult().toOk(2));
}

void tst_DeferredSource::followedTask_mayRunAlready()
{
    Counter counter;
    counter.load(u"count"_s, 0.5, u"x"_s);
    Source source({}, &counter);
    source.set("task", u"count"_s);
    QVERIFY(source.result().isLoading());
    counter.openGate();
    FINISHED(source);
    QVERIFY(source.result().isOk());
}

void tst_DeferredSource::followedTask_ofAnotherViewModel()
{
    Counter first;
    first.assignAsync(u"count"_s, [] { return Assigns(); });
    Source source({}, &first);
    source.set("task", u"count"_s);
    FINISHED(source);
    Counter second;
    source.set("viewModel", QVariant::fromValue<ViewModel *>(&second));
    QCOMPARE(source.result(), AsyncResult());
    first.assignAsync(u"count"_s, [] { return Assigns(); });
    QVERIFY(Testing::waitForIdle(first));
    QCOMPARE(source.result(), AsyncResult());
}

void tst_DeferredSource::followedTask_isCanceled()
{
    Counter counter;
    Source source({}, &counter);
    source.set("task", u"count"_s);
    counter.load(u"count"_s, 0.5, u"x"_s);
    source.cancel();
    QVERIFY(source.result().isCanceled());
    counter.openGate();
}

QTEST_GUILESS_MAIN(tst_DeferredSource)

#include "tst_deferredsource.moc"
