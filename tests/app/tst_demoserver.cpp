// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include <dashboard/dashboardmodel.h>
#include <dashboard/demoserver.h>
#include <dashboard/httpfetcher.h>

#include <QTcpSocket>
#include <QTest>

#include <stdexcept>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

// The demo's own server, and the dashboard that asks it; or what it says where there is none.
class TestDemoServer : public QObject
{
    Q_OBJECT

private:
    static int statusOf(const QFuture<HttpAnswer> &future) { return QFuture(future).result().status; }

private Q_SLOTS:
    void server_answersAsAsked();
    void server_survivesWhoHangsUp();
    void server_goesWhileItIsAsked();
    void dashboard_getsFiveAnswers();
    void withoutIt_theReasonIsTold();
};

void TestDemoServer::server_answersAsAsked()
{
    if (!DemoServer::isAvailable())
        QSKIP("built without Qt HTTP Server");
    DemoServer server;
    const QUrl url = server.url();
    QCOMPARE(url.host(), u"127.0.0.1"_s);
    QCOMPARE(server.url(), url);
    HttpFetcher fetcher;
    QCOMPARE(statusOf(fetcher.get(url.resolved(QUrl(u"/status/404"_s)))), 404);
    QCOMPARE(statusOf(fetcher.get(url.resolved(QUrl(u"/status/302"_s)))), 302);
    QCOMPARE(statusOf(fetcher.get(url.resolved(QUrl(u"/facts"_s)))), 200);
    QCOMPARE(statusOf(fetcher.get(url.resolved(QUrl(u"/nothing"_s)))), 404);
}

void TestDemoServer::server_survivesWhoHangsUp()
{
    if (!DemoServer::isAvailable())
        QSKIP("built without Qt HTTP Server");
    DemoServer server;
    const QUrl url = server.url();
    for (int i = 0; i < 20; ++i) {
        QTcpSocket socket;
        socket.connectToHost(url.host(), quint16(url.port()));
        QVERIFY(socket.waitForConnected());
        socket.write("GET /status/500 HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(socket.waitForBytesWritten());
        socket.abort();
    }
    HttpFetcher fetcher;
    QCOMPARE(statusOf(fetcher.get(url.resolved(QUrl(u"/status/500"_s)))), 500); // after those of before
}

void TestDemoServer::server_goesWhileItIsAsked()
{
    if (!DemoServer::isAvailable())
        QSKIP("built without Qt HTTP Server");
    auto server = std::make_unique<DemoServer>();
    const QUrl url = server->url();
    HttpFetcher fetcher;
    QFuture<HttpAnswer> future = fetcher.get(url.resolved(QUrl(u"/status/500"_s)));
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    QVERIFY(socket.waitForConnected());
    server.reset();
    QVERIFY_EXCEPTION_THROWN(future.result(), std::runtime_error);
}

void TestDemoServer::dashboard_getsFiveAnswers()
{
    DashboardModel dashboard;
    QCOMPARE(dashboard.hasServer, DemoServer::isAvailable());
    if (!DemoServer::isAvailable())
        QSKIP("built without Qt HTTP Server");
    dashboard.loadRequests();
    QTRY_VERIFY(dashboard.requests->isOk());
    const auto figures = dashboard.requests->value<Figures>();
    QStringList statuses;
    for (const QString &text : figures.texts)
        statuses.append(text.left(3));
    QCOMPARE(statuses, QStringList({u"200"_s, u"302"_s, u"400"_s, u"404"_s, u"500"_s}));
    QCOMPARE(dashboard.factsUrl->path(), u"/facts"_s);
}

void TestDemoServer::withoutIt_theReasonIsTold()
{
    if (DemoServer::isAvailable())
        QSKIP("built with Qt HTTP Server");
    DashboardModel dashboard;
    dashboard.loadRequests();
    QTRY_VERIFY(dashboard.requests->hasFailed());
    QVERIFY(dashboard.requests->failure().message().contains(u"--httpbin"_s));
}

QTEST_GUILESS_MAIN(TestDemoServer)
#include "tst_demoserver.moc"
