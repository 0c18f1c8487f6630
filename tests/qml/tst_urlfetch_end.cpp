// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// How a fetch ends that nobody waits for any longer: the connection is closed.

#include "loopbackserver.h"
#include "source.h"

#include <aside/testing.h>
#include <aside/viewmodel.h>

#include <QNetworkProxy>
#include <QRegularExpression>
#include <QTest>

using namespace Aside;
using namespace Qt::StringLiterals;

class tst_UrlFetchEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void timeout_closesTheConnection();
    void cancel_closesTheConnection();
    void newerFetch_closesTheOlderConnection();
    void destroyedSource_closesTheConnection_data();
    void destroyedSource_closesTheConnection();
    void canceledBeforeItBegins_asksNobody();
    void synchronously();
    void fetchAtTheEnd_doesNotHoldTheProgram();
};

void tst_UrlFetchEnd::timeout_closesTheConnection()
{
    LoopbackServer server;
    Testing::ManualScheduler scheduler;
    Source source(server.url(u"/"_s));
    source.set("timeout", 3000);
    source.load();
    scheduler.runAll();
    QTRY_COMPARE(server.paths().size(), 1);
    scheduler.advance(std::chrono::milliseconds(2999));
    QVERIFY(source.result().isLoading());
    QCOMPARE(server.open(), 1);
    expectFailure();
    scheduler.advance(std::chrono::milliseconds(1));
    QCOMPARE(source.result().failure().kind(), Failure::Kind::Timeout);
    QTRY_COMPARE(server.open(), 0);
}

void tst_UrlFetchEnd::cancel_closesTheConnection()
{
    LoopbackServer server;
    server.answer(u"/other"_s, "200 OK", "[1]");
    Source source(server.url(u"/"_s));
    source.load();
    QTRY_COMPARE(server.paths().size(), 1);
    source.cancel();
    QVERIFY(source.result().isCanceled());
    QTRY_COMPARE(server.open(), 0);
    // The next one is as good as any.
    source.set("url", server.url(u"/other"_s));
    source.load();
    FINISHED(source);
    QVERIFY(source.result().isOk());
}

void tst_UrlFetchEnd::newerFetch_closesTheOlderConnection()
{
    LoopbackServer server;
    Source source(server.url(u"/never"_s));
    source.load();
    QTRY_COMPARE(server.paths().size(), 1);
    server.answerJson(u"/newer"_s, "[\"newer\"]");
    source.set("url", server.url(u"/newer"_s));
    source.load();
    FINISHED(source);
    QCOMPARE(source.result().value().toList(), QVariantList{u"newer"_s});
    QTRY_COMPARE(server.open(), 0);
    // Of the same address, too.
    server.speak(u"/newer"_s, [](QTcpSocket &) { });
    source.load();
    QTRY_COMPARE(server.open(), 1);
    server.answerJson(u"/newer"_s, "[\"newest\"]");
    source.load();
    FINISHED(source);
    QCOMPARE(source.result().value().toList(), QVariantList{u"newest"_s});
    QTRY_COMPARE(server.open(), 0);
}

void tst_UrlFetchEnd::destroyedSource_closesTheConnection_data()
{
    QTest::addColumn<bool>("withViewModel");
    QTest::newRow("alone") << false;
    QTest::newRow("of a view model that lives on") << true;
}

void tst_UrlFetchEnd::destroyedSource_closesTheConnection()
{
    QFETCH(const bool, withViewModel);
    LoopbackServer server;
    ViewModel viewModel;
    Source source(server.url(u"/"_s), withViewModel ? &viewModel : nullptr);
    source.load();
    QTRY_COMPARE(server.paths().size(), 1);
    QCOMPARE(server.open(), 1);
    source.destroy();
    QTRY_COMPARE(server.open(), 0);
}

void tst_UrlFetchEnd::canceledBeforeItBegins_asksNobody()
{
    LoopbackServer server;
    server.answerJson(u"/last"_s, "[1]");
    Testing::ManualScheduler scheduler;
    Source source(server.url(u"/"_s));
    source.load();
    source.cancel();
    scheduler.runAll();
    source.set("url", server.url(u"/last"_s));
    source.load();
    scheduler.runAll();
    QTRY_VERIFY((scheduler.runAll(), source.result().isOk()));
    QCOMPARE(server.paths(), QStringList{u"/last"_s});
}

void tst_UrlFetchEnd::synchronously()
{
    LoopbackServer server;
    server.answerJson(u"/"_s, "[1]");
    Source source(server.url(u"/"_s));
    const Testing::SynchronousScope synchronous;
    source.load();
    QCOMPARE(source.failure(), QString());
    QCOMPARE(source.result().value().toList(), QVariantList{1});
}

void tst_UrlFetchEnd::fetchAtTheEnd_doesNotHoldTheProgram()
{
    // Both are left alone, and the fetch runs when the program ends: it would hang there.
    auto *const server = new LoopbackServer;
    auto *const source = new Source(server->url(u"/"_s));
    source->load();
    QTRY_COMPARE(server->paths().size(), 1);
}

QTEST_GUILESS_MAIN(tst_UrlFetchEnd)

#include "tst_urlfetch_end.moc"
