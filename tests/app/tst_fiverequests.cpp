// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include <dashboard/dashboardmodel.h>
#include <dashboard/fiverequests.h>

#include <aside/asyncresult.h>
#include <aside/testing.h>
#include <aside/viewmodel.h>

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <numeric>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

namespace {

/// A server that answers when it is told to: by the number in the path.
class HeldServer : public QTcpServer
{
public:
    HeldServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QIODevice::readyRead, this, [this, socket] {
                const QByteArray line = socket->readAll().split('\r').value(0);
                m_paths.append(QString::fromLatin1(line.split(' ').value(1)));
                if (m_paths.constLast() == m_refused)
                    socket->abort();
                m_sockets.append(socket);
            });
            connect(socket, &QTcpSocket::disconnected, this, [this] { ++m_gone; });
        });
    }
    QUrl url(const QString &path = {}) const { return QUrl(u"http://127.0.0.1:%1%2"_s.arg(serverPort()).arg(path)); }
    QStringList paths() const { return m_paths; }
    int gone() const { return m_gone; }
    void answer(qsizetype request) const
    {
        const QString status = m_paths.at(request).section(u'/', -1);
        m_sockets.at(request)->write("HTTP/1.1 " + status.toLatin1() + " <b>So</b> be it\r\nLocation: /elsewhere\r\nContent-Length: 3\r\n\r\nyes");
    }
    /// For good: Qt asks again where a connection breaks.
    void hangUp(qsizetype request)
    {
        m_refused = m_paths.at(request);
        m_sockets.at(request)->abort();
    }

private:
    QStringList m_paths;
    QString m_refused;
    QList<QTcpSocket *> m_sockets;
    int m_gone = 0;
};

class Asker : public Aside::ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(Aside::AsyncResult, answers)

public:
    void ask(const QUrl &site)
    {
        loadAsync(
            u"answers"_s,
            [site, fetcher = fetcher](Aside::TaskContext &context) { return sendFiveRequests(context, site, fetcher); },
            {.task = {.lane = Aside::Lane::Io}});
    }
    Figures figures() const { return answers->value<Figures>(); }

    std::shared_ptr<HttpFetcher> fetcher = std::make_shared<HttpFetcher>();
};

} // namespace

class TestFiveRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requests_areSentSideBySide();
    void answers_keepTheirOrder();
    void summary_addsThemUp();
    void dashboard_asksTheSite();
    void site_mayHaveAPath();
    void noAnswer_failsAll();
    void nobodyThere_isTold();
    void cancel_endsTheRequests();
    void fetcherThatGoes_failsWhatWaits();
    void site_isHttpWithAHost_data();
    void site_isHttpWithAHost();
};

void TestFiveRequests::requests_areSentSideBySide()
{
    const HeldServer server;
    Asker asker;
    asker.ask(server.url());
    QTRY_COMPARE(server.paths().size(), 5); // while none has an answer
    QVERIFY(asker.answers->isLoading());
    for (int i = 0; i < 5; ++i)
        server.answer(i);
    QTRY_VERIFY(asker.answers->isOk());
    const Figures figures = asker.figures();
    QCOMPARE(figures.count(), 5);
    for (int i = 0; i < 5; ++i) {
        QVERIFY(figures.values.at(i) > 0);
        QVERIFY(figures.others.at(i) > 0); // they began one after another
        QVERIFY(figures.others.at(i) + figures.values.at(i) <= figures.axis.maximum);
    }
}

void TestFiveRequests::answers_keepTheirOrder()
{
    const HeldServer server;
    Asker asker;
    asker.ask(server.url());
    QTRY_COMPARE(server.paths().size(), 5);
    for (int i = 4; i >= 0; --i)
        server.answer(i);
    QTRY_VERIFY(asker.answers->isOk());
    QCOMPARE(asker.figures().labels, QStringList({u"/status/200"_s, u"/status/302"_s, u"/status/400"_s, u"/status/404"_s, u"/status/500"_s}));
    QStringList statuses;
    for (const QString &text : asker.figures().texts)
        statuses.append(text.left(3));
    QCOMPARE(statuses, QStringList({u"200"_s, u"302"_s, u"400"_s, u"404"_s, u"500"_s}));
    QCOMPARE(asker.figures().texts.first(), u"200 <b>So</b> be it"_s);
    QCOMPARE(asker.figures().groups, QList<int>({0, 1, 2, 2, 3}));
    QVERIFY(!server.paths().contains(u"/elsewhere"_s));
}

void TestFiveRequests::summary_addsThemUp()
{
    const HeldServer server;
    Asker asker;
    asker.ask(server.url());
    QTRY_COMPARE(server.paths().size(), 5);
    for (int i = 0; i < 5; ++i)
        server.answer(i);
    QTRY_VERIFY(asker.answers->isOk());
    const QList<double> times = asker.figures().values;
    const QString sum = valueText(std::accumulate(times.begin(), times.end(), 0.0), ChartUnit::Milliseconds);
    QVERIFY2(asker.figures().summary.endsWith(u"would have been %1."_s.arg(sum)), qPrintable(asker.figures().summary));
}

void TestFiveRequests::dashboard_asksTheSite()
{
    const HeldServer server;
    DashboardModel dashboard;
    dashboard.setSite(server.url());
    QVERIFY(!dashboard.hasServer);
    QCOMPARE(dashboard.site, server.url().authority());
    dashboard.loadRequests();
    QTRY_COMPARE(server.paths().size(), 5);
    QVERIFY(dashboard.factsUrl->isEmpty()); // nobody is asked there
    dashboard.stop();
    QTRY_COMPARE(server.gone(), 5);
}

void TestFiveRequests::site_mayHaveAPath()
{
    const HeldServer server;
    Asker asker;
    asker.ask(server.url(u"/below/"_s));
    QTRY_COMPARE(server.paths().size(), 5);
    QVERIFY(server.paths().contains(u"/below/status/404"_s));
    asker.cancelAll();
}

void TestFiveRequests::noAnswer_failsAll()
{
    HeldServer server;
    Asker asker;
    asker.ask(server.url());
    QTRY_COMPARE(server.paths().size(), 5);
    server.answer(0);
    server.hangUp(1);
    QTRY_VERIFY(asker.answers->hasFailed());
    QVERIFY2(asker.answers->failure().message().contains(u"127.0.0.1"_s), qPrintable(asker.answers->failure().message()));
    QTRY_VERIFY(server.gone() >= 4); // the first one may be kept for later
}

void TestFiveRequests::nobodyThere_isTold()
{
    QUrl url;
    {
        const HeldServer server;
        url = server.url();
    }
    Asker asker;
    asker.ask(url);
    QTRY_VERIFY(asker.answers->hasFailed());
    QVERIFY(asker.answers->failure().message().contains(url.authority()));
}

void TestFiveRequests::cancel_endsTheRequests()
{
    const HeldServer server;
    Asker asker;
    asker.ask(server.url());
    QTRY_COMPARE(server.paths().size(), 5);
    asker.cancelLoad({u"answers"_s});
    QVERIFY(asker.answers->isCanceled());
    QTRY_COMPARE(server.gone(), 5);
}

void TestFiveRequests::fetcherThatGoes_failsWhatWaits()
{
    const HeldServer server;
    auto fetcher = std::make_unique<HttpFetcher>();
    QFuture<HttpAnswer> future = fetcher->get(server.url(u"/status/200"_s));
    QTRY_COMPARE(server.paths().size(), 1);
    fetcher.reset();
    QVERIFY(future.isFinished());
    QTRY_COMPARE(server.gone(), 1);
}

void TestFiveRequests::site_isHttpWithAHost_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isSite");
    QTest::newRow("https") << u"https://httpbin.org"_s << true;
    QTest::newRow("http, port and path") << u" http://[::1]:8080/bin/ "_s << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("no scheme") << u"httpbin.org"_s << false;
    QTest::newRow("another scheme") << u"ftp://httpbin.org"_s << false;
    QTest::newRow("a file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("no host") << u"http:///status"_s << false;
    QTest::newRow("a query") << u"http://httpbin.org/?a=b"_s << false;
    QTest::newRow("a space") << u"http://httpbin org"_s << false;
    QTest::newRow("no port") << u"http://httpbin.org:port"_s << false;
}

void TestFiveRequests::site_isHttpWithAHost()
{
    QFETCH(const QString, text);
    QTEST(siteFrom(text).has_value(), "isSite");
}

QTEST_GUILESS_MAIN(TestFiveRequests)
#include "tst_fiverequests.moc"
