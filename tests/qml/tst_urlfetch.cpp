// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// What is fetched from a URL, and what is refused, by a server on the loopback.

#include "loopbackserver.h"
#include "source.h"

#include <QNetworkProxy>
#include <QRegularExpression>
#include <QTest>

using namespace Aside;
using namespace Qt::StringLiterals;

class tst_UrlFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void answer_isTheValue_data();
    void answer_isTheValue();
    void packedAnswer_isUnpacked();
    void pieces_areOneAnswer();
    void wrongAnswer_saysWhatIsWrong_data();
    void wrongAnswer_saysWhatIsWrong();
    void address_isRefusedBeforeAnybodyIsAsked_data();
    void address_isRefusedBeforeAnybodyIsAsked();
    void nobodyListens();
    void tooLarge_isRefused_data();
    void tooLarge_isRefused();
    void exactlyAsLargeAsAllowed_isTaken();
    void redirect_isFollowed_data();
    void redirect_isFollowed();
    void redirect_isRefused_data();
    void redirect_isRefused();
    void redirects_doNotGoOnForEver();
    void request_tellsNothingOfBefore();
};

void tst_UrlFetch::answer_isTheValue_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QVariant>("value");
    QTest::newRow("object") << QByteArray(R"({"a": 1, "b": {"c": [true, null]}})")
                            << QVariant(QVariantMap{{u"a"_s, 1}, {u"b"_s, QVariantMap{{u"c"_s, QVariantList{true, QVariant::fromValue(nullptr)}}}}});
    QTest::newRow("list") << QByteArray("[1, 2]") << QVariant(QVariantList{1, 2});
    QTest::newRow("nothing in it") << QByteArray("{}") << QVariant(QVariantMap());
    // Markup and code are text.
    QTest::newRow("markup") << QByteArray(R"(["<b>bold</b>", "function() { }", "qrc:/x.qml"])")
                            << QVariant(QVariantList{u"<b>bold</b>"_s, u"function() { }"_s, u"qrc:/x.qml"_s});
}

void tst_UrlFetch::answer_isTheValue()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QVariant, value);
    LoopbackServer server;
    server.answerJson(u"/data?q=1"_s, json);
    Source source(server.url(u"/data?q=1"_s));
    QCOMPARE(source.result(), AsyncResult());
    source.load();
    QCOMPARE(source.result().status(), AsyncResult::Status::Loading);
    FINISHED(source);
    QCOMPARE(source.failure(), QString());
    QCOMPARE(source.result().value(), value);
    QCOMPARE(server.paths(), QStringList{u"/data?q=1"_s});
}

void tst_UrlFetch::packedAnswer_isUnpacked()
{
    LoopbackServer server;
    server.answer(u"/"_s, "200 OK\r\nContent-Encoding: deflate", qCompress(R"({"a": 17})").sliced(4));
    Source source(server.url(u"/"_s));
    source.load();
    FINISHED(source);
    QCOMPARE(source.failure(), QString());
    QCOMPARE(source.result().value().toMap(), (QVariantMap{{u"a"_s, 17}}));
}

void tst_UrlFetch::pieces_areOneAnswer()
{
    LoopbackServer server;
    QPointer<QTcpSocket> socket;
    server.speak(u"/"_s, [&socket](QTcpSocket &connection) {
        socket = &connection;
        connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n{\"a\": \r\n");
    });
    Source source(server.url(u"/"_s));
    source.load();
    QTRY_VERIFY(socket);
    QVERIFY(source.result().isLoading());
    socket->write("3\r\n17}\r\n0\r\n\r\n");
    FINISHED(source);
    QCOMPARE(source.result().value().toMap(), (QVariantMap{{u"a"_s, 17}}));
}

void tst_UrlFetch::wrongAnswer_saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("said");
    const QByteArray ok = "200 OK";
    QTest::newRow("400") << QByteArray("400 Bad Request") << QByteArray("{}") << u"answers 400 Bad Request"_s;
    QTest::newRow("403") << QByteArray("403 Forbidden") << QByteArray("{}") << u"answers 403 Forbidden: it is not for everybody"_s;
    QTest::newRow("404") << QByteArray("404 Not Found") << QByteArray("{}") << u"answers 404 Not Found. Check the address"_s;
    QTest::newRow("500") << QByteArray("500 Oops") << QByteArray("{}") << u"answers 500 Oops. Try again later"_s;
    QTest::newRow("without a reason") << QByteArray("503 ") << QByteArray() << u"answers 503. Try again later"_s;
    QTest::newRow("nowhere to go") << QByteArray("302 Found") << QByteArray() << u"answers 302 Found, without the address to go to"_s;
    QTest::newRow("HTML") << ok << QByteArray("<html>") << u"is no JSON: illegal value, at byte"_s;
    QTest::newRow("cut off") << ok << QByteArray("{\"a\": [1,") << u"is no JSON"_s;
    QTest::newRow("two values") << ok << QByteArray("{} {}") << u"is no JSON"_s;
    QTest::newRow("a number") << ok << QByteArray("17") << u"is no JSON"_s;
    QTest::newRow("no body") << ok << QByteArray() << u"is empty, and no JSON"_s;
    QTest::newRow("no content") << QByteArray("204 No Content") << QByteArray() << u"is empty, and no JSON"_s;
    QTest::newRow("less than announced") << QByteArray("200 OK\r\nContent-Length: 100") << QByteArray("{}") << u"closed the connection before"_s;
    QTest::newRow("no HTTP") << QByteArray() << QByteArray() << u"http://127.0.0.1"_s;
    QTest::newRow("a bottomless list") << ok << QByteArray(100'000, '[') << u"is no JSON"_s;
}

void tst_UrlFetch::wrongAnswer_saysWhatIsWrong()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, said);
    LoopbackServer server;
    server.answer(u"/data"_s, head, body);
    QUrl url = server.url(u"/data"_s);
    url.setUserInfo(u"me:secret"_s);
    url.setQuery(u"token=secret"_s);
    server.answer(u"/data?token=secret"_s, head, body);
    Source source(url);
    expectFailure();
    source.load();
    FINISHED(source);
    QVERIFY2(source.failure().contains(said), qPrintable(source.failure()));
    QVERIFY2(source.failure().contains(u"127.0.0.1"_s), qPrintable(source.failure()));
    QVERIFY2(!source.failure().contains(u"secret"_s), qPrintable(source.failure()));
    QCOMPARE(source.result().failure().kind(), Failure::Kind::Exception);
    QTRY_COMPARE(server.open(), 0);
}

void tst_UrlFetch::address_isRefusedBeforeAnybodyIsAsked_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QString>("said");
    for (const QString &scheme : {u"file"_s, u"ftp"_s, u"qrc"_s, u"data"_s, u"javascript"_s, u"ws"_s})
        QTest::newRow(qPrintable(scheme)) << QUrl(scheme + u":/etc/passwd"_s) << QString(u"since its scheme is “"_s + scheme + u"”: only http and https are"_s);
    QTest::newRow("relative") << QUrl(u"sizes.json"_s) << u"since its scheme is “”"_s;
    QTest::newRow("no port") << QUrl(u"http://127.0.0.1:port/"_s) << u"is no address"_s;
}

void tst_UrlFetch::address_isRefusedBeforeAnybodyIsAsked()
{
    QFETCH(const QUrl, url);
    QFETCH(const QString, said);
    Source source(url);
    expectFailure();
    source.load();
    FINISHED(source);
    QVERIFY2(source.failure().contains(said), qPrintable(source.failure()));
}

void tst_UrlFetch::nobodyListens()
{
    QUrl url;
    {
        const LoopbackServer server;
        url = server.url(u"/"_s);
    }
    Source source(url);
    expectFailure();
    source.load();
    FINISHED(source);
    QVERIFY2(source.failure().contains(u"takes no connections. Check"_s), qPrintable(source.failure()));
}

void tst_UrlFetch::tooLarge_isRefused_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("piece");
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    QTest::newRow("announced") << QByteArray(ok + "Content-Length: 1001\r\n\r\n") << QByteArray();
    QTest::newRow("never ends") << QByteArray(ok + "\r\n") << QByteArray(100'000, ' ');
    QTest::newRow("chunks") << QByteArray(ok + "Transfer-Encoding: chunked\r\n\r\n")
                            << QByteArray("1000\r\n" + QByteArray(0x1000, ' ') + "\r\n");
    for (const int size : {5000, 50'000'000}) {
        const QByteArray packed = qCompress(QByteArray(size, ' '), 9).sliced(4);
        QTest::addRow("packed, %d", size) << QByteArray(ok + "Connection: close\r\nContent-Encoding: deflate\r\n\r\n" + packed) << QByteArray();
    }
}

void tst_UrlFetch::tooLarge_isRefused()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QByteArray, piece);
    LoopbackServer server;
    server.speak(u"/"_s, [head, piece](QTcpSocket &socket) {
        socket.write(head + piece);
        QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, [&socket, piece] {
            if (socket.bytesToWrite() == 0 && piece.isEmpty())
                socket.disconnectFromHost();
            else if (socket.bytesToWrite() == 0)
                socket.write(piece);
        });
    });
    Source source(server.url(u"/"_s));
    source.set("maxBytes", 1000);
    expectFailure();
    source.load();
    FINISHED(source);
    QVERIFY2(source.failure().contains(u"larger than the 1000 bytes that are allowed"_s), qPrintable(source.failure()));
    QTRY_COMPARE(server.open(), 0);
}

void tst_UrlFetch::exactlyAsLargeAsAllowed_isTaken()
{
    const QByteArray json = "[\"" + QByteArray(200'000, 'x') + "\"]";
    LoopbackServer server;
    server.answerJson(u"/"_s, json);
    Source source(server.url(u"/"_s));
    source.set("maxBytes", int(json.size()));
    source.load();
    FINISHED(source);
    QCOMPARE(source.failure(), QString());
    QCOMPARE(source.result().value().toList().value(0).toString().size(), 200'000);
}

void tst_UrlFetch::redirect_isFollowed_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("relative") << QByteArray("there");
    QTest::newRow("of the host") << QByteArray("/deep/there");
    QTest::newRow("of the scheme") << QByteArray("//127.0.0.1:PORT/deep/there");
    QTest::newRow("absolute") << QByteArray("http://127.0.0.1:PORT/deep/there");
}

void tst_UrlFetch::redirect_isFollowed()
{
    QFETCH(QByteArray, target);
    LoopbackServer server;
    target.replace("PORT", QByteArray::number(server.url({}).port()));
    server.redirect(u"/deep/here"_s, target);
    server.answerJson(u"/deep/there"_s, "[1]");
    Source source(server.url(u"/deep/here"_s));
    source.load();
    FINISHED(source);
    QCOMPARE(source.failure(), QString());
    QCOMPARE(server.paths(), (QStringList{u"/deep/here"_s, u"/deep/there"_s}));
}

void tst_UrlFetch::redirect_isRefused_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *const target : {"file:///etc/passwd", "ftp://127.0.0.1/x", "qrc:/qt/qml/x", "data:application/json,1"})
        QTest::newRow(target) << QByteArray(target);
}

void tst_UrlFetch::redirect_isRefused()
{
    QFETCH(const QByteArray, target);
    LoopbackServer server;
    server.redirect(u"/"_s, target);
    Source source(server.url(u"/"_s));
    expectFailure();
    source.load();
    FINISHED(source);
    const QString said = u"redirects to %1, which is refused: only http and https"_s.arg(QString::fromLatin1(target));
    QVERIFY2(source.failure().contains(said), qPrintable(source.failure()));
}

void tst_UrlFetch::redirects_doNotGoOnForEver()
{
    LoopbackServer server;
    server.redirect(u"/"_s, "/");
    Source source(server.url(u"/"_s));
    expectFailure();
    source.load();
    FINISHED(source);
    QVERIFY2(source.failure().contains(u"redirects more than 10 times"_s), qPrintable(source.failure()));
    QCOMPARE(server.paths().size(), 11);
}

void tst_UrlFetch::request_tellsNothingOfBefore()
{
    LoopbackServer server;
    server.answer(u"/"_s, "200 OK\r\nSet-Cookie: you=4711\r\nETag: \"1\"\r\nCache-Control: max-age=1000", "[1]");
    Source source(server.url(u"/"_s));
    for (int i = 1; i < 3; ++i) {
        source.load();
        FINISHED(source);
        QCOMPARE(server.paths().size(), i);
        const QByteArray request = server.latest().toLower();
        QVERIFY2(request.startsWith("get / http/1.1\r\n") && request.contains("accept: application/json"), request.constData());
        QVERIFY2(!request.contains("cookie") && !request.contains("if-none-match"), request.constData());
    }
}

QTEST_GUILESS_MAIN(tst_UrlFetch)

#include "tst_urlfetch.moc"
