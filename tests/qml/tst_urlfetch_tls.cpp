// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// What is fetched by https: only from who can show that it is who it says, and never on from there by http.

#include "loopbackserver.h"
#include "source.h"

#include <QFile>
#include <QNetworkProxy>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTest>

using namespace Aside;
using namespace Qt::StringLiterals;

namespace {

QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(QUICK_TEST_SOURCE_DIR "/fixtures/") + name);
    if (!file.open(QFile::ReadOnly))
        qFatal("cannot read %s: %s", qPrintable(name), qPrintable(file.errorString()));
    return file.readAll();
}

QSslCertificate certificate()
{
    return QSslCertificate(fixture(u"loopback.crt"_s));
}

std::unique_ptr<QTcpServer> tlsServer()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate());
    configuration.setPrivateKey(QSslKey(fixture(u"loopback.key"_s), QSsl::Ec));
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    return server;
}

/// Everybody trusts the server while it lives.
class Trust
{
public:
    Trust()
    {
        QSslConfiguration configuration = m_before;
        configuration.addCaCertificate(certificate());
        QSslConfiguration::setDefaultConfiguration(configuration);
    }
    ~Trust() { QSslConfiguration::setDefaultConfiguration(m_before); }
    Q_DISABLE_COPY_MOVE(Trust)

private:
    const QSslConfiguration m_before = QSslConfiguration::defaultConfiguration();
};

} // namespace

class tst_UrlFetchTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void trustedServer_answers();
    void unknownServer_isRefused();
    void redirectToHttps_isFollowed();
    void redirectToHttp_isRefused();
};

void tst_UrlFetchTls::initTestCase()
{
    if (!QSslSocket::supportsSsl())
        QSKIP("Qt finds no TLS library here");
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
}

void tst_UrlFetchTls::trustedServer_answers()
{
    const Trust trust;
    LoopbackServer server(tlsServer(), u"https"_s);
    server.answerJson(u"/"_s, "[1]");
    Source source(server.url(u"/"_s));
    source.load();
    FINISHED(source);
    QCOMPARE(source.failure(), QString());
    QCOMPARE(source.result().value(), QVariant(QVariantList{1}));
}

void tst_UrlFetchTls::unknownServer_isRefused()
{
    LoopbackServer server(tlsServer(), u"https"_s);
    server.answerJson(u"/"_s, "[1]");
    Source source(server.url(u"/"_s));
    expectFailure();
    source.load();
    FINISHED(source);
    QVERIFY2(source.failure().contains(u"is not trusted: "_s), qPrintable(source.failure()));
    QCOMPARE(server.paths(), QStringList());
}

void tst_UrlFetchTls::redirectToHttps_isFollowed()
{
    const Trust trust;
    LoopbackServer server(tlsServer(), u"https"_s);
    server.answerJson(u"/there"_s, "[1]");
    LoopbackServer plain;
    plain.redirect(u"/here"_s, server.url(u"/there"_s).toEncoded());
    Source source(plain.url(u"/here"_s));
    source.load();
    FINISHED(source);
    QCOMPARE(source.failure(), QString());
    QCOMPARE(server.paths(), QStringList{u"/there"_s});
}

void tst_UrlFetchTls::redirectToHttp_isRefused()
{
    const Trust trust;
    LoopbackServer plain;
    plain.answerJson(u"/there"_s, "[1]");
    LoopbackServer server(tlsServer(), u"https"_s);
    server.redirect(u"/here"_s, plain.url(u"/there"_s).toEncoded());
    Source source(server.url(u"/here"_s));
    expectFailure();
    source.load();
    FINISHED(source);
    QVERIFY2(source.failure().contains(u"not from https to http"_s), qPrintable(source.failure()));
    QCOMPARE(plain.paths(), QStringList());
}

QTEST_GUILESS_MAIN(tst_UrlFetchTls)

#include "tst_urlfetch_tls.moc"
